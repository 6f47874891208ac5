"""Prose to tokens: digits by their shape, words by the lexicon of a language, longest phrase first.

Dashes of every kind count as "-", and every white space as a blank; positions stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .languages import Language, Relative, Token

SAID_BEHIND = {Token.OF, Token.RELATIVE}
PARTS = {Token.PART, Token.UNIT, Token.CODE}
PLAIN = {
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D], "-"),
    **dict.fromkeys([0x00A0, 0x2007, 0x2009, 0x202F], " "),
}
SHAPES = r"""(?P<iso>     [0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-9][0-9])? (?! [0-9] | -[0-9]{1,2}(?![0-9]) ) )
      | (?P<numeric> [0-9]{1,2} (?P<dot>[./]) [0-9]{1,2} (?P=dot) (?: [0-9]{4} | [0-9]{2} ) (?![0-9]) )
      | (?P<daymonth> [0-9]{1,2}\.[0-9]{1,2} (?= \s* - \s* [0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2} ) )
      | (?P<years>   [0-9]{4}/[0-9]{4} (?![0-9]) )
      | (?P<clock>   (?P<time> (?:[01]?[0-9]|2[0-3]):[0-5][0-9] ) (?![0-9])
                     (?: \s* (?P<shift> (?: \+ | (?:utc|gmt) \s? [+-] )
                                       (?: (?:0?[0-9]|1[0-3]) (?: :[0-5][0-9] )? | 14 (?: :00 )? ) (?![0-9:])
                              | (?:utc|gmt|z)\b ) )? )
      | (?P<zone>    [a-z]+ (?:/[a-z_-]+)+ )
      | (?P<coded>   [a-z][0-9] (?!\w) )
      | (?P<digits>  [0-9]+ (?P<ending> (?:ENDINGS)(?!\w) | [^\W\d_]* ) )
      | (?P<word>    [^\W\d_]+ (?:'[^\W\d_]+)? )
      | (?P<dash>    - )
      | (?P<blank>   (?: [\s,;()] | \.(?!\.) )+ )
      | (?P<mark>    . )"""
"""ENDINGS stands for what a language writes after digits: th, .º, -го."""


class Lexeme(NamedTuple):
    """One token: its kind, its value, and `text[start:end]` where it stands."""

    kind: Token
    value: object
    start: int
    end: int


class _Raw(NamedTuple):
    shape: str
    text: str
    start: int
    end: int
    found: re.Match[str]


def tokenize(text: str, language: Language) -> list[Lexeme]:
    """All tokens of `text` but blanks and words without meaning; what is not known is UNKNOWN."""
    raw = list(_shapes(_plain(text), language.endings))
    lexemes: list[Lexeme] = []
    index = 0
    while index < len(raw):
        count, lexeme = _phrase(raw, index, language) or (1, _digits_or_mark(raw[index], language))
        index += count
        if lexeme.kind is not Token.SKIP and not (lexeme.kind in SAID_BEHIND and _is_bare(lexeme, lexemes)):
            lexemes.append(lexeme)
    return lexemes


def _is_bare(lexeme: Lexeme, before: list[Lexeme]) -> bool:
    """Whether a word means nothing here: "of" but at the start, "the year" but behind a part of it."""
    if lexeme.kind is Token.OF:
        return bool(before)
    is_bare = isinstance(lexeme.value, Relative) and lexeme.value.bare
    return is_bare and not (before and before[-1].kind in PARTS)


def _plain(text: str) -> str:
    """Lower case with plain dashes and blanks, character for character."""
    folded = text.translate(PLAIN)
    lower = folded.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in folded)


@cache
def _pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, endings), key=len, reverse=True)
    return re.compile(SHAPES.replace("ENDINGS", "|".join(longest_first)), re.VERBOSE | re.DOTALL)


def _shapes(text: str, endings: tuple[str, ...]) -> Iterator[_Raw]:
    for found in _pattern(endings).finditer(text):
        shape = found.lastgroup  # the alternative itself: it closes after the groups inside it
        if shape and shape != "blank":
            yield _Raw(shape, found[0], found.start(), found.end(), found)


def _phrase(raw: list[_Raw], index: int, language: Language) -> tuple[int, Lexeme] | None:
    """The longest phrase of the lexicon that begins at `index`, and how many words it takes."""
    if raw[index].shape not in ("word", "coded"):
        return None
    longest = language.starts.get(raw[index].text, 0)
    for count in range(min(longest, len(raw) - index), 0, -1):
        group = raw[index : index + count]
        known = language.phrases.get(tuple([r.text for r in group]))
        if known:
            return count, Lexeme(known[0], known[1], group[0].start, group[-1].end)
    return None


def _digits_or_mark(raw: _Raw, language: Language) -> Lexeme:
    kind, value = _classify(raw, language)
    return Lexeme(kind, value, raw.start, raw.end)


def _classify(raw: _Raw, language: Language) -> tuple[Token, object]:
    match raw.shape:
        case "digits":
            return _classify_digits(raw, language)
        case "iso":
            return Token.DATE, tuple(map(int, raw.text.split("-")))
        case "numeric" | "daymonth":
            return Token.DATE, raw.text
        case "years":
            return Token.YEARS, tuple(map(int, raw.text.split("/")))
        case "clock":
            return Token.CLOCK, (str(raw.found["time"]).zfill(5), _offset(raw.found["shift"]))
        case "zone":
            return Token.ZONE, raw.text
        case "dash":
            return Token.DASH, None
    return {"?": (Token.DOUBT, None), "~": (Token.ABOUT, None)}.get(raw.text, (Token.UNKNOWN, raw.text))


def _offset(shift: str | None) -> str:
    """`utc+3` as `+03:00`, `z` as `Z`, nothing as nothing."""
    if not shift:
        return ""
    hours, _, minutes = re.sub(r"utc|gmt|z|\s", "", shift).partition(":")
    return f"{hours[0]}{hours[1:].zfill(2)}:{minutes or '00'}" if hours else "Z"


def _classify_digits(raw: _Raw, language: Language) -> tuple[Token, object]:
    ending = raw.found["ending"] or ""
    digits = raw.text.removesuffix(ending)
    if len(digits) == 4 and ending in ("", *language.year_endings):
        return Token.YEAR, int(digits)
    if len(digits) <= 2 and ending in ("", *language.ordinal_endings):
        return Token.NUMBER, int(digits)
    if len(digits) == 4 and digits.endswith("0") and ending in language.decade_endings:
        return Token.DECADE, int(digits)
    return Token.UNKNOWN, raw.text
