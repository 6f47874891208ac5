"""Logs as tables."""
