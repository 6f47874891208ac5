"""Numbers of events by country, kind, year ...: by one facet or by two.

An event of two countries is counted under both; totals count it once, so they may be less than the sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

import attrs

from ..model import EventLog
from .agenda import Row
from .facets import Facet, in_order, keys

TOTAL = "(total)"


@attrs.frozen(eq=False)
class CountMatrix:
    """Numbers of events in rows and columns.

    Attributes:
        facets: the facet of the rows and, if there are columns, theirs.
        rows: the keys of the rows, in order.
        columns: the keys of the columns, in order; empty for one facet.
        cells: events by row and column key, zero left out.
        of_rows: events of each row, each counted once.
        of_columns: events of each column, each counted once.
        total: all events.
        repeated: events with several keys, by facet.
    """

    facets: tuple[Facet, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    of_rows: Mapping[str, int]
    of_columns: Mapping[str, int]
    total: int
    repeated: Mapping[Facet, int]


def count_events(rows: Sequence[Row], log: EventLog, facet: Facet, across: Facet | None = None) -> CountMatrix:
    """Count events by one facet or by two.

    Args:
        rows: the events to count.
        log: the log with their programmes.
        facet: the facet of the rows of the matrix.
        across: the facet of its columns.
    """
    down = [set(keys(row, facet)) for row in rows]
    over = [set(keys(row, across)) if across else set() for row in rows]
    of_rows, of_columns = (Counter(key for found in side for key in found) for side in (down, over))
    cells = Counter(pair for pairs in map(product, down, over) for pair in pairs)
    sides = {facet: down} | ({across: over} if across else {})
    return CountMatrix(
        facets=tuple(sides),
        rows=tuple(in_order(of_rows, facet, log)),
        columns=tuple(in_order(of_columns, across, log)) if across else (),
        cells=cells,
        of_rows=of_rows,
        of_columns=of_columns,
        total=len(rows),
        repeated={side: sum(len(found) > 1 for found in each) for side, each in sides.items()},
    )


def flat_table(matrix: CountMatrix) -> tuple[list[str], list[dict[str, str | int]]]:
    """The matrix as columns and records of a flat table, with a last column and a last row of totals."""
    name = "/".join(matrix.facets)
    records: list[dict[str, str | int]] = [
        {name: row, **{key: matrix.cells.get((row, key), 0) for key in matrix.columns}, TOTAL: matrix.of_rows[row]}
        for row in matrix.rows
    ]
    return [name, *matrix.columns, TOTAL], [*records, {name: TOTAL, **matrix.of_columns, TOTAL: matrix.total}]
