"""Quotations: found, proved beside their sources, explained where they do not stand, and kept in locks."""
