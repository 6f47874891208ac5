"""The checker of calendars: violations of the standard, each with its place and section."""
