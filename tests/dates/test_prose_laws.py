"""Laws of English dates in words: any text is a date or refused; case and blanks change nothing."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from prose_phrases import PHRASES

from laceventlog.dates import When
from laceventlog.dates.languages import LANGUAGES
from laceventlog.errors import CODES, DateError

# Fuzz: no text does anything but mean a date or be refused.

WORDS = sorted({word for language in LANGUAGES.values() for word in language.vocabulary})
PIECES = [
    *WORDS,
    *"0 1 3 12 17 24 31 99 198 0000 0001 0033 1900 2023 2024 9999 12024 1st 17th 2020s 9990s 0000s 2023/2024".split(),
    *"17.05.2024 03/04/2024 2024-05 2024-05-17 2024-02-30 9999-24 10:00 25:00 UTC+3 +14:00 Z z GMT".split(),
    *"America/La_Paz America Foo/Bar UTC [UTC] T10:00 [..2024] [ ] / .. X XX 202X".split(),
    *"~ ? % - – — , . ; ( ) ' İ ß ǅ 年 ٣ ²".split(),
    "\t",
]
JOINTS = st.sampled_from([" ", " ", " ", "", "-", "–", ", ", "\u00a0"])


def check(text: str, *, day_first: bool | None = None, hemisphere: str = "north") -> None:
    try:
        when = When.parse(text, day_first=day_first, hemisphere=hemisphere)
    except DateError as error:
        check_refusal(text, error)
    else:
        check_date(text, when)


def check_date(text: str, when: When) -> None:
    assert when == When.parse(when.notation)
    assert when.text == text.strip()
    low, high = when.earliest, when.latest
    assert low is None or high is None or low <= high


def check_refusal(text: str, error: DateError) -> None:
    assert error.text == text.strip()
    assert 0 <= error.start < error.end <= len(error.text) + 1
    assert error.code in CODES
    assert error.reason in str(error)


@given(
    st.lists(st.tuples(st.sampled_from(PIECES), JOINTS), min_size=1, max_size=8),
    st.sampled_from([None, True, False]),
    st.sampled_from(["north", "south"]),
)
def test_words_in_any_order_are_a_date_or_refused(
    parts: list[tuple[str, str]], day_first: bool | None, hemisphere: str
) -> None:
    text = "".join(word + joint for word, joint in parts)
    check(text, day_first=day_first, hemisphere=hemisphere)


@given(st.text())
@example("\u0000")
@example("\ud800 2024")  # half a surrogate pair
@example("İ 2024")  # its lower case is two characters long
@example("\n\n2024\tX\n")
@example("ﬁrst quarter of 2024")
def test_any_text_is_a_date_or_refused(text: str) -> None:
    check(text)


@given(st.text(alphabet="0123456789-/.:TZX[]?~%+, s", max_size=24))
def test_digits_and_marks_in_any_order_are_a_date_or_refused(text: str) -> None:
    check(text)


# A zone's name is spelt one way only, so phrases with one keep their case.
MUTABLE = [phrase for phrase, _ in PHRASES if "/La_Paz" not in phrase]
BLANKS = st.text(alphabet=" \t\n\u00a0\u2009\u202f", max_size=3)


@given(st.sampled_from(MUTABLE), BLANKS, BLANKS, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_and_surrounding_blanks_change_nothing(phrase: str, before: str, after: str, case: object) -> None:
    assert callable(case)
    assert When.parse(before + case(phrase) + after) == When.parse(phrase)


@given(st.sampled_from(MUTABLE), st.sampled_from([" ", "\u00a0", "\u2009", "\t", "\n", "  "]))
def test_any_blank_is_a_blank(phrase: str, blank: str) -> None:
    assert When.parse(phrase.replace(" ", blank)) == When.parse(phrase)
