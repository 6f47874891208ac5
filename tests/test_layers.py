"""Imports point downward, no folder holds a circle, and each library has one home: every import is read, however nested."""

import ast
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "laceventlog"
FILES = sorted(PACKAGE.rglob("*.py"))

# The rooms from the ground up, and what each may import. Inside a room the files and folders may import each other
# as long as no circle comes of it.
ROOMS = {
    "text_width": "",
    "lazy_imports": "",
    "progress": "",
    "errors": "text_width",
    "atomic_write": "errors",
    "dates": "errors lazy_imports",
    "model": "errors lazy_imports dates",
    "reports": "errors lazy_imports dates model",
    "interop": "errors dates model",
    "eventfile": "errors progress atomic_write dates model reports",
    "ical": "errors lazy_imports progress atomic_write dates model eventfile",
    "tables": "errors atomic_write dates model reports eventfile",
    "views": "text_width errors dates model reports",
    "__init__": "errors lazy_imports dates model reports interop eventfile",
    "cli": "text_width errors progress atomic_write dates model reports eventfile ical views __init__",
    "__main__": "cli",
}
HOMES = {
    "pendulum": "dates",
    "yaml": "eventfile.yaml",
    "icalendar": "ical",
    "recurring_ical_events": "ical.reader.recurrence",
    "caldav": "ical.sync",
    "narwhals": "tables.frames",
    "pyarrow": "tables.frames.parquet",
    "tabulate": "views.tables",
    "wcwidth": "text_width",
    "attrs": "",  # everywhere: the value classes are made of it
}
MOST_FILES = 15
MOST_LINES = 400
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}
WORLD = CLOCK | {("os", "environ"), ("os", "getenv"), ("locale", "setlocale"), ("sys", "stdout")}


def name_of(path: Path) -> str:
    """The dotted name of a file; what a package itself holds is `package.__init__`."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


NAMES = {name_of(path) for path in FILES}


def imports(source: str, name: str) -> Iterator[tuple[str, bool]]:
    """Every module imported anywhere in `source`: its name, and whether it is one of ours."""
    package = name.split(".")[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or "", False
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] + (node.module.split(".") if node.module else [])
            yield from ((_target([*base, alias.name], base), True) for alias in node.names)


def _target(whole: list[str], base: list[str]) -> str:
    """The module that `from .module import name` reaches: the name itself if it is a module."""
    candidates = (whole, [*whole, "__init__"], base, [*base, "__init__"])
    return next(name for name in map(".".join, candidates) if name in NAMES)


def complaints(source: str, name: str) -> list[str]:
    """What is wrong with the imports of one file, its circles left aside."""
    found, room = [], name.split(".", 1)[0]
    for target, ours in imports(source, name):
        top = target.split(".")[0]
        if ours and top != room and top not in ROOMS[room].split():
            found.append(f"{name} imports {target}: {room} may not import {top}")
        elif not ours and top == PACKAGE.name:
            found.append(f"{name} imports {target}: inside the package, import relatively")
        elif not ours and not name.startswith(HOMES.get(top, "")):
            found.append(f"{name} imports {top}, whose home is {HOMES[top]}")
    return found


def circles(graph: dict[str, Iterable[str]]) -> list[str]:
    """A circle for each folder among whose children, files and folders alike, there is one."""
    folders: dict[str, dict[str, set[str]]] = {}
    for name, targets in graph.items():
        for target in targets:
            parent, mine, its = _where_they_part(name.split("."), target.split("."))
            if mine != its:
                folders.setdefault(parent, {}).setdefault(mine, set()).add(its)
    return [found for folder, inner in folders.items() for found in _circle(folder, inner)]


def _where_they_part(one: list[str], other: list[str]) -> tuple[str, str, str]:
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one) - 1)
    return ".".join(one[:shared]), one[shared], other[shared]


def _circle(folder: str, inner: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(inner).prepare()
    except CycleError as error:
        return [f"in {folder or 'the package'}: {' -> '.join(error.args[1])}"]
    return []


def graph() -> dict[str, Iterable[str]]:
    """What each file imports of ours."""
    return {
        name_of(path): [target for target, ours in imports(path.read_text("utf-8"), name_of(path)) if ours]
        for path in FILES
    }


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_down_and_libraries_stay_at_home(path: Path) -> None:
    assert complaints(path.read_text("utf-8"), name_of(path)) == []


def test_no_folder_holds_a_circle() -> None:
    assert circles(graph()) == []


def test_every_room_is_on_the_plan_and_imports_only_rooms_below_it() -> None:
    assert {name.split(".")[0] for name in NAMES} == set(ROOMS)
    for number, (room, below) in enumerate(ROOMS.items()):
        assert set(below.split()) <= set(list(ROOMS)[:number]), room


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from ..model import Event", "dates.when"),
        ("from ..cli import command", "model.event"),
        ("from . import cli", "__init__"),
        ("def f():\n    from ..eventfile import yaml", "reports.agenda"),
        (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ...views.timeline import bars",
            "ical.writer.ics",
        ),
        ("import laceventlog.errors", "dates.when"),
        ("from laceventlog.errors import Problem", "dates.when"),
        ("import icalendar.cal", "model.event"),
        ("def f():\n    from pendulum import timezone", "cli.command"),
        ("import yaml", "eventfile.parse"),
        ("from tabulate import tabulate", "views.timeline.bars"),
        ("from ..ical import merging", "eventfile.parse"),
    ],
)
def test_an_import_that_points_up_or_leaves_its_home_is_noticed(source: str, name: str) -> None:
    assert complaints(source, name)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from .log import EventLog", "model.event"),  # two files
        ("from . import log", "model.event"),  # by the name of the module
        ("def f():\n    from . import Event", "model.event"),  # a file and the door of its package
        ("from ..event import Event", "model.statuses.status"),  # a folder and a file beside it
        ("from ..merging import merge", "ical.reader.timezones"),  # through a third file
    ],
)
def test_a_circle_inside_a_folder_is_noticed(source: str, name: str) -> None:
    whole = graph()
    assert circles({**whole, name: [*whole[name], *(target for target, _ in imports(source, name))]})


@pytest.mark.parametrize("path", [p for p in FILES if name_of(p) not in ("cli.command", "__main__")], ids=name_of)
def test_no_clock_and_no_environment_below_the_command(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    calls = {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert not calls & WORLD


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_stay_short_and_begin_with_a_docstring(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= MOST_LINES
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("folder", sorted({path.parent for path in FILES}), ids=lambda p: p.name)
def test_folders_stay_small(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= MOST_FILES
