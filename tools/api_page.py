"""`docs/api.md`, made from the docstrings of the public names: `make docs` writes it, a test keeps it equal."""

from __future__ import annotations

import enum
import inspect
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

import laceventlog

GROUPS: Mapping[str, str] = {
    "Reading and writing event files": (
        "load loads parse parse_text dump dumps record_statement Recorded StatementFields InMemoryFile"
    ),
    "Dates": "When Shape Precision Modality is_before is_after is_same is_during contains overlaps find_dates FoundDate",
    "Events and logs": (
        "Event Meeting Launch Delivery Agreement Milestone Programme Observation event_kind Amount Statement Status "
        "Source Citation Origin State EventLog Ordered Windows"
    ),
    "Conditions": "agenda overdue due_within stale standing Row Group Standing Condition Outcome",
    "Histories and differences": (
        "history log_history HistoryEntry StateChange StatusAndDate DateChange diff Change ChangeKind Edit Difference "
        "Heading"
    ),
    "Slip": "slips slip_of Slip Forecast Role figures Figures KeptPlans RevisionCounts Spread",
    "Links and checks": "link_bounds LinkBound rollup Rollup check_log",
    "Other standards": "to_code from_code activity_dates from_activity_dates ActivityDate",
    "Errors": "LaceventlogError LoadError UsageError FieldError DateError Problem",
}
HEAD = """# API

Every public name of `laceventlog`, from its docstring. Days are `datetime.date`, both ends of a range are included, and
a number of days is an `int`; None stands for an open or unknown end. A walk through the library with examples:
[python.md](python.md).
"""
SECTION = re.compile(r"^(Args|Attributes|Raises|Returns|Yields):$")
HIDDEN = {"name", "value", "count", "index"}
"""What enumerations and named tuples inherit."""


def page() -> str:
    """The whole page."""
    parts = [HEAD, *(_contents())]
    for title, names in GROUPS.items():
        parts += [f"\n## {title}\n", *(_entry(name) for name in names.split())]
    return "\n".join(parts)


def _contents() -> Iterator[str]:
    taken: Counter[str] = Counter()
    for title, names in GROUPS.items():
        yield f"- **{title}**: " + " · ".join(f"[{name}](#{_anchor(name.lower(), taken)})" for name in names.split())


def _anchor(words: str, taken: Counter[str]) -> str:
    """The anchor of a heading, numbered where an earlier one has the same words (`standing`, `Standing`)."""
    taken[words] += 1
    return words if taken[words] == 1 else f"{words}-{taken[words] - 1}"


def _entry(name: str) -> str:
    thing = getattr(laceventlog, name)
    lines = [f"### {name}\n", *_signature(name, thing), "", *_text(thing)]
    if inspect.isclass(thing):
        lines += _members(thing)
    return "\n".join(lines).rstrip() + "\n"


def _signature(name: str, thing: Any) -> list[str]:
    """How it is called or, of an enumeration, what its members are."""
    if inspect.isclass(thing) and issubclass(thing, enum.Enum):
        return ["One of " + ", ".join(f"`{member.name}`" for member in thing) + "."]
    if inspect.isclass(thing) and issubclass(thing, BaseException):
        return [f"Raised as `{name}`; a subclass of `{thing.__bases__[0].__name__}`."]
    return ["```text", _call(name, thing), "```"]


def _call(name: str, thing: Any) -> str:
    """`name(one, two) -> Result`, over several lines where one would be too long."""
    try:
        signature = inspect.signature(thing)
    except ValueError:
        return name
    if inspect.isclass(thing):
        signature = signature.replace(return_annotation=inspect.Signature.empty)
    text = readable(f"{name}{signature}")
    if len(text) <= 100:
        return text
    inner = ",\n    ".join(readable(str(each)) for each in signature.parameters.values())
    result = readable(str(signature.return_annotation))
    return f"{name}(\n    {inner},\n)" + ("" if inspect.isclass(thing) else f" -> {result}")


def readable(signature: str) -> str:
    """A signature without quotes, addresses and markers."""
    plain = re.sub(r"<(?:function|class) ?'?([\w.]+).*?>", r"\1", signature)
    return plain.replace("'", "").replace("NOTHING", "…").replace("PathBase.", "Path.")  # as Python 3.13 calls it


def _text(thing: Any) -> Iterator[str]:
    """A docstring as Markdown: sections as lists, examples as code."""
    section, in_code = "", False
    for line in (inspect.getdoc(thing) or "").splitlines():
        if in_code and not line.strip():
            in_code = False
            yield "\n```\n"
            continue
        if not in_code and line.startswith(">>> "):
            in_code = True
            yield "```python"
        found = SECTION.match(line)
        if found:
            section = found[1]
            yield f"*{section}*\n"
        elif in_code:
            yield line
        elif section and line.startswith("    ") and not line.startswith("     "):
            yield "- " + re.sub(r"^([\w*, ]+?): ", r"`\1`: ", line.strip())
        else:
            section = section if not line or line.startswith(" ") else ""
            yield ("  " + line.strip()) if section and line.strip() else line
    if in_code:
        yield "\n```\n"


def _members(thing: type) -> Iterator[str]:
    """The fields and the public methods and properties a class has of its own."""
    for name, member in vars(thing).items():
        if name.startswith("_") or name in HIDDEN or isinstance(member, enum.Enum) or _is_field(thing, name):
            continue
        shown = member.__func__ if isinstance(member, classmethod | staticmethod) else member
        if isinstance(shown, property) and shown.__doc__:
            yield f"\n**`.{name}`** " + " ".join(_text(shown)).strip()
        elif inspect.isfunction(shown) and shown.__doc__:
            yield from [f"\n**`{_call('.' + name, shown)}`**".replace("(self, ", "(").replace("(self)", "()"), ""]
            yield from _text(shown)


def _is_field(thing: type, name: str) -> bool:
    fields = attrs.fields_dict(thing) if attrs.has(thing) else {}
    return name in fields or name in getattr(thing, "_fields", ())


if __name__ == "__main__":
    print(page())
