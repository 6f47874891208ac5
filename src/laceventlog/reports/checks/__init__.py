"""Warnings about a log without errors: about statements, dates, events and links."""
