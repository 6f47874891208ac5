"""A kind of one's own: one attrs class, one registration; files, checks and exports know it from then on."""

from datetime import date

import attrs

from laceventlog import Amount, Event, dumps, event_kind, loads, overdue
from laceventlog.model import fields


@event_kind("inspection")
@attrs.frozen(kw_only=True)
class Inspection(Event):
    """An inspector's visit to a plant."""

    inspector: str | None = fields.text("who inspects")
    findings: int | None = fields.integer("how many shortcomings were found")
    fine: Amount | None = fields.money("the fine, if any")


log = loads("""
events:
  - id: ve-gmp
    kind: inspection
    title: Good manufacturing practice at the insulin line
    inspector: INHRR
    fine: up to 2 million VES
    status: planned
    when: mid-2026
""")

print(dumps(log))
for row in overdue(log, today=date(2026, 9, 1)):
    print(f"overdue since {row.standing.last}: {row.event.title} ({row.event.facts()['fine']})")
