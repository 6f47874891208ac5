"""Dates in running text: which words are a date, which numbers are years, which days are named."""
