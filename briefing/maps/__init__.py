"""Geometry, the static map drawn as SVG paths, and the live map that Folium writes."""
