"""Verbs that carry the log elsewhere."""
