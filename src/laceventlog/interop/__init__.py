"""Other standards for the same facts, one module per standard."""
