"""Shell completion: candidates for the next word of a command line. `completion` prints the scripts that ask.

One candidate per line: value, tab, description. A line `:files` means that a file name may follow.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ..errors import CODES, WARNINGS
from ..eventfile.load import read_files
from ..eventfile.paths import SUFFIXES
from ..model import KINDS, EventLog, Status
from ..model.places import OFFICIAL
from ..model.places.countries import country_name
from ..reports import Condition
from ..reports.facets import Facet
from ..views.tables import styled_table
from .parser import actions
from .shared import DEFAULT_PATH
from .verbs import VERBS

FILES = ":files"
PATHS = ("PATH", "FILE", "FILE.ics", "ID|PATH", "OLD", "NEW", "WHAT|PATH")
"""Placeholders in the help that mean a file or folder."""
Candidates = Iterable[tuple[str, str]]


def completions(words: Sequence[str]) -> str:
    """The candidates for the last of these words, which is incomplete; the name of the program is left out."""
    words = _joined(words) or [""]
    *before, current = words
    verb = next((word for word in before if not word.startswith("-")), None)
    if verb is None:
        return _lines([*((name, VERBS[name].help) for name in VERBS), ("--help", ""), ("--version", "")], current)
    if verb not in VERBS:
        return _lines(((name, VERBS[name].help) for name in VERBS) if verb == "help" else (), current)
    known = actions(VERBS[verb])
    option, is_glued, value = current.partition("=")
    if option.startswith("--") and is_glued:
        return _lines(_values(_named(option, known), before), value, f"{option}=")
    pending = _named(before[-1], known)
    if pending and pending.nargs is None:
        return _lines(_values(pending, before), current)
    if current.startswith("-"):
        return _lines(((name, a.help or "") for a in known for name in a.option_strings), current)
    return _lines(_values(_positional(before, verb, known), before), current)


def _joined(words: Sequence[str]) -> list[str]:
    """Bash splits `--country=C` into three words: join them to two."""
    kept = [word for number, word in enumerate(words) if word != "=" or not words[number - 1].startswith("--")]
    return [*kept, ""] if len(words) > 1 and words[-1] == "=" != kept[-1] else kept


def _lines(candidates: Candidates, begun: str, before: str = "") -> str:
    """The candidates that begin with `begun`."""
    fitting = [
        (word, means) for word, means in candidates if word == FILES or (word.startswith(begun) and word.isprintable())
    ]
    return "".join(f"{word if word == FILES else before + word}\t{_line(means)}\n" for word, means in fitting)


def _line(text: str) -> str:
    return " ".join(text.replace("%%", "%").split())


def _named(option: str, known: Sequence[argparse.Action]) -> argparse.Action | None:
    return next((action for action in known if option in action.option_strings), None)


def _positional(before: Sequence[str], verb: str, known: Sequence[argparse.Action]) -> argparse.Action | None:
    """The next positional argument; the last one may repeat."""
    given = len(_arguments(before[before.index(verb) + 1 :], known))
    places = [action for action in known if not action.option_strings]
    if given < len(places):
        return places[given]
    return places[-1] if places and places[-1].nargs in ("*", "+") else None


def _arguments(words: Sequence[str], known: Sequence[argparse.Action]) -> list[str]:
    """The positional words: neither options nor their values."""
    found, is_value = [], False
    for word in words:
        action = _named(word, known) if word.startswith("-") else None
        if not is_value and not word.startswith("-"):
            found.append(word)
        is_value = action is not None and action.nargs is None
    return found


def _values(action: argparse.Action | None, before: Sequence[str]) -> Candidates:
    """The values an option or argument takes."""
    if action is None:
        return ()
    if action.choices:
        return [(str(choice), "") for choice in action.choices]
    found = (
        VALUES[action.dest](_log(before) if action.dest in OF_THE_LOG else EventLog()) if action.dest in VALUES else ()
    )
    return [*found, *([(FILES, "")] if action.metavar in PATHS else ())]


# -- values


def _countries(log: EventLog) -> Candidates:
    return [(code, country_name(code, "en")) for code in log.values("countries") or sorted(OFFICIAL)]


def _without_description(words: Iterable[str]) -> Candidates:
    return [(str(word), "") for word in words]


VALUES: dict[str, Callable[[EventLog], Candidates]] = {
    "country": _countries,
    "kind": lambda _: _without_description(KINDS),
    "status": lambda _: _without_description(Status),
    "condition": lambda _: _without_description(Condition),
    "tag": lambda log: _without_description(log.values("tags")),
    "party": lambda log: _without_description(log.values("parties")),
    "ignore": lambda _: [(code, CODES[code]) for code in sorted(WARNINGS)],
    "id": lambda log: [(event.id, event.title) for event in log],
    "words": lambda log: [(event.id, event.title) for event in log],
    "facets": lambda _: _without_description(Facet),
    "group_by": lambda _: _without_description(Facet),
    "table_format": lambda _: _without_description(styled_table.styles()),
    "source": lambda log: [(key, source.title) for key, source in log.sources.items()],
}
"""Candidates for each argument, from the log named so far."""
OF_THE_LOG = ("country", "tag", "party", "id", "words", "source")


def _log(before: Sequence[str]) -> EventLog:
    """The valid events of the files and folders named so far, else of the default folder; problems are ignored."""
    places = (Path(word) for word in before)
    named = [place for place in places if place.suffix in SUFFIXES or place.is_dir()]
    return read_files(*named or [Path(DEFAULT_PATH)])[0]
