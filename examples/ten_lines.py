"""The library in ten lines: load a log, ask what is overdue, and on which grounds."""

from datetime import date

from laceventlog import load, overdue

log = load("events")
for row in overdue(log, today=date(2025, 3, 1)):
    days, _ = row.standing.days_overdue or (0, 0)
    said = row.event.state.last
    print(f"{row.event.title}: {row.event.when}; {days} days past; {said.source}")
