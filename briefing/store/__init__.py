"""Disk, processes and memory between builds."""
