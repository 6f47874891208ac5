"""Prose to tokens: digits by their shape, words by the lexicon of a language, longest phrase first.

Every kind of dash counts as "-", every white space as a blank; positions are those in the original text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from ..languages import Language, Relative, Token

CONTEXTUAL = {Token.OF, Token.RELATIVE}
"""Kinds that mean something only in some places: see `_is_meaningless`."""
BEFORE_BARE_RELATIVE = {Token.PART, Token.UNIT, Token.CODE, Token.RELATIVE}
Meaning = tuple[Token, object]
"""The kind of a token and its value."""
RawToken = tuple[str, str, re.Match[str]]
"""The name of the alternative in SHAPES, its text, and the match. A plain tuple because every word makes one."""
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
"""Blanks before a token belong to its match; alternatives with the same first character share one lookahead.
ENDINGS is replaced by what a language writes after digits: th, .º, -го."""
MARKS: dict[str, Meaning] = {"?": (Token.DOUBT, None), "~": (Token.ABOUT, None)}


class Lexeme(NamedTuple):
    """One token: its kind, its value, and its place `text[start:end]`."""

    kind: Token
    value: object
    start: int
    end: int


def tokenize(text: str, language: Language) -> list[Lexeme]:
    """The tokens of `text` without blanks and words that carry no meaning; unknown words are UNKNOWN."""
    tokens = _raw_tokens(_plain(text), language.endings)
    lexemes: list[Lexeme] = []
    index = 0
    while index < len(tokens):
        shape, word, found = tokens[index]
        known = _phrase(tokens, index, language) if word in language.starts else None
        count, (kind, value) = known or (1, _classify(shape, word, found, language))
        index += count
        if kind is Token.YEAR and lexemes and _may_be_decade(word, lexemes[-1], language):
            kind = Token.UNKNOWN
        if kind is not Token.SKIP and not (kind in CONTEXTUAL and _is_meaningless(kind, value, lexemes)):
            lexemes.append(Lexeme(kind, value, found.start(shape), tokens[index - 1][2].end()))
        elif index == len(tokens) and lexemes and _needs_more(kind, value):
            lexemes.append(Lexeme(Token.UNKNOWN, word, found.start(shape), tokens[index - 1][2].end()))
    return lexemes


def _may_be_decade(word: str, before: Lexeme, language: Language) -> bool:
    """Whether the ending of a year makes it a decade after "by": "к 2020-м" is not "к 2020-му"."""
    return word[3] == "0" and before.kind is Token.BY and word[4:] in language.dative_endings


def _needs_more(kind: Token, value: object) -> bool:
    """Whether more has to follow: "2019 on" is not the year 2019."""
    return kind is Token.OF or (kind is Token.SKIP and value != "behind")


def _is_meaningless(kind: Token, value: object, before: list[Lexeme]) -> bool:
    """Whether a word means nothing here: "of" except at the start, "the year" except after a part of it."""
    if kind is Token.OF:
        return bool(before)
    return isinstance(value, Relative) and value.bare and not (before and before[-1].kind in BEFORE_BARE_RELATIVE)


def _plain(text: str) -> str:
    """The text in lower case with plain dashes and blanks, of the same length."""
    if text.isascii():
        return text.lower()
    plain = text.translate(PLAIN)
    lower = plain.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in plain)


def composed(text: str) -> tuple[str, Sequence[int]]:
    """The text with each accent joined to its letter (Unicode NFC), as in the tables, and the original place of each
    character.
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


def _raw_tokens(text: str, endings: tuple[str, ...]) -> list[RawToken]:
    found = _pattern(endings).finditer(text)
    # the last group is the alternative: it closes after the groups inside it
    return [(shape, each[shape], each) for each in found if (shape := each.lastgroup) and shape != "blank"]


def _phrase(tokens: list[RawToken], index: int, language: Language) -> tuple[int, Meaning] | None:
    """The length in raw tokens of the longest known phrase at `index`, and its meaning."""
    longest = language.starts[tokens[index][1]]
    if longest > 1 and index + 1 < len(tokens) and tokens[index + 1][2][0].lstrip()[:1] in (",", ";", "("):
        longest = 1  # "no, antes de 2028" answers a question: it is not "no antes de"
    words = tuple([word for _, word, _ in tokens[index : index + longest]])
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
    """Two years: 2023/2024 or, shortened, 2023/24; 2023/05 may be a month."""
    first, second = map(int, text.split("/"))
    if len(text) == len("2023/2024"):
        return Token.YEARS, (first, second)
    return (Token.YEARS, (first, first + 1)) if second == (first + 1) % 100 else (Token.UNKNOWN, text)


def _offset(shift: str | None) -> str:
    """`utc+3` as `+03:00`, `z` as `Z`; "" if there is no offset."""
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
