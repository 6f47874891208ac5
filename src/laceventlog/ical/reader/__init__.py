"""Calendars, ours or those of other programs, to events."""
