"""Time lines as text: bars, months, story and slip chart, from one geometry."""
