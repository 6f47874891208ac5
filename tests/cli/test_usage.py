"""Usage errors and help: actionable messages, readable help, examples that run."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog import __version__
from laceventlog.cli.argparse_messages import rewritten
from laceventlog.cli.parser import EXAMPLES, HELP_WIDTH, HelpRequested, actions, parse
from laceventlog.cli.verbs import HOMES, VERBS
from laceventlog.ical import SyncCounts

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "say what to do: one of check, list, "),
        ("lst", "unknown verb 'lst': did you mean 'list'?"),
        ("''", "unknown verb '': one of: check, list"),
        ("show", "ID is missing: an id or its beginning"),
        ("record", "ID is missing: an id or its beginning; STATUS is missing: a status, or a word for one"),
        ("record a", "STATUS is missing: "),
        ("export", "TARGET is missing: one of ics, vdir, json, jsonl, csv, md"),
        ("export isc", "TARGET cannot be 'isc': did you mean 'ics'?"),
        ("import", "FILE.ics is missing: calendars"),
        ("completion", "SHELL is missing: one of bash, zsh, fish"),
        ("completion fsh", "SHELL cannot be 'fsh': did you mean 'fish'?"),
        ("list --format", "--format needs a value: one of text, table, json, csv, md"),
        ("list --format jsn", "--format cannot be 'jsn': did you mean 'json'?"),
        ("list --country", "--country needs a value: COUNTRY, a country: CU, CUB or Cuba"),
        ("list --today", "--today needs a value: DAY, the day to take as today"),
        ("list --today soon", "--today: 'soon': 'soon' is not understood here"),
        ("list --width x", "--width: 'x' is not a width from 20 to 1000"),
        ("list --ascii=3", "--ascii takes no value"),
        ("list --as", "unrecognized: --as: did you mean '--ascii'?"),  # nothing is abbreviated: options are added later
        ("list -x", "unrecognized: -x"),
        ("-x list", "unrecognized: -x"),
        ("-q list", "unrecognized: -q: put options after 'list'"),
        ("export ics --output", "--output needs a value: FILE, the file to write"),
        ("export ics --alarm x", "--alarm: 'x' is not a number of days (write 90)"),
        ("date --century 2", "--century: '2' is not two digits, such as 20"),
        ("publish u --timeout 0", "--timeout: '0' is not a number of seconds from 1 to 3600"),
    ],
)
def test_what_cannot_be_asked_says_what_to_write(run: Run, words: str, says: str) -> None:
    status, out, err = run(*shlex.split(words))
    assert (status, out) == (2, "")
    assert err.startswith(f"laceventlog: {says}")
    assert err.endswith(" --help'\n")
    assert "argument" not in err  # argparse's own voice


def test_a_message_that_is_not_known_stays_as_it_is() -> None:
    with pytest.raises(HelpRequested) as told:
        parse(["list", "--help"], "1")
    assert "usage: laceventlog list [OPTION ...] [PATH ...]" in told.value.text
    parser = __import__("argparse").ArgumentParser()
    assert rewritten(parser, "something new") == "something new"
    assert rewritten(parser, "argument --other: something new") == "argument --other: something new"


# -- help


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_help_begins_with_usage_and_names_every_verb(run: Run, words: list[str]) -> None:
    status, out, err = run(*words)
    assert (status, err) == (0, "")
    assert out.startswith("usage: laceventlog VERB [OPTION ...] [PATH ...]\n\nA log of dated events")
    assert [verb for verb in VERBS if f"\n  {verb:11}" not in out] == []
    assert EXAMPLES in out
    assert [line for line in out.splitlines() if len(line) > HELP_WIDTH] == []


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_each_verb_begins_with_what_must_be_given_and_ends_with_examples(run: Run, verb: str) -> None:
    status, out, err = run(verb, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: laceventlog {verb} [OPTION ...]")
    assert (
        f"\n\n{VERBS[verb].help[0].upper()}{VERBS[verb].help[1:]}.\n".replace("\n", " ") in out.replace("\n", " ") + " "
    )
    assert out.splitlines()[-1].startswith("  laceventlog ")
    assert run("help", verb) == (0, out, "")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("width", [20, 40, 80, 250])
def test_help_fits_and_keeps_every_option_and_example(verb: str, width: int) -> None:
    with pytest.raises(HelpRequested) as told:
        parse([verb, "--help"], "1", width)
    text = told.value.text
    assert [a.option_strings for a in actions(VERBS[verb]) if not all(name in text for name in a.option_strings)] == []
    assert all(f"\n  {line}" in text for line in VERBS[verb].example.splitlines())  # to be copied: never broken
    prose = text.partition("\nexample")[0].split("\n\n", 1)[1]
    assert width < 40 or max(map(len, prose.splitlines())) <= min(width, HELP_WIDTH)


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_is_explained(verb: str) -> None:
    assert [action.dest for action in actions(VERBS[verb]) if not action.help] == []


def test_the_version_is_said(run: Run) -> None:
    assert run("--version") == (0, f"laceventlog {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "verbs"), [("--version", set()), ("schema", {"support.schema"}), ("date 2024", {"query.date"})]
)
def test_no_verb_is_imported_but_the_one_that_is_asked_for(words: str, verbs: set[str]) -> None:
    code = f"import sys\nfrom laceventlog.cli import main\nmain({words.split()!r})\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = ran.stdout.splitlines()[-1].split()
    assert {name for name in set(HOMES.values()) if f"laceventlog.cli.verbs.{name}" in modules} == verbs


# -- examples

SOME = {"overdue": 1, "diff": 1}
"""The status an example ends with where it is not 0."""


def examples() -> list[tuple[str, list[str], str]]:
    lines = [("", line) for line in EXAMPLES.splitlines()]
    lines += [(name, line) for name, verb in VERBS.items() for line in verb.example.splitlines()]
    return [(name, shlex.split(line.partition(" > ")[0]), line) for name, line in lines]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the examples suppose it: the real log, an older version of it, a calendar, and a server."""
    for folder in ("here/events", "before/events", "here/build"):
        (tmp_path / folder).mkdir(parents=True)
    for file in (ROOT / "events").glob("*.yaml"):
        text = file.read_text("utf-8")
        (tmp_path / "here/events" / file.name).write_text(text, "utf-8")
        (tmp_path / "before/events" / file.name).write_text(text.replace("by the end of 2024", "in 2024"), "utf-8")
    (tmp_path / "here/team.ics").write_bytes((ROOT / "docs/calendar-sample.ics").read_bytes())
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr("laceventlog.ical.publish", lambda *_, **__: SyncCounts.of([]))
    return tmp_path / "here"


