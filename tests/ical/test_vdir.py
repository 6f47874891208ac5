"""A folder of items: written by difference, shared with others, and nothing of theirs is touched."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from laceventlog import UsageError, loads
from laceventlog.ical import Options, SyncCounts, parse, write_vdir
from laceventlog.ical.sync import vdir
from laceventlog.ical.sync.items import DEVICES, Item, file_name, items, plain_value, read_item
from laceventlog.model import EventLog

Run = Callable[..., tuple[int, str, str]]
EVENT = (
    "  - {{id: {id}, kind: delivery, title: '{title}', status: planned, when: by the end of 2024, said: 2024-01-02}}\n"
)
FOREIGN = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:{}\r\nSUMMARY:Theirs\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def log_of(*ids: str, title: str = "Pumps, valves") -> EventLog:
    return loads("events:\n" + "".join(EVENT.format(id=each, title=title) for each in ids))


def numbers(counts: SyncCounts) -> tuple[int, int, int, int, int]:
    return counts.created, counts.changed, counts.same, counts.removed, len(counts.conflicts)


def holds(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the time it was written."""
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir() if p.is_file()}


def test_each_item_of_the_real_log_is_a_whole_calendar_of_its_own(root: Path, tmp_path: Path) -> None:
    from laceventlog import load

    options = Options(tasks="both", history="journal")
    counts = write_vdir(load(str(root / "events")), tmp_path, options)
    files = sorted(tmp_path.glob("*.ics"))
    assert len(files) == counts.created > 100
    for path in files:
        components = [c for c in Calendar.from_ical(path.read_bytes()).subcomponents if c.name != "VTIMEZONE"]
        assert len(components) == 1
        assert file_name(str(components[0]["UID"])) == path.name
    assert (tmp_path / "displayname").read_text("utf-8") == "laceventlog"
    assert not (tmp_path / "color").exists()


def test_an_item_has_the_zone_it_needs_and_no_other(tmp_path: Path) -> None:
    log = loads(
        'events:\n  - {id: a, kind: meeting, title: A, status: planned, when: "2025-05-29T10:00-04:00[America/La_Paz]"}\n'
        "  - {id: b, kind: meeting, title: B, status: planned, when: 2025-05-29}\n"
    )
    write_vdir(log, tmp_path)
    assert b"TZID:America/La_Paz" in (tmp_path / "a@laceventlog.ics").read_bytes()
    assert b"VTIMEZONE" not in (tmp_path / "b@laceventlog.ics").read_bytes()


def test_only_what_changes_is_touched(tmp_path: Path) -> None:
    assert numbers(write_vdir(log_of("a", "b", "c"), tmp_path)) == (3, 0, 0, 0, 0)
    before = holds(tmp_path)
    assert numbers(write_vdir(log_of("a", "b", "c"), tmp_path)) == (0, 0, 3, 0, 0)
    assert holds(tmp_path) == before
    log = EventLog([*log_of("a"), *log_of("b", title="New"), *log_of("d")])
    assert numbers(write_vdir(log, tmp_path)) == (1, 1, 1, 1, 0)
    after = holds(tmp_path)
    assert after.keys() == {"a@laceventlog.ics", "b@laceventlog.ics", "d@laceventlog.ics", "displayname"}
    assert after["a@laceventlog.ics"] == before["a@laceventlog.ics"]
    assert b"New" in after["b@laceventlog.ics"][0]


def test_a_task_and_its_mirror_are_two_files_and_one_goes_with_the_option(tmp_path: Path) -> None:
    write_vdir(log_of("a"), tmp_path, Options(tasks="both"))
    assert holds(tmp_path).keys() == {"a@laceventlog.ics", "a.due@laceventlog.ics", "displayname"}
    assert numbers(write_vdir(log_of("a"), tmp_path, Options(tasks="todo"))) == (0, 0, 1, 1, 0)
    assert numbers(write_vdir(log_of("a"), tmp_path)) == (0, 1, 0, 0, 0)


OTHERS = {
    "theirs.ics": FOREIGN.format("theirs@laceventlog"),
    "another.ics": FOREIGN.format("x"),
    "b@laceventlog.txt": "text",
    ".hidden.ics": "x",
    "broken.ics": "BEGIN:VCALENDAR\r\nnonsense",
    "empty.ics": "",
    "two.ics": FOREIGN.format("p@laceventlog") + FOREIGN.format("q@laceventlog"),
}


