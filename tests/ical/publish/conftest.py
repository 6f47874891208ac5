"""A real calendar server (Radicale) on loopback, and a relay before it that counts requests and can cut the line."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

import pytest

USER, PASSWORD = "team", "not ääsy"
LOGIN = {"Authorization": "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()}
CONFIG = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/kept
[logging]
level = warning
"""
CALENDAR = (
    '<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>'
    "<C:supported-calendar-component-set>{}</C:supported-calendar-component-set></prop></set></C:mkcalendar>"
)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server that lives as long as the tests, with storage of its own."""
    pytest.importorskip("radicale", reason="the tests of publishing need a server: pip install radicale")
    folder, port = tmp_path_factory.mktemp("radicale"), free_port()
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", "utf-8")
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder), "utf-8")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([sys.executable, "-m", "radicale", "-C", str(folder / "config")], stderr=log)
        try:
            wait_for(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until it answers, or is gone."""
    for _ in range(600):
        assert server.poll() is None, "the server ended at its start"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not answer")


class Calendar:
    """One calendar of the server as a plain client sees it, and as ours does: through the relay."""

    def __init__(self, port: int, path: str) -> None:
        self.port, self.path = port, path
        self.requests: list[str] = []
        self.meddle: Callable[[str, int], str] = lambda _method, _number: ""
        """Asked before each request of the relay: "" lets pass, "cut" loses it, "lose" loses its answer."""
        self.url = ""

    def count(self, method: str) -> int:
        return self.requests.count(method)

    def ask(self, method: str, name: str = "", body: bytes = b"", **headers: str) -> tuple[int, bytes, dict[str, str]]:
        """A request of another client, past the relay."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        line.request(method, self.path + name, body, {k.replace("_", "-"): v for k, v in headers.items()} | LOGIN)
        answer = line.getresponse()
        data = answer.read()
        line.close()
        return answer.status, data, dict(answer.getheaders())

    def text(self, name: str) -> str:
        status, data, _ = self.ask("GET", name)
        assert status == 200
        return data.decode()

    def write(self, name: str, text: str) -> None:
        status, answer, _ = self.ask("PUT", name, text.encode(), Content_Type="text/calendar")
        assert status in (200, 201, 204), answer

    def names(self) -> set[str]:
        body = b'<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
        _, data, _ = self.ask("PROPFIND", "", body, Depth="1")
        hrefs = [part.partition("</")[0] for part in data.decode().split("<href>")[1:]]
        return {unquote(href).removeprefix(self.path) for href in hrefs} - {""}


def make_calendar(port: int, *components: str) -> Calendar:
    calendar = Calendar(port, f"/{USER}/{uuid4().hex}/")
    comps = "".join(f'<C:comp name="{name}"/>' for name in components or ("VEVENT", "VTODO", "VJOURNAL"))
    assert calendar.ask("MKCALENDAR", "", CALENDAR.format(comps).encode())[0] == 201
    return calendar


class Relay(BaseHTTPRequestHandler):
    """Passes requests on to the server, unless the calendar's `meddle` says otherwise."""

    protocol_version = "HTTP/1.1"
    calendar: Calendar

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fate = self.calendar.meddle(self.command, self.calendar.count(self.command) + 1)
        self.calendar.requests.append(self.command)
        if fate == "cut":
            self._hang_up()
            return
        line = http.client.HTTPConnection("127.0.0.1", self.calendar.port, timeout=60)
        line.request(self.command, self.path, body, dict(self.headers.items()))
        answer = line.getresponse()
        data = answer.read()
        line.close()
        if fate == "lose":
            self._hang_up()
        else:
            self._answer(answer, data)

    do_GET = do_PUT = do_DELETE = do_PROPFIND = do_REPORT = do_OPTIONS = _pass_on  # noqa: N815 - named by http.server

    def _answer(self, answer: http.client.HTTPResponse, data: bytes) -> None:
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture
def calendar(radicale: int) -> Iterator[Calendar]:
    """An empty calendar, and a relay before it."""
    made = make_calendar(radicale)
    with serving(type("OneRelay", (Relay,), {"calendar": made})) as port:
        made.url = f"http://127.0.0.1:{port}{made.path}"
        yield made


class serving:  # noqa: N801 - reads as the block it opens
    """A server of our own in a thread, as long as the block lasts; gives its port."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self) -> int:
        self.thread.start()
        return int(self.server.server_address[1])

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture(scope="session")
def with_caldav() -> None:
    """Skip all where it cannot be imported; asked once, for a second try finds half of it there."""
    try:
        import caldav.davclient  # noqa: F401 - whether it can be imported is the question
    except ImportError as error:  # it is not installed, or needs a newer icalendar than the oldest we allow
        pytest.skip(f"publishing needs the extra, pip install 'laceventlog[caldav]': {error}")


@pytest.fixture(autouse=True)
def no_proxies_nor_logins(with_caldav: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a developer's machine has set must not reach the tests."""
    del with_caldav
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))
    monkeypatch.setenv("LACEVENTLOG_PASSWORD", PASSWORD)
