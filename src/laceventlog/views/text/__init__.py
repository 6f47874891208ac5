"""One event, its history, lists and comparisons as text."""
