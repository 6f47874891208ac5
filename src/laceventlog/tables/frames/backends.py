"""Tables of any engine, in and out: made from columns, checked, and given back as the kind that came.

All goes through narwhals, so that no engine but the one in use is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from importlib import import_module
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import narwhals
import narwhals.stable.v2 as nw

from ...errors import UsageError, did_you_mean
from .columns import Types
from .rows import Columns

BACKENDS = ("polars", "pandas", "pyarrow", "duckdb", "pyspark")

Frame = nw.LazyFrame[Any]
"""Typed by the kind that can less: what is asked of it, an eager frame can as well."""
Table = TypeVar("Table")
P = ParamSpec("P")


def made(columns: Columns, types: Types, backend: str, session: Any) -> Any:
    """A native table of the columns.

    Raises:
        UsageError: no such engine, it is not installed, or Spark without its session.
    """
    ready(backend, session)
    if backend == "polars":
        return nw.from_dict(columns, types, backend="polars").to_native()
    return of_arrow(nw.from_dict(columns, types, backend="pyarrow"), backend, session)


def of_arrow(table: nw.DataFrame[Any], backend: str, session: Any) -> Any:
    """An Arrow table as that of another engine; pandas keeps Arrow's types, which alone hold all days and None."""
    if backend == "pandas":
        return table.to_native().to_pandas(types_mapper=import_module("pandas").ArrowDtype)
    if backend == "polars":
        return nw.from_arrow(table, backend="polars").to_native()
    if backend == "duckdb":
        return table.lazy("duckdb").to_native()
    return table.lazy("pyspark", session=session).to_native() if backend == "pyspark" else table.to_native()


def ready(backend: str, session: Any) -> None:
    """Refuse an engine that cannot be used here.

    Raises:
        UsageError: as above.
    """
    if backend not in BACKENDS:
        raise UsageError(f"no tables are made for '{backend}': {did_you_mean(backend, BACKENDS)}")
    if backend == "pyspark" and session is None:
        raise UsageError("a table of pyspark wants a session: session=SparkSession.builder.getOrCreate()")
    for name in dict.fromkeys((backend, "pyarrow" if backend != "polars" else backend)):
        try:
            import_module(name)
        except ImportError:
            raise UsageError(f"tables of {backend} want the package {name}: pip install {name}") from None


def same_kind(question: Callable[Concatenate[Frame, P], Frame]) -> Callable[Concatenate[Table, P], Table]:
    """Let a question about narwhals frames take any table, and answer with one of the same kind."""

    @wraps(question)
    def ask(table: Table, /, *args: P.args, **kwargs: P.kwargs) -> Table:
        native, back = _opened(table)
        answer: Table = back(question(framed(native), *args, **kwargs).to_native())
        return answer

    return ask


def _opened(table: Any) -> tuple[Any, Callable[[Any], Any]]:
    """What stands in a narwhals frame, of whichever of its interfaces, and the way back into one."""
    if not isinstance(table, (narwhals.DataFrame, narwhals.LazyFrame)):
        return table, lambda native: native
    home = type(table).__module__
    interface = import_module(home if home.startswith("narwhals.stable.") else "narwhals")
    return table.to_native(), interface.from_native


def framed(table: Any) -> Frame:
    """A narwhals frame of a table.

    Raises:
        UsageError: it is none.
    """
    try:
        return cast("Frame", nw.from_native(table))
    except TypeError:
        raise UsageError(f"not a table that narwhals knows: {type(table).__name__}") from None


def as_arrow(frame: Frame | nw.DataFrame[Any]) -> Any:
    """The rows of a frame as an Arrow table, without what pandas says beside them."""
    whole = frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame
    return whole.to_arrow().select(whole.columns).replace_schema_metadata(None)


def checked(frame: Frame, types: Types, what: str) -> Frame:
    """The frame, if it has these columns.

    Raises:
        UsageError: what is missing or of another type, all at once.
    """
    faults = list(complaints(frame.collect_schema().items(), types))
    if faults:
        raise UsageError("\n".join([f"this is no table of {what}:", *(f"  {fault}" for fault in faults)]))
    return frame


def complaints(schema: Iterable[tuple[str, Any]], types: Types) -> Iterator[str]:
    """What is missing in a schema, or of another type."""
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
