"""Markdown to safe HTML, and what was found in it."""
