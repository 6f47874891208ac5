"""The log in a calendar that others can edit too: a vdir folder, a CalDAV server."""
