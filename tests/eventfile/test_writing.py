"""Writing: every log reads back as the same log, from YAML and from JSON Lines, and the text is canonical."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from laceventlog import (
    Agreement,
    Amount,
    Citation,
    Delivery,
    Event,
    EventLog,
    Launch,
    Meeting,
    Observation,
    Programme,
    Source,
    Statement,
    Status,
    UsageError,
    When,
    agenda,
    dump,
    dumps,
    load,
    loads,
    parse_text,
)
from laceventlog.eventfile.json_schema import schema
from laceventlog.eventfile.serialize import date_text, jsonl_text
from laceventlog.model.amount import read_amount
from laceventlog.reports.records import ROW_FIELDS, row_record
from laceventlog.views.tables.csv_json import as_csv, as_json

TODAY = date(2025, 3, 1)

CORE_WORDS = "NO 2024-05-29 1e5 0x10 0o17 .inf ~ null true 1_000 =1+1 <<".split()
HOSTILE = [
    *CORE_WORDS, *"""# ' " \\ {a [a] *a &a !a %a @a `a | > ? a: --- ... = - -- C:\\New""".split(),
    "- a", "a: b", "a #b", "? a", ": a", "a\nb", "a\n\nb", "a  b", "a,b;c", "a\tb",
    "events:\nb", "x\n  - id: y", "events:\n\n  - id: y",  # like the lines that the writer spaces out
    "a" * 150, "a " * 80 + "b", "日本語 " * 40 + "x",  # longer than a line
    "a\u00a0b", "a\u200bb", "\ufeffa", "a\u0301", "🚀", "אבג",
    "a\u2028b", "a\u2029b", "a\x85b",  # line breaks for YAML 1.1
]  # fmt: skip
texts = (
    st.sampled_from(HOSTILE)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20)
    | st.text(st.sampled_from(" ab:#-'\"{}[],&*!|>%@`?\n\\"), min_size=1, max_size=12)
).map(str.strip).filter(bool)  # fmt: skip
lists = st.lists(texts, min_size=1, max_size=2).map(tuple)
NOTATIONS = """
    2024-05-29 2024-05 2023-33 2024-41 2023-24 [2021..2023] [2025-01-21..2025-02-10] [..2024-12-31] [2028-01-01..]
    2024-01/2024-06 2023/2030 2019/.. 2019/ ../2019 2015~ 2015? 2015% 0001 9999-12-31 TBD 201X 2024-02-29
    2024-05-29T10:00:00-04:00[America/La_Paz] 2024-05-29T10:00:00Z 2024-05-29T10:00:00
""".split()
PHRASES = ["by the end of 2024", "Late January—early February 2025", "first quarter of 2023", "since 2019"]
dates = st.sampled_from([*NOTATIONS, *PHRASES]).map(When.parse) | st.dates().map(When.on)
numbers = st.integers(-(10**15), 10**15) | st.decimals(-1000, 1000, places=2)
units = st.sampled_from(["", "buses", "%", "USD", "m2", "thousandths", "packs of ten", "тонн", "kg/m³"])
bounds = st.sampled_from(["", "up to ", "at least ", "more than ", "about "])
amounts = st.builds(lambda b, n, u: read_amount(f"{b}{n} {u}".strip()), bounds, numbers, units)
sums = st.builds(lambda b, n: read_amount(f"{b}{n} EUR"), bounds, numbers)
sources = {
    "s": Source("s", "NO", published=When.parse("2024-03")),
    "x.y_z": Source("x.y_z", "- a: b #c", author="~", publisher="a\nb", url="https://x.example/?a=1#b", note="1e5"),
    "tass": Source("tass", "T", locator="page", published=When.parse("[2024-11-08..2024-12-31]")),
}
citations = st.builds(Citation, st.sampled_from(list(sources.values())), st.sampled_from(["", "3", "p. 4", "a#b"]))
ids = st.sampled_from(["a", "0", "no", "1e5", "2024-05-29", "cu-uaz.1", "x_y"])


