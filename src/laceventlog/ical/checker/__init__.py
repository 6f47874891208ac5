"""What in a calendar breaks the standard, each with its place and the section broken."""
