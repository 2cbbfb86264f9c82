"""From a dossier to an output folder, through Pelican."""
