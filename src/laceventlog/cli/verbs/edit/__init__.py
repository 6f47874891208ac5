"""Verbs that change event files."""