def optional(needed: dict[str, Any], may: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=may)


def stated(fields: dict[str, Any]) -> Statement:
    """A statement whose `said` is filled in as every reader fills it in."""
    cited = fields.get("source")
    return Statement(**{"said": cited.source.published if cited else None, **fields})


statements = optional(
    {"status": st.sampled_from(list(Status))},
    {
        "when": dates, "said": dates, "source": citations, "reason": texts, "quote": texts, "correction": st.booleans(),
        "word": st.sampled_from(["delivered", "Scheduled", "no status"]),
    },
).map(stated)  # fmt: skip
some_ids = st.lists(ids, min_size=1, max_size=2, unique=True).map(tuple)
COMMON = {
    "countries": st.lists(st.sampled_from(["NO", "CU", "RU"]), max_size=2).map(tuple), "parties": lists, "place": texts,
    "tags": lists, "part_of": some_ids, "after": some_ids, "related": some_ids, "note": texts,
}  # fmt: skip
KIND_FACTS: dict[type[Event], dict[str, Any]] = {
    Event: {},
    Meeting: {"body": texts, "session": st.integers(-(10**17), 10**17)},
    Launch: {"facility": texts, "product": texts},
    Delivery: {"goods": texts, "quantity": amounts, "value": sums, "recipient": texts},
    Agreement: {"document": texts, "term": dates, "value": sums},
    Programme: {"value": sums},
    Observation: {"measure": texts, "figure": amounts},
}


def events(cls: type[Event]) -> st.SearchStrategy[Event]:
    needed = {"id": ids, "title": texts, "history": st.lists(statements, min_size=1, max_size=3)}
    return optional(needed, COMMON | KIND_FACTS[cls]).map(lambda fields: cls(**fields))


def linked(found: list[Event]) -> EventLog:
    """The log of these events, whose links lead to other events of it, and never in a circle."""
    ids = [event.id for event in found]
    return EventLog([sound(event, ids[:index], ids[index + 1 :]) for index, event in enumerate(found)], sources)


def sound(event: Event, before: list[str], behind: list[str]) -> Event:
    known = {"related": [*before, *behind]}
    links: dict[str, Any] = {
        name: tuple(i for i in ids if i in known.get(name, before)) for name, ids in event.links().items()
    }
    return attrs.evolve(event, **links)


logs = st.lists(st.one_of([events(cls) for cls in KIND_FACTS]), max_size=3, unique_by=lambda e: e.id).map(linked)
"""Every log there can be; texts as a reader gives them, without blanks around."""


def one(title: str, **fields: Any) -> EventLog:
    return EventLog((Event(id="a", title=title, history=(Statement(status=Status.PLANNED),), **fields),))


# -- laws


@example(one("the events:\nfoo"))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_a_log_written_as_yaml_reads_back_as_the_same_log(log: EventLog) -> None:
    assert loads(dumps(log)) == log == parse_text(dumps(log))[0]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_a_log_written_as_json_lines_reads_back_as_the_same_log(log: EventLog) -> None:
    text = jsonl_text(log)
    assert loads(text, "x.jsonl") == log == parse_text(text, "x.jsonl")[0]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_the_written_text_is_canonical(log: EventLog) -> None:
    assert dumps(loads(dumps(log))) == dumps(log)
    assert jsonl_text(loads(dumps(log))) == jsonl_text(log)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_words_of_the_sources_survive(log: EventLog) -> None:
    def words(each: EventLog) -> list[str]:
        return [str(s.when) for e in each for s in e.history]

    assert words(loads(dumps(log))) == words(log)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_reads_back(title: str) -> None:
    log = one(title, note=title, parties=(title, title), tags=(title,))
    assert loads(dumps(log)) == log
    assert loads(jsonl_text(log), "x.jsonl") == log


