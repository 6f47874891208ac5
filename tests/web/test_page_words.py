"""The words of page and picture: every phrase in each language, none that nobody asks for."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from laceventlog.views import web
from laceventlog.views.i18n import MODULES, voice
from laceventlog.views.i18n.plurals import FORMS
from laceventlog.views.i18n.voice import Forms
from laceventlog.views.timeline.lanes import Nature
from laceventlog.views.web.labels import outspoken
from laceventlog.views.web.messages import PHRASES

every_language = pytest.mark.parametrize("code", MODULES)


def templates(found: str | Forms) -> list[str]:
    return [found] if isinstance(found, str) else list(found.values())


def places(found: str | Forms) -> list[set[str]]:
    return [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in templates(found)]


@every_language
def test_every_language_has_every_phrase_with_its_places_and_plural_forms(code: str) -> None:
    english, own = PHRASES["en"], PHRASES[code]
    assert own.keys() == english.keys()
    for key, found in own.items():
        assert all(names == places(english[key])[0] for names in places(found)), key
        assert isinstance(found, str) or set(found) == set(FORMS[code])
        assert all(text == text.strip() != "" for text in templates(found))


@every_language
def test_no_phrase_hides_one_of_the_voice(code: str) -> None:
    assert not PHRASES[code].keys() & voice(code).phrases.keys()
    assert outspoken(voice(code)).phrases.keys() == PHRASES[code].keys() | voice(code).phrases.keys()


def test_every_phrase_is_asked_for_and_every_sign_has_one() -> None:
    code = "".join(
        path.read_text("utf-8") for path in Path(web.__file__).parent.glob("*.py") if path.name != "messages.py"
    )
    args = set(re.findall(r"""["'](web [^"'{]+)["']""", code)) | {
        f"sign {nature}" for nature in Nature if nature is not Nature.SLIP
    }
    years = {f"{phrase}, years" for phrase in args}
    assert args - PHRASES["en"].keys() == set()
    assert PHRASES["en"].keys() - args - years == set()
