"""The desk: sources, drafts and problems as `invoke serve` shows them to whoever edits, on this machine only."""
