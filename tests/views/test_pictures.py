"""Story, months, counts and groups of the real log: the stored texts are compared exactly.

After a change of a view look at what differs, then `LACEVENTLOG_UPDATE=1 pytest tests/views/test_pictures.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from laceventlog.text_width import columns

PICTURES = Path(__file__).parent / "pictures"
WIDTHS = (40, 80, 100, 160)
VIEWS = {
    "story": "timeline --view story",
    "months": "timeline --view months",
    "count-country-kind": "count country kind",
    "count-country-year": "count country year",
    "list-by-year": "list --group-by year --country CU",
    "timeline-by-country": "timeline --group-by country --from 2023 --to 2026",
}
LONE = {
    "months-of-2023": "timeline --view months --from 2023 --to 2023 --width 100",
    "story-by-programme": "timeline --view story --group-by programme --country VE --width 80",
    "story-markdown": "timeline --view story --format md",
    "story-by-kind-markdown": "timeline --view story --group-by kind --country VE --format md",
    "months-markdown": "timeline --view months --format md --color always",
    "timeline-markdown": "timeline --kind delivery --format md --width 80",
    "count-kind": "count kind",
    "count-programme-status": "count programme status --width 80",
    "count-markdown": "count country kind --format md",
    "count-csv": "count country condition --format csv",
    "count-json": "count status kind --country CU --format json",
    "count-table": "count kind year --format table",
    "count-html": "count kind year --table-format html",
    "list-by-kind-table": "list --group-by kind --country VE --columns mark,text,title,lateness --table-format grid",
    "overdue-by-country-markdown": "overdue --group-by country --format md --columns text,title,lateness,id",
    "slip-columns": "slip --columns mark,id,first,slip_min,slip_max,status --format table",
}


def _asked() -> Iterator[tuple[str, str]]:
    for name, words in VIEWS.items():
        for width in WIDTHS:
            yield f"{name}-{width}", f"{words} --width {width}"
        yield f"{name}-80-ascii", f"{words} --width 80 --ascii"
        for code in ("es", "pt", "ru"):
            yield f"{name}-80-{code}", f"{words} --width 80 --lang {code}"
    yield from LONE.items()


ASKED = dict(_asked())
Run = Callable[..., tuple[int, str, str]]


def picture(name: str, run: Run, root: Path) -> str:
    """What the command prints on the real log."""
    verb, *options = ASKED[name].split()
    split = 2 if verb == "count" else 0
    status, out, err = run(verb, *options[:split], str(root / "events"), *options[split:], "--today", "2025-03-01")
    assert (status, err) == (int(verb == "overdue"), "")
    return out


@pytest.mark.parametrize("name", ASKED)
def test_the_real_log_looks_as_stored(name: str, root: Path, run: Run, same_text: Callable[[Path, str], None]) -> None:
    text = picture(name, run, root)
    same_text(PICTURES / f"{name}.txt", text)
    if "--width" in ASKED[name] and "md" not in ASKED[name].split():
        width = int(ASKED[name].partition("--width ")[2].split()[0])
        assert [line for line in text.splitlines() if columns(line) > width] == []


def test_every_stored_text_has_its_picture() -> None:
    assert sorted(path.stem for path in PICTURES.iterdir()) == sorted(ASKED)


@pytest.mark.parametrize("name", VIEWS)
def test_the_ascii_twin_has_every_sign_in_its_column(name: str, run: Run, root: Path) -> None:
    lines, twins = (picture(f"{name}-80{twin}", run, root).splitlines() for twin in ("", "-ascii"))
    assert [len(line) for line in twins] == [len(line) for line in lines]
    assert "".join(twins).isascii()
