"""A million random and mutated strings: a date or the documented refusal, and nothing else."""

import random
from datetime import date

import pytest

from laceventlog.dates import When
from laceventlog.dates.languages import LANGUAGES
from laceventlog.errors import CODES, DateError

NOTATIONS = [
    "2024-05-17", "2023-33", "202X", "[2025-01-21..2025-02-10]", "[..2024-12-31]", "2019/..", "2004-06~-11", "156X-12-25",
    "2024-05-29T10:00:00-04:00[America/La_Paz]", "{1667,1668,1670..1672}", "1950S2", "..2004-06-01/2004-06-20..",
]  # fmt: skip
SIGNS = "0123456789XTZS-–—/.,:~?%+[]{}() \u00a0№年é\u0301\u2028\ud800"


def phrases(lang: str) -> list[str]:
    return [" ".join(phrase) for phrase in LANGUAGES[lang].phrases]


def made(rng: random.Random, words: list[str]) -> str:
    kind = rng.random()
    if kind < 0.4:  # words, digits and marks in any order
        parts = [
            rng.choice(words) if rng.random() < 0.6 else str(rng.randint(0, 2100)) for _ in range(rng.randint(1, 7))
        ]
        return rng.choice([" ", " ", "-", "–", ", "]).join(parts)
    if kind < 0.8:  # a notation with a few signs changed
        signs = list(rng.choice(NOTATIONS))
        for _ in range(rng.randint(1, 3)):
            place = rng.randrange(len(signs) + 1)
            signs[place : place + rng.randint(0, 2)] = rng.choices(SIGNS, k=rng.randint(0, 2))
        return "".join(signs)
    return "".join(rng.choices(SIGNS, k=rng.randint(0, 24)))


def fuzz(count: int, seed: int) -> int:
    """Read `count` texts; how many are dates."""
    rng = random.Random(seed)  # noqa: S311 - the same texts each time
    lexica = {lang: phrases(lang) for lang in LANGUAGES}
    dates = 0
    for _ in range(count):
        lang = rng.choice(sorted(lexica))
        text = made(rng, lexica[lang])
        said = date.fromordinal(rng.randint(1, date.max.toordinal())) if rng.random() < 0.5 else None
        century = rng.choice([None, 19, 20])
        try:
            when = When.parse(text, lang, relative_to=said, century=century)
        except DateError as error:
            assert error.code in CODES
            assert 0 <= error.start < error.end
        else:
            dates += 1
            assert When.parse(when.notation) == when
            first, last = when.earliest, when.latest
            assert first is None or last is None or first <= last
    return dates


def test_ten_thousand_texts_are_dates_or_refused() -> None:
    assert fuzz(10_000, seed=1) > 100


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_million_texts_are_dates_or_refused(seed: int) -> None:
    assert fuzz(100_000, seed) > 1000
