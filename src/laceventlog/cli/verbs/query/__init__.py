"""Verbs that ask: they print and change nothing."""
