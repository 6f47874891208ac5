"""Verbs about files and the command itself."""
