"""`laceventlog publish`: what it prints, and that whatever a server or a network does is one line with a remedy."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from laceventlog import loads
from laceventlog.ical.sync.items import items
from publish.conftest import PASSWORD, free_port, make_calendar, serving

Run = Callable[..., tuple[int, str, str]]
Answer = tuple[int, bytes, dict[str, str]]
LOG = """\
events:
  - {id: pumps, kind: delivery, title: Pumps, status: planned, when: by the end of 2024, countries: [CU]}
  - {id: visit, kind: meeting, title: Visit, status: held, when: 2024-05-29, countries: [BO]}
"""
KIND = (
    b'<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><resourcetype><collection/>'
    b'<C:calendar xmlns:C="urn:ietf:params:xml:ns:caldav"/></resourcetype></prop></propstat></response></multistatus>'
)


@pytest.fixture
def log(tmp_path: Path) -> str:
    path = tmp_path / "log.yaml"
    path.write_text(LOG, "utf-8")
    return str(path)


def test_it_prints_counts_and_ends_with_0(run: Run, calendar: Any, log: str) -> None:
    words = ("publish", calendar.url, log, "--user", "team")
    assert run(*words, "--dry-run") == (
        0,
        "create: pumps@laceventlog\ncreate: visit@laceventlog\nwould be: created 2, changed 0, same 0, removed 0, conflicts 0\n",
        "",
    )
    assert run(*words) == (0, "created 2, changed 0, same 0, removed 0, conflicts 0\n", "")
    assert run(*words) == (0, "created 0, changed 0, same 2, removed 0, conflicts 0\n", "")
    assert run(*words, "--country", "CU")[1] == "created 0, changed 0, same 1, removed 1, conflicts 0\n"


def test_a_conflict_is_told_and_ends_with_1(run: Run, calendar: Any, log: str) -> None:
    words = ("publish", calendar.url, log, "--user", "team")
    run(*words)
    calendar.write("pumps@laceventlog.ics", calendar.text("pumps@laceventlog.ics").replace("Pumps", "Theirs"))
    status, out, err = run(*words)
    assert (status, err) == (1, "")
    assert out == (
        f"conflict: pumps@laceventlog ({calendar.path}pumps%40laceventlog.ics): others changed it; kept; "
        "--force overwrites it\ncreated 0, changed 0, same 1, removed 0, conflicts 1\n"
    )
    assert run(*words, "--force")[0] == 0


def test_the_password_may_stand_in_a_file(
    run: Run, calendar: Any, log: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LACEVENTLOG_PASSWORD")
    file = tmp_path / "password"
    words = ("publish", calendar.url, log, "--password-file", str(file))
    assert "add --user NAME" in run(*words)[2]
    assert "password cannot be read: No such file" in run(*words, "--user", "team")[2]
    file.write_bytes(b"\xff")
    assert "it is not UTF-8 text" in run(*words, "--user", "team")[2]
    file.write_text(f"{PASSWORD}\r\nmore", "utf-8")
    assert run(*words, "--user", "team")[0] == 0


def test_a_netrc_is_used_where_no_user_is_given(
    run: Run, calendar: Any, log: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "netrc"
    file.write_text(f"machine 127.0.0.1 login team password '{PASSWORD}'\n".replace("'", '"'), "utf-8")
    monkeypatch.setenv("NETRC", str(file))
    assert run("publish", calendar.url, log)[0] == 0


def says(run: Run, log: str, url: str, *more: str) -> str:
    """The one line that is said; status 2."""
    status, out, err = run("publish", url, log, "--user", "team", *more)
    assert (status, out) == (2, "")
    assert err.startswith("laceventlog: ") and err.count("\n") == 1 and "Traceback" not in err
    assert PASSWORD not in err
    return err


def test_a_wrong_password_is_said(run: Run, calendar: Any, log: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACEVENTLOG_PASSWORD", "wrong")
    assert "does not accept the login: check --user and the password (401" in says(run, log, calendar.url)


def test_no_login_at_all_is_said(run: Run, calendar: Any, log: str) -> None:
    status, _, err = run("publish", calendar.url, log)
    assert (status, "does not accept the login" in err) == (2, True)


def test_what_is_not_there_is_said(run: Run, calendar: Any, log: str) -> None:
    assert "there is no such collection: create the calendar" in says(run, log, calendar.url + "nothing/")


def test_an_address_above_the_calendars_is_refused(run: Run, calendar: Any, log: str) -> None:
    above = calendar.url.removesuffix(calendar.path) + "/team/"
    assert "this is not the address of a calendar" in says(run, log, above)
    assert calendar.count("PUT") == 0


def test_the_calendar_of_somebody_else_is_forbidden(run: Run, calendar: Any, log: str) -> None:
    other = calendar.url.removesuffix(calendar.path) + "/other/calendar/"
    assert "the server forbids it" in says(run, log, other)


def test_a_calendar_without_tasks_gets_none(run: Run, calendar: Any, log: str) -> None:
    plain = make_calendar(calendar.port, "VEVENT")
    url = f"http://127.0.0.1:{calendar.port}{plain.path}"
    assert "this calendar does not accept VTODO: use --tasks event" in says(run, log, url, "--tasks", "todo")
    assert plain.names() == set()
    assert run("publish", url, log, "--user", "team")[0] == 0


def test_nobody_there_is_said(run: Run, log: str) -> None:
    assert "cannot be reached" in says(run, log, f"http://127.0.0.1:{free_port()}/cal/")


def test_an_unknown_host_is_said(run: Run, log: str) -> None:
    assert "cannot be reached" in says(run, log, "http://nowhere.invalid/cal/")


def test_a_server_that_keeps_silent_is_not_waited_for(run: Run, log: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        assert "no answer within 1 seconds" in says(run, log, f"http://127.0.0.1:{port}/cal/", "--timeout", "1")


def test_a_certificate_that_cannot_be_trusted_is_said(run: Run, calendar: Any, log: str) -> None:
    assert "certificate cannot be trusted" in says(run, log, calendar.url.replace("http:", "https:"))


@contextmanager
def answering(answers: Callable[[str], Answer], seen: list[str] | None = None) -> Iterator[str]:
    """The address of a server with its own mind: status, body and headers for each method; `seen` gets If-Match."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, body, headers = answers(self.command)
            if seen is not None and self.headers["If-Match"]:
                seen.append(self.headers["If-Match"])
            self.send_response(status)
            for name, value in ({"Content-Type": "text/xml", "Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_DELETE = do_PROPFIND = do_REPORT = _answer  # noqa: N815 - named by http.server

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}/cal/"


@pytest.mark.parametrize(
    ("status", "headers", "words"),
    [
        (200, {"Content-Type": "text/html"}, "answers 200: run the command again later"),
        (207, {}, "this is not the address of a calendar"),
        (301, {"Location": "https://cal.example.org/x/"}, "the server redirects: give the new address, https://cal.example.org/x/"),
        (302, {"Location": "/other/"}, "the server redirects: give the new address, /other/"),
        (401, {}, "does not accept the login"),
        (401, {"WWW-Authenticate": "Negotiate"}, "an unknown login method"),
        (403, {}, "the server forbids it"),
        (404, {}, "no such collection"),
        (405, {}, "this is not the address of a calendar"),
        (429, {}, "the server is busy"),
        (500, {}, "the server answers 500"),
        (503, {"Retry-After": "5"}, "the server is busy"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("body", [b"", b"<html>no", b"\xff\x00", b"<a/>"], ids=["empty", "html", "bytes", "xml"])
def test_every_odd_answer_to_the_first_question_is_one_line(
    run: Run, log: str, status: int, headers: dict[str, str], words: str, body: bytes
) -> None:
    kind = {} if body == b"<a/>" else {"Content-Type": "text/html"}
    with answering(lambda _method: (status, body, kind | headers)) as url:
        assert words in says(run, log, url)


@pytest.mark.parametrize("body", [b"<a", b"\xff\x00", b"<a>&b;</a>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_broken_xml_is_one_line(run: Run, log: str, body: bytes) -> None:
    with answering(lambda _method: (207, body, {})) as url:
        assert "is not XML" in says(run, log, url) or "not the address of a calendar" in says(run, log, url)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "conflict: pumps@laceventlog (/cal/pumps@laceventlog.ics): the server answers 400"),
        (409, "answers 409"),
        (413, "the item is too large for the server (413)"),
        (415, "answers 415"),
    ],
)
def test_an_item_that_a_server_refuses_does_not_hold_up_the_next(run: Run, log: str, status: int, words: str) -> None:
    with answering(
        lambda method: (status if method == "PUT" else 207, KIND if method == "PROPFIND" else b"", {})
    ) as url:
        ended, out, err = run("publish", url, log, "--user", "team")
    assert (ended, err) == (1, "")
    assert words in out
    assert out.endswith("created 0, changed 0, same 0, removed 0, conflicts 2\n")


@pytest.mark.parametrize(("status", "words"), [(403, "forbids it"), (507, "is out of space"), (500, "answers 500")])
def test_a_server_that_takes_nothing_is_asked_once(run: Run, log: str, status: int, words: str) -> None:
    with answering(
        lambda method: (status if method == "PUT" else 207, KIND if method == "PROPFIND" else b"", {})
    ) as url:
        said = says(run, log, url)
    assert words in said and "at pumps@laceventlog, 0 of 2 done" in said


HREFS = ["/other/a.ics", "https://example.org/cal/a.ics", "../a.ics", "/cal/", "/cal/sub/a.ics", "", "/cal/../a.ics"]


@pytest.mark.parametrize("href", HREFS)
def test_what_a_server_says_of_other_places_is_not_believed(run: Run, log: str, href: str) -> None:
    (item,) = items(loads("events: [{id: gone, kind: event, title: G, status: held, when: 2024-01-01}]")).values()
    listing = (
        f'<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><href>{href}</href><propstat><prop>'
        f"<getetag>1</getetag><C:calendar-data>{item.data.decode()}</C:calendar-data></prop></propstat></response></multistatus>"
    ).encode()
    asked = []

    def answer(method: str) -> Answer:
        asked.append(method)
        return {"PROPFIND": (207, KIND, {}), "REPORT": (207, listing, {})}.get(method, (201, b"", {}))

    with answering(answer) as url:
        assert run("publish", url, log, "--user", "team")[0] == 0
    assert asked == ["PROPFIND", "REPORT", "PUT", "PUT"]


@pytest.mark.parametrize(
    ("tag", "ended", "words", "sent"),
    [
        ("", 1, "no entity tag, so it cannot be replaced safely", []),
        ('<getetag>"1"</getetag>', 0, "created 1, changed 1", ['"1"']),
        ('<getetag>W/"1"</getetag>', 0, "created 1, changed 1", ['"1"']),
    ],
    ids=["none", "strong", "weak"],
)
def test_what_was_seen_is_replaced_by_its_entity_tag(
    run: Run, log: str, tag: str, ended: int, words: str, sent: list[str]
) -> None:
    (item,) = items(loads("events: [{id: pumps, kind: event, title: G, status: held, when: 2024-01-01}]")).values()
    listing = (
        '<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><response><href>/cal/a.ics</href><propstat><prop>'
        f"{tag}<C:calendar-data>{item.data.decode()}</C:calendar-data></prop></propstat></response></multistatus>"
    ).encode()
    answers: dict[str, Answer] = {"PROPFIND": (207, KIND, {}), "REPORT": (207, listing, {})}
    seen: list[str] = []
    with answering(lambda method: answers.get(method, (201, b"", {})), seen) as url:
        status, out, _ = run("publish", url, log, "--user", "team")
    assert (status, seen) == (ended, sent)
    assert words in out


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/", "not the address of a calendar"),
        ("example.org/cal", "not the address of a calendar"),
        ("http://", "not the address of a calendar"),
        ("http://example.org/?a=b", "not the address of a calendar"),
        ("http://example.org/#a", "not the address of a calendar"),
        ("http://example.org/a b", "not the address of a calendar"),
        ("http://example.org:99999/", "is not an address: write https://"),
        ("http://example.org:x/", "is not an address: write https://"),
        ("http://[::1/", "is not an address: write https://"),
        ("https://team:secret@example.org/", "others can see a login in an address"),
        ("https://team@example.org/", "others can see a login in an address"),
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_asked(run: Run, log: str, url: str, words: str) -> None:
    said = says(run, log, url)
    assert words in said and "secret" not in said


@pytest.mark.parametrize("seconds", ["0", "-1", "3601", "1.5", "99999", "x", "٣"])
def test_seconds_to_wait_are_checked(run: Run, log: str, seconds: str) -> None:
    assert run("publish", "http://localhost/", log, f"--timeout={seconds}")[0] == 2


def test_a_password_in_the_clear_is_remarked(
    run: Run, calendar: Any, log: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laceventlog.cli.verbs.share.publish.LOOPBACK", ())
    status, _, err = run("publish", calendar.url, log, "--user", "team")
    assert (status, err) == (0, "the password was sent to 127.0.0.1 unencrypted: use https://\n")


def test_without_the_package_the_remedy_is_said(run: Run, log: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "caldav.davclient", None)
    assert says(run, log, "http://127.0.0.1:9/") == (
        "laceventlog: publishing needs the package caldav: pip install 'laceventlog[caldav]'\n"
    )


def test_the_command_ends_without_a_traceback_in_a_process_of_its_own(calendar: Any, log: str) -> None:
    calendar.meddle = lambda method, _number: "cut" if method == "PUT" else ""
    words = [sys.executable, "-m", "laceventlog", "publish", calendar.url, log, "--user", "team"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "0 of 2 done" in ran.stderr
