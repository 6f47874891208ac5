"""YAML text to plain values and back; PyYAML lives here."""
