"""The statuses a source can report: the transitions between them, the words and the codes that stand for them."""