def test_what_others_put_there_is_left_alone(tmp_path: Path) -> None:
    for name, text in OTHERS.items():
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "bytes.ics").write_bytes(b"\xff\xfe\x00" * 9)
    (tmp_path / "folder.ics").mkdir()
    os.mkfifo(tmp_path / "pipe.ics")
    before = holds(tmp_path)
    for log in (log_of("a", "b"), log_of("c"), EventLog([])):
        assert not write_vdir(log, tmp_path).conflicts
    after = holds(tmp_path)
    del after["displayname"]
    assert after == before


def test_items_of_another_namespace_are_left_alone(tmp_path: Path) -> None:
    write_vdir(log_of("a"), tmp_path, Options(namespace="one"))
    assert numbers(write_vdir(log_of("b"), tmp_path, Options(namespace="two"))) == (1, 0, 0, 0, 0)
    assert (tmp_path / "a@one.ics").exists()


def tick(path: Path) -> None:
    """As todoman does: other order, other status."""
    calendar = Calendar.from_ical(path.read_bytes())
    for todo in calendar.walk("VTODO"):
        todo["STATUS"] = "COMPLETED"
    path.write_bytes(calendar.to_ical())


def test_what_somebody_changed_is_kept_and_told_unless_forced(tmp_path: Path) -> None:
    options = Options(tasks="todo")
    write_vdir(log_of("a", "b"), tmp_path, options)
    path = tmp_path / "a@laceventlog.ics"
    tick(path)
    kept = path.read_bytes()
    for log in (log_of("a", "b"), log_of("a", "b", title="New"), log_of("b", title="New")):
        counts = write_vdir(log, tmp_path, options)
        assert [(step.uid, step.place) for step in counts.conflicts] == [("a@laceventlog", path.name)]
        assert path.read_bytes() == kept
    assert numbers(write_vdir(log_of("a", "b"), tmp_path, options, force=True)) == (0, 2, 0, 0, 0)
    assert numbers(write_vdir(log_of("a", "b"), tmp_path, options)) == (0, 0, 2, 0, 0)


def test_what_is_gone_and_changed_goes_only_by_force(tmp_path: Path) -> None:
    write_vdir(log_of("a"), tmp_path, Options(tasks="todo"))
    tick(tmp_path / "a@laceventlog.ics")
    assert numbers(write_vdir(EventLog([]), tmp_path)) == (0, 0, 0, 0, 1)
    assert numbers(write_vdir(EventLog([]), tmp_path, force=True)) == (0, 0, 0, 1, 0)


@pytest.mark.parametrize(
    "written",
    [
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\r\n ", b""),
        lambda data: data.replace(b"SUMMARY:", b"summary:"),
        lambda data: data.replace(b"DTSTART;VALUE=DATE:", b'DTSTART;VALUE="DATE":'),
        lambda data: data.replace(b"PRODID:", b"PRODID:-//else//"),
        lambda data: re.sub(rb"(SEQUENCE:0\r\n)(DTSTART.*?\r\n)", rb"\2\1", data),
        lambda data: Calendar.from_ical(data).to_ical(),
    ],
    ids=["lf", "bom", "unfolded", "case", "quotes", "prodid", "order", "icalendar"],
)
def test_what_programs_write_as_they_like_is_no_change(tmp_path: Path, written: Callable[[bytes], bytes]) -> None:
    write_vdir(log_of("a", title="A, b; c d " + "é" * 60), tmp_path)
    path = tmp_path / "a@laceventlog.ics"
    path.write_bytes(written(path.read_bytes()))
    before = holds(tmp_path)
    assert numbers(write_vdir(log_of("a", title="A, b; c d " + "é" * 60), tmp_path)) == (0, 0, 1, 0, 0)
    assert holds(tmp_path) == before
    assert numbers(write_vdir(log_of("a", title="Other"), tmp_path)) == (0, 1, 0, 0, 0)


def test_an_item_under_another_name_keeps_it(tmp_path: Path) -> None:
    write_vdir(log_of("a", "b"), tmp_path)
    (tmp_path / "a@laceventlog.ics").rename(tmp_path / "renamed.ics")
    assert numbers(write_vdir(log_of("a", "b", title="New"), tmp_path)) == (0, 2, 0, 0, 0)
    assert holds(tmp_path).keys() == {"renamed.ics", "b@laceventlog.ics", "displayname"}


