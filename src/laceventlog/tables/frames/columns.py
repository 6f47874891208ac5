"""The columns of both tables and their types: plain values only, one home for names that are used together.

`docs/frames.md` says what stands in each. A date of the model is nine columns and two of words: its notation, its
shape, four bounds, the slack of its start and its end, and `days`, which is one text for all ways to write one date.
"""

from __future__ import annotations

from collections.abc import Mapping

import narwhals.stable.v2 as nw
from narwhals.stable.v2.dtypes import DType

Types = Mapping[str, DType]

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
"""The shape of what nobody has dated; a statement that says nothing of the date has no shape at all."""