@pytest.mark.parametrize("control", ["\0", "\x07", "\x1b", "\x7f", "\x9b"])
def test_even_control_characters_read_back(control: str) -> None:
    log = one(f"a{control}b")
    assert loads(dumps(log)) == log
    assert loads(jsonl_text(log), "x.jsonl") == log


# -- to a file


@pytest.mark.parametrize(("name", "write"), [("a.yaml", dumps), ("a.yml", dumps), ("a.jsonl", jsonl_text)])
def test_a_log_is_dumped_in_the_format_of_its_file(tmp_path: Path, name: str, write: Any) -> None:
    log = one("T", note="日本語")
    dump(log, tmp_path / name)
    assert (tmp_path / name).read_bytes() == write(log).encode()
    dump(log, str(tmp_path / name))
    assert load(tmp_path / name) == log


def test_a_dump_into_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        dump(one("T"), tmp_path / "gone" / "a.yaml")


# -- other readers

CORE = re.compile(
    r"""~|null|Null|NULL| | true|True|TRUE|false|False|FALSE | [-+]?[0-9]+ | 0o[0-7]+ | 0x[0-9a-fA-F]+
    | [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)? | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)""",
    re.VERBOSE,
)
"""What the core schema of YAML 1.2 (§10.3.2) does not take for text."""


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_text_stays_text_for_every_reader_of_yaml_1_2(log: EventLog) -> None:
    scalars = [e for e in yaml.parse(dumps(log), yaml.SafeLoader) if isinstance(e, yaml.ScalarEvent)]
    sessions = {str(e.session) for e in log if isinstance(e, Meeting)}
    guessed = {e.value for e in scalars if e.style is None and CORE.fullmatch(e.value)}
    assert guessed <= sessions
    assert len(scalars) >= 4 * len(log)


def test_no_anchor_alias_or_tag_is_written_for_what_occurs_twice() -> None:
    when, tags = When.parse("2024"), ("x", "y")
    told = Statement(status=Status.PLANNED, when=when, said=when)
    log = EventLog([Event(id=i, title="T", tags=tags, parties=tags, history=(told, told)) for i in "ab"])
    for each in yaml.parse(dumps(log), yaml.SafeLoader):
        assert not isinstance(each, yaml.AliasEvent)
        assert (getattr(each, "anchor", None), getattr(each, "tag", None)) == (None, None)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_json_lines_are_one_object_a_line_for_every_json_reader(log: EventLog) -> None:
    lines = jsonl_text(log).encode().split(b"\n")
    assert lines.pop() == b""
    objects = [json.loads(line) for line in lines]
    assert [each["id"] for each in objects if "id" in each] == [event.id for event in log]


def test_the_schema_line_is_a_remark() -> None:
    text = dumps(one("T"), schema="https://example.org/s.json")
    assert text.startswith("# yaml-language-server: $schema=https://example.org/s.json\n")
    assert loads(text) == one("T")


def test_an_empty_log_is_written_and_read() -> None:
    assert loads(dumps(EventLog())) == EventLog()
    assert jsonl_text(EventLog()) == '{"sources":{}}\n'


def test_an_imprecise_date_is_never_written_more_precisely() -> None:
    log = EventLog((Event(id="a", title="T", history=(Statement(status=Status.PLANNED, when=When.parse("Q3 2026")),)),))
    assert "when: Q3 2026" in dumps(log)
    assert '"when":"Q3 2026"' in jsonl_text(log)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount(Decimal(300), "buses"), "300 buses"),
        (Amount(Decimal(100_000_000), "USD", "up to"), "up to 100 million USD"),
        (Amount(Decimal("0.5"), "%"), "0.5 %"),
        (Amount(Decimal(-3), "%"), "-3 %"),
        (Amount(Decimal(1_234_567), "people"), "1,234,567 people"),
    ],
)
def test_amounts_are_written_readably(amount: Amount, text: str) -> None:
    log = EventLog((Observation(id="a", title="T", figure=amount, history=(Statement(status=Status.COMPLETED),)),))
    assert f"figure: {text}" in dumps(log).replace("'", "")
    assert loads(dumps(log)) == log


