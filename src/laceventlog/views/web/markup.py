"""Markup that cannot be injected into: elements are built, texts are escaped where they are put in.

What is made is well-formed XML and means the same in HTML: attributes are quoted, only elements that are always
empty close themselves. A character that XML 1.0 does not allow, or that turns the direction of writing, becomes "�".
"""

from __future__ import annotations

import re
from html import escape as entities
from urllib.parse import urlsplit

from ..text_layout import CONTROL

BLANK = re.compile(r"\s")
FORBIDDEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Halves of surrogate pairs and noncharacters: no XML, or no UTF-8, and nothing to read."""
NO_URL = re.compile(r"""[\s"<>\\^`{|}]""")
"""What no address may hold unquoted (RFC 3986, RFC 3987)."""
EMPTY = frozenset("meta input br rect circle line path use stop".split())
"""Elements that hold nothing and have no end tag."""

Value = str | int | bool | None


class Markup(str):
    """Text that is markup already, and is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """`text` as it may stand between tags and between double quotes, in HTML and XML alike; on one line."""
    if text.isascii() and text.isprintable():
        return Markup(entities(text))
    return Markup(entities(FORBIDDEN.sub("�", re.sub(CONTROL, "�", BLANK.sub(" ", text)))))


def joined(*parts: str) -> Markup:
    """Parts one after another; what is no markup is escaped."""
    return Markup("".join([part if isinstance(part, Markup) else escape(part) for part in parts]))


def element(name: str, /, *inside: str, **attributes: Value) -> Markup:
    """An element with its attributes and what is inside.

    Args:
        name: its name.
        inside: texts, which are escaped, and markup.
        attributes: `aria_hidden="true"` makes `aria-hidden="true"`, `class_` makes `class`; True makes one without
            a value, None and False make none.
    """
    start = name + "".join([_attribute(key, value) for key, value in attributes.items()])
    return Markup(f"<{start}/>") if name in EMPTY else Markup(f"<{start}>{joined(*inside)}</{name}>")


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    return f' {key.rstrip("_").replace("_", "-")}="{"" if value is True else escape(str(value))}"'


def link(text: str, url: str) -> Markup:
    """A link that leads out; of anything but http and https only the text, which no click can run."""
    if not is_web(url):
        return joined(text)
    return element("a", text, href=url, rel="noopener noreferrer")


def is_web(url: str) -> bool:
    """Whether it is an address on the web and holds nothing that `escape` would change."""
    if not url.isprintable() or NO_URL.search(url) or re.search(CONTROL, url) or FORBIDDEN.search(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
