"""Quotations: taken out of records, matched with their sources, explained where they do not stand, locked."""
