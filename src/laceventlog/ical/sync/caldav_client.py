"""One CalDAV collection (RFC 4791) on a server: listing it, and conditional writes of one item.

The package caldav sends the requests and logs in; every answer of a server or network that is an error becomes one
message with a remedy. Redirects are not followed: they would turn a PUT into a GET.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urljoin, urlsplit

import attrs

from ...errors import UsageError

if TYPE_CHECKING:
    from caldav.davclient import DAVClient

DAV, CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
KIND = (
    '<propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><resourcetype/>'
    "<C:supported-calendar-component-set/></prop></propfind>"
)
ALL = (
    '<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/><C:calendar-data/></prop>'
    '<C:filter><C:comp-filter name="VCALENDAR"/></C:filter></C:calendar-query>'
)
REMEDIES = {
    401: "the server does not accept the login: check --user and the password",
    403: "the server forbids it: ask the owner of the calendar for write access, or log in as another user",
    404: "there is no such collection: create the calendar in your calendar program, and give its full address",
    405: "this is not the address of a calendar: give that of one calendar, not of the server",
    413: "the item is too large for the server",
    429: "the server is busy: run the command again later, it continues where it stopped",
    503: "the server is busy: run the command again later, it continues where it stopped",
    507: "the server is out of space",
}


class DavError(UsageError):
    """An error from the server or the network; `status` is the HTTP status, 0 without an answer."""

    def __init__(self, url: str, message: str, status: int = 0) -> None:
        """Keep the status and the message without the address."""
        super().__init__(f"{url}: {message}")
        self.status, self.message = status, message


@attrs.frozen
class Account:
    """A login to a server.

    Attributes:
        user: the name; "" for none.
        password: the password.
        timeout: seconds to wait for an answer.
    """

    user: str = ""
    password: str = attrs.field(default="", repr=False)
    timeout: int = 30


@attrs.frozen
class Resource:
    """One resource of a collection: its path, its entity tag, and its content."""

    path: str
    etag: str
    data: bytes


@attrs.frozen
class Collection:
    """A collection at an address."""

    url: str
    client: DAVClient
    timeout: int

    def components(self) -> set[str]:
        """The components that the calendar takes (RFC 4791 §5.2.3), such as VEVENT; empty if the server does not say.

        Raises:
            DavError: there is no calendar, or the server cannot be reached.
        """
        answer = self._request("PROPFIND", self.url, KIND, {"Depth": "0"}, {207})
        if answer.tree is None or answer.tree.find(f".//{DAV}resourcetype/{CAL}calendar") is None:
            raise DavError(self.url, REMEDIES[405])
        return {each.get("name", "").upper() for each in answer.tree.iterfind(f".//{CAL}comp")}

    def all(self) -> Iterator[Resource]:
        """Every item in it, by one request.

        Raises:
            DavError: the server refuses, or cannot be reached.
        """
        answer = self._request("REPORT", self.url, ALL, {"Depth": "1"}, {207})
        for each in answer.tree.iterfind(f"{DAV}response") if answer.tree is not None else ():
            path = self.path_of(each.findtext(f"{DAV}href") or "")
            data = each.findtext(f".//{CAL}calendar-data")
            if path and data:
                yield Resource(path, each.findtext(f".//{DAV}getetag") or "", data.encode())

    def path_of(self, href: str) -> str:
        """The path of a resource directly in the collection; "" for any other address that the server sends."""
        found, home = urlsplit(urljoin(self.url, href.strip())), urlsplit(self.url)
        name = unquote(found.path).removeprefix(unquote(home.path))
        is_inside = found.netloc == home.netloc and unquote(found.path) != name and name and "/" not in name
        return found.path if is_inside else ""

    def path_for(self, name: str) -> str:
        """The path of a new item."""
        return urlsplit(self.url).path + quote(name, safe="@+~")

    def put(self, path: str, data: bytes, etag: str = "") -> None:
        """Write an item in place of the one with the entity tag; without a tag, only where nothing is yet.

        Raises:
            DavError: it was refused; status 412 if the condition does not hold.
        """
        condition = _in_place_of(etag) if etag else {"If-None-Match": "*"}
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        self._request("PUT", urljoin(self.url, path), data.decode(), headers, {200, 201, 204})

    def delete(self, path: str, etag: str) -> None:
        """Remove the item with the entity tag; it may be gone already.

        Raises:
            DavError: it was refused; status 412 if it has changed.
        """
        self._request("DELETE", urljoin(self.url, path), "", _in_place_of(etag), {200, 202, 204, 404, 410})

    def get(self, path: str) -> bytes:
        """The current content; empty if there is none.

        Raises:
            DavError: the server refuses, or cannot be reached.
        """
        answer = self._request("GET", urljoin(self.url, path), "", {}, {200, 404, 410})
        return str(answer.raw).encode() if answer.status == 200 else b""

    def _request(self, method: str, url: str, body: str, headers: dict[str, str], good: set[int]) -> Any:
        with _translated(self.url, self.timeout):
            answer = self.client.request(url, method, body, headers)
        if answer.status not in good:
            raise _refusal(self.url, answer.status)
        return answer


def _in_place_of(etag: str) -> dict[str, str]:
    """A condition for the tag as the server made it: proxies weaken tags, and a weak one never matches (§13.1.1)."""
    return {"If-Match": etag.removeprefix("W/")}


def _refusal(url: str, status: int, reason: str = "") -> DavError:
    remedy = REMEDIES.get(status, f"the server answers {status}: run the command again later, or ask its administrator")
    return DavError(url, f"{remedy} ({status}{reason and ' ' + reason})" if status in REMEDIES else remedy, status)


@contextmanager
def connected(url: str, account: Account) -> Iterator[Collection]:
    """A collection for the length of the block; no request is sent yet.

    Raises:
        UsageError: the address is not that of a collection, or the package caldav is not installed.
    """
    url = _checked(url)
    try:
        from caldav.davclient import DAVClient
    except ImportError:
        raise UsageError("publishing needs the package caldav: pip install 'laceventlog[caldav]'") from None
    client = DAVClient(
        url=url, username=account.user or None, password=account.password or None,
        timeout=account.timeout, enable_rfc6764=False,
    )  # fmt: skip
    with client:
        client.session.max_redirects = 0
        yield Collection(url, client, account.timeout)


def _checked(url: str) -> str:
    """The address of a collection, with a slash at the end."""
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise UsageError(f"'{url}' is not an address: write https://host/user/calendar/") from None
    if parts.username is not None or parts.password is not None:
        raise UsageError("others can see a login in an address: use --user and a password file")
    if not is_good or parts.query or parts.fragment or any(c <= " " for c in url):
        raise UsageError(f"'{url}' is not the address of a calendar: write https://host/user/calendar/")
    return url if url.endswith("/") else url + "/"


@contextmanager
def _translated(url: str, timeout: int) -> Iterator[None]:
    """Translate network errors to one message."""
    from caldav.lib.error import DAVError

    try:
        yield
    except DAVError as error:
        reason = str(getattr(error, "reason", ""))
        status = getattr(error, "status", None) or {"Unauthorized": 401, "Forbidden": 403}.get(reason, 0)
        raise _refusal(url, status or 503) from None
    except SyntaxError:  # from lxml, for an answer that is not XML
        raise DavError(url, "the answer is not XML: check that this is the address of a calendar") from None
    except (OSError, NotImplementedError) as error:  # niquests and requests raise OSErrors
        raise DavError(url, _message(error, timeout)) from None


def _message(error: Exception, timeout: int) -> str:
    """The message for an error by the names of its classes, which niquests and requests share."""
    names = {each.__name__ for each in type(error).__mro__}
    if "SSLError" in names:
        return "the certificate cannot be trusted: check the address and the clock, or install the missing authority"
    if any("Timeout" in name for name in names):
        return f"no answer within {timeout} seconds: run the command again later, it continues where it stopped"
    if "TooManyRedirects" in names:
        return f"the server redirects: give the new address{_elsewhere(error)}"
    if isinstance(error, NotImplementedError):
        return "the server requires an unknown login method: ask for an application password"
    return "the server cannot be reached, or the connection broke: check address and network, and run the command again"


def _elsewhere(error: Exception) -> str:
    location = getattr(getattr(error, "response", None), "headers", {}).get("Location", "")
    return f", {location}" if location else ""
