"""Markup without injection: elements are built, and texts are escaped when they are added.

The result is well-formed XML with the same meaning in HTML: attributes are quoted, and only void elements close
themselves. Characters that XML 1.0 forbids, or that change the direction of writing, become "�".
"""

from __future__ import annotations

import re
from html import escape as entities
from urllib.parse import urlsplit

from ..text_layout import CONTROL

BLANK = re.compile(r"\s")
FORBIDDEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Surrogates and noncharacters, which XML or UTF-8 cannot contain."""
NO_URL = re.compile(r"""[\s"<>\\^`{|}]""")
"""Characters that an address must quote (RFC 3986, RFC 3987)."""
EMPTY = frozenset("meta input br rect circle line path use stop".split())
"""Void elements."""

Value = str | int | bool | None


class Markup(str):
    """Text that is markup, and is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """`text` escaped for content and double-quoted attributes of HTML and XML, on one line."""
    if text.isascii() and text.isprintable():
        return Markup(entities(text))
    return Markup(entities(FORBIDDEN.sub("�", re.sub(CONTROL, "�", BLANK.sub(" ", text)))))


def joined(*parts: str) -> Markup:
    """The parts joined; those that are not markup are escaped."""
    return Markup("".join([part if isinstance(part, Markup) else escape(part) for part in parts]))


def element(name: str, /, *inside: str, **attributes: Value) -> Markup:
    """An element.

    Args:
        name: its name.
        inside: its content: texts, which are escaped, and markup.
        attributes: `aria_hidden="true"` becomes `aria-hidden="true"`, `class_` becomes `class`; True gives an
            attribute without a value, None and False give none.
    """
    start = name + "".join([_attribute(key, value) for key, value in attributes.items()])
    return Markup(f"<{start}/>") if name in EMPTY else Markup(f"<{start}>{joined(*inside)}</{name}>")


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    return f' {key.rstrip("_").replace("_", "-")}="{"" if value is True else escape(str(value))}"'


def link(text: str, url: str) -> Markup:
    """A link to another site; only the text unless the address is http or https, so that no click runs code."""
    if not is_web(url):
        return joined(text)
    return element("a", text, href=url, rel="noopener noreferrer")


def is_web(url: str) -> bool:
    """Whether it is an address on the web that `escape` would not change."""
    if not url.isprintable() or NO_URL.search(url) or re.search(CONTROL, url) or FORBIDDEN.search(url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
