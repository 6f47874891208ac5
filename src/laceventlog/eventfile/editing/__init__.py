"""Event files changed in place: every character that need not change stays."""
