"""How many events there are of each country, kind, year …, by one or two such facets.

An event of two countries is counted under both; totals count it once, so they may be less than the sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import attrs

from ..model import EventLog
from .agenda import Row
from .facets import Facet, in_order, keys

TOTAL = "(total)"


@attrs.frozen(eq=False)
class Counts:
    """A matrix of counts.

    Attributes:
        facets: what the rows, and the columns if any, are.
        rows: the keys of the rows, in order.
        columns: the keys of the columns, in order; none where one facet is counted.
        cells: how many events by the keys of row and column; 0 is left out.
        of_rows: how many events each row has, each counted once.
        of_columns: the same of the columns.
        total: how many events in all.
        repeated: how many of them stand under several keys of a facet.
    """

    facets: tuple[Facet, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    of_rows: Mapping[str, int]
    of_columns: Mapping[str, int]
    total: int
    repeated: Mapping[Facet, int]


def count(rows: Sequence[Row], log: EventLog, facet: Facet, across: Facet | None = None) -> Counts:
    """Count events by one facet, or by two.

    Args:
        rows: the events to count.
        log: where programmes are looked up.
        facet: what the rows of the matrix are.
        across: what its columns are.
    """
    down = [set(keys(row, facet)) for row in rows]
    over = [set(keys(row, across)) if across else set() for row in rows]
    of_rows, of_columns = (Counter(key for found in side for key in found) for side in (down, over))
    cells = Counter(pair for pairs in map(product, down, over) for pair in pairs)
    sides = {facet: down} | ({across: over} if across else {})
    return Counts(
        facets=tuple(sides),
        rows=tuple(in_order(of_rows, facet, log)),
        columns=tuple(in_order(of_columns, across, log)) if across else (),
        cells=cells,
        of_rows=of_rows,
        of_columns=of_columns,
        total=len(rows),
        repeated={side: sum(len(found) > 1 for found in each) for side, each in sides.items()},
    )


def counts_record(counts: Counts) -> dict[str, Any]:
    """The same for machines: keys with their totals, and every cell, 0 included."""
    names = dict(zip(("rows", "columns"), map(str, counts.facets), strict=False))
    return {
        "by": names,
        "total": counts.total,
        "rows": [{"key": key, "total": counts.of_rows[key]} for key in counts.rows],
        "columns": [{"key": key, "total": counts.of_columns[key]} for key in counts.columns],
        "cells": [
            {"row": row, "column": column, "count": counts.cells.get((row, column), 0)}
            for row in counts.rows
            for column in counts.columns
        ],
    }


def counts_table(counts: Counts) -> tuple[list[str], list[dict[str, Any]]]:
    """The matrix as columns and records of a flat table, with a last column and a last row of totals."""
    name = "/".join(counts.facets)
    records = [
        {name: row, **{key: counts.cells.get((row, key), 0) for key in counts.columns}, TOTAL: counts.of_rows[row]}
        for row in counts.rows
    ]
    return [name, *counts.columns, TOTAL], [*records, {name: TOTAL, **counts.of_columns, TOTAL: counts.total}]
