"""Test data that others made: phrases, dates by some 358 authors, and two EDTF conformance suites."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from laceventlog.dates import When
from laceventlog.errors import DateError

FOLDER = os.environ.get("LACEVENTLOG_CORPORA")
pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not FOLDER, reason="LACEVENTLOG_CORPORA does not name the folder of the independent test data"),
]
Row = dict[str, Any]


def corpus(name: str) -> Any:
    return json.loads((Path(FOLDER) / name).read_text("utf-8")) if FOLDER else []


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def numbered(rows: list[Row], key: str) -> list[Any]:
    return [pytest.param(row, id=f"{number}: {row[key]}") for number, row in enumerate(rows, start=1)]


def read_or_none(text: str, lang: str = "en") -> When | None:
    try:
        return When.parse(text, lang)
    except DateError:
        return None


# Phrases in words

PHRASES: list[Row] = [row for row in corpus("prose/phrases.json") if row["lang"] == "en"]
RUNNING_PROSE = "In 2025, X plans to"
"""It asks a reader to find a date in a sentence; this one reads a whole text or refuses it."""


def shared_days(one: tuple[date, date], other: tuple[date, date]) -> float:
    """The Jaccard index: days in both, of the days in either."""
    both = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    either = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return max(both, 0) / either


@pytest.mark.parametrize("row", numbered(PHRASES, "text"))
def test_an_english_phrase_has_the_bounds_it_should(row: Row) -> None:
    when = read_or_none(row["text"])
    if row["refuse"] or row["text"] == RUNNING_PROSE:
        assert when is None or when.is_unscheduled
        return
    assert when is not None
    first, last = day(row["earliest"]), day(row["latest"])
    if not row["soft"]:
        assert (when.earliest, when.latest) == (first, last)
        return
    assert first
    assert last
    assert when.earliest
    assert when.latest
    assert first <= when.earliest <= when.latest <= last
    assert shared_days((first, last), (when.earliest, when.latest)) >= 0.5


def test_all_forty_english_phrases_are_there() -> None:
    assert len(PHRASES) == 40
    assert RUNNING_PROSE in {row["text"] for row in PHRASES}


def test_every_date_written_by_hand_is_read_right() -> None:
    rows: list[Row] = corpus("prose/real_dates_en.json")
    assert len(rows) == 501
    wrong = []
    for row in rows:
        when = read_or_none(row["text"])
        if when is None or (when.earliest, when.latest) != (day(row["earliest"]), day(row["latest"])):
            wrong.append((row["text"], when))
    assert wrong == []


# EDTF: the conformance corpus. Its `null` is an unknown end, its infinity an open one; a qualifier moves
# no bound, and the winter of 2001 ends in February 2002.

EDTF: dict[str, list[Row]] = corpus("edtf/edtf-conformance-corpus.json") or {}
OUT_OF_SCOPE = {"-1985", "Y170000002", "Y-17E7", "Y17E7", "Y171010000S3", "Y3388E2S3"}
"""Years outside 0001-9999, which levels 1 and 2 have: the documented limit, refused with D005."""
NO_BOUNDS = {"XXXX-12-XX"}
"""Some December: a moment nowhere in time, where the corpus says `null`."""


def stated(row: Row) -> tuple[str, str]:
    """The outer bounds in the corpus's words; an open end of a set is no more than a missing bound."""
    return str(row["earliest"]), str(row["latest"])


def found(when: When) -> tuple[str, str]:
    first, last = when.earliest, when.latest
    start = "None" if when.is_span and when.latest_start else "-infinity"
    end = "None" if when.is_span and when.earliest_end else "infinity"
    return str(first) if first else start, str(last) if last else end


def level(*names: str) -> list[Row]:
    return [row for name in names for row in EDTF.get(name, [])]


VALID = level("level0", "level1", "level2")


