"""The slip chart and the table of slips, as people see them: stored texts of the log of histories, and exact widths.

After a change of a view look at what differs, then `LACEVENTLOG_UPDATE=1 pytest tests/views/test_slip_views.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from laceventlog import load
from laceventlog.dates import When
from laceventlog.model import Event, Statement, read_status
from laceventlog.reports import Row, Slip, figures, slip_of, slips, standing
from laceventlog.text_width import columns
from laceventlog.views.day_ranges import in_words, range_text
from laceventlog.views.i18n import ENGLISH, voice
from laceventlog.views.labels import ascii_twin
from laceventlog.views.render_options import RenderOptions
from laceventlog.views.timeline import slip_chart as chart
from laceventlog.views.timeline import slip_table as table

TODAY = date(2025, 3, 1)
STORED = Path(__file__).parent / "slips"
LOG = load(str(Path(__file__).parents[2] / "examples" / "histories.yaml"))
SLIPS = slips(LOG, TODAY)
WIDTHS = (40, 60, 100, 200)


def pictures() -> dict[str, str]:
    made = {}
    for width in WIDTHS:
        made[f"chart-{width}"] = "\n".join(chart.render(slip, TODAY, RenderOptions(width)) for slip in SLIPS)
        made[f"table-{width}"] = table.render(SLIPS, figures(SLIPS), RenderOptions(width))
    made |= {f"{name}-ascii": ascii_twin(text) for name, text in made.items()}
    return made | spoken() | {"table": table.table(SLIPS), "markdown": table.markdown(SLIPS, figures(SLIPS), TODAY)}


def spoken() -> dict[str, str]:
    """The same in the other languages, at one width."""
    made = {}
    for code in ("es", "pt", "ru"):
        options = RenderOptions(100, voice(code))
        made[f"chart-100-{code}"] = "\n".join(chart.render(slip, TODAY, options) for slip in SLIPS)
        made[f"table-100-{code}"] = table.render(SLIPS, figures(SLIPS), options)
    return made


PICTURES = pictures()


def one(history: str, title: str = "A") -> Slip:
    """An event whose statements are written as `said [correction] status when`, with `;` between two."""
    found = []
    for text in history.split("; "):
        said, *words = text.split(" ")
        mends = words[0] == "correction"
        status, *when = words[1:] if mends else words
        found.append(statement(said, status, " ".join(when), mends=mends))
    event = Event(id="a", title=title, history=found)
    return slip_of(Row(event, standing(event, TODAY)))


def statement(said: str, status: str, when: str, *, mends: bool) -> Statement:
    return Statement(
        status=read_status(status), word=status, correction=mends,
        said=None if said == "-" else When.parse(said), when=When.parse(when) if when else None,
    )  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_the_log_of_histories_looks_as_stored(name: str, same_text: Callable[[Path, str], None]) -> None:
    same_text(STORED / f"{name}.txt", PICTURES[name])


def test_every_stored_text_has_its_picture() -> None:
    assert sorted(path.stem for path in STORED.iterdir()) == sorted(PICTURES)


@pytest.mark.parametrize("width", [*range(20, 130), 200, 999])
def test_no_line_is_wider_than_asked(width: int) -> None:
    texts = [
        table.render(SLIPS, figures(SLIPS), RenderOptions(width)),
        *(chart.render(slip, TODAY, RenderOptions(width)) for slip in SLIPS),
    ]
    assert [line for text in texts for line in text.splitlines() if columns(line) > width] == []
    assert [line for text in texts for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("name", [name for name in PICTURES if name.endswith("-ascii")])
def test_the_twin_has_only_ascii(name: str) -> None:
    assert PICTURES[name].isascii()


# history, what the lines of the chart end with (all on an axis of one year or less)
DRAWN = [
    ("known days", "2024-01-01 planned 2024-05-17; 2024-02-01 planned 2024-05-20; 2024-06-01 done 2024-05-22", "◇ ◇┄◆ ◇┄┄┄●"),
    ("earlier than planned", "2024-01-01 planned 2024-05-20; 2024-02-01 done 2024-05-17", "◇ ●┄◇"),
    ("what happened in a window has no dot", "2024-01-01 planned 2024-05-31; 2024-08-01 done 2024-06", "◇ ◇┄▒"),
    ("a doubtful day has none either", "2024-01-01 planned 2024-05-17; 2024-08-01 done 2024-05-20?", "◇ ◇┄▒"),
    ("by a day", "2024-01-01 planned by 17 May 2024; 2024-02-01 planned by 20 May 2024; 2024-08-01 done 2024-05-20", "◁ ◇┄◁ ◇┄●"),
    ("cancelled where it was planned last", "2024-01-01 planned 2024-05-17; 2024-02-01 planned 2024-05-20; 2024-06-01 cancelled", "◇ ◇┄◆ ◇┄✕"),
    ("postponed to nobody knows when", "2024-01-01 planned 2024-05-17; 2024-02-01 postponed; 2024-06-01 done 2024-05-20", "◇ ◇┄? ◇┄●"),
    ("taken back, which need not be later", "2024-01-01 planned 2024-05-17; 2024-02-01 planned TBD; 2024-06-01 done 2024-05-20", "◇ ◇? ◇┄●"),
    ("what goes on slips by its start", "2024-01-01 planned 2024-05-17/..; 2024-02-01 planned 2024-05-20/..; 2024-08-01 done 2024-05-20", "◇ ◇┄◆ ◇┄●"),
    ("around a day", "2024-01-01 planned 2024-05-17; 2024-02-01 planned 2024-05-20~; 2024-08-01 done 2024-05-24", "◇ ◇┄~▒~ ◇┄●"),
    ("not before", "2024-01-01 planned 2024-05-17; 2024-02-01 planned not before 20 May 2024; 2024-08-01 done 2024-05-24", "◇ ◇┄▒▷ ◇┄●"),
    ("only an outcome", "2024-06-01 done 2024-05-20", "●"),
]  # fmt: skip


def squeezed(picture: str) -> str:
    """Signs in their order, runs of the same shortened."""
    kept = [sign for sign in picture if sign in "◇◆●▒~◁▷┄?✕"]
    return "".join(sign for index, sign in enumerate(kept) if index == 0 or sign != kept[index - 1])


@pytest.mark.parametrize(("history", "expected"), [row[1:] for row in DRAWN], ids=[row[0] for row in DRAWN])
def test_each_forecast_is_drawn(history: str, expected: str) -> None:
    slip = one(history)
    text = chart.render(slip, TODAY, RenderOptions(120))
    begin = text.splitlines()[4].index("slip") + 4
    found = [squeezed(line[begin:]) for line in text.splitlines()[3:] if line[:1].isdigit()]
    assert " ".join(found) == " ".join(squeezed(part) for part in expected.split())


def test_a_correction_is_shown_with_its_reason_and_without_a_place_on_the_axis() -> None:
    text = PICTURES["chart-100"]
    assert "corrected 20 Mar 2024, not counted" in text
    assert "correction: the year was mistyped" in text
    assert "2023  " not in text.split("Harbour crane")[1].split("said")[0]  # the mistyped year


def test_what_nobody_dated_has_no_chart() -> None:
    text = chart.render(one("2024-01-01 proposed TBD"), TODAY, RenderOptions(100))
    assert text.splitlines()[1:] == [
        "never planned for a date",
        "",
        "said        forecast  moved  slip",
        "1 Jan 2024  no date",
    ]
    assert "│" not in text


def test_what_says_nothing_of_a_date_has_no_lines() -> None:
    assert chart.render(one("2024-01-01 underway"), TODAY, RenderOptions(100)).splitlines() == [
        "━ A  [a]".replace("  ", " "), "never planned for a date",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [20, 40, 100])
def test_without_dates_the_narrow_chart_has_no_empty_lines(width: int) -> None:
    lines = chart.render(one("- proposed TBD"), TODAY, RenderOptions(width)).splitlines()
    assert "not stated" in "\n".join(lines)
    assert lines.count("") == 1


def test_the_whole_calendar_fits_too() -> None:
    slip = one("2024-01-01 planned 0001-01-01; 2024-01-02 planned 9999~")
    for width in (20, 40, 100):
        assert [
            line for line in chart.render(slip, TODAY, RenderOptions(width)).splitlines() if columns(line) > width
        ] == []


@pytest.mark.parametrize(
    ("history", "words"),
    [
        ("2024-01-01 planned 2024-05", "slip 0 d · 0 revisions · planned May 2024"),
        ("2024-01-01 planned 2024-05; 2024-06-20 done 2024-05-20",
         "slip -11..+19 d · 0 revisions · completed 20 May 2024 · on time by the first plan"),
        ("2024-01-01 planned 2024-05; 2024-08-20 done 2024-07",
         "slip +31..+91 d · 0 revisions · completed Jul 2024 · late by the first plan"),
        ("2024-01-01 planned 2024-05-17; 2024-08-20 done 2024-05",
         "slip -16..+14 d · 0 revisions · completed May 2024 · perhaps on time by the first plan"),
        ("2024-01-01 planned 2024-05; 2024-08-20 done",
         "slip unknown · 0 revisions · completed"),
        ("2024-01-01 planned not before 2028; 2029-01-01 done 2028-06-01",
         "slip at most +152 d · 0 revisions · completed 1 Jun 2028"),
        ("2024-01-01 planned 2024-05; 2024-02-01 postponed",
         "slip unknown · 1 revision · the plan has lost its date"),
        ("2024-01-01 planned 2024-05; 2024-02-01 cancelled",
         "slip 0 d · 0 revisions · cancelled"),
        ("2024-01-01 planned 2024-05; 2024-02-01 done 2024-01; 2024-02-02 correction underway", "slip 0 d · 0 revisions · planned May 2024"),
    ],
)  # fmt: skip
def test_the_sum_of_it_in_words(history: str, words: str) -> None:
    assert chart.render(one(history), TODAY, RenderOptions(120)).splitlines()[1] == words


@pytest.mark.parametrize("day", ["-", "TBD"])
def test_what_was_said_nobody_knows_when_is_told_in_one_way(day: str) -> None:
    assert "\nnot stated  2024 " in chart.render(one(f"{day} planned 2024"), TODAY, RenderOptions(120))


def test_days_as_text() -> None:
    assert [range_text(days) for days in ((3, 3), (-3, 0), (1, None), (None, -1), None, (0, 0))] == [
        "+3", "-3..0", "+1..", "..-1", "?", "0",
    ]  # fmt: skip
    assert [in_words(days, ENGLISH) for days in ((3, 4), (1, None), (None, -1), None)] == [
        "+3..+4 d", "at least +1 d", "at most -1 d", "unknown",
    ]  # fmt: skip


def test_no_rows_have_no_table() -> None:
    assert table.render([], figures([]), RenderOptions(100)) == ""
    assert table.markdown([], figures([]), TODAY).startswith("As of 1 Mar 2025.\n\n| Event")


def test_where_no_day_of_an_outcome_is_known_the_share_is_unknown() -> None:
    slip = one("2024-01-01 planned 2024-05; 2024-06-01 done")
    assert "by the first plan      ?          0         0     0        1" in table.render(
        [slip], figures([slip]), RenderOptions(100)
    )
