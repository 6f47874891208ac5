"""Filters without a script: boxes to check, and the rules of style that hide what was not chosen.

A row passes when in each line of boxes none is checked or one of its own is; so a rule hides what shares a set of
countries, a kind or a condition. A group hides when all its rows are hidden, heading and all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from ...model.places.countries import country_name
from ...reports import Group, Row
from ..labels import MARKERS, capital, group_heading
from .context import Frame
from .markup import Markup, element, joined

Countries = frozenset[str]


@attrs.frozen
class Filters:
    """What can be chosen: what occurs in the rows, the most frequent first; conditions by urgency."""

    frame: Frame
    countries: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    groups: tuple[tuple[Group, int], ...]
    sets: tuple[Countries, ...]

    @classmethod
    def of(cls, frame: Frame) -> Filters:
        """Those of the rows of a frame."""
        events = [row.event for row in frame.rows]
        return cls(
            frame,
            _ranked(Counter(code for event in events for code in event.countries)),
            _ranked(Counter(event.kind for event in events)),
            tuple((group, len(rows)) for group, rows in frame.groups),
            tuple(sorted({frozenset(event.countries) for event in events}, key=sorted)),
        )

    def classes(self, row: Row) -> str:
        """The classes by which the rules know a row."""
        return f"s{self.sets.index(frozenset(row.event.countries))} k{self._kind(row.event.kind)}"

    def _kind(self, word: str) -> int:
        return [known for known, _ in self.kinds].index(word)

    # -- the boxes

    def form(self) -> Markup:
        """The form; a line that leaves no choice is left out, and so is a form without lines."""
        voice = self.frame.voice
        kinds = [(str(self._kind(word)), n, "", capital(voice.word(word))) for word, n in self.kinds]
        countries = [(code, n, "", country_name(code, voice.code)) for code, n in self.countries]
        lines = [
            self._line("state", "web by condition", [(g, n, *_group(g, self.frame)) for g, n in self.groups]),
            self._line("country", "web by country", countries),
            self._line("kind", "web by kind", kinds),
        ]
        if not any(lines):
            return Markup("")
        return element("form", *lines, id="Filters", class_="filters", aria_label=voice.say("web filter"))

    def _line(self, name: str, legend: str, boxes: Sequence[tuple[str, int, str, str]]) -> Markup:
        if len(boxes) < 2:
            return Markup("")
        head = element("legend", self.frame.voice.say(legend))
        chips = [_chip(name, value, count, sign, text) for value, count, sign, text in boxes]
        return element("fieldset", head, element("div", *chips, class_="chips"), class_=name)

    # -- the rules

    def rules(self) -> str:
        """Rules of style, for a browser that knows `:has()`; in any other everything shows."""
        rules = [f"body{self._outside(s)} .s{n}{{display:none}}" for n, s in enumerate(self.sets)]
        rules += [f"body{self._other_kind(n)} .k{n}{{display:none}}" for n in range(len(self.kinds))]
        for group, rows in self.frame.groups:
            other = _unchecked("state", [_box("state", group)])
            rules.append(f"body{other} #G-{group},body{self._none_of(rows)} #G-{group}{{display:none}}")
        return "\n".join(rules)

    def _none_of(self, rows: Iterable[Row]) -> str:
        """That each of the rows is hidden."""
        looks = {(self.sets.index(frozenset(row.event.countries)), self._kind(row.event.kind)) for row in rows}
        return "".join(f":is({self._outside(self.sets[s])},{self._other_kind(k)})" for s, k in sorted(looks))

    def _outside(self, countries: Countries) -> str:
        """That countries were chosen, and none of these."""
        return _unchecked("country", [_box("country", code) for code in sorted(countries)])

    def _other_kind(self, number: int) -> str:
        return _unchecked("kind", [_box("kind", str(number))])


def _ranked(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _group(group: Group, frame: Frame) -> tuple[str, str]:
    return MARKERS[group], group_heading(group, frame.voice)[0]


def _box(name: str, value: str) -> str:
    """The id of a box: no event has one with capitals."""
    return f"F-{name}-{value}"


def _unchecked(name: str, boxes: Iterable[str]) -> str:
    own = ",".join(f"#{box}:checked" for box in boxes)
    return f":has(.{name} :checked)" + (f":not(:has({own}))" if own else "")


def _chip(name: str, value: str, count: int, sign: str, text: str) -> Markup:
    box = element("input", type="checkbox", id=_box(name, value), name=name, value=value)
    mark = element("span", sign, class_=f"sign {value}", aria_hidden="true") if sign else Markup("")
    number = element("span", str(count), class_="count")
    return element("label", box, joined(mark, Markup(" ")) if sign else mark, text, Markup(" "), number, class_="chip")
