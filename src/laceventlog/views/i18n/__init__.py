"""All words of the views, one module per language.

To add a language, write a module with a `VOICE` and list it in `MODULES`; a test reports missing phrases. A module is
imported at the first use of its language.
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
        KeyError: there is no such language.
    """
    found: Voice = import_module(f".{MODULES[code]}", __name__).VOICE
    return found


__all__ = ["ENGLISH", "MODULES", "Voice", "voice"]
