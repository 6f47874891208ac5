"""For cron or CI: print what is overdue in one country and end with 1 when something is.

Run it with a country and, to repeat an old run, a day:  python examples/overdue_check.py CU 2025-03-01
"""

import sys
from datetime import date

from laceventlog import LoadError, load, overdue


def main(country: str, today: date) -> int:
    """Print what is overdue; 1 when something is, 2 when the log cannot be read."""
    try:
        log = load("events").filter(countries=[country])
    except LoadError as error:
        print(error, file=sys.stderr)  # every problem, with its line and column
        return 2
    late = overdue(log, today)
    for row in late:
        print(f"{row.event.id}: due {row.event.when}, last possible day {row.standing.last}")
    return 1 if late else 0


if __name__ == "__main__":
    day = date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else date.today()  # noqa: DTZ011 - the reader's day
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "CU", day))
