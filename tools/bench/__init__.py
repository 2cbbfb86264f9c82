"""The benchmark: a made-up dossier of any size, the same briefs for other generators, and ratios between them."""
