"""The log in a calendar that others can edit too: in a vdir folder or on a CalDAV server."""
