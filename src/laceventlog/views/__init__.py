"""Rows to text. Every view is a function; no line is wider than asked, and nothing depends on colour."""
