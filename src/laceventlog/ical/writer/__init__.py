"""A log as a calendar, or as several."""
