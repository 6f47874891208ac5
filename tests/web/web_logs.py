"""Logs to draw: the real one, one with every sign, one of hostile texts, one with many events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from laceventlog import load
from laceventlog.dates import When
from laceventlog.model import (
    Agreement,
    Citation,
    Delivery,
    Event,
    EventLog,
    Launch,
    Meeting,
    Milestone,
    Programme,
    Source,
    Status,
)
from laceventlog.model.statement import Statement
from laceventlog.model.values import trusted
from laceventlog.reports import agenda
from laceventlog.views.web.context import Timeline

TODAY = date(2025, 3, 1)
EVENTS = Path(__file__).parents[2] / "events"
REPORT = Source(
    id="report", title="Report on cooperation", author="A. Author", publisher="Ministry",
    published=When.parse("2024-06-01"), url="https://example.org/report?a=1&b=2",
)  # fmt: skip
LETTER = Source(id="letter", title="Letter to the commission", published=When.parse("2025-01-15"))
KINDS: tuple[type[Event], ...] = (Delivery, Launch, Meeting, Agreement, Milestone, Programme, Event)
COUNTRIES = ("CU", "VE", "NI", "BO", "BR", "MX", "PE", "CL", "AR", "RU")


def timeline(log: EventLog, today: date = TODAY, **facts: Any) -> Timeline:
    """All events of a log, most urgent first."""
    return Timeline(tuple(agenda(log, today)), log, today, **facts)


def real() -> EventLog:
    """The log that comes with the project."""
    return load(EVENTS)


def said(status: str, when: str = "", on: str = "2024-06-01", **facts: Any) -> Statement:
    """A statement, with its dates in notation or words."""
    dated = When.parse(when) if when else None
    return Statement(
        status=Status(status), when=dated, said=When.parse(on), **{"source": Citation(REPORT, "7")} | facts
    )


def event(id_: str, kind: type[Event], title: str, *history: Statement, **facts: Any) -> Event:
    """An event of Cuba and Russia, if nothing else is said."""
    return kind(id=id_, title=title, history=history, **{"countries": ("CU", "RU")} | facts)


def every_sign() -> EventLog:
    """Each nature a lane can have, ends without an end, days beyond the axis, a history with a correction."""
    quoted = {"quote": "The line will start “in mid-2025” at the latest.", "source": Citation(LETTER)}
    return EventLog([
        event(
            "line", Launch, "Pharmaceutical production line starts at the plant in Mariel",
            said("planned", "2024-09", "2024-01-10"),
            said("planned", "2024-12", "2024-08-01", reason="the building was handed over late"),
            said("planned", "2024-11", "2024-09-01", correction=True),
            said("planned", "2025-05", "2025-01-15", **quoted),
            parties=("BIOCAD", "BioCubaFarma"), after=("tender",), note="See [tender], and [nothing].",
        ),
        event("tender", Milestone, "Tender won", said("completed", "2024-02-12"), said("completed", "2024-02-12"), tags=("health",)),
        event("supply", Delivery, "Buses supplied to Managua", said("planned", "by the end of 2024"), countries=("NI",)),
        event("window", Delivery, "Second batch of kits shipped", said("planned", "[2024-10-01..2024-12-15]")),
        event("forum", Meeting, "Forum in Caracas", said("planned", "2025-06-17"), countries=("VE", "RU")),
        event("missed", Milestone, "First metal poured", said("planned", "2024-05"), said("missed", "", "2024-09-01")),
        event("off", Meeting, "Commission meets in La Paz", said("planned", "2025-04-02"), said("cancelled", "", "2025-01-02"), countries=("BO",)),
        event("around", Launch, "Research reactor commissioned", said("planned", "2025-07~"), countries=("BO", "RU")),
        event("late", Delivery, "Wheat unloaded in Veracruz", said("planned", "2024-03", "2024-01-05"), said("completed", "2024-05-20", "2024-05-21"), countries=("MX",)),
        event("programme", Programme, "Programme of work in tourism", said("underway", "2024-03/2025-12")),
        event("since", Programme, "Insulin made in Venezuela", said("underway", "2019/.."), countries=("VE",)),
        event("until", Programme, "Training of rescuers", said("underway", "../2025-10"), countries=()),
        event("far", Launch, "Nuclear centre complete", said("planned", "2033"), countries=("BO",)),
        event("past", Agreement, "Agreement signed long ago", said("completed", "1998-04-22"), countries=("PE",)),
        event("soon", Programme, "Second phase", said("planned", "2025-07/2026-06"), part_of=("programme",)),
        event("not-before", Delivery, "Third batch", said("planned", "[2025-09-01..]"), countries=("NI",)),
        event("idea", Event, "Exchange of students proposed", said("proposed", "TBD"), countries=("BR",)),
        event("deadline", Agreement, "Memorandum signed", said("planned", "by 31 May 2025", "2024-11-20"), countries=("BR", "RU")),
    ])  # fmt: skip


ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></svg><script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "{{7*7}} ${alert(1)} &lt;b&gt; &#60;i&#62;",
    "]]> <!-- --> <![CDATA[x]]> <?php x ?>",
    "a\u2028b\u2029c\x00d\x1be\x85f\ufeffg",
    "\u202eright to left\u202c and \ud83d\ufffe\uffff",
    "' onmouseover='alert(1)' x='",
    "javascript:alert(1)",
    "İı ﷽ 👩‍👩‍👧‍👦 e\u0301\u0301\u0301 漢字 العربية",
    "W" * 300,
)  # fmt: skip
URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org/x",
    "https:alert(1)",
    "https://",
    "https://[bad",
    'https://example.org/"onclick="alert(1)',
    "https://example.org/<script>",
)


def hostile() -> EventLog:
    """Every text of every event attacks."""
    return EventLog.trusted([_attack(number, attack) for number, attack in enumerate(ATTACKS)])


def _attack(number: int, attack: str) -> Event:
    url = URLS[number % len(URLS)]
    source = trusted(Source, id=f"s{number}", title=attack, author=attack, publisher=attack, url=url, locator=attack)
    cited = trusted(Citation, source=source, at=attack)
    facts: dict[str, Any] = {"reason": attack, "quote": attack, "word": attack, "source": cited}
    when = When.parse("2025-04")
    history = [
        trusted(Statement, status=Status.PLANNED, when=When.parse("2025-02"), said=When.parse("2024-01-01"), **facts),
        trusted(Statement, status=Status.PLANNED, when=written(when, attack), said=When.parse("2024-06-01"), **facts),
    ]
    return trusted(
        Delivery, id=f"x{number}", title=attack, history=tuple(history), parties=(attack,), place=attack, tags=(attack,), note=attack,
        goods=attack, related=(attack, "x0"), countries=("CU",),
    )  # fmt: skip


def written(when: When, text: str) -> When:
    """A date whose source wrote it so."""
    return when.worded(text)


def many(number: int = 500) -> EventLog:
    """So many events of all kinds, countries and conditions."""
    return EventLog(list(_many(number)))


def _many(number: int) -> Iterator[Event]:
    statuses = ("planned", "planned", "completed", "underway", "cancelled", "missed")
    for at in range(number):
        day = date(2023, 1, 1) + timedelta(days=at * 37 % 1100)
        shapes = (day.isoformat(), f"{day:%Y-%m}", f"by the end of {day.year}", f"Q{day.month % 4 + 1} {day.year}")
        status = statuses[at % 6]
        when = f"{day.year}/{day.year + 2}" if status == "underway" else shapes[at % 4]
        countries = tuple(sorted({COUNTRIES[at % 10], COUNTRIES[at * 7 % 9]}))
        yield event(
            f"e{at}", KINDS[at % 7], f"Event number {at} of a long list", said(status, when), countries=countries
        )
