"""English dates in words: the meaning of each phrase, and that nothing is guessed."""

from __future__ import annotations

import pytest
from prose_phrases import PHRASES

from laceventlog.dates import When
from laceventlog.errors import DateError, UsageError


@pytest.mark.parametrize(("phrase", "notation"), PHRASES)
def test_a_phrase_means_one_notation(phrase: str, notation: str) -> None:
    when = When.parse(phrase)
    assert when.notation == notation
    assert when.text == phrase
    assert when == When.parse(notation)


@pytest.mark.parametrize(
    ("negated", "flipped"),
    [
        ("no later than 2024", "later than 2024"),
        ("not later than 2024", "later than 2024"),
        ("not after 2024", "after 2024"),
        ("not before 2024", "before 2024"),
        ("no earlier than 2024", "earlier than 2024"),
        ("not earlier than 2024", "earlier than 2024"),
        ("not until 2024", "until 2024"),
        ("not\u00a0before 2024", "before 2024"),
        ("not\n before 2024", "before 2024"),
        ("probably not before 2024", "probably before 2024"),
        ("not until after 2024", "until 2024"),
    ],
)
def test_a_negation_turns_the_direction(negated: str, flipped: str) -> None:
    one, other = When.parse(negated), When.parse(flipped)
    assert (one.earliest is None) != (other.earliest is None)
    assert (one.latest is None) != (other.latest is None)


@pytest.mark.parametrize("not_", ["not", "no", "never", "isn't", "cannot", "neither", "nor", "without", "un"])
@pytest.mark.parametrize(
    "rest", ["2024", "in 2024", "by 2024", "since 2019", "between 2021 and 2023", "2023-2024", "TBD", "mid-2024"]
)
def test_a_negation_that_is_not_understood_is_refused_and_not_dropped(not_: str, rest: str) -> None:
    for phrase in (f"{not_} {rest}", f"{rest} {not_}"):
        with pytest.raises(DateError):
            When.parse(phrase)


def notation_or_refused(phrase: str) -> str:
    try:
        return When.parse(phrase).notation
    except DateError:
        return "refused"


# Taken for "to", the dash would make "Q1-2024" a span from January to the end of 2024.
@pytest.mark.parametrize(
    ("phrase", "right"),
    [
        ("May-2024", "2024-05"),
        ("2024-May", "2024-05"),
        ("Q1-2024", "2024-33"),
        ("2024-Q1", "2024-33"),
        ("H2-2025", "2025-41"),
        ("summer–2024", "2024-22"),
        ("by Q3-2026", "[..2026-09-30]"),
        ("since May-2024", "2024-05/.."),
        ("Q1-2024 – Q3-2024", "2024-33/2024-35"),
        ("17 May–2024", "2024-05-17"),
        ("17-May 2024", "2024-05-17"),
        ("May-17, 2024", "2024-05-17"),
        ("17-May-2024", "2024-05-17"),
        ("first half-year of 2024", "2024-40"),
    ],
)
def test_a_dash_inside_one_date_is_never_a_range(phrase: str, right: str) -> None:
    assert notation_or_refused(phrase) in ("refused", right)


# With blanks around it, a dash may mean "to"; reading it as a hyphen would be a guess.
@pytest.mark.parametrize("phrase", ["17 – June 2024", "May 2024 – 17", "2024 – 17 May", "May – 2024"])
def test_a_dash_between_blanks_is_not_a_hyphen(phrase: str) -> None:
    assert notation_or_refused(phrase) == "refused"


# Without these words the date would be too wide or plainly wrong.
@pytest.mark.parametrize(
    "phrase",
    [
        "first half of Q3 2024",  # not January to June
        "second half of summer 2024",  # not July to December
        "first half of the 2020s",
        "first half of the 2023/2024 academic year",
        "summer of the 2023/2024 academic year",
        "Q3 second half 2024",
        "summer Q3 2024",
        "17 third quarter 2024",
        "17 2023/2024 academic year",
        "2023/2024 academic year 2024",
        "last 2020s",
        "Q1 2020s",
        "late May 2024, 10:00",
        "late May 2024 America/La_Paz",
        "by 29 May 2024, 10:00 Foo/Bar",
    ],
)
def test_no_word_of_a_date_is_dropped(phrase: str) -> None:
    assert notation_or_refused(phrase) == "refused"


# "Before 29 May" leaves out that day; "before ten on 29 May" does not.
@pytest.mark.parametrize("phrase", ["before 29 May 2024, 10:00", "after 29 May 2024, 10:00"])
def test_a_limit_at_a_clock_time_keeps_the_rest_of_that_day(phrase: str) -> None:
    assert notation_or_refused(phrase) in ("refused", "[..2024-05-29]", "[2024-05-29..]")