@pytest.mark.parametrize("row", numbered(VALID, "edtf"))
def test_every_level_has_the_bounds_the_corpus_states(row: Row) -> None:
    if row["edtf"] in OUT_OF_SCOPE:
        with pytest.raises(DateError, match="a year outside 0001-9999") as caught:
            When.from_edtf(row["edtf"])
        assert caught.value.code == "D005"
        return
    when = When.from_edtf(row["edtf"])
    assert when == read_or_none(row["edtf"])
    if row["edtf"] in NO_BOUNDS:
        assert (when.earliest, when.latest, row["earliest"], row["latest"]) == (None, None, None, None)
    elif "bounds_open" in row and row["level"] == 2:
        expected = tuple(None if "infinity" in row[side] else day(row[side]) for side in ("earliest", "latest"))
        assert (when.earliest, when.latest) == expected
    else:
        assert found(when) == stated(row)
    assert when.is_span == (row["type"] in ("interval", "list"))
    assert When.from_edtf(when.notation) == when


@pytest.mark.parametrize("row", numbered(level("invalid"), "edtf"))
def test_what_is_invalid_is_refused(row: Row) -> None:
    with pytest.raises(DateError):
        When.from_edtf(row["edtf"])
    assert read_or_none(row["edtf"]) is None


def test_the_conformance_corpus_is_whole() -> None:
    sizes = {"level0": 11, "level1": 20, "level2": 22, "invalid": 10}
    assert {name: len(EDTF[name]) for name in sizes} == sizes
    assert {row["edtf"] for row in VALID} >= OUT_OF_SCOPE | NO_BOUNDS


# EDTF: what the suites of the reference implementations accept and reject, without bounds.

REFERENCE: dict[str, list[Row]] = corpus("edtf/reference-impl-corpus.json") or {}


DOCS = Path(__file__).parents[2] / "docs" / "dates.md"


def documented(code: str) -> set[str]:
    """The strings of the table of divergences that are refused with this code."""
    rows = re.findall(rf"^\| (`.*`) \| {code} \|", DOCS.read_text("utf-8"), re.MULTILINE)
    return {text for row in rows for text in re.findall("`([^`]*)`", row)}


def test_every_divergence_is_listed_and_reasoned_in_the_documents() -> None:
    valid = {row["edtf"] for row in (*VALID, *REFERENCE["accepts"], *REFERENCE["we_accept_they_reject"])}
    assert len(valid) > 180
    for code in ("D001", "D005"):
        assert {text for text in valid if refusal(text) == code} == documented(code)
    assert documented("D001")
    assert {refusal(text) for text in valid} == {"", "D001", "D005"}


NOT_READ = {"2016-05-02T01:01:60": "a leap second: `datetime` has none, so the moment could not be given back"}
"""Of what that corpus takes and the reference implementations reject, what is refused here, and why."""


def refusal(text: str) -> str:
    """The code it is refused with, "" when it is read."""
    try:
        When.from_edtf(text)
    except DateError as error:
        return error.code
    return ""


def out_of_scope(text: str) -> bool:
    """Whether some year of it is negative, 0, or has more than four digits."""
    return bool(re.search(r"(^|/)(-|Y|0000)", text))


@pytest.mark.parametrize(("name", "size"), [("rejects", 48), ("must_reject", 36)])
def test_what_the_reference_suites_reject_is_refused(name: str, size: int) -> None:
    rows = REFERENCE[name]
    assert len(rows) == size
    assert [row["edtf"] for row in rows if not refusal(row["edtf"])] == []


@pytest.mark.parametrize(("name", "size"), [("accepts", 180), ("we_accept_they_reject", 9)])
def test_what_the_corpus_accepts_is_read_unless_a_year_is_outside_0001_9999(name: str, size: int) -> None:
    rows = [row["edtf"] for row in REFERENCE[name]]
    assert len(rows) == size
    codes = {text: refusal(text) for text in rows if text not in NOT_READ}
    assert codes == {text: "D005" if out_of_scope(text) else "" for text in codes}
    for text in (text for text, code in codes.items() if not code):
        when = When.from_edtf(text)
        assert When.from_edtf(when.notation) == when


@pytest.mark.parametrize("text", NOT_READ)
def test_where_we_differ_it_is_for_a_reason(text: str) -> None:
    assert text in {row["edtf"] for row in REFERENCE["we_accept_they_reject"]}
    assert refusal(text) == "D001"
