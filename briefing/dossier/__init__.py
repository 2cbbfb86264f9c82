"""A whole dossier: read, checked, proved and compared."""
