"""Statuses: every word a source may use, the words that are none, and the one table of moves."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog.errors import FieldError
from laceventlog.model import MOVES, Move, Status, read_status
from laceventlog.model.status import AMBIGUOUS, ENDS, WORDS

WORDS_OF = {
    "proposed": ["proposed", "tentative", "pledged", "suggested", "under discussion", "negotiated"],
    "planned": ["planned", "scheduled", "confirmed", "committed", "expected", "announced", "agreed", "awaited"],
    "underway": ["underway", "ongoing", "in progress", "under way", "active", "running"],
    "partial": ["partial", "partly completed", "partially completed", "partly delivered", "partially met"],
    "completed": [
        *["completed", "done", "held", "delivered", "launched", "signed", "met", "finished", "concluded", "opened"],
        *["supplied", "received", "shipped", "commissioned", "established", "reported", "observed", "in force", "won"],
        "took place",
    ],
    "postponed": ["postponed", "suspended", "on hold", "put off", "deferred"],
    "missed": ["missed", "failed", "not met", "broken", "not delivered", "not held"],
    "cancelled": [
        *["cancelled", "canceled", "called off", "dropped", "abandoned", "terminated", "withdrawn"],
    ],
}
ALL_WORDS = [(word, status) for status, words in WORDS_OF.items() for word in words]


@pytest.mark.parametrize(("word", "status"), ALL_WORDS)
def test_a_word_of_the_sources_means_one_status(word: str, status: str) -> None:
    assert read_status(word) is Status(status)


def test_the_table_above_holds_every_word_there_is() -> None:
    assert sorted(word for word, _ in ALL_WORDS) == sorted(WORDS)


@pytest.mark.parametrize(("word", "status"), ALL_WORDS)
def test_case_hyphens_and_blanks_make_no_difference(word: str, status: str) -> None:
    variants = [word.upper(), word.title(), word.replace(" ", "-"), word.replace(" ", "_"), f"  {word}\t"]
    assert {read_status(variant) for variant in variants} == {Status(status)}


VARIANTS = [
    ("Called-Off", "cancelled"),
    ("called   off", "cancelled"),  # several blanks
    ("called\u00a0off", "cancelled"),  # a blank that does not break, from a web page
    ("IN_FORCE", "completed"),
    ("in-Progress", "underway"),
    ("not_held", "missed"),
    ("-held-", "completed"),  # a hyphen is a blank, and blanks at the ends do not count
]


@pytest.mark.parametrize(("word", "status"), VARIANTS)
def test_variants_people_write(word: str, status: str) -> None:
    assert read_status(word) is Status(status)


REFUSED = [
    # words that sound like statuses but are derived or ambiguous: each is told what to write instead
    ("delayed", "is no status", "postponed, with 'when'"),
    ("Delayed", "is no status", "postponed, with 'when'"),
    ("late", "is no status", "write planned"),
    ("overdue", "is no status", "write planned"),
    ("OVER-DUE", "unknown status", ""),  # not a spelling of it
    ("started", "is no status", "write completed; if the work goes on, underway"),
    ("begun", "is no status", "write completed; if the work goes on, underway"),
    ("rescheduled", "is no status", "write planned with the new 'when'"),
    # slips of the pen get the nearest word
    ("complete", "unknown status", "did you mean 'completed'?"),
    ("cancled", "unknown status", "did you mean 'canceled'?"),
    ("schedulled", "unknown status", "did you mean 'scheduled'?"),
    ("postpond", "unknown status", "did you mean 'postponed'?"),
    # nothing near: the eight statuses
    ("", "unknown status ''", "one of: proposed, planned, underway, partial, completed, postponed, missed, cancelled"),
    ("xyzzy", "unknown status 'xyzzy'", "one of: proposed"),
    ("7", "unknown status '7'", "one of: proposed"),
    ("запланировано", "unknown status", "one of: proposed"),  # only English words so far
    ("heldheld", "unknown status", ""),  # a word inside another is no word
    ("held signed", "unknown status", ""),  # two words are not one of them
]


@pytest.mark.parametrize(("word", "message", "remedy"), REFUSED)
def test_what_is_no_status_is_refused_with_a_remedy(word: str, message: str, remedy: str) -> None:
    with pytest.raises(FieldError) as refusal:
        read_status(word)
    assert refusal.value.code == "S005"
    assert message in refusal.value.message
    assert remedy in refusal.value.hint
    assert refusal.value.hint


def test_no_word_is_both_read_and_refused() -> None:
    assert WORDS.keys().isdisjoint(AMBIGUOUS)


@given(st.text())
def test_any_text_is_a_status_or_refused(text: str) -> None:
    try:
        found = read_status(text).value
    except FieldError as refusal:
        found = refusal.code
    assert found in {"S005", *Status}


def test_three_statuses_are_ends() -> None:
    assert {s for s in Status if s.is_end} == {Status.COMPLETED, Status.MISSED, Status.CANCELLED} == ENDS


def test_three_statuses_await_their_start() -> None:
    assert {s for s in Status if s.awaits_start} == {Status.PROPOSED, Status.PLANNED, Status.POSTPONED}


# -- moves

ORDER = "proposed planned underway partial completed postponed missed cancelled"
FREE, REASON, CORRECTION, ODD = "y", "r", "c", "-"
TABLE = """
    proposed   y y y y y r r r
    planned    r y y y y r r r
    underway   - - y y y r r r
    partial    - - y y y r r r
    completed  c c r r y c c c
    postponed  r y y y y y r r
    missed     - r r r r r y r
    cancelled  r r r r c r - y
"""
MEANING = {FREE: Move.FREE, REASON: Move.REASON, CORRECTION: Move.CORRECTION, ODD: Move.ODD}
PAIRS = [
    (Status(line.split()[0]), Status(to), MEANING[code])
    for line in TABLE.strip().splitlines()
    for to, code in zip(ORDER.split(), line.split()[1:], strict=True)
]


@pytest.mark.parametrize(("before", "after", "move"), PAIRS)
def test_what_a_move_wants(before: Status, after: Status, move: Move) -> None:
    assert MOVES[before, after] is move


def test_the_table_of_moves_is_total() -> None:
    assert set(MOVES) == set(itertools.product(Status, Status))
    assert len(MOVES) == len(PAIRS) == 64


def test_saying_the_same_again_is_always_free() -> None:
    assert all(MOVES[status, status] is Move.FREE for status in Status)


def test_only_an_end_wants_a_correction_to_leave() -> None:
    assert {before for (before, _), move in MOVES.items() if move is Move.CORRECTION} <= ENDS


def test_no_end_is_left_freely() -> None:
    left = {(a, b) for (a, b), move in MOVES.items() if a in ENDS and b is not a and move is Move.FREE}
    assert left == set()


def test_stopping_always_wants_a_reason() -> None:
    stops = (Status.POSTPONED, Status.MISSED, Status.CANCELLED)
    open_ones = [s for s in Status if not s.is_end]
    assert {MOVES[a, b] for a in open_ones for b in stops if a is not b} == {Move.REASON}