# With only the outer month kept, "Q1-Q3" would have to start in January.
@pytest.mark.parametrize(
    ("phrase", "latest_start", "earliest_end"),
    [
        ("since Q3 2022", "2022-09-30", None),
        ("since summer 2023", "2023-08-31", None),
        ("since the 2023/2024 academic year", "2024-08-31", None),
        ("Q1–Q3 2023", "2023-03-31", "2023-07-01"),
        ("H1 2023 – H2 2024", "2023-06-30", "2024-07-01"),
        ("spring 2023 to autumn 2023", "2023-05-31", "2023-09-01"),
    ],
)
def test_a_span_starts_and_ends_no_more_precisely_than_was_said(
    phrase: str, latest_start: str, earliest_end: str | None
) -> None:
    try:
        when = When.parse(phrase)
    except DateError:
        return
    assert str(when.latest_start) >= latest_start
    assert earliest_end is None or str(when.earliest_end) <= earliest_end


@pytest.mark.parametrize(
    ("phrase", "notation"),
    [
        ("first to third quarter of 2024", ("2024-01-01", "2024-09-30")),
        ("1st to 3rd quarter of 2024", ("2024-01-01", "2024-09-30")),
        ("since Q1 0033", ("0033-01-01", "None")),  # strftime writes the year 33 with two digits
    ],
)
def test_what_the_grammar_promises_is_read(phrase: str, notation: tuple[str, str]) -> None:
    when = When.parse(phrase)
    assert (str(when.earliest), str(when.latest)) == notation


@pytest.mark.parametrize(
    ("phrase", "approximate", "uncertain"),
    [
        ("expected by 2024", False, True),
        ("by about 2024", True, False),
        ("circa first quarter of 2023", True, False),
        ("probably after 2024", False, True),
        ("circa by 2024?", True, True),
        ("probably by about 2024", True, True),  # one mark before "by", one after
    ],
)
def test_a_hedge_is_kept_and_moves_no_bound(phrase: str, approximate: bool, uncertain: bool) -> None:
    when = When.parse(phrase)
    assert (when.is_approximate, when.is_uncertain) == (approximate, uncertain)
    plain = " ".join(w for w in phrase.rstrip("?").split() if w not in ("expected", "about", "circa", "probably"))
    assert (when.earliest, when.latest) == (When.parse(plain).earliest, When.parse(plain).latest)


@pytest.mark.parametrize(
    ("phrase", "notation"),
    [
        ("spring 2024", "[2024-09..2024-11]"),
        ("summer 2024", "[2024-12..2025-02]"),  # the turn of the year moves from winter to summer
        ("autumn 2024", "[2024-03..2024-05]"),
        ("winter 2024", "[2024-06..2024-08]"),
        ("late summer 2024", "2025-02"),
        ("by winter 2024", "[..2024-08-31]"),
        ("H1 2024", "2024-40"),
        ("Q3 2024", "2024-35"),  # only seasons turn
        ("early 2024", "[2024-01..2024-04]"),
        ("2024-22", "2024-22"),  # as notation the codes are the northern ones
    ],
)
def test_in_the_south_the_seasons_are_half_a_year_away(phrase: str, notation: str) -> None:
    assert When.parse(phrase, hemisphere="south").notation == notation


# Taken for the north, it would put the season half a year off.
@pytest.mark.parametrize("hemisphere", ["South", "southern", "s", ""])
def test_an_unknown_hemisphere_is_refused(hemisphere: str) -> None:
    with pytest.raises(UsageError, match="hemisphere"):
        When.parse("summer 2024", hemisphere=hemisphere)


@pytest.mark.parametrize(
    ("phrase", "day_first", "expected"),
    [
        ("03/04/2024", True, "2024-04-03"),
        ("03/04/2024", False, "2024-03-04"),
        ("03/04/2024", None, "refused"),
        ("11/12/2024", None, "refused"),  # the last two numbers that are both months
        ("12/11/2024", None, "refused"),
        ("13/12/2024", None, "2024-12-13"),  # the first that is none
        ("12/13/2024", None, "2024-12-13"),
        ("12/12/2024", None, "2024-12-12"),
        ("17/05/2024", True, "2024-05-17"),
        ("17/05/2024", False, "refused"),  # there is no month 17, and the caller said so
        ("05/17/2024", True, "refused"),
        ("05/17/2024", False, "2024-05-17"),
        ("05/05/2024", None, "2024-05-05"),
        ("by 03/04/2024", True, "[..2024-04-03]"),
        ("2024-03-04", True, "2024-03-04"),  # ISO is not up for choice
    ],
)
def test_which_number_is_the_day_is_said_by_the_caller_or_not_known(
    phrase: str, day_first: bool | None, expected: str
) -> None:
    try:
        notation = When.parse(phrase, day_first=day_first).notation
    except DateError:
        notation = "refused"
    assert notation == expected
