"""Text that a table's markup shows as it stands: what each format of tabulate would interpret, and how it is kept
from doing so. Sources write stars, brackets and pipes; none of them may become a link, a macro or a new cell.
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
"""Numeric character references, which MediaWiki, MoinMoin, Textile and AsciiDoc all show as the character."""
BLANK = "\u200b"
"""The zero width space, which the manual of Org (§ 12.6) names for the purpose."""
ORG = re.compile(r"[*/_=~+\[\]<>^{}\\#](?=\S)")
REST = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_|@"})
REST_COLON = re.compile(r"(?<=\S):(?=\S)|:(?=:)")
"""What may make a link of what stands before it, or a block of what follows."""
REST_START = re.compile(r"(?=[!-/:-@\[-`{-~]|\w{1,5}[.)]( |$)|$)")
"""What reStructuredText takes at the beginning of a cell for a list, a directive or, where it is empty, no row."""


def plain(text: str) -> str:
    """Nothing is interpreted."""
    return text


def markdown(text: str) -> str:
    """CommonMark and GitHub: any ASCII punctuation may have a backslash before it."""
    return text.translate(MARKDOWN)


def fenced(text: str) -> str:
    """A text as a block of Markdown that keeps its columns; its fence is longer than any in the text."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}{fence}\n"


def jira(text: str) -> str:
    """Wiki markup of Atlassian; of `-`, only where it would strike text out."""
    return re.sub(r"(?<!\S)-", r"\\-", text.translate(JIRA))


def wiki(text: str) -> str:
    """What knows HTML's character references."""
    return text.translate(WIKI)


def org(text: str) -> str:
    r"""`\vert{}` is Org's own word for the sign between cells."""
    return ORG.sub(lambda found: found[0] + BLANK, text).replace("|", r"\vert{}")


def rest(text: str) -> str:
    """A backslash takes the meaning from what follows, and stands for an empty cell."""
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
"""By the name of a format; one that is not here is not offered."""
DRAWN_AS = {"unsafehtml": "html", "latex_raw": "latex"}
"""The same without escaping, which no text from a source may go without."""