def test_of_two_items_with_one_uid_that_with_our_name_is_ours(tmp_path: Path) -> None:
    write_vdir(log_of("m"), tmp_path)
    for name in ("a.ics", "z.ics"):
        (tmp_path / name).write_bytes(FOREIGN.format("m@laceventlog").encode())
    assert numbers(write_vdir(log_of("m", title="New"), tmp_path)) == (0, 1, 0, 0, 0)
    assert b"Theirs" in (tmp_path / "a.ics").read_bytes() and b"Theirs" in (tmp_path / "z.ics").read_bytes()


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "other"])
def test_a_name_that_is_taken_is_a_conflict_even_when_forced(tmp_path: Path, kind: str, force: bool) -> None:
    folder, outside = tmp_path / "vdir", tmp_path / "outside"
    folder.mkdir()
    path = folder / "a@laceventlog.ics"
    if kind == "link":
        outside.write_text("keep", "utf-8")
    if kind in ("link", "dangling"):
        path.symlink_to(outside)
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(FOREIGN.format("else").encode())
    counts = write_vdir(log_of("a"), folder, force=force)
    assert [(s.uid, s.reason) for s in counts.conflicts] == [("a@laceventlog", "others put it there")]
    assert outside.exists() == (kind == "link") and (kind != "link" or outside.read_text("utf-8") == "keep")


def test_who_is_quicker_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_vdir(log_of("a", "gone"), tmp_path)
    found = vdir._stored

    def slowly(folder: Path) -> object:
        now = found(folder)
        for name in ("a", "gone", "new"):
            (folder / f"{name}@laceventlog.ics").write_bytes(FOREIGN.format(f"{name}@laceventlog").encode())
        return now

    monkeypatch.setattr(vdir, "_stored", slowly)
    assert numbers(write_vdir(log_of("a", "new", title="New"), tmp_path)) == (0, 0, 0, 0, 3)
    assert all(b"Theirs" in path.read_bytes() for path in tmp_path.glob("*.ics"))


def test_name_and_colour_are_written_where_missing_and_kept_where_not(tmp_path: Path) -> None:
    def metadata() -> list[str]:
        return [(tmp_path / name).read_text("utf-8") for name in ("displayname", "color")]

    log = log_of("a")
    write_vdir(log, tmp_path, Options("Сотрудничество", color="teal"))
    assert metadata() == ["Сотрудничество", "#008080"]
    assert not write_vdir(log, tmp_path, Options(color="Teal")).conflicts
    counts = write_vdir(log, tmp_path, Options("Other", color="red"))
    assert [(step.place, step.reason) for step in counts.conflicts] == [
        ("displayname", "it is not 'Other'"),
        ("color", "it is not '#FF0000'"),
    ]
    assert metadata() == ["Сотрудничество", "#008080"]
    assert not write_vdir(log, tmp_path, Options("Other", color="red"), force=True).conflicts
    assert metadata() == ["Other", "#FF0000"]


@pytest.mark.parametrize(
    ("uid", "name"),
    [
        ("cu-buses@laceventlog", "cu-buses@laceventlog.ics"),
        ("a.due@log.example.org", "a.due@log.example.org.ics"),
        ("a/b", "_a_b~"), ("../../etc/passwd", "__.._etc_passwd~"), ("..", "_~"), (".hidden", "_hidden~"),
        ("con", "_con~"), ("nul.x@y", "_nul.x@y~"), ("com1", "_com1~"), ("console", "console.ics"),
        ("A@b", "_a@b~"), ("", "_~"), ("a\x00b\n", "_a_b_~"), ("é", "__~"), ("a:b*c?", "_a_b_c_~"), ("C:\\x", "_c__x~"),
    ],
)  # fmt: skip
def test_file_names(uid: str, name: str) -> None:
    made = file_name(uid)
    assert made == name if name.endswith(".ics") else re.fullmatch(re.escape(name) + "[0-9a-f]{16}[.]ics", made)


