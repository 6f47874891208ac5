"""Random logs, reproducible by seed: every status, shape and mark, histories in any order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from laceventlog.dates import When
from laceventlog.model import Citation, Delivery, Event, EventLog, Launch, Programme, Source, Statement, Status

FIXED = [
    "2024-05-17", "2024-05", "2024", "202X", "20XX", "2024-33", "2024-22", "2024-37", "2024-41", "2024-02-29",
    "2024-05-17~", "2024-05~", "2024~", "2024?", "2024%", "2024-34~", "202X~", "2024-05-~17", "2024-05-17?",
    "[..2024-12-31]", "[2025-01-01..]", "[2024-01-21..2024-02-10]", "[2024-03..2024-05]", "[..2024-12-31~]",
    "[2023..2025~]", "{2023,2025}", "{2023..2025}", "[2023,2025]",
    "2024/2026", "2024-01/2024-06", "2024-05-17/2024-05-19", "2019/..", "2019/", "../2020", "/2024", "2024~/2026",
    "2024/2026~", "2024-01~/..", "2024?/2025%", "2023-33/2023-35", "2024-05-17T10:00:00-04:00",
    "0001-01-01", "0001~", "0001-01-01~/0001", "9999-12-31", "9999~", "9999-12-31~", "[9999-12~..]", "9998/9999~",
]  # fmt: skip
"""Every shape, and the ends of the calendar."""
SOURCE = Source("daily", "The daily", published=None)
STATUSES = list(Status)
DAYS = [date(1, 1, 1), date(2020, 2, 29), date(2023, 12, 31), date(2024, 5, 17), date(2024, 12, 31), date(2025, 1, 1),
        date(2026, 1, 31), date(2030, 1, 1), date(9999, 12, 31)]  # fmt: skip
"""Days to ask about."""


def dates() -> list[When]:
    """A pool of dates: the fixed ones, days, months and years around them, and none at all."""
    chance = Random(7)  # noqa: S311
    pool = [*FIXED]
    for _ in range(150):
        day = date(2022, 1, 1) + timedelta(days=chance.randrange(1800))
        pool += chance.sample([f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"[..{day}]", f"{day:%Y-%m}~", f"{day}/.."], 2)
    return [*(When.from_edtf(text) for text in pool), When.unscheduled(), When.parse("TBD")]


DATES = dates()
SAID = [None, None, *(When.from_edtf(f"{year}-{month:02}") for year in (2023, 2024, 2025) for month in range(1, 13)),
        When.from_edtf("2024-05-17"), When.from_edtf("[2024-01-01..]"), When.from_edtf("[..2024-06-30]")]  # fmt: skip


def statement(chance: Random) -> Statement:
    """One statement; plans and postponements more often than others, as in real logs."""
    status = chance.choice([*STATUSES, Status.PLANNED, Status.PLANNED, Status.PLANNED])
    when = chance.choice(DATES) if chance.random() < 0.75 else None
    source = Citation(SOURCE, str(chance.randrange(9))) if chance.random() < 0.5 else None
    return Statement(
        status=status, when=when, said=chance.choice(SAID), correction=chance.random() < 0.2, source=source,
        reason=chance.choice(["", "the tender was repeated"]),
    )  # fmt: skip


def history(chance: Random) -> Iterator[Statement]:
    """Up to six statements; now and then the date before is said again."""
    before: When | None = None
    for _ in range(chance.choice([1, 1, 2, 2, 3, 4, 5, 6])):
        made = statement(chance)
        if before is not None and chance.random() < 0.3:
            made = Statement(status=made.status, when=before, said=made.said, correction=made.correction)
        before = made.when
        yield made


def log_of(number: int, seed: int = 1) -> EventLog:
    """So many events."""
    chance = Random(seed)  # noqa: S311
    kinds: list[type[Event]] = [Event, Launch, Delivery, Programme]
    return EventLog(
        chance.choice(kinds)(
            id=f"e{index}", title=f"Thing {index}", countries=chance.choice([(), ("CU",), ("CU", "RU")]),
            history=tuple(history(chance)),
        )
        for index in range(number)
    )  # fmt: skip