# -- the shipped log


def test_the_shipped_log_round_trips(root: Path) -> None:
    log = load(root / "events")
    assert len(log) > 50
    assert loads(dumps(log)) == log
    assert loads(jsonl_text(log), "x.jsonl") == log


def test_the_schema_is_plain_json() -> None:
    assert json.loads(as_json(schema())) == schema()


# -- JSON and CSV for others


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_json_records_have_every_field_and_iso_days(log: EventLog) -> None:
    plain = json.loads(as_json([row_record(row) for row in agenda(log, TODAY)]))
    assert sorted(each["id"] for each in plain) == sorted(event.id for event in log)
    for each in plain:
        assert tuple(each) == ROW_FIELDS
        assert {"id", "kind", "title", "countries", "status", "condition", "when", "earliest", "latest", "zone", "text", "said",
                "source", "days_overdue", "days_possible", "outcome", "days_late"} == set(each)  # fmt: skip
        when = log[each["id"]].when
        assert (each["earliest"], each["latest"]) == (iso(when.earliest), iso(when.latest))
        assert (each["days_overdue"] is not None) == (each["condition"] == "overdue")


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(logs)
def test_csv_has_one_row_an_event_and_no_formula(log: EventLog) -> None:
    text = as_csv([row_record(row) for row in agenda(log, TODAY)])
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert sorted(row["id"].lstrip("'") for row in rows) == sorted(event.id for event in log)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0",
    "\n=1", "＝1+1", "＋1", "－1", "＠A1",  # by OWASP
]  # fmt: skip


@pytest.mark.parametrize("title", FORMULAS)
@pytest.mark.parametrize("field", ["title", "text", "source"])
def test_a_spreadsheet_runs_nothing(title: str, field: str) -> None:
    record = dict.fromkeys(ROW_FIELDS) | {field: title, "countries": []}
    row = next(csv.DictReader(io.StringIO(as_csv([record]), newline="")))
    assert row[field] == f"'{title}"


def test_a_list_cell_is_no_formula_either() -> None:
    row = next(csv.DictReader(io.StringIO(as_csv([{"id": "a", "countries": ["=1+1", "CU"]}]), newline="")))
    assert row["countries"] == "'=1+1; CU"


def test_a_negative_number_of_a_list_stays_as_it_is() -> None:
    row = next(csv.DictReader(io.StringIO(as_csv([{"id": "a", "days_overdue": [60, 60]}]), newline="")))
    assert row["days_overdue"] == "60; 60"


def test_csv_lines_end_as_rfc_4180_says_and_quotes_survive() -> None:
    text = as_csv([{"id": "a", "title": 'a "b", c\nd'}])
    assert text.startswith(",".join(ROW_FIELDS) + "\r\n")
    assert next(csv.DictReader(io.StringIO(text, newline="")))["title"] == 'a "b", c\nd'


@pytest.mark.parametrize(
    ("words", "edtf", "stands"),
    [
        ("by the end of 2024", "[..2024-12-31]", "by the end of 2024"),
        ("2024-05", "2024-05", "2024-05"),
        ("by the end of 2025", "[..2024-12-31]", "[..2024-12-31]"),
        ("когда-нибудь в 2024", "[..2024-12-31]", "[..2024-12-31]"),
        ("", "", "TBD"),
        ("some day", "", "TBD"),
    ],
)
def test_words_stand_in_a_file_only_where_they_read_back_to_the_same_date(words: str, edtf: str, stands: str) -> None:
    when = When.from_edtf(edtf) if edtf else When.unscheduled()
    assert date_text(when.worded(words)) == stands
