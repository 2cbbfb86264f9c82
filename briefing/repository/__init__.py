"""A dossier's own repository: its files, the generator that it pins, its region of the map, its published branch."""
