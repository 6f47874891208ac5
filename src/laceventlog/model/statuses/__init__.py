"""The statuses a source can report, the transitions between them, and the words and codes for them."""
