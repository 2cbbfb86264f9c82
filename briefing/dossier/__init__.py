"""A whole dossier: read, checked, proved and compared with what is published."""
