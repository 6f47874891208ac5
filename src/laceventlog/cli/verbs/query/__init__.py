"""Verbs that print, and change nothing."""
