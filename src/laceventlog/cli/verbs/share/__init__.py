"""Verbs that export the log."""
