"""What may stand next on a command line; the scripts are sourced in the shells themselves, where these are there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog.cli.completion import completions
from laceventlog.cli.verbs import VERBS
from laceventlog.cli.verbs.support.completion import SCRIPTS

Run = Callable[..., tuple[int, str, str]]
LOG = """
sources:
  press: {title: Press release, published: 2024-03-01}
events:
  - {id: cu-line, kind: launch, title: "Line: in\\tCuba", countries: [CU], parties: [Ministry of Health], tags: [health],
     status: planned, when: 2026, source: press}
  - {id: cu-lab, kind: launch, title: Laboratory, countries: [CU, RU], status: planned, when: 2026}
  - {id: ve-forum, kind: meeting, title: Forum, countries: [VE], status: held, when: 17 May 2024}
  - {id: broken, kind: nonsense}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/log.yaml").write_text(LOG, "utf-8")
    (tmp_path / "other.yaml").write_text("events:\n  - {id: other, kind: event, title: O, status: planned}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def candidates(line: str) -> list[str]:
    """The candidates for the last word of a line (an empty one after a blank)."""
    words = shlex.split(line) + ([""] if line.endswith(" ") or not line else [])
    return [each.partition("\t")[0] for each in completions(words).splitlines()]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("s", ["show", "slip", "schema"]),
        ("--v", ["--version"]),
        ("help sl", ["slip"]),
        ("nonsense ", []),
        ("show ", ["cu-line", "cu-lab", "ve-forum"]),
        ("show cu-", ["cu-line", "cu-lab"]),
        ("show --ascii cu-l", ["cu-line", "cu-lab"]),
        ("show --today 2025 cu-l", ["cu-line", "cu-lab"]),
        ("show --today ", []),
        ("show cu-line ", [":files"]),
        ("show other.yaml oth", [":files"]),  # the first word is the id
        ("history ", ["cu-line", "cu-lab", "ve-forum", ":files"]),
        ("history other.yaml ", ["other", ":files"]),
        ("record cu-lab pl", ["planned"]),
        ("record cu-lab held --source ", ["press"]),
        ("record cu-lab held --reason ", []),
        ("list ", [":files"]),
        ("list --country ", ["CU", "RU", "VE"]),
        ("list --country C", ["CU"]),
        ("list --country=C", ["--country=CU"]),
        ("list --country = C", ["CU"]),  # so bash cuts it
        ("list --country =", ["CU", "RU", "VE"]),
        ("list other.yaml --country A", ["AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ"]),
        ("list --kind me", ["meeting"]),
        ("list --status p", ["proposed", "planned", "partial", "postponed"]),
        ("list --condition o", ["overdue", "ongoing"]),
        ("list --tag ", ["health"]),
        ("list --party ", ["Ministry of Health"]),
        ("list --format ", ["text", "table", "json", "csv", "md"]),
        ("list --asc", ["--ascii"]),
        ("list --no", ["--no-pager"]),
        ("list --nonsense=", []),
        ("check --ignore P00", [f"P00{n}" for n in range(1, 10)]),
        ("export ", ["ics", "vdir", "json", "jsonl", "csv", "md"]),
        ("export ics ", [":files"]),
        ("export ics --output ", [":files"]),
        ("export ics --name ", []),
        ("diff ", [":files"]),
        ("diff a ", [":files"]),
        ("diff a b ", []),
        ("import ", [":files"]),
        ("import a.ics ", [":files"]),
        ("completion ", ["bash", "zsh", "fish"]),
        ("completion bash ", []),
        ("schema ", []),
        ("date ", []),
    ],
)  # fmt: skip
def test_what_may_stand_next(line: str, found: list[str]) -> None:
    assert candidates(line) == found


def test_nothing_yet_is_every_verb_with_what_it_does(run: Run) -> None:
    assert candidates("") == [*VERBS, "--help", "--version"]
    status, out, err = run("__complete", "")
    assert (status, err) == (0, "")
    assert f"date\t{VERBS['date'].help}\n" in out


def test_an_id_comes_with_its_title_on_one_line() -> None:
    assert completions(["show", "cu-li"]) == "cu-line\tLine: in Cuba\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_of_every_verb_is_offered(verb: str) -> None:
    assert {"--help", "--quiet", "--no-pager"} <= set(candidates(f"{verb} --"))


def test_a_shell_hears_no_complaints(folder: Path) -> None:
    (folder / "events/log.yaml").write_bytes(b"\xff\0: [")
    assert candidates("show ") == []
    shutil.rmtree(folder / "events")
    assert candidates("show ") == []


# -- in the shells

BIN = str(Path(sys.executable).parent)
BASH = """
source <(laceventlog completion bash)
complete_for() {
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _laceventlog laceventlog
    printf '%s\\n' "${COMPREPLY[@]}"
}
"""
ZSH = """
autoload -U compinit && compinit -u -D
eval "$(laceventlog completion zsh)"
_describe() { print -l -- "${(@)found}" }
_files() { print -l -- FILES }
complete_for() { words=("$@"); CURRENT=$#; _laceventlog }
"""
LINES = [
    (["show", "cu-"], {"cu-line", "cu-lab"}),
    (["list", "--party", ""], {"Ministry of Health"}),
    (["list", "--asc"], {"--ascii"}),
]


def shell(name: str, script: str) -> list[str]:
    """The lines that a script prints; a complaint is an error."""
    program = shutil.which(name)
    if not program:
        pytest.skip(f"no {name}")
    options = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[name]
    clean = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}", "HOME": str(Path.cwd()), "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        [program, *options, "-c", script], env=clean, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    assert ran.stderr == b""
    return ran.stdout.decode().splitlines()


def quoted(words: list[str]) -> str:
    return " ".join(map(shlex.quote, ["laceventlog", *words]))


def parts(name: str, script: str) -> list[set[str]]:
    """What a script prints, cut where it says so; of each line only the candidate."""
    text = "\n".join(shell(name, script))
    return [{re.split("[:\t]", line)[0] for line in part.split("\n")} - {""} for part in text.split("\nNEXT\n")]


def test_bash_completes() -> None:
    more = [["list", "ev"], ["list", "--country", "=", ""]]
    calls = [f"complete_for {quoted(words)}" for words in [*(words for words, _ in LINES), *more]]
    wanted = [{value.replace(" ", "\\ ") for value in values} for _, values in LINES]
    assert parts("bash", BASH + "\necho NEXT\n".join(calls)) == [*wanted, {"events"}, {"CU", "RU", "VE"}]


def test_zsh_completes() -> None:
    calls = [f"complete_for {quoted(words)}" for words in [*(words for words, _ in LINES), ["list", "ev"]]]
    assert parts("zsh", ZSH + "\nprint NEXT\n".join(calls)) == [*(values for _, values in LINES), {"FILES"}]


def test_fish_completes() -> None:
    written = [*(f"{shlex.join(words[:-1])} {words[-1]}".strip() for words, _ in LINES), "list ev"]
    calls = [f"complete -C {shlex.quote(f'laceventlog {line}')}" for line in written]
    calls[1] = "complete -C 'laceventlog list --party '"  # the blank at the end is the empty word
    script = "laceventlog completion fish | source\n" + "\necho NEXT\n".join(calls)
    found = [{value.replace("\\ ", " ") for value in part} for part in parts("fish", script)]
    assert found == [*(values for _, values in LINES), {"events/"}]


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_is_printed(run: Run, name: str) -> None:
    assert run("completion", name) == (0, SCRIPTS[name], "")
