"""The columns of both tables and their types, all plain values; `docs/frames.md` describes each.

A date has eleven columns: notation, shape, four bounds, the slack of start and end, `days`, which is the same text for
all notations of the same days, zone and the words of the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals.stable.v2 as nw
from narwhals.stable.v2.dtypes import DType

Types = Mapping[str, DType]
Columns = dict[str, list[Any]]

BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
SLACKS = ("slack_start", "slack_end")
HEAD: Types = dict.fromkeys(("id", "kind", "title", "countries"), nw.String())
SAID: Types = {"status": nw.String(), "said": nw.String(), "known_from": nw.Date(), "source": nw.String()}
DATE: Types = {
    "when": nw.String(),
    "shape": nw.String(),
    **dict.fromkeys(BOUNDS, nw.Date()),
    **dict.fromkeys(SLACKS, nw.Int64()),
    "days": nw.String(),
    "zone": nw.String(),
    "text": nw.String(),
}
EVENTS: Types = {**HEAD, **SAID, **DATE}
STATEMENTS: Types = {**HEAD, "statement": nw.Int64(), **SAID, "correction": nw.Boolean(), "reason": nw.String(), **DATE}

UNSCHEDULED = "unscheduled"
"""The shape of "no date yet"; a statement without a date has no shape."""
