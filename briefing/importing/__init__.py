"""Makes sources of documents: parts the text from what stands around it, and writes text and record."""