@pytest.mark.parametrize(("name", "words", "line"), examples(), ids=lambda v: v if isinstance(v, str) else "")
@pytest.mark.usefixtures("place")
def test_every_example_works(run: Run, name: str, words: list[str], line: str) -> None:
    program, *arguments = words
    assert program == "laceventlog"
    assert line.lstrip().startswith(f"laceventlog {name}")
    pytest.importorskip("caldav") if name == "publish" else None
    status, out, err = run(*arguments)
    assert status == SOME.get(arguments[0], 0), err
    assert out or err or arguments[0] == "check"


# -- quiet

LOG = """
events:
  - {id: a, kind: event, title: A, status: planned, when: 2024}
"""


@pytest.mark.parametrize(
    ("words", "status", "out"),
    [
        ("check log.yaml", 0, False),
        ("check bad.yaml", 1, False),
        ("overdue log.yaml --today 2025-03-01", 1, False),
        ("overdue log.yaml --today 2024-03-01", 0, False),
        ("diff log.yaml bad.yaml", 2, False),
        ("diff /dev/null log.yaml", 1, False),
        ("list log.yaml --as-of 2024-01-01", 0, True),
        ("export ics log.yaml -o log.ics", 0, False),
        ("export json log.yaml -o -", 0, True),
        ("import team.ics", 1, True),
        ("import team.ics --into into.yaml", 1, False),
        ("import team.ics --into into.yaml --dry-run", 1, True),
        ("record a held log.yaml --when 2024 --said 2025", 0, False),
    ],
)
def test_quiet_leaves_what_was_asked_for_and_what_is_wrong(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, status: int, out: bool
) -> None:
    (tmp_path / "log.yaml").write_text(LOG, "utf-8")
    (tmp_path / "bad.yaml").write_text(LOG.replace("planned", "planed"), "utf-8")
    (tmp_path / "team.ics").write_text(
        "BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    ended, printed, said = run(*words.split(), "--quiet")
    assert (ended, bool(printed)) == (status, out)
    assert ("C050" in said, "S005" in said) == (words.startswith("import"), status == 2)
    assert (said == "") == (status != 2 and not words.startswith("import"))
    assert "0 events new" not in said
