"""What `laceventlog` offers: every public name, imported when it is asked for and not before."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import laceventlog


def names_imported_for_type_checkers() -> set[str]:
    tree = ast.parse(Path(laceventlog.__file__).read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return {alias.name for node in ast.walk(block) if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_the_three_lists_of_public_names_agree() -> None:
    assert set(laceventlog.__all__) == names_imported_for_type_checkers() == set(laceventlog._HOME)
    assert len(laceventlog.__all__) == len(set(laceventlog.__all__))


@pytest.mark.parametrize("name", laceventlog.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(laceventlog, name) is not None
    assert name in dir(laceventlog)


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
    assert ours == {"dates", "errors"}
    assert not modules & {"pendulum", "yaml", "icalendar", "tabulate", "wcwidth", "dateutil"}
    assert "laceventlog.dates.languages.english" in modules
    assert "laceventlog.dates.languages.russian" not in modules


def test_importing_the_package_imports_nothing_of_it() -> None:
    assert not {name for name in loaded("import laceventlog") if name.startswith("laceventlog.")}
