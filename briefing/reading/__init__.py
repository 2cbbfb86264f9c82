"""The bytes of one file to one record."""
