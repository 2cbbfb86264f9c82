"""Geometry, the drawn map and the live map. Imports no other package of ours."""
