"""No silent edits: what is published, and what changed since."""
