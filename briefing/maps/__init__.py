"""Geometry, the drawn map and the live map."""
