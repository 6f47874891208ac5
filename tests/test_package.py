"""What `laceventlog` offers: every public name, imported when it is asked for and not before."""

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

import laceventlog
from laceventlog import dates, ical, model, reports

LAZY = [laceventlog, dates, ical, model, reports]
"""Packages of whose names some are imported when they are asked for."""


def names_imported_for_type_checkers(package: ModuleType) -> set[str]:
    tree = ast.parse(Path(str(package.__file__)).read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {alias.name for node in ast.walk(block) if isinstance(node, ast.ImportFrom) for alias in node.names}


@pytest.mark.parametrize("package", LAZY)
def test_the_three_lists_of_names_agree(package: ModuleType) -> None:
    lazy = [name for names in package.HOMES.values() for name in names.split()]
    assert names_imported_for_type_checkers(package) == set(lazy) <= set(package.__all__)
    assert len(package.__all__) == len(set(package.__all__))


@pytest.mark.parametrize(("package", "name"), [(package, name) for package in LAZY for name in package.__all__])
def test_every_name_is_there(package: ModuleType, name: str) -> None:
    assert getattr(package, name) is not None


@pytest.mark.parametrize("package", LAZY)
def test_no_lazy_name_is_that_of_a_module_beside_it(package: ModuleType) -> None:
    """A module that somebody imports would take the place of the name."""
    beside = {path.stem for path in Path(str(package.__file__)).parent.iterdir()}
    assert not beside & {name for names in package.HOMES.values() for name in names.split()}


@pytest.mark.parametrize("name", ["load", "loads", "parse", "parse_text", "dump", "dumps", "record_statement"])
def test_the_types_of_functions_that_read_and_write_files_can_be_asked(name: str) -> None:
    assert "return" in get_type_hints(getattr(laceventlog, name))


def test_public_names_are_listed() -> None:
    assert set(laceventlog.__all__) <= set(dir(laceventlog))


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = laceventlog.nonsense  # type: ignore[attr-defined]  # that is the point


def loaded(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_dates_need_nothing_of_the_rest_and_no_third_party_but_attrs() -> None:
    modules = loaded("from laceventlog import When; When.parse('by the end of 2024')")
    ours = {name.split(".")[1] for name in modules if name.startswith("laceventlog.")}
    assert ours == {"dates", "errors", "lazy_imports", "text_width"}
    assert not modules & {"pendulum", "yaml", "icalendar", "tabulate", "wcwidth", "dateutil"}
    assert "laceventlog.dates.languages.english" in modules
    assert "laceventlog.dates.languages.russian" not in modules


def test_importing_the_package_imports_nothing_of_it() -> None:
    assert {name for name in loaded("import laceventlog") if name.startswith("laceventlog.")} == {
        "laceventlog.lazy_imports"
    }
