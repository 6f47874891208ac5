"""Prose to tokens: digits by their shape, words by the lexicon of a language, longest phrase first.

Dashes of every kind count as "-", and every white space as a blank; positions stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from ..languages import Language, Relative, Token

SAID_BEHIND = {Token.OF, Token.RELATIVE}
NOT_BARE_BEHIND = {Token.PART, Token.UNIT, Token.CODE, Token.RELATIVE}
Meaning = tuple[Token, object]
"""The kind of a token and its value."""
Piece = tuple[str, str, re.Match[str]]
"""Which alternative of SHAPES it is, its text, and the match; a plain tuple, for it is made for every word."""
PLAIN = {
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D], "-"),
    **dict.fromkeys([0x00A0, 0x2007, 0x2009, 0x202F], " "),
}
SHAPES = r"""[\s,;()]*+ (?:
        (?=[0-9]) (?:
            (?P<iso>     [0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-9][0-9])? (?! [0-9] | -[0-9]{1,2}(?![0-9]) ) )
          | (?P<numeric> [0-9]{1,2} (?P<dot>[./]) [0-9]{1,2} (?P=dot) (?: [0-9]{4} | [0-9]{2} ) (?![0-9]) )
           | (?P<daymonth> [0-9]{1,2}\.[0-9]{1,2} (?= \s* - \s* [0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2} ) )
          | (?P<years>   [0-9]{4}/ (?: [0-9]{4} | [0-9]{2} ) (?![0-9]) )
          | (?P<clock>   (?P<time> (?:[01]?[0-9]|2[0-3]):[0-5][0-9] ) (?![0-9])
                         (?: \s* (?P<shift> (?: \+ | (?:utc|gmt) \s? [+-] )
                                           (?: (?:0?[0-9]|1[0-3]) (?: :[0-5][0-9] )? | 14 (?: :00 )? ) (?![0-9:])
                                  | (?:utc|gmt|z)\b ) )? )
          | (?P<digits>  [0-9]+ (?P<ending> (?:ENDINGS)(?!\w) | [^\W\d_]* ) ) )
      | (?=[^\W\d_]) (?:
            (?P<zone>    [a-z]+ (?:/[a-z_-]+)+ )
          | (?P<coded>   [a-z][0-9] (?!\w) )
          | (?P<word>    [^\W\d_]+ (?:'[^\W\d_]+)? ) )
      | (?P<dash>  - )
      | (?P<blank> \.(?!\.) | \Z )
      | (?P<mark>  . ) )"""
"""Blanks before a token belong to its match; tokens that begin alike stand together, behind one look ahead.
ENDINGS stands for what a language writes after digits: th, .º, -го."""
MARKS: dict[str, Meaning] = {"?": (Token.DOUBT, None), "~": (Token.ABOUT, None)}


class Lexeme(NamedTuple):
    """One token: its kind, its value, and `text[start:end]` where it stands."""

    kind: Token
    value: object
    start: int
    end: int


def tokenize(text: str, language: Language) -> list[Lexeme]:
    """All tokens of `text` but blanks and words without meaning; what is not known is UNKNOWN."""
    pieces = _pieces(_plain(text), language.endings)
    lexemes: list[Lexeme] = []
    index = 0
    while index < len(pieces):
        shape, word, found = pieces[index]
        known = _phrase(pieces, index, language) if word in language.starts else None
        count, (kind, value) = known or (1, _classify(shape, word, found, language))
        index += count
        if kind is Token.YEAR and lexemes and _may_be_decade(word, lexemes[-1], language):
            kind = Token.UNKNOWN
        if kind is not Token.SKIP and not (kind in SAID_BEHIND and _is_bare(kind, value, lexemes)):
            lexemes.append(Lexeme(kind, value, found.start(shape), pieces[index - 1][2].end()))
        elif index == len(pieces) and lexemes and _leads_on(kind, value):
            lexemes.append(Lexeme(Token.UNKNOWN, word, found.start(shape), pieces[index - 1][2].end()))
    return lexemes


def _may_be_decade(word: str, before: Lexeme, language: Language) -> bool:
    """Whether a year has an ending that behind "by" is one of decades: "к 2020-м" is no "к 2020-му"."""
    return word[3] == "0" and before.kind is Token.BY and word[4:] in language.dative_endings


def _leads_on(kind: Token, value: object) -> bool:
    """Whether more should follow: "2019 on" goes on, and is not the year 2019."""
    return kind is Token.OF or (kind is Token.SKIP and value != "behind")


def _is_bare(kind: Token, value: object, before: list[Lexeme]) -> bool:
    """Whether a word means nothing here: "of" but at the start, "the year" but behind a part of it."""
    if kind is Token.OF:
        return bool(before)
    return isinstance(value, Relative) and value.bare and not (before and before[-1].kind in NOT_BARE_BEHIND)


def _plain(text: str) -> str:
    """Lower case with plain dashes and blanks, character for character."""
    if text.isascii():
        return text.lower()
    folded = text.translate(PLAIN)
    lower = folded.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in folded)


def composed(text: str) -> tuple[str, Sequence[int]]:
    """The text with each accent joined to its letter (Unicode NFC), as the tables have it, and where each character
    of that stood.
    """
    if text.isascii() or is_normalized("NFC", text):
        return text, range(len(text) + 1)
    places, written = [0], ""
    for group in re.finditer(r".[\u0300-\u036f]*", text, re.DOTALL):
        joined = normalize("NFC", group[0])
        written += joined
        places += [group.end()] * len(joined)
    return written, places


@cache
def _pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, endings), key=len, reverse=True)
    return re.compile(SHAPES.replace("ENDINGS", "|".join(longest_first)), re.VERBOSE | re.DOTALL)


def _pieces(text: str, endings: tuple[str, ...]) -> list[Piece]:
    found = _pattern(endings).finditer(text)
    # the last group is the alternative itself: it closes after the groups inside it
    return [(shape, each[shape], each) for each in found if (shape := each.lastgroup) and shape != "blank"]


def _phrase(pieces: list[Piece], index: int, language: Language) -> tuple[int, Meaning] | None:
    """How many pieces the longest phrase of the lexicon that begins at `index` takes, and what it means."""
    longest = language.starts[pieces[index][1]]
    if longest > 1 and index + 1 < len(pieces) and pieces[index + 1][2][0].lstrip()[:1] in (",", ";", "("):
        longest = 1  # "no, antes de 2028" answers a question: it is no "no antes de"
    words = tuple([word for _, word, _ in pieces[index : index + longest]])
    for count in range(len(words), 0, -1):
        known = language.phrases.get(words[:count])
        if known:
            return count, known
    return None


def _classify(shape: str, text: str, found: re.Match[str], language: Language) -> Meaning:
    match shape:
        case "digits":
            return _classify_digits(text, found["ending"], language)
        case "dash":
            return Token.DASH, None
        case "iso":
            return Token.DATE, tuple(map(int, text.split("-")))
        case "numeric" | "daymonth":
            return Token.DATE, text
        case "years":
            return _classify_years(text)
        case "clock":
            return Token.CLOCK, (found["time"].zfill(5), _offset(found["shift"]))
        case "zone":
            return Token.ZONE, text
    return MARKS.get(text) or (Token.UNKNOWN, text)


def _classify_years(text: str) -> Meaning:
    """Two years: 2023/2024, or as much of the second as tells it, 2023/24; 2023/05 may be a month."""
    first, second = map(int, text.split("/"))
    if len(text) == len("2023/2024"):
        return Token.YEARS, (first, second)
    return (Token.YEARS, (first, first + 1)) if second == (first + 1) % 100 else (Token.UNKNOWN, text)


def _offset(shift: str | None) -> str:
    """`utc+3` as `+03:00`, `z` as `Z`, nothing as nothing."""
    if not shift:
        return ""
    hours, _, minutes = re.sub(r"utc|gmt|z|\s", "", shift).partition(":")
    return f"{hours[0]}{hours[1:].zfill(2)}:{minutes or '00'}" if hours else "Z"


def _classify_digits(text: str, ending: str, language: Language) -> Meaning:
    digits = text.removesuffix(ending)
    if (known := language.phrases.get((ending + digits,))) and known[0] is Token.CODE and len(digits) == 1:
        return known  # 3Q, 3T
    if len(digits) == 4 and (not ending or ending in language.year_endings):
        return Token.YEAR, int(digits)
    if len(digits) <= 2 and (not ending or ending in language.ordinal_endings):
        return Token.NUMBER, int(digits)
    if len(digits) == 4 and digits.endswith("0") and ending in language.decade_endings:
        return Token.DECADE, int(digits)
    return Token.UNKNOWN, text
