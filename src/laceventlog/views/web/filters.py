"""Filters without a script: checkboxes, and CSS rules that hide the rows not chosen.

A row is shown if, in each line of boxes, none or one of its own is checked; so there is one rule per set of countries,
per kind and per condition. A group is hidden with its heading if all its rows are hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from ...model.places.countries import country_name
from ...reports import Group, Row
from ..labels import MARKERS, capital, group_heading
from .context import PageContext
from .markup import Markup, element, joined

Countries = frozenset[str]


@attrs.frozen
class Filters:
    """Values to choose from: those of the rows, the most frequent first; conditions by urgency."""

    context: PageContext
    countries: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    groups: tuple[tuple[Group, int], ...]
    sets: tuple[Countries, ...]

    @classmethod
    def of(cls, context: PageContext) -> Filters:
        """The filters of a context."""
        events = [row.event for row in context.rows]
        return cls(
            context,
            _ranked(Counter(code for event in events for code in event.countries)),
            _ranked(Counter(event.kind for event in events)),
            tuple((group, len(rows)) for group, rows in context.groups),
            tuple(sorted({frozenset(event.countries) for event in events}, key=sorted)),
        )

    def classes(self, row: Row) -> str:
        """The classes of a row for the rules."""
        return f"s{self.sets.index(frozenset(row.event.countries))} k{self._kind(row.event.kind)}"

    def _kind(self, word: str) -> int:
        return [known for known, _ in self.kinds].index(word)

    # -- the boxes

    def form(self) -> Markup:
        """The form; lines with a single choice are left out, and so is a form without lines."""
        voice = self.context.voice
        kinds = [(str(self._kind(word)), n, "", capital(voice.word(word))) for word, n in self.kinds]
        countries = [(code, n, "", country_name(code, voice.code)) for code, n in self.countries]
        lines = [
            self._line("state", "web by condition", [(g, n, *_group(g, self.context)) for g, n in self.groups]),
            self._line("country", "web by country", countries),
            self._line("kind", "web by kind", kinds),
        ]
        if not any(lines):
            return Markup("")
        return element("form", *lines, id="Filters", class_="filters", aria_label=voice.say("web filter"))

    def _line(self, name: str, legend: str, boxes: Sequence[tuple[str, int, str, str]]) -> Markup:
        if len(boxes) < 2:
            return Markup("")
        head = element("legend", self.context.voice.say(legend))
        chips = [_chip(name, value, count, sign, text) for value, count, sign, text in boxes]
        return element("fieldset", head, element("div", *chips, class_="chips"), class_=name)

    # -- the rules

    def rules(self) -> str:
        """CSS rules for browsers with `:has()`; others show all rows."""
        rules = [f"body{self._outside(s)} .s{n}{{display:none}}" for n, s in enumerate(self.sets)]
        rules += [f"body{self._other_kind(n)} .k{n}{{display:none}}" for n in range(len(self.kinds))]
        for group, rows in self.context.groups:
            other = _unchecked("state", [_box("state", group)])
            rules.append(f"body{other} #G-{group},body{self._none_of(rows)} #G-{group}{{display:none}}")
        return "\n".join(rules)

    def _none_of(self, rows: Iterable[Row]) -> str:
        """A selector: every row is hidden."""
        pairs = {(self.sets.index(frozenset(row.event.countries)), self._kind(row.event.kind)) for row in rows}
        return "".join(f":is({self._outside(self.sets[s])},{self._other_kind(k)})" for s, k in sorted(pairs))

    def _outside(self, countries: Countries) -> str:
        """A selector: countries are checked, but none of these."""
        return _unchecked("country", [_box("country", code) for code in sorted(countries)])

    def _other_kind(self, number: int) -> str:
        return _unchecked("kind", [_box("kind", str(number))])


def _ranked(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _group(group: Group, context: PageContext) -> tuple[str, str]:
    return MARKERS[group], group_heading(group, context.voice)[0]


def _box(name: str, value: str) -> str:
    """The id of a box; ids of events have no capital letters."""
    return f"F-{name}-{value}"


def _unchecked(name: str, boxes: Iterable[str]) -> str:
    own = ",".join(f"#{box}:checked" for box in boxes)
    return f":has(.{name} :checked)" + (f":not(:has({own}))" if own else "")


def _chip(name: str, value: str, count: int, sign: str, text: str) -> Markup:
    box = element("input", type="checkbox", id=_box(name, value), name=name, value=value)
    mark = element("span", sign, class_=f"sign {value}", aria_hidden="true") if sign else Markup("")
    number = element("span", str(count), class_="count")
    return element("label", box, joined(mark, Markup(" ")) if sign else mark, text, Markup(" "), number, class_="chip")
