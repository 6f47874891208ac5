"""Event files, YAML and JSON Lines, to logs and back."""
