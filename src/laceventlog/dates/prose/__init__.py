"""Dates in words, in four languages, to EDTF: tokens, then the parts of each date, then days."""
