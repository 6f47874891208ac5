"""Ranges of days in words and figures: fewest and most, an end of which is None where nobody knows it.

Later is positive. `range_text` and `in_words` measure a slip, `late` an outcome, `days_words` a date that moved.
"""

from __future__ import annotations

from collections.abc import Callable

from ..reports.moves import Range


def range_text(days: Range | None) -> str:
    """`+54`, `-3..+12`, `+1..` (no known end), `0`; `?` where nobody knows."""
    if days is None:
        return "?"
    fewest, most = days
    return _signed(fewest) if fewest == most else f"{_signed(fewest)}..{_signed(most)}"


def _signed(days: int | None) -> str:
    """A number of days with its sign; nothing for an open end."""
    return "" if days is None else f"{days:+}" if days else "0"


def in_words(days: Range | None) -> str:
    """`+54 d`, `at least +1 d`, `at most -3 d`, `unknown`."""
    if days is None:
        return "unknown"
    fewest, most = days
    if fewest is None or most is None:
        return f"at {'most' if fewest is None else 'least'} {_signed(most if fewest is None else fewest)} d"
    return f"{range_text(days)} d"


def plain(days: tuple[int, int]) -> str:
    """`19`, `19–39`."""
    return str(days[0]) if days[0] == days[1] else f"{days[0]}–{days[1]}"


def late(days: tuple[int, int]) -> str:
    """`42 d late`, `38–129 d late`, `3 d early`, `16 d early to 14 d late`; `on time` on the very day."""
    return "on time" if days == (0, 0) else _either(days, lambda number: f"{number} d", ("early", "late"))


def days_words(days: Range) -> str:
    """`38–129 days later`, `1 day earlier`, `up to 30 days later`, `from 12 days earlier to 30 days later`; with an
    end that nobody knows `at least 366 days later`, `at most 12 days earlier`.
    """
    fewest, most = days
    if fewest is None or most is None:
        return _at_least_or_most(fewest, most)
    if days == (0, 0):
        return "its end stays"
    if fewest == 0 or most == 0:
        return f"up to {_either((most or fewest,) * 2, _days, ('earlier', 'later'))}"
    return ("from " if fewest < 0 < most else "") + _either((fewest, most), _days, ("earlier", "later"))


def _at_least_or_most(fewest: int | None, most: int | None) -> str:
    """One end alone: it may be the nearer one, or the farther one on the other side."""
    known = (fewest if most is None else most) or 0
    word = "later" if known > 0 or (known == 0 and fewest is None) else "earlier"
    if known == 0:
        return f"not {word}"
    is_nearer = known > 0 if most is None else known < 0
    return f"at {'least' if is_nearer else 'most'} {_days(abs(known))} {word}"


def _either(days: tuple[int, int], unit: Callable[[int], str], sides: tuple[str, str]) -> str:
    """`1–3 d late`; where it may be on both sides, `2 d early to 1 d late`."""
    fewest, most = days
    before, after = sides
    if fewest < 0 < most:
        return f"{unit(-fewest)} {before} to {unit(most)} {after}"
    low, high = sorted((abs(fewest), abs(most)))
    return f"{unit(high) if low == high else f'{low}–{unit(high)}'} {after if most > 0 else before}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
