"""Other standards for the same facts, one module a standard."""
