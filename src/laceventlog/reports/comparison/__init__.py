"""Comparison of two versions of a log."""
