"""What a dossier is: its records, and the plain values and rules they are made of. Imports no other package of ours."""
