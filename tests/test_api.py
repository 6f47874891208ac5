"""The public door: it is complete, every name has its page entry, and docs/api.md is what the docstrings say."""

import inspect
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import api_page
import pytest

import laceventlog

PUBLIC = {name: getattr(laceventlog, name) for name in laceventlog.__all__}
CALLED = [name for name, thing in PUBLIC.items() if inspect.isfunction(thing)]


def test_the_page_is_that_of_the_docstrings(root: Path, same_text: Callable[[Path, str], None]) -> None:
    same_text(root / "docs" / "api.md", api_page.page())


def test_every_public_name_is_in_one_group_of_the_page() -> None:
    grouped = [name for names in api_page.GROUPS.values() for name in names.split()]
    assert sorted(grouped) == sorted(laceventlog.__all__)


def parts(hint: Any) -> Iterator[type]:
    """The classes that an annotation names."""
    for thing in (hint, typing.get_origin(hint), *typing.get_args(hint)):
        if isinstance(thing, type) and thing is not hint:
            yield thing
        elif thing is not hint and typing.get_args(thing):
            yield from parts(thing)
    if isinstance(hint, type):
        yield hint


def hinted(thing: Any) -> Iterator[type]:
    """The classes that a public function takes or returns, or that a public class holds or gives."""
    members = vars(thing).items() if isinstance(thing, type) else ()
    asked = [member.fget if isinstance(member, property) else member for name, member in members if name[0] != "_"]
    for each in (thing, *(m.__func__ if isinstance(m, classmethod) else m for m in asked)):
        if inspect.isfunction(each) or isinstance(each, type):
            for name, hint in typing.get_type_hints(each).items():
                yield from parts(hint) if name[0] != "_" else ()


@pytest.mark.parametrize("name", PUBLIC)
def test_what_a_public_name_takes_or_gives_is_public(name: str) -> None:
    ours = {each for each in hinted(PUBLIC[name]) if each.__module__.startswith("laceventlog")}
    assert {each.__name__ for each in ours} <= PUBLIC.keys()


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_says_what_it_is(name: str) -> None:
    assert len(inspect.getdoc(PUBLIC[name]) or "") > 20


@pytest.mark.parametrize("name", CALLED)
def test_every_public_function_has_an_example_and_names_its_errors(name: str) -> None:
    text = inspect.getdoc(PUBLIC[name]) or ""
    raises = "raise " in inspect.getsource(PUBLIC[name])
    assert not raises or "Raises:" in text
    assert ">>>" in text
