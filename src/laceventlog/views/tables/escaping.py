"""Escaping of text for each table format of tabulate.

Sources contain stars, brackets and pipes; none of them may become a link, a macro or a new cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from .csv_json import harmless

Escape = Callable[[str], str]

MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|~&$"})
JIRA = str.maketrans({sign: f"\\{sign}" for sign in "\\{}[]|*_^~+!?"})
WIKI = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\"#&'*+:<=>@[\\]^_`{|}~!"})
"""Numeric character references, which MediaWiki, MoinMoin, Textile and AsciiDoc all support."""
BLANK = "\u200b"
"""The zero width space, as the manual of Org (§ 12.6) recommends."""
ORG = re.compile(r"[*/_=~+\[\]<>^{}\\#](?=\S)")
REST = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_|@"})
REST_COLON = re.compile(r"(?<=\S):(?=\S)|:(?=:)")
"""Colons that may turn the text before them into a link, or the text after them into a block."""
REST_START = re.compile(r"(?=[!-/:-@\[-`{-~]|\w{1,5}[.)]( |$)|$)")
"""Beginnings of cells that reStructuredText takes for a list or a directive; an empty cell would end the row."""


def plain(text: str) -> str:
    """Unescaped: nothing is interpreted."""
    return text


def markdown(text: str) -> str:
    """CommonMark and GitHub: a backslash escapes any ASCII punctuation."""
    return text.translate(MARKDOWN)


def fenced(text: str) -> str:
    """A text as a fenced Markdown block; the fence is longer than any in the text."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}{fence}\n"


def jira(text: str) -> str:
    """Wiki markup of Atlassian; `-` only where it would strike out text."""
    return re.sub(r"(?<!\S)-", r"\\-", text.translate(JIRA))


def wiki(text: str) -> str:
    """Markup with the character references of HTML."""
    return text.translate(WIKI)


def org(text: str) -> str:
    r"""Org: `\vert{}` is its escape for the pipe."""
    return ORG.sub(lambda found: found[0] + BLANK, text).replace("|", r"\vert{}")


def rest(text: str) -> str:
    """reStructuredText: a backslash escapes the character after it, and marks an empty cell."""
    escaped = REST_COLON.sub(r"\\:", text.translate(REST))
    return f"\\{escaped}" if REST_START.match(escaped) and not escaped.startswith("\\") else escaped


NOTHING = (
    "colon_grid double_grid double_outline fancy_grid fancy_outline grid heavy_grid heavy_outline mixed_grid "
    "mixed_outline outline plain presto pretty psql rounded_grid rounded_outline simple simple_grid simple_outline"
).split()
ESCAPES: Mapping[str, Escape] = MappingProxyType(
    dict.fromkeys(NOTHING, plain)
    | dict.fromkeys(("html", "latex", "latex_booktabs", "latex_longtable"), plain)  # tabulate does it
    | dict.fromkeys(("github", "pipe"), markdown)
    | dict.fromkeys(("asciidoc", "mediawiki", "moinmoin", "textile", "youtrack"), wiki)
    | {"jira": jira, "orgtbl": org, "rst": rest, "tsv": harmless}
)
"""Escapes by format; formats that are not listed are not offered."""
DRAWN_AS = {"unsafehtml": "html", "latex_raw": "latex"}
"""Formats without escaping, replaced by those with it."""
