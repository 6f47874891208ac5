"""Lists, cards, histories and comparisons as text."""
