"""Views: functions from rows to text. No line exceeds the given width, and no meaning depends on colour."""
