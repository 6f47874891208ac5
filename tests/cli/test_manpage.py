"""The manual page is made from the parser, has all its options and examples, and readers accept it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from man_page import page

from laceventlog import __version__
from laceventlog.cli.parser import actions
from laceventlog.cli.verbs import VERBS

Same = Callable[[Path, str], None]
READERS = [["mandoc", "-Tlint", "-Wwarning"], ["man", "--warnings", "-l"], ["groff", "-man", "-ww", "-z", "-Kutf8"]]
NO_DATE = re.compile(r"missing date, using")  # the same version has the same page on every day


def test_the_page_is_that_of_the_parser(root: Path, same_text: Same) -> None:
    same_text(root / "docs" / "laceventlog.1", page(__version__))


def test_every_verb_option_and_example_stands_there() -> None:
    plain = page("1").replace(r"\-", "-").replace(r"\(aq", "'").replace(r"\(dq", '"').replace(r"\(en", "–")
    for name, verb in VERBS.items():
        assert f'.SS "{name} ' in plain
        assert [
            a.option_strings for a in actions(verb) if not all(each in plain for each in a.option_strings[:1])
        ] == []
        assert [line for line in verb.example.splitlines() if f"\n{line}\n" not in plain] == []


@pytest.mark.parametrize("reader", READERS, ids=lambda words: words[0])
def test_a_reader_of_manuals_complains_of_nothing(reader: list[str], root: Path) -> None:
    if not shutil.which(reader[0]):
        pytest.skip(f"no {reader[0]}")
    path = str(root / "docs" / "laceventlog.1")
    ran = subprocess.run([*reader, path], capture_output=True, check=False, text=True, stdin=subprocess.DEVNULL)
    said = (ran.stdout if reader[0] == "mandoc" else "") + ran.stderr
    assert [line for line in said.splitlines() if not NO_DATE.search(line)] == []
