"""Changes to a dossier that a command makes for its editor: files moved, references rewritten, small slips mended."""
