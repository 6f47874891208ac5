"""Tables of any engine: made from columns, checked, and returned as the type that was passed in.

All goes through narwhals, so that only the engine in use is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from importlib import import_module
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import narwhals
import narwhals.stable.v2 as nw

from ...errors import UsageError, did_you_mean
from .columns import Columns, Types

BACKENDS = ("polars", "pandas", "pyarrow", "duckdb", "pyspark")

Frame = nw.LazyFrame[Any]
"""A lazy frame, the type with fewer methods: eager frames have all that is used here."""
Table = TypeVar("Table")
P = ParamSpec("P")


def made(columns: Columns, types: Types, backend: str, session: Any) -> Any:
    """A native table of the columns.

    Raises:
        UsageError: the engine is unknown or not installed, or the session of Spark is missing.
    """
    require(backend, session)
    if backend == "polars":
        return nw.from_dict(columns, types, backend="polars").to_native()
    return of_arrow(nw.from_dict(columns, types, backend="pyarrow"), backend, session)


def of_arrow(table: nw.DataFrame[Any], backend: str, session: Any) -> Any:
    """An Arrow table as a table of another engine; pandas keeps Arrow's types, the only ones with all days and None."""
    if backend == "pandas":
        return table.to_native().to_pandas(types_mapper=import_module("pandas").ArrowDtype)
    if backend == "polars":
        return nw.from_arrow(table, backend="polars").to_native()
    if backend == "duckdb":
        return table.lazy("duckdb").to_native()
    return table.lazy("pyspark", session=session).to_native() if backend == "pyspark" else table.to_native()


def require(backend: str, session: Any) -> None:
    """Check that an engine can be used.

    Raises:
        UsageError: it is unknown or not installed, or the session of Spark is missing.
    """
    if backend not in BACKENDS:
        raise UsageError(f"unknown engine '{backend}': {did_you_mean(backend, BACKENDS)}")
    if backend == "pyspark" and session is None:
        raise UsageError("a table of pyspark needs a session: session=SparkSession.builder.getOrCreate()")
    for name in dict.fromkeys((backend, "pyarrow" if backend != "polars" else backend)):
        try:
            import_module(name)
        except ImportError:
            raise UsageError(f"tables of {backend} need the package {name}: pip install {name}") from None


def same_kind(function: Callable[Concatenate[Frame, P], Frame]) -> Callable[Concatenate[Table, P], Table]:
    """Decorate a function of narwhals frames: it takes a table of any engine, and returns one of the same."""

    @wraps(function)
    def wrapped(table: Table, /, *args: P.args, **kwargs: P.kwargs) -> Table:
        native, back = _native(table)
        result: Table = back(function(framed(native), *args, **kwargs).to_native())
        return result

    return wrapped


def _native(table: Any) -> tuple[Any, Callable[[Any], Any]]:
    """The native table inside a narwhals frame of any interface, and a function back to that interface."""
    if not isinstance(table, (narwhals.DataFrame, narwhals.LazyFrame)):
        return table, lambda native: native
    home = type(table).__module__
    interface = import_module(home if home.startswith("narwhals.stable.") else "narwhals")
    return table.to_native(), interface.from_native


def framed(table: Any) -> Frame:
    """A narwhals frame of a table.

    Raises:
        UsageError: it is not a table.
    """
    try:
        return cast("Frame", nw.from_native(table))
    except TypeError:
        raise UsageError(f"not a table that narwhals knows: {type(table).__name__}") from None


def as_arrow(frame: Frame | nw.DataFrame[Any]) -> Any:
    """A frame as an Arrow table, without the metadata of pandas."""
    whole = frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame
    return whole.to_arrow().select(whole.columns).replace_schema_metadata(None)


def checked(frame: Frame, types: Types, what: str) -> Frame:
    """The frame, if it has these columns.

    Raises:
        UsageError: columns are missing or of another type; all are listed.
    """
    faults = list(complaints(frame.collect_schema().items(), types))
    if faults:
        raise UsageError("\n".join([f"this is not a table of {what}:", *(f"  {fault}" for fault in faults)]))
    return frame


def complaints(schema: Iterable[tuple[str, Any]], types: Types) -> Iterator[str]:
    """Messages about columns that are missing in a schema, or of another type."""
    found = dict(schema)
    for name, wanted in types.items():
        if name not in found:
            yield f"the column '{name}' is missing"
        elif not _fits(found[name], wanted):
            hint = ": with pandas, read it with dtype_backend='pyarrow'" if wanted == nw.Date else ""
            yield f"the column '{name}' is {found[name]}, not {wanted}{hint}"


def _fits(found: Any, wanted: Any) -> bool:
    if wanted == nw.Int64:
        return bool(found.is_integer())
    if wanted == nw.String:
        return found in (nw.String, nw.Categorical, nw.Enum)
    return bool(found == wanted)
