"""A log as one calendar or several."""
