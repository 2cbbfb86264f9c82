"""Disk, processes and memory between builds. Imports no other package of ours but the model."""
