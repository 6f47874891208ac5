"""A calendar file for one country, tasks shown as tasks beside the all-day entries that every client shows."""

import sys
from pathlib import Path

from laceventlog import ical, load
from laceventlog.atomic_write import replacing

country = sys.argv[1] if len(sys.argv) > 1 else "CU"
target = Path("build") / f"{country.lower()}.ics"
target.parent.mkdir(exist_ok=True)

options = ical.Options(name=f"Cooperation with {country}", namespace="example.org", tasks="both")
with replacing(target) as file:
    counts = ical.write(load("events").filter(countries=[country]), file, options)
print(f"{target}: {counts.entries} entries, {counts.undated} events without a day left out")
