"""Phrases written to be misread, judged by hand: negations, hedges, case forms, mixed orders, typing errors.

`judged/LANG.txt` has one phrase per line and, after an arrow, its meaning or "refused".
"""

import re
from pathlib import Path

import pytest

from laceventlog.dates import When
from laceventlog.dates.languages import LANGUAGES
from laceventlog.errors import DateError

FOLDER = Path(__file__).parent / "judged"
SIZES = {"en": 500, "es": 300, "pt": 250, "ru": 350}
REFUSED = "refused"


def rows(lang: str) -> dict[str, str]:
    lines = (FOLDER / f"{lang}.txt").read_text("utf-8").splitlines()
    return dict(line.rsplit(" -> ", 1) for line in lines)


def meaning(phrase: str, lang: str) -> str:
    try:
        return When.parse(phrase, lang).notation
    except DateError:
        return REFUSED


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_no_phrase_is_misread(lang: str) -> None:
    judged = rows(lang)
    assert len(judged) >= SIZES[lang]
    assert {phrase: meaning(phrase, lang) for phrase in judged} == judged


def test_both_verdicts_are_there() -> None:
    for lang in LANGUAGES:
        verdicts = list(rows(lang).values())
        assert min(verdicts.count(REFUSED), len(verdicts) - verdicts.count(REFUSED)) >= 100


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_what_a_remedy_says_to_write_is_read_in_the_language(lang: str) -> None:
    named = 0
    for phrase, verdict in rows(lang).items():
        if verdict != REFUSED:
            continue
        with pytest.raises(DateError) as refused:
            When.parse(phrase, lang)
        if refused.value.hint.startswith(("write", "give it", "a date reads like")):
            for words in re.findall("'([^']*)'", refused.value.hint):
                assert meaning(words, lang) != REFUSED, (phrase, words)
                named += 1
    assert named > 100


def test_the_dates_that_remedies_name_mean_the_same_in_every_language() -> None:
    said = {
        lang: {kind: meaning(words, lang) for kind, words in language.samples.items()}
        for lang, language in LANGUAGES.items()
    }
    assert said["en"] == {kind: what for kind, what in said["es"].items() if kind != "third"} == said["ru"]
    assert said["es"] == said["pt"]
    assert REFUSED not in said["es"].values()
