"""Words of sources to statuses: the inflected forms of `vocabulary`, and `read_status`.

A word is looked up in all languages, so no language need be named; a test ensures that no word means two statuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from unicodedata import normalize

from ...errors import FieldError, did_you_mean
from .status import Status
from .vocabulary import ENDINGS, IN_FORCE, REASONS, REFUSED, WORDS_OF

BLANKS = str.maketrans("-_‐‑ё", "    е")


def normalize_word(text: str) -> str:
    """A word in the form of the tables: NFC, case folded, hyphens as blanks, single blanks, ё as е."""
    small = normalize("NFC", normalize("NFC", text).casefold())
    return " ".join(small.translate(BLANKS).split())


def inflections(phrase: str, lang: str) -> Iterator[str]:
    """The inflected forms of a phrase: `firmad*` is firmado, firmada, firmados, firmadas."""
    for mark, endings in ENDINGS[lang].items():
        stem, found, rest = phrase.partition(mark)
        if found:
            yield from (stem + ending.removeprefix("-") + rest for ending in endings.split())
            return
    yield phrase


def inflected(phrases: str, lang: str) -> Iterator[str]:
    """The inflected forms of comma-separated phrases, normalised."""
    for phrase in phrases.split(","):
        yield from map(normalize_word, inflections(phrase.strip(), lang))


@cache
def words(lang: str) -> Mapping[str, Status]:
    """Every word of one language and its status, in the order of the table; the eight statuses are English."""
    own = STATUSES if lang == "en" else {}
    return own | {w: status for status, phrases in WORDS_OF[lang].items() for w in inflected(phrases, lang)}


def refusals(lang: str) -> dict[str, str]:
    """Every refused word of one language, and the remedy."""
    return {
        word: REASONS[key].format(word=word)
        for key, phrases in REFUSED[lang].items()
        for word in inflected(phrases, lang)
    }


@cache
def all_words() -> Mapping[str, Status]:
    """Every word of all languages and its status."""
    return {word: status for lang in WORDS_OF for word, status in words(lang).items()}


@cache
def in_force_words() -> frozenset[str]:
    """Every word for an agreement in force: its date is that of taking effect, not of signing."""
    return frozenset(word for lang, phrases in IN_FORCE.items() for word in inflected(phrases, lang))


@cache
def all_refusals() -> Mapping[str, str]:
    """Every refused word of all languages, and the remedy."""
    return {word: why for lang in REFUSED for word, why in refusals(lang).items()}


STATUSES = {status.value: status for status in Status}


def read_status(text: str) -> Status:
    """The status for a word in English, Spanish, Portuguese or Russian, in any case and form.

    Raises:
        FieldError: S005, the word is unknown, ambiguous or a condition.

    >>> read_status("Подписано"), read_status("called off")
    (<Status.COMPLETED: 'completed'>, <Status.CANCELLED: 'cancelled'>)
    """
    if text in STATUSES:
        return STATUSES[text]
    word = normalize_word(text)
    for lang in WORDS_OF:  # most files use one language: the forms of the others are built only when needed
        if word in words(lang):
            return words(lang)[word]
    if word in all_refusals():
        raise FieldError("S005", f"'{text}' is not a status", all_refusals()[word])
    raise FieldError("S005", f"unknown status '{text}'", _nearest(word))


@lru_cache(maxsize=1024)
def _nearest(word: str) -> str:
    """The remedy for an unknown word; of the thousand words, only those with its first letter are compared."""
    candidates = [each for each in all_words() if each[0] == word[:1]]
    return did_you_mean(word, candidates, "one of: " + ", ".join(Status))
