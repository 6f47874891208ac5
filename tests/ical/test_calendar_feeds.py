"""Several calendars from one log: by country or kind, with an index, and told when one grows too large."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar

from laceventlog import EventLog, UsageError, ical, load, loads
from laceventlog.ical import Options
from laceventlog.ical.writer.feeds import feeds, write_feeds

Run = Callable[..., tuple[int, str, str]]
LOG = """
events:
  - {id: a, kind: meeting, title: A, countries: [CU, VE], status: held, when: 2024-05-29}
  - {id: b, kind: delivery, title: B, countries: [CU], status: planned, when: 2025, after: [a, c]}
  - {id: c, kind: launch, title: C, status: planned, when: 2024}
  - {id: d, kind: launch, title: D, countries: [NI], status: planned}
"""


def uids(path: Path) -> list[str]:
    return [str(each["UID"]) for each in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_an_event_stands_in_the_calendar_of_each_of_its_countries(tmp_path: Path) -> None:
    made = write_feeds(loads(LOG), tmp_path / "new" / "folder", Options(name="Log"), "country")
    assert [(feed.file, feed.name, feed.counts.entries) for feed in made] == [
        ("cu.ics", "Log: CU", 2), ("", "Log: NI", 0), ("none.ics", "Log: none", 1), ("ve.ics", "Log: VE", 1),
    ]  # fmt: skip
    folder = tmp_path / "new" / "folder"
    assert uids(folder / "cu.ics") == ["a@laceventlog", "b@laceventlog"]
    assert uids(folder / "ve.ics") == ["a@laceventlog"]
    assert not (folder / "ni.ics").exists()  # a calendar holds at least one entry (RFC 5545 §3.6)


def test_a_relation_leads_only_to_what_stands_beside_it(tmp_path: Path) -> None:
    write_feeds(loads(LOG), tmp_path, Options(), "country")
    data = (tmp_path / "cu.ics").read_bytes()
    assert b"RELTYPE=DEPENDS-ON:a@laceventlog" in data
    assert b"c@laceventlog" not in data


def test_by_kind(real: EventLog, tmp_path: Path) -> None:
    made = write_feeds(real, tmp_path, Options(), "kind")
    whole = ical.dumps(real).count(b"BEGIN:VEVENT")
    assert sum(feed.counts.entries for feed in made) == whole
    assert set(feeds(real, "kind")) == {event.kind for event in real}


@pytest.fixture(scope="module")
def real() -> EventLog:
    return load(Path(__file__).parents[2] / "events")


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str | None] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found += [value for name, value in attrs if name == "href"]


def test_the_index_links_every_calendar_and_takes_no_markup(tmp_path: Path) -> None:
    options = Options(name="<script>alert(1)</script>", description="<b>&")
    write_feeds(loads(LOG), tmp_path, options, "country")
    page = Links()
    page.feed((tmp_path / "index.html").read_text("utf-8"))
    assert page.found == ["cu.ics", "none.ics", "ve.ics"]
    assert not {"script", "b"} & set(page.tags)


def test_the_same_log_gives_the_same_files(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_feeds(loads(LOG), tmp_path / folder, Options(), "kind")
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / f).iterdir()} for f in ("one", "two"))
    assert one == two


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be made"):
        write_feeds(loads(LOG), tmp_path / "file" / "folder", Options(), "kind")


def test_the_command_tells_what_it_wrote(run: Run, tmp_path: Path) -> None:
    (tmp_path / "log.yaml").write_text(LOG, "utf-8")
    status, out, err = run("export", "ics", "--split", "country", "-o", str(tmp_path / "f"), str(tmp_path / "log.yaml"))
    assert (status, out) == (0, "")
    assert err.splitlines() == [
        f"{tmp_path}/f/cu.ics: 2 entries",
        f"{tmp_path}/f/none.ics: 1 entry",
        f"{tmp_path}/f/ve.ics: 1 entry",
        "laceventlog: NI: no event has a day, so no calendar",
        f"{tmp_path}/f/index.html: 3 calendars",
    ]
    status, _, err = run("export", "ics", "--split", "country", str(tmp_path / "log.yaml"))
    assert (status, "--split writes several files" in err) == (2, True)


def test_every_option_of_a_calendar_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "log.yaml").write_text(LOG, "utf-8")
    status, out, err = run(
        "export", "ics", str(tmp_path / "log.yaml"), "--tasks", "todo", "--windows", "span", "--cancelled", "mark",
        "--history", "journal", "--name", "N", "--namespace", "ns", "--description", "D", "--color", "red",
        "--refresh", "P1D", "--url", "https://example.org/f.ics", "--method", "PUBLISH", "--organizer",
        "mailto:a@b.org", "--alarm", "30", "--alarm", "7", "--no-data",
    )  # fmt: skip
    assert (status, err) == (0, "")
    for text in ("BEGIN:VTODO", "@ns", "COLOR:red", "PT", "METHOD:PUBLISH", "ORGANIZER:mailto:a@b.org", "TRIGGER"):
        assert text.replace("PT", "REFRESH-INTERVAL;VALUE=DURATION:P1D") in out
    assert "X-LACEVENTLOG-EVENT" not in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--color", "tael"), "did you mean 'teal'?"),
        (("--method", "PUBLISH"), "a method needs an organizer"),
        (("--alarm", "soon"), "--alarm"),
        (("--alarm", "-3"), "--alarm: '-3' is no number of days (write 90)"),
        (("--alarm", "3651"), "0 to 3650 days"),
        (("--refresh", "daily"), "a duration such as PT12H"),
    ],
)
def test_what_no_calendar_can_have_ends_with_two(
    run: Run, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    (tmp_path / "log.yaml").write_text(LOG, "utf-8")
    status, out, err = run("export", "ics", str(tmp_path / "log.yaml"), *words)
    assert (status, out) == (2, "")
    assert message in err


def test_a_feed_that_google_would_cut_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log.yaml").write_text(LOG, "utf-8")
    monkeypatch.setattr("laceventlog.ical.writer.calendar.GOOGLE_LIMIT", 1000)
    _, _, err = run("export", "ics", "-o", str(tmp_path / "a.ics"), str(tmp_path / "log.yaml"))
    assert "Google Calendar reads at most 1 MB" in err
