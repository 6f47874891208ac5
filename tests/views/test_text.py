"""Text layout: never wider than the given width, and nothing that moves the cursor."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from laceventlog.text_width import NARROW, columns
from laceventlog.views.text_layout import CONTROL, clean, fit, left, pack, wrap

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"  # four people joined into one sign
HEART = "\u2764\ufe0f"  # one column wide, until the selector behind it makes it two
HOSTILE = [
    "", " ", "plain words", "a-very-long-word-without-a-single-blank-in-it",
    "汉字宽度", "ｆｕｌｌ", "한국어", FAMILY + " family", HEART * 3, HEART + "text" + HEART,
    "\U0001f1e8\U0001f1fa\U0001f1f7\U0001f1fa", "\U0001f44d\U0001f3fd ok",  # flags; a skin tone
    "e\u0301te\u0301", "e" + "\u0301" * 40, "\u0301first", "Zalgo\u0335\u0336\u0337\u0338 text",
    "שלום עולם", "مرحبا", "\u202edetrevni\u202c", "\u2066isolated\u2069", "a\u200fb",
    "\x1b[31mred\x1b[0m", "\x9b31m", "\x1b]0;title\x07", "a\rb", "a\bb", "a\x00b", "a\tb", "a\nb\r\nc",
    "\u2028line\u2029",
    "\u200b\u200b", "\ufeffbom", "soft\u00adhyphen", "\u200d", "กำลัง", "देवनागरी", "\U000e0041tag", "…", "a…",
    "- – — ,;:",
]  # fmt: skip

texts = st.sampled_from(HOSTILE) | st.text() | st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join)
widths = st.integers(0, 60)

# Everything that could move the cursor, start an escape sequence or turn the direction of a line.
FORBIDDEN = {
    chr(n) for n in [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
}

COLUMNS = [
    ("", 0), ("abc", 3), ("汉字", 4), ("ｆ", 2), ("e\u0301", 1), ("\u200b", 0), ("▒│●◇", 4), ("…", 1), (FAMILY, 2),
    (HEART, 2), ("שלום", 4), ("한", 2), ("\U0001f600", 2), ("\u00a0", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), COLUMNS)
def test_columns(text: str, count: int) -> None:
    assert columns(text) == count


CLEANED = [
    ("  two   blanks ", "two blanks"),
    ("a\tb\nc\r\nd", "a b c d"),
    ("a\u00a0b", "a b"),
    ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),  # an escape sequence shows what it was
    ("\x9b31mred", "�31mred"),  # so does its one-character form
    ("\x1b]8;;https://evil\x07link", "�]8;;https://evil�link"),  # a link that hides where it goes
    ("a\rb", "a b"),  # a return would overwrite the line
    ("a\bb", "a�b"),
    ("a\x00b\x7fc", "a�b�c"),
    ("\u202egnp.exe", "�gnp.exe"),  # turned writing
    ("\u2067abc\u2069", "�abc�"),
    ("a\u2028b\u2029c\x85d\x0be\x0cf\x1cg", "a b c d e f g"),  # every line end Python knows
    ("שלום", "שלום"),  # writing that runs the other way by itself stays
]


@pytest.mark.parametrize(("text", "cleaned"), CLEANED)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(texts)
def test_nothing_that_moves_the_cursor_passes(text: str) -> None:
    for shown in (clean(text), fit(text, 30), left(text, 30), *wrap(text, 30)):
        assert FORBIDDEN.isdisjoint(shown)
        assert len(shown.splitlines()) <= 1


@given(texts)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(texts, widths)
@example(HEART * 3, 4)  # `_head` adds up single characters, where the selector behind a sign widens it
def test_fit_is_never_wider_than_asked(text: str, width: int) -> None:
    assert columns(fit(text, width)) <= width


@given(texts, widths)
def test_fit_leaves_alone_what_fits(text: str, width: int) -> None:
    if columns(clean(text)) <= width:
        assert fit(text, width) == clean(text)
    else:
        cut = fit(text, width)
        assert cut.endswith("…") is (width > 0)
        assert clean(text).startswith(cut[:-1])


FITTED = [
    ("Equipment supplied", 18, "Equipment supplied"),
    ("Equipment supplied", 17, "Equipment suppli…"),  # after a word only where little is lost by it
    ("Equipment supplied", 10, "Equipment…"),
    ("Equipment supplied", 9, "Equipmen…"),
    ("a verylongwordindeed", 12, "a verylongw…"),  # a word is cut where too much would be lost
    ("Talks, delayed", 8, "Talks…"),  # nothing hangs before the dots
    ("Talks – delayed", 9, "Talks…"),
    ("汉字宽度", 8, "汉字宽度"),
    ("汉字宽度", 7, "汉字宽…"),
    ("汉字宽度", 6, "汉字…"),  # a wide character is not halved
    ("abc", 1, "…"),
    ("abc", 0, ""),
    ("abc", -3, ""),
    ("", 0, ""),
]


@pytest.mark.parametrize(("text", "width", "fitted"), FITTED)
def test_fit(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


@given(texts, widths)
@example(HEART * 3, 4)  # as above
@example(FAMILY, 1)
def test_left_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    filled = left(text, width)
    words = fit(text, width)
    assert filled.startswith(words)
    assert set(filled[len(words) :]) <= {" "}
    assert columns(words) + len(filled) - len(words) == width


@given(texts, st.integers(1, 60))
@example(HEART * 3, 4)  # as above
def test_no_line_of_wrap_is_wider_than_asked(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert max(map(columns, lines)) <= width


@given(texts, st.integers(1, 60))
def test_wrap_loses_no_word_that_fits_a_line(text: str, width: int) -> None:
    words = clean(text).split(" ")
    if all(columns(word) <= width for word in words):
        assert " ".join(wrap(text, width)) == clean(text)


WRAPPED = [
    ("", 10, [""]),
    ("one two three", 13, ["one two three"]),
    ("one two three", 12, ["one two", "three"]),
    ("one two three", 5, ["one", "two", "three"]),
    ("unbreakable word", 6, ["unbre…", "word"]),
    ("one\n\ntwo", 10, ["one two"]),
    ("汉字 宽度", 5, ["汉字", "宽度"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), WRAPPED)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_what_is_taken_to_be_narrow_is() -> None:
    signs = [chr(n) for n in range(0x110000) if not 0xD800 <= n < 0xE000]
    assert [sign for sign in signs if NARROW.fullmatch(sign) and wcwidth(sign) != 1] == []


def test_what_is_printable_moves_nothing() -> None:
    """The short cut of `clean`."""
    assert [chr(n) for n in range(0x110000) if re.match(CONTROL, chr(n)) and chr(n).isprintable()] == []


@given(texts)
def test_clean_and_columns_are_the_same_on_every_way(text: str) -> None:
    assert clean(text) == re.sub(CONTROL, "�", " ".join(text.split()))
    assert columns(text) == max(0, wcswidth(text))


def test_packed_words_are_not_broken() -> None:
    assert pack(["one", "two three", "four"], 9) == ["one", "two three", "four"]
    assert pack(["a phrase", "x"], 4) == ["a p…", "x"]
