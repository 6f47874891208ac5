"""Canonical EDTF in words, from the templates of a language."""

from __future__ import annotations

from .. import edtf
from ..languages.phrasing import ACCUSATIVE, NOMINATIVE, PHRASINGS, Phrasing

MARKS = {"~": ("about",), "?": ("doubt",), "%": ("doubt", "about")}


def in_words(text: str, zone: str | None, code: str) -> str | None:
    """Canonical EDTF in words; None if no words mean exactly this.

    Raises:
        KeyError: an unknown language.
    """
    phrasing = PHRASINGS[code]
    if not text:
        return phrasing.patterns["unscheduled"]
    if "T" in text:
        return _clock(text, zone, phrasing)
    if "/" in text:
        start, _, end = text.partition("/")
        return _span(start, end, phrasing)
    if text.startswith("["):
        return _set(text[1:-1], phrasing)
    return _marked(text, phrasing)


def _clock(text: str, zone: str | None, phrasing: Phrasing) -> str | None:
    day, _, time = text.partition("T")
    clock, offset = time[:5], time[8:]
    if time[5:8] != ":00":
        return None
    where = f" {zone}" if zone else "" if not offset else " UTC" if offset == "Z" else f" UTC{offset}"
    words = _date(day, NOMINATIVE, phrasing)
    return phrasing.patterns["clock"].format(words, clock + where) if words else None


def _span(start: str, end: str, phrasing: Phrasing) -> str | None:
    if end == "..":
        return _filled("since", [start], phrasing)
    return _filled("span", [start, end], phrasing) if start.strip(".") and end else None


def _set(members: str, phrasing: Phrasing) -> str | None:
    if members.count(",") == 1 and ".." not in members:
        return _filled("or", members.split(","), phrasing)
    first, dots, last = members.partition("..")
    if not dots or "," in members:
        return None
    if not first:
        return _filled("by", [last], phrasing)
    return _filled("between", [first, last], phrasing) if last else _filled("not before", [first], phrasing)


def _filled(pattern: str, dates: list[str], phrasing: Phrasing) -> str | None:
    """A pattern filled with dates, each in its case; a qualifier that all share is put around the whole."""
    marks = {date[-1] if date[-1] in MARKS else "" for date in dates}
    if len(marks) > 1:
        return None
    cases = phrasing.cases.get(pattern, (NOMINATIVE, NOMINATIVE))
    dates_in_words = [_date(date.rstrip("?~%"), case, phrasing) for date, case in zip(dates, cases, strict=False)]
    if None in dates_in_words:
        return None
    words = phrasing.patterns[pattern].format(*dates_in_words)
    return _hedged(words, MARKS.get(marks.pop(), ()), phrasing, about="roughly")


def _marked(text: str, phrasing: Phrasing) -> str | None:
    plain = text.rstrip("?~%")
    mark = text[len(plain) :]
    if len(mark) > 1:
        return None
    case = phrasing.cases.get("about", (NOMINATIVE,))[0] if mark in ("~", "%") else NOMINATIVE
    words = _date(plain, case, phrasing)
    return _hedged(words, MARKS.get(mark, ()), phrasing) if words else None


def _hedged(words: str, patterns: tuple[str, ...], phrasing: Phrasing, about: str = "about") -> str:
    """The words with their hedges: "about" before a date, "roughly" before "by", "since" and "between"."""
    for pattern in reversed(patterns):
        words = phrasing.patterns[about if pattern == "about" else pattern].format(words)
    return words


def _date(text: str, case: str, phrasing: Phrasing) -> str | None:
    """One date without a qualifier."""
    found = edtf.DATE.fullmatch(text)
    if found is None or found["day"] == "XX" or found["month"] == "XX":
        return None
    if "X" in found["year"]:
        year = found["year"].replace("X", "0")
        return phrasing.unit("decade", case).format(year=year) if found["year"].count("X") == 1 else None
    if found["month"] is None:
        return phrasing.unit("year", case).format(year=found["year"])
    if found["day"]:
        return _day(found["year"], int(found["month"]), int(found["day"]), case, phrasing)
    return _part_of_year(found["year"], int(found["month"]), case, phrasing)


def _day(year: str, month: int, day: int, case: str, phrasing: Phrasing) -> str:
    """A day; its month is in the genitive, in languages that have one."""
    return phrasing.unit("day", case).format(day=day, month=phrasing.month(month, ""), year=year)


def _part_of_year(year: str, code: int, case: str, phrasing: Phrasing) -> str | None:
    if code <= 12:
        month_case = NOMINATIVE if case == ACCUSATIVE else case  # the same for masculine nouns
        return phrasing.unit("month", case).format(month=phrasing.month(code, month_case), year=year)
    if code <= 24:
        ordinal = phrasing.words(phrasing.seasons, code - 20, case)
        return phrasing.unit("season", case).format(ordinal=ordinal, year=year)
    unit, before = ("quarter", 32) if 33 <= code <= 36 else ("half", 39) if code >= 40 else ("", 0)
    if not unit:
        return None
    neuter = unit == "half" and case in (NOMINATIVE, ACCUSATIVE) and "half" in phrasing.ordinals
    ordinal = phrasing.words(phrasing.ordinals, code - before, "half" if neuter else case)
    return phrasing.unit(unit, case).format(ordinal=ordinal, year=year)
