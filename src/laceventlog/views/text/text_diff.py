"""What became of a text file: the lines that are new, or a unified diff."""

from __future__ import annotations

import re
from itertools import takewhile

LINE = re.compile("[^\n]*\n|[^\n]+")
BREAK = re.compile("\r\n|[\n\r]")
NO_END = "\n\\ No newline at end of file\n"


def new_lines(before: str, after: str, path: str) -> str:
    """`path:line:text` of every line between the first and the last that changed."""
    old, new = BREAK.split(before), BREAK.split(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return "".join(f"{path}:{number + 1}:{new[number]}\n" for number in range(head, len(new) - tail))


def _alike(old: list[str], new: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def diff(before: str, after: str, path: str) -> str:
    """A unified diff, as `patch` takes it."""
    from difflib import unified_diff

    lines = unified_diff(LINE.findall(before), LINE.findall(after), path, path)
    return "".join(line if line.endswith("\n") else line + NO_END for line in lines)
