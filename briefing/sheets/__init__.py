"""Records as rows of a spreadsheet, CSV, ODS or XLSX: written out, and read back into their files."""
