"""Words of sources to statuses: the tables of `words` spelled out, and the one reader of a status.

A word is looked up in all languages at once; none means two statuses (a test), so no language need be named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from unicodedata import normalize

from ...errors import FieldError, did_you_mean
from .status import Status
from .vocabulary import EFFECT, ENDINGS, REASONS, REFUSED, WORDS_OF

BLANKS = str.maketrans("-_‐‑ё", "    е")


def fold_case(text: str) -> str:
    """A word as the tables know it: NFC, small letters, hyphens as blanks, one blank between words, ё as е."""
    small = normalize("NFC", normalize("NFC", text).casefold())
    return " ".join(small.translate(BLANKS).split())


def forms(phrase: str, lang: str) -> Iterator[str]:
    """Every form of one phrase of a table: `firmad*` is firmado, firmada, firmados, firmadas."""
    for mark, endings in ENDINGS[lang].items():
        stem, found, rest = phrase.partition(mark)
        if found:
            yield from (stem + ending.removeprefix("-") + rest for ending in endings.split())
            return
    yield phrase


def spelled_out(phrases: str, lang: str) -> Iterator[str]:
    """Every form of every phrase of one entry of a table, as `fold_case` gives it."""
    for phrase in phrases.split(","):
        yield from map(fold_case, forms(phrase.strip(), lang))


@cache
def words(lang: str) -> Mapping[str, Status]:
    """Every word of one language, in its order, and the status it means; the eight statuses are English."""
    own = OWN if lang == "en" else {}
    return own | {w: status for status, phrases in WORDS_OF[lang].items() for w in spelled_out(phrases, lang)}


def refusals(lang: str) -> dict[str, str]:
    """Every word of one language that is no status, and why."""
    return {
        word: REASONS[key].format(word=word)
        for key, phrases in REFUSED[lang].items()
        for word in spelled_out(phrases, lang)
    }


@cache
def all_words() -> Mapping[str, Status]:
    """Every word that is read as a status, in all languages; spelled out when the first that is no status itself is."""
    return {word: status for lang in WORDS_OF for word, status in words(lang).items()}


@cache
def in_force_words() -> frozenset[str]:
    """Every word that says an agreement is in force: its date is that of the effect, not of the signing."""
    return frozenset(word for lang, phrases in EFFECT.items() for word in spelled_out(phrases, lang))


@cache
def all_refusals() -> Mapping[str, str]:
    """Every word that means two statuses, or none, and what to write instead."""
    return {word: why for lang in REFUSED for word, why in refusals(lang).items()}


OWN = {status.value: status for status in Status}


def read_status(text: str) -> Status:
    """The status that a word means, in English, Spanish, Portuguese or Russian.

    Raises:
        FieldError: S005, an unknown word or one that is no status.

    >>> read_status("Подписано"), read_status("called off")
    (<Status.COMPLETED: 'completed'>, <Status.CANCELLED: 'cancelled'>)
    """
    if text in OWN:
        return OWN[text]
    word = fold_case(text)
    for lang in WORDS_OF:  # most files speak one language: the words of the others are spelled out when they are needed
        if word in words(lang):
            return words(lang)[word]
    if word in all_refusals():
        raise FieldError("S005", f"'{text}' is no status", all_refusals()[word])
    raise FieldError("S005", f"unknown status '{text}'", _nearest(word))


@lru_cache(maxsize=1024)
def _nearest(word: str) -> str:
    """The remedy for an unknown word: of the thousand known ones only those with its first letter are compared."""
    alike = [each for each in all_words() if each[0] == word[:1]]
    return did_you_mean(word, alike, "one of: " + ", ".join(Status))
