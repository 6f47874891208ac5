"""Records as tables, CSV and JSON."""
