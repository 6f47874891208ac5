"""Calendars of other programs, and our own, to events."""
