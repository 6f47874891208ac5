"""Plain values to canonical YAML."""

from __future__ import annotations

import re
from typing import Any

import yaml

ODD_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")


class _Dumper(yaml.SafeDumper):
    """Quotes only what YAML 1.2 would not read as text; short lists and statements stay on one line."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012 - as PyYAML documents it

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, False)


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
     "-+0123456789."),
):  # fmt: skip
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def _represent_list(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=_is_short(data))


def _represent_text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    """Escape the characters that YAML reads as line breaks, which needs double quotes."""
    style = '"' if ODD_BREAKS.search(data) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


def _is_short(data: list[Any]) -> bool:
    texts = all(isinstance(item, str) and "\n" not in item for item in data)
    return texts and sum(len(item) + 2 for item in data) < 80


_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(str, _represent_text)


def write(plain: Any) -> str:
    """Plain values as canonical YAML: order and Unicode kept, lines of about 110 columns."""
    return yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False)


def scalar(text: str, *, flow: bool) -> str:
    """A text on one line, for use in braces (`flow`) or by itself; quoted only if necessary."""
    style = '"' if "\n" in text or ODD_BREAKS.search(text) else None
    node = yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)
    list_ = yaml.SequenceNode("tag:yaml.org,2002:seq", [node], flow_style=flow)
    line: str = yaml.serialize(list_, Dumper=_Dumper, allow_unicode=True, width=float("inf"))
    return line[1:-2] if flow else line[2:-1]
