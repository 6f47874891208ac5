"""Warnings about a log that reads well: about one event, events beside each other, dates, links."""
