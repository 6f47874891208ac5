"""One module a language, with all words of ours that views say.

To add a language: write a module with one `VOICE` and list it in `MODULES`; a test says what it lacks. A module is
imported when its language is first asked for.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from .english import VOICE as ENGLISH
from .voice import Voice

MODULES = {"en": "english", "es": "spanish", "pt": "portuguese", "ru": "russian"}


@cache
def voice(code: str) -> Voice:
    """The voice of a language by its code, ISO 639-1.

    Raises:
        KeyError: there is none.
    """
    found: Voice = import_module(f".{MODULES[code]}", __name__).VOICE
    return found


__all__ = ["ENGLISH", "MODULES", "Voice", "voice"]
