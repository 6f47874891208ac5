"""Two versions of a log compared."""