@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), max_size=300) | st.sampled_from(["a", "A", "ß", "ẞ", "con", "."]),
        unique=True,
        max_size=20,
    )
)
def test_no_two_uids_share_a_name_and_every_name_is_safe(uids: list[str]) -> None:
    names = [file_name(uid) for uid in uids]
    assert len({name.casefold() for name in names}) == len(uids)
    for name in names:
        assert len(name.encode()) <= 255 and Path(name).name == name and name.isascii() and name.isprintable()
        assert not name.startswith((".", "-", " ")) and not DEVICES.match(name) and not set(name) & set('<>:"/\\|?*')


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=40))
def test_every_namespace_is_read_back_from_the_items(namespace: str) -> None:
    from laceventlog.ical.sync.items import in_namespace

    made = items(log_of("a", "b"), Options(namespace=namespace, tasks="both"))
    assert len(made) == 4
    assert all(in_namespace(item, Options(namespace=namespace)) for item in made.values())
    assert all(attrs.evolve(read_item(item.data) or Item("", ""), data=b"") == item for item in made.values())


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"UID:a\r\n", b"BEGIN:VCALENDAR\r\nUID:a\r\nEND:VCALENDAR", b"END:X\r\nEND:Y\r\n" * 3, b"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nUID:a\nEND:VTIMEZONE", b":" * 99],
)  # fmt: skip
def test_what_is_no_item(data: bytes) -> None:
    assert read_item(data) is None


@given(st.binary(max_size=300))
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    read_item(data)
    read_item(FOREIGN.format("a").encode().replace(b"Theirs", data))


@pytest.mark.parametrize(
    ("value", "plain"),
    [(r"a\,b\;c", "a,b;c"), (r"a\Nb", r"a\nb"), (r"C:\\New", r"C:\\New"), ("\\", "\\"), ("-P0D", "PT0S"), ("P0DT0S", "PT0S"), ("P1D", "P1D")],
)  # fmt: skip
def test_values_without_what_programs_write_as_they_like(value: str, plain: str) -> None:
    assert plain_value(value) == plain


def test_two_entries_with_one_uid_are_refused() -> None:
    with pytest.raises(UsageError, match=r"two entries have the UID 'a.due@laceventlog': rename the event 'a.due'"):
        items(log_of("a", "a.due"), Options(tasks="both"))


@pytest.mark.parametrize("where", ['title: "x\\u0001", source: a#1', "title: x, source: b#1"])
def test_what_no_calendar_can_hold_is_refused_before_anything_is_written(tmp_path: Path, where: str) -> None:
    log = loads(
        'sources: {a: {title: A, published: 2024}, b: {title: "B\\u007F", published: 2024}}\n'
        f"events: [{{id: e, kind: event, status: held, when: 2024, {where}}}]\n"
    )
    with pytest.raises(UsageError, match="control character"):
        write_vdir(log, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "log.yaml"
    file.write_text("events: [{id: a, kind: event, title: T, status: held, when: 2024}]", "utf-8")
    for words, said in (
        (("--output", str(file)), "cannot be written: "),
        (("--output", "a\0b"), "cannot be written: "),
        ((), "a vdir is a folder: name it with --output FOLDER"),
        (("--output", str(tmp_path), "--color", "reed"), "not a CSS colour"),
    ):
        status, out, err = run("export", "vdir", str(file), *words)
        assert (status, out, said in err, err.count("\n")) == (2, "", True, 1)


def test_the_command_says_what_it_did_and_ends_with_1_on_a_conflict(run: Run, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "vdir"
    words = ("export", "vdir", str(root / "events"), "--output", str(folder), "--country", "BO", "--color", "teal")
    status, out, err = run(*words)
    assert (status, out) == (0, "")
    assert re.fullmatch(rf"{folder}: created \d+, changed 0, same 0, removed 0, conflicts 0\n", err)
    path = min(folder.glob("*.ics"))
    path.write_bytes(path.read_bytes().replace(b"SUMMARY:", b"SUMMARY:Not "))
    status, _, err = run(*words)
    assert status == 1
    uid = path.name.removesuffix(".ics")
    assert f"conflict: {uid} ({path.name}): others changed it; kept; --force overwrites it\n" in err
    assert run(*words, "--force")[0] == 0


def test_an_item_is_read_back_with_the_sources_it_carries(tmp_path: Path) -> None:
    log = loads(
        "sources:\n  paper: {title: Paper, published: 2024-03-01}\n"
        "events:\n  - {id: a, kind: delivery, title: A, status: planned, when: 2025, source: paper#2}\n"
    )
    write_vdir(log, tmp_path, Options())
    (item,) = tmp_path.glob("*.ics")
    assert parse(item.read_bytes(), item.name) == (log, [])
