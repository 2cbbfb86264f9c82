"""Tests of the generator. `demo/` is a whole invented dossier, `bad/` one small case a fault, `golden/` pages to compare."""
