"""Imports point downward, and each third-party library has one home: every import is read, however nested."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "laceventlog"
FILES = sorted(PACKAGE.rglob("*.py"))

# From the ground up; a file's layer is the longest entry that its dotted name begins with.
LAYERS = [
    "lazily", "errors", "watching",
    "dates.units", "dates.masks", "dates.edtf", "dates.languages.table", "dates.languages.english",
    "dates.languages.spanish", "dates.languages.portuguese", "dates.languages.russian", "dates.languages",
    "dates.tokens", "dates.languages.phrasing", "dates.saying", "dates.zones", "dates.points", "dates.resolution",
    "dates.relative", "dates.prose", "dates.when", "dates.slack", "dates.bare", "dates.find", "dates.named", "dates.modality", "dates",
    "model.status", "model.moves", "model.words", "model.aliases", "model.codes", "model.countries", "model.facts",
    "model.statement", "model.history", "model.event", "model.iati_dates", "model.graph", "model.kinds",
    "model.index", "model.likeness", "model.log", "model",
    "reports.moves", "reports.outcome", "reports.condition", "reports.agenda", "reports.suspicion", "reports.links", "reports.wholes",
    "reports.values", "reports.row_records", "reports.told", "reports.dated", "reports.beside", "reports.link_conflicts", "reports.checks",
    "reports.facets", "reports.counts", "reports.slip", "reports.slip_figures", "reports.slip_records", "reports.shift", "reports.said", "reports.said_records",
    "reports.pairing", "reports.renames", "reports.difference", "reports.change_records", "reports",
    "formats.given", "formats.paths", "formats.trees", "formats.breaks", "formats.nodes", "formats.spans", "formats.yaml_words", "formats.yaml_events", "formats.yaml", "formats.yaml_write", "formats.plain", "formats.names", "formats.fields",
    "formats.quick", "formats.yaml_quick", "formats.jsonl_quick", "formats.quick_files", "formats.jsonl", "formats.stream", "formats.files", "formats.loading", "formats.eventfile", "formats.schema", "formats.records", "formats.ics_text",
    "formats.ics_colors", "formats.ics_options", "formats.ics_zones", "formats.ics_entries", "formats.ics",
    "formats.ics_lines", "formats.ics_rules", "formats.ics_values",
    "formats.ics_recur", "formats.ics_layout", "formats.ics_property", "formats.ics_component", "formats.ics_check",
    "formats.ics_content", "formats.ics_times", "formats.ics_dates", "formats.ics_ids",
    "formats.ics_own", "formats.ics_entry", "formats.ics_recurring", "formats.ics_read", "formats.ics_merge",
    "formats.output", "formats.ics_feeds", "formats.ics_items", "formats.ics_steps", "formats.vdir",
    "formats.publish_dav", "formats.publish", "formats.surgery", "formats.wording", "formats.recording",
    "formats.importing", "formats",
    "frames.columns", "frames.rows", "frames.expressions", "frames.native", "frames.folding", "frames.standing",
    "frames.moving", "frames.slip", "frames.tables", "frames.parquet", "frames",
    "views.voices.plurals", "views.voices.voice", "views.voices.english", "views.voices.spanish",
    "views.voices.portuguese", "views.voices.russian", "views.voices", "views.paint", "views.look",
    "views.text", "views.days", "views.words", "views.groups", "views.escaping", "views.fields", "views.axis", "views.lanes", "views.extent", "views.pieces", "views.strip",
    "views.agenda", "views.bars", "views.story", "views.calendar", "views.months", "views.table", "views.rows", "views.matrix", "views.statement",
    "views.shifts", "views.card", "views.history", "views.difference", "views.reading", "views.slip",
    "views.slip_table", "views.changes",
    "views.web.markup", "views.web.countries", "views.web.words", "views.web.phrases", "views.web.frame", "views.web.shapes", "views.web.legend", "views.web.measure",
    "views.web.entry", "views.web.filters", "views.web.page", "views.web.picture", "views.web", "views",
    "verbs.base", "verbs.options", "verbs.shared", "verbs.tabular", "verbs.check", "verbs.listing", "verbs.show", "verbs.history",
    "verbs.diff", "verbs.timeline", "verbs.count", "verbs.record", "verbs.slip", "verbs.calendar", "verbs.vdir", "verbs.streaming", "verbs.export", "verbs.importing",
    "verbs.publish", "verbs.date", "verbs.schema", "verbs.completion",
    "verbs",
    "usage",
    "options", "completing", "manpage", "standard_input", "pager", "progress",
    "__init__",
    "cli",
    "__main__",
]  # fmt: skip
HOMES = {
    "pendulum": "dates",
    "yaml": "formats.yaml",
    "icalendar": "formats.ics",
    "recurring_ical_events": "formats.ics_recurring",
    "caldav": "formats.publish",
    "narwhals": "frames",
    "pyarrow": "frames.parquet",
    "tabulate": "views.table",
    "wcwidth": "views.text",
    "attrs": "",  # everywhere: the value classes are made of it
}
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "__init__" if parts == ("__init__",) else ".".join(parts).removesuffix(".__init__")


def layer_of(name: str) -> int:
    return LAYERS.index(name)


def imports(source: str, name: str, *, is_package: bool) -> Iterator[tuple[str, bool]]:
    """Every module imported anywhere in `source`: its name, and whether it is one of ours."""
    package = name.split(".") if name != "__init__" else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, False) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or "", False
        elif isinstance(node, ast.ImportFrom):
            up = node.level - (1 if is_package else 0)
            base = package[: len(package) - up] if up else package
            yield from ((_target(base, node.module, alias.name), True) for alias in node.names)


def _target(base: list[str], module: str | None, name: str) -> str:
    """The module that `from .module import name` reaches: the name itself if it is a module."""
    parts = [*base, *(module.split(".") if module else [])]
    inner = PACKAGE.joinpath(*parts, name)
    if inner.with_suffix(".py").exists() or inner.is_dir():
        parts.append(name)
    return ".".join(parts) or "__init__"


def complaints(source: str, name: str, *, is_package: bool = False) -> list[str]:
    found = []
    for target, ours in imports(source, name, is_package=is_package):
        library = target.split(".")[0]
        if ours and layer_of(target) >= layer_of(name):
            found.append(f"{name} imports {target}, which is not below it")
        elif not ours and library == PACKAGE.name:
            found.append(f"{name} imports {target}: inside the package, import relatively")
        elif not ours and not name.startswith(HOMES.get(library, "")):
            found.append(f"{name} imports {library}, whose home is {HOMES[library]}")
    return found


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_point_down_and_libraries_stay_at_home(path: Path) -> None:
    assert complaints(path.read_text("utf-8"), name_of(path), is_package=path.name == "__init__.py") == []


def test_every_file_has_a_layer_and_every_layer_a_file() -> None:
    assert {name_of(path) for path in FILES} == set(LAYERS)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("from ..model import Event", "dates.when"),
        ("from .log import EventLog", "model.event"),
        ("from . import log", "model.event"),
        ("def f():\n    from ..formats import yaml", "reports.agenda"),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ..views import bars", "formats.ics"),
        ("import laceventlog.errors", "dates.when"),
        ("from laceventlog.errors import Problem", "dates.when"),
        ("import icalendar.cal", "model.event"),
        ("def f():\n    from pendulum import timezone", "cli"),
        ("import yaml", "formats.files"),
        ("from tabulate import tabulate", "views.bars"),
        ("from . import cli", "verbs"),
    ],
)
def test_an_import_that_points_up_or_leaves_its_home_is_noticed(source: str, name: str) -> None:
    assert complaints(source, name)


@pytest.mark.parametrize("path", [p for p in FILES if p.name not in ("cli.py", "__main__.py")], ids=name_of)
def test_no_clock_and_no_environment_below_the_command(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    calls = {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert not calls & (CLOCK | {("os", "environ"), ("os", "getenv"), ("locale", "setlocale"), ("sys", "stdout")})


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_stay_under_400_lines_and_begin_with_a_docstring(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    assert ast.get_docstring(ast.parse(text))
