"""The kinds of event this library ships; a user adds one the same way."""

from __future__ import annotations

from typing import ClassVar

import attrs

from ..dates import When
from . import fields
from .amount import Amount
from .event import Event, event_kind
from .statuses.status import Status

# eq=False, repr=False: `Event` compares and shows them all; methods made for each would delay every start.


@event_kind("meeting")
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Meeting(Event):
    """A session of a body: an intergovernmental commission, a summit, a forum."""

    body: str | None = fields.text("the body that meets")
    session: int | None = fields.integer("the number of the session")


@event_kind("launch")
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Launch(Event):
    """The start of a plant, a production line or a service."""

    is_task: ClassVar[bool] = True

    facility: str | None = fields.text("what starts working")
    product: str | None = fields.text("what it makes")


@event_kind("delivery")
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Delivery(Event):
    """Goods supplied to a recipient."""

    is_task: ClassVar[bool] = True

    goods: str | None = fields.text("what is delivered")
    quantity: Amount | None = fields.amount("how much: '300 buses'")
    value: Amount | None = fields.money("its worth: 'EUR 16.83 million'")
    terms: str | None = fields.text("grant, loan, commercial contract …")
    supplier: str | None = fields.text("who delivers")
    recipient: str | None = fields.text("who receives")


@event_kind("agreement")
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Agreement(Event):
    """A document signed by parties; `when` is the day of signing, `term` the time it covers."""

    is_task: ClassVar[bool] = True

    document: str | None = fields.text("treaty, programme, roadmap, plan, memorandum …")
    term: When | None = fields.date("the time it covers")
    value: Amount | None = fields.money("the sum it provides: 'up to USD 100 million'")


@event_kind("milestone")
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Milestone(Event):
    """A goal that a project has to reach."""

    is_task: ClassVar[bool] = True

    project: str | None = fields.text("the project it belongs to")
    contractor: str | None = fields.text("who has to reach it")


@event_kind("programme")
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Programme(Event):
    """A lasting undertaking; others are `part_of` it."""

    is_task: ClassVar[bool] = True

    value: Amount | None = fields.money("its budget or worth")


@event_kind("observation")
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Observation(Event):
    """A figure for a period: `when` is the period the figure speaks of."""

    usual_status: ClassVar[Status | None] = Status.COMPLETED

    measure: str | None = fields.text("what is counted")
    figure: Amount | None = fields.amount("how much: '185,000 people', 'USD 11 billion', '2.5 %'")
