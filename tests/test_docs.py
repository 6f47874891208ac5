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
CONSOLE = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)#:]+)\)")
Same = Callable[[Path, str], None]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_each_console_block_shows_what_the_command_prints(
    document: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, same_text: Same
) -> None:
    monkeypatch.chdir(ROOT)

    def run(found: re.Match[str]) -> str:
        program, *arguments = shlex.split(found["command"])
        assert program == "laceventlog"
        main(arguments)
        return f"```console\n$ {found['command']}\n{capsys.readouterr().out}```"

    text = document.read_text("utf-8")
    same_text(document, CONSOLE.sub(run, text))


def test_the_picture_is_that_of_the_timeline_in_the_readme(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, same_text: Same
) -> None:
    monkeypatch.chdir(ROOT)
    found = re.search(r"\$ laceventlog (timeline events [^\n]+)", (ROOT / "README.md").read_text("utf-8"))
    assert found
    title = "Russia, Latin America and the Caribbean"
    assert main([*shlex.split(found[1]), "--format", "svg", "--title", title]) == 0
    same_text(ROOT / "docs" / "timeline.svg", capsys.readouterr().out)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    targets = [found["target"] for found in LINK.finditer(document.read_text("utf-8"))]
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_readme_begins_with_code_and_names_every_verb() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "```python" in "\n".join(text.splitlines()[:14])
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
