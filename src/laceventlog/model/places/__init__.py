"""Countries by their ISO codes."""
