"""docs/statuses.md shows the tables in the code: transitions, code lists, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from laceventlog.interop.iati import LOST, LOST_INWARDS
from laceventlog.model import CODE_LISTS, TRANSITIONS, Status
from laceventlog.model.statuses.parser import inflections
from laceventlog.model.statuses.vocabulary import LANGUAGES, REASONS, REFUSED, WORDS_OF

Same = Callable[[Path, str], None]
Row = Iterable[str]


def table(head: Row, rows: Iterable[Row]) -> str:
    head = list(head)
    lines = [head, ["--"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n".replace("| -- |", "|--|").replace(" -- |", "--|") for line in lines)


def transitions() -> str:
    return table(
        ["from \\ to", *Status], ([a, *(TRANSITIONS[a, b].replace("+", ", ") for b in Status)] for a in Status)
    )


def codes() -> str:
    return table(["list", *Status], ([f"`{name}`", *map(shown(name), Status)] for name in CODE_LISTS))


def shown(name: str) -> Callable[[Status], str]:
    def cell(status: Status) -> str:
        found = CODE_LISTS[name]
        return (found.codes[status] or "—") + ("" if found.back(status) is status else "*")

    return cell


def losses() -> str:
    rows = (
        [f"`{name}`", status, found.codes[status] or "—", str(found.back(status) or "—"), found.lost[status]]
        for name, found in CODE_LISTS.items()
        for status in Status
        if status in found.lost
    )
    return table(["list", "status", "code", "comes back as", "lost"], rows)


def statuses() -> str:
    rows = (
        [f"`{name}`", found.source, ", ".join(f"{c} {s}" for c, s in found.statuses.items()), untold(name)]
        for name, found in CODE_LISTS.items()
    )
    return table(["list", "defined in", "code and status", "lost"], rows)


def untold(name: str) -> str:
    return "; ".join(f"{code}: {what}" for code, what in CODE_LISTS[name].lost_codes.items()) or "nothing"


def dates() -> str:
    return table(["what was said", "lost"], LOST.items())


def dates_in() -> str:
    return table(["what it was", "not told"], LOST_INWARDS.items())


def words() -> str:
    return "\n".join(
        table([LANGUAGES[lang], "words"], ([f"`{s}`", first_forms(of[s], lang)] for s in Status))
        for lang, of in WORDS_OF.items()
    )


def refused() -> str:
    rows = ([everywhere(key), reason.replace("{word}", "…")] for key, reason in REASONS.items())
    return table(["words", "instead"], rows)


def everywhere(key: str) -> str:
    return " · ".join(first_forms(of[key], lang) for lang, of in REFUSED.items() if key in of)


def first_forms(phrases: str, lang: str) -> str:
    return ", ".join(next(inflections(phrase.strip(), lang)) for phrase in phrases.split(","))


PARTS = [transitions, codes, losses, statuses, dates, dates_in, words, refused]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_the_page_shows_the_table_of_the_code(part: Callable[[], str], root: Path, same_text: Same) -> None:
    page = root / "docs" / "statuses.md"
    text = page.read_text("utf-8")
    made, count = re.subn(
        rf"(<!-- {part.__name__.replace('_', ' ')} -->\n).*?(<!-- end -->)",
        lambda found: f"{found[1]}\n{part()}\n{found[2]}",
        text,
        flags=re.DOTALL,
    )
    assert count == 1
    same_text(page, made)


def rows_of(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        yield [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_row_of_a_table_has_as_many_cells_as_its_head(part: Callable[[], str]) -> None:
    for made in part().split("\n\n"):
        assert len({len(row) for row in rows_of(made) if row != [""]}) == 1
