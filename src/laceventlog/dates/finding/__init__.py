"""Dates in running text: dates, years among bare numbers, mentions of days."""
