"""The log as plain columns, and its questions as expressions over whatever dataframe one has.

One definition for pandas, polars, DuckDB and PySpark, through narwhals; the answers are those of the model.

>>> from datetime import date
>>> from laceventlog import loads
>>> from laceventlog.tables import frames
>>> log = loads('''
... events:
...   - {id: pumps, kind: delivery, title: Forty pumps, status: planned, when: by the end of 2024}
... ''')
>>> table = frames.statements(log, backend="polars")
>>> frames.overdue(table, today=date(2025, 1, 1))["id"].to_list()
['pumps']
"""

from __future__ import annotations

try:
    import narwhals.stable.v2  # noqa: F401 - only to say what is missing
except ImportError as error:
    raise ImportError("laceventlog.frames wants the package narwhals: pip install 'laceventlog[frames]'") from error

from .condition import condition, overdue
from .parquet import parse_parquet, read_parquet, write_parquet
from .slip import slip
from .state import as_of, events_of
from .tables import events, statements

__all__ = [
    "as_of", "condition", "events", "events_of", "overdue", "parse_parquet", "read_parquet", "slip", "statements",
    "write_parquet",
]  # fmt: skip
