"""Markdown to safe HTML with its citations, quotations, links and headings."""
