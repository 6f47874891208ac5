"""What the documents show is what the command prints; what they name exists."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog.cli.command import main
from laceventlog.cli.verbs import VERBS

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"```console\n(?P<lines>.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<command>[^\n]+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
FILE = re.compile(r"<!-- file: (?P<name>\S+) -->\n```\w+\n(?P<text>.*?)```", re.DOTALL)
"""A file that the console blocks of its section find in a folder of their own."""
LINK = re.compile(r"\]\((?P<target>[^)#:\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>\S*)\s*$", re.MULTILINE)
Same = Callable[[Path, str], None]


def sections(text: str) -> list[str]:
    """A page, cut before each heading of the second level."""
    return re.split(r"(?m)^(?=## )", text)


def printed(section: str, folder: Path, run: Callable[[str], str]) -> str:
    """A section with what its commands print now; where it holds files, they run in a folder with these."""
    for found in FILE.finditer(section):
        path = folder / found["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["text"], "utf-8")
    os.chdir(folder if FILE.search(section) else ROOT)

    def block(found: re.Match[str]) -> str:
        commands = COMMAND.finditer(found["lines"])
        return "```console\n" + "".join(f"$ {each['command']}\n{run(each['command'])}" for each in commands) + "```"

    return CONSOLE.sub(block, section)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_each_console_block_shows_what_the_command_prints(
    document: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, same_text: Same, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)

    def run(command: str) -> str:
        program, *arguments = shlex.split(command)
        assert program == "laceventlog"
        main(arguments)
        return capsys.readouterr().out

    text = document.read_text("utf-8")
    same_text(document, "".join(printed(section, tmp_path, run) for section in sections(text)))


def test_the_picture_is_that_of_the_timeline_in_the_readme(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, same_text: Same
) -> None:
    monkeypatch.chdir(ROOT)
    found = re.search(r"\$ laceventlog (timeline events [^\n]+)", (ROOT / "README.md").read_text("utf-8"))
    assert found
    title = "Russia, Latin America and the Caribbean"
    assert main([*shlex.split(found[1]), "--format", "svg", "--title", title]) == 0
    same_text(ROOT / "docs" / "timeline.svg", capsys.readouterr().out)


def prose_of(text: str) -> str:
    """A page without its code blocks."""
    parts = FENCE.split(text)
    return "".join(parts[::6])


def anchors(page: Path) -> set[str]:
    """The anchors that the headings of a page give, as GitHub makes them."""
    found: set[str] = set()
    for heading in re.findall(r"(?m)^#+ (.+)$", prose_of(page.read_text("utf-8"))):
        words = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        number = next(n for n in range(1000) if (f"{words}-{n}" if n else words) not in found)
        found.add(f"{words}-{number}" if number else words)
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for found in LINK.finditer(prose_of(document.read_text("utf-8"))):
        target = document.parent / found["target"] if found["target"] else document
        assert target.exists(), found[0]
        assert not found["anchor"] or found["anchor"] in anchors(target), found[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_every_code_block_is_closed_and_names_its_language(document: Path) -> None:
    fences = [found["language"] for found in FENCE.finditer(document.read_text("utf-8"))]
    assert len(fences) % 2 == 0
    assert "" not in fences[::2]
    assert set(fences[1::2]) <= {""}


def test_the_readme_begins_with_a_first_log_is_short_and_names_every_verb() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert re.findall("(?m)^## (.+)$", text)[0] == "Your first log"
    assert text.count("\n") < 200
    assert [verb for verb in VERBS if f"`laceventlog {verb}" not in text] == []


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.py")), ids=lambda p: p.name)
def test_each_example_runs(example: Path, tmp_path: Path) -> None:
    (tmp_path / "events").symlink_to(ROOT / "events")
    environment = os.environ | {"PYTHONWARNINGS": "error"}
    ran = subprocess.run(
        [sys.executable, str(example)], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    expected = 1 if example.name == "overdue_check.py" else 0  # it ends with 1 because something is overdue
    assert (ran.returncode, ran.stderr) == (expected, "")
    assert ran.stdout


def test_the_example_for_cron_answers_for_a_day_and_a_country() -> None:
    script = ROOT / "examples" / "overdue_check.py"
    ran = subprocess.run(
        [sys.executable, str(script), "CU", "2024-12-31"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "")
