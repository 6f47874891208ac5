"""`--lang` and `--color` on every verb that prints a view, but not in formats for machines."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from laceventlog.cli.command import main
from laceventlog.views.i18n import MODULES

ROOT = Path(__file__).parents[2]
EVENTS = str(ROOT / "events")
HISTORIES = str(ROOT / "examples" / "histories.yaml")
TODAY = ("--today", "2025-03-01")
SGR = re.compile(r"\x1b\[[0-9;]*m")
Run = Callable[..., tuple[int, str, str]]

VIEWS = [
    # arguments, a word of ours in Spanish, Portuguese, Russian
    (["list", EVENTS], "VENCIDO", "SEM ÚLTIMO DIA", "ПРОСРОЧЕНО"),
    (["overdue", EVENTS], "60 días de retraso", "60 dias de atraso", "просрочка 60 дней"),
    (["list", EVENTS, "--format", "table"], "última noticia", "última notícia", "сообщение"),
    (["list", EVENTS, "--format", "md"], "Situación al 1 mar 2025.", "Situação em 1 mar 2025.", "на 1 мар. 2025 г."),
    (["timeline", EVENTS], "hoy 1 mar 2025", "hoje 1 mar 2025", "сегодня 1 мар. 2025"),
    (["timeline", EVENTS], "37 datos (véase", "37 dados (ver", "37 показателей (см."),
    (["show", "cu-biocad-supply", EVENTS], "tipo        entrega", "tipo        entrega", "вид         поставка"),
    (["history", "cu-biocad-supply", EVENTS], "fuente", "fonte", "источник"),
    (["slip", HISTORIES], "12 revisiones", "12 revisões", "12 изменений"),
    (["slip", HISTORIES, "--format", "md"], "Primer plan", "Primeiro plano", "Первый план"),
    (["slip", "bridge", HISTORIES], "previsto: 1 may–31 ago 2025", "previsto: 1 mai–31 ago 2025", "план: 1 мая–31 авг. 2025"),
    (["slip", EVENTS], "que nunca tuvieron fecha", "que nunca tiveram data", ", дата котор"),
    (["export", "md", EVENTS], "## Vencido", "## Vencido", "## Просрочено"),
    (["overdue", EVENTS, "--country", "BO"], "nada está vencido", "nada está vencido", "просрочки нет"),
    (["timeline", EVENTS, "--tag", "buses", "--country", "VE"], "no hay eventos", "não há eventos", "событий нет"),
    (["history", EVENTS, "--since", "2026-01-01"], "no se ha dicho nada", "nada foi dito", "ничего не сказано"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "spanish", "portuguese", "russian"), VIEWS)
def test_a_view_speaks_the_language_asked_for(
    run: Run, arguments: list[str], spanish: str, portuguese: str, russian: str
) -> None:
    for code, words in {"es": spanish, "pt": portuguese, "ru": russian}.items():
        _, text, error = run(*arguments, *TODAY, "--lang", code)
        assert words in text
        assert error == ""
        assert words not in run(*arguments, *TODAY)[1]


@pytest.mark.parametrize("code", MODULES)
def test_two_versions_are_compared_in_the_language_asked_for(run: Run, code: str) -> None:
    old, new = (str(ROOT / "examples" / "versions" / name) for name in ("march.yaml", "june.yaml"))
    words = {"en": "6 changes", "es": "6 cambios", "pt": "6 mudanças", "ru": "6 изменений"}[code]
    assert run("diff", old, new, "--lang", code)[1].startswith(words)
    assert run("diff", old, new, "--lang", code, "--format", "md")[1].startswith(words)


def test_a_phrase_and_its_answer_are_of_one_language(run: Run) -> None:
    status, text, _ = run("date", "до конца 2024 года", "--lang", "ru")
    assert status == 0
    assert "крайний срок: просрочка с 1 янв. 2025" in text


MACHINES = [
    ["list", EVENTS, "--format", "json"], ["list", EVENTS, "--format", "csv"], ["export", "jsonl", EVENTS],
    ["show", "cu-biocad-supply", EVENTS, "--format", "json"], ["slip", HISTORIES, "--format", "csv"],
    ["history", EVENTS, "--format", "json"], ["export", "ics", EVENTS],
]  # fmt: skip


@pytest.mark.parametrize("arguments", MACHINES)
def test_what_machines_read_has_no_language_and_no_colour(run: Run, arguments: list[str]) -> None:
    colour = [] if arguments[0] == "export" else ["--color", "always"]
    assert run(*arguments, *TODAY, "--lang", "ru", *colour) == run(*arguments, *TODAY)


def test_no_locale_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("overdue", EVENTS, *TODAY)
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "ru_RU.UTF-8")
    assert run("overdue", EVENTS, *TODAY) == plain


def test_an_unknown_language_is_refused_with_the_nearest(run: Run) -> None:
    status, _, error = run("list", EVENTS, "--lang", "fr")
    assert status == 2
    assert "--lang cannot be 'fr'" in error


# -- colours


@pytest.mark.parametrize("arguments", [["list", HISTORIES], ["timeline", HISTORIES], ["show", "bridge", HISTORIES]])
def test_colours_change_nothing_but_the_colour(run: Run, arguments: list[str]) -> None:
    _, painted, _ = run(*arguments, *TODAY, "--color", "always")
    assert "\x1b" in painted
    assert SGR.sub("", painted) == run(*arguments, *TODAY, "--color", "never")[1]


def test_colours_and_ascii_signs_go_together(run: Run) -> None:
    _, text, _ = run("list", EVENTS, *TODAY, "--color", "always", "--ascii")
    assert "\x1b[1;31m!\x1b[0m by the end of 2024" in text
    assert "▶" not in text


TERMINALS = [
    # a terminal, environment, wanted: coloured
    (True, {}, "auto", True),
    (True, {"NO_COLOR": "1"}, "auto", False),
    (True, {"NO_COLOR": ""}, "auto", True),  # only a value that is not empty counts
    (True, {"TERM": "dumb"}, "auto", False),
    (True, {}, "never", False),
    (True, {"NO_COLOR": "1"}, "always", True),
    (False, {}, "auto", False),
    (False, {"TERM": "dumb"}, "always", True),
]


@pytest.mark.parametrize(("is_terminal", "environment", "wanted", "has_colours"), TERMINALS)
def test_colours_are_for_terminals(
    is_terminal: bool,
    environment: dict[str, str],
    wanted: str,
    has_colours: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    main(["overdue", EVENTS, *TODAY, "--color", wanted])
    assert ("\x1b[" in capsys.readouterr().out) is has_colours
