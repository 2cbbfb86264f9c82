"""What a dossier is: its records, their statements, and the plain values and words that these are made of."""
