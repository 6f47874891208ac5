"""The log of the article is whole: every paragraph considered, every key fact exact, no sentence copied."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import attrs
import pytest

from laceventlog.dates import When
from laceventlog.eventfile.parse import parse
from laceventlog.model import Event, EventLog, Status
from laceventlog.model.amount import read_amount

ROOT = Path(__file__).parents[1]
ARTICLE = Path(os.environ.get("LACEVENTLOG_ARTICLE", ROOT.parent / "shared" / "sources" / "burlyai.txt"))
PARAGRAPHS = range(1, 27)
COPIED = 8
TODAY = date(2025, 3, 1)

UNDATED = {
    1: "the author's name",
    2: "the author's posts",
    3: "the author's rank",
    4: "an opinion on the weight of the region and on what policy looks at",
    7: "an opinion on the region as a pole of its own and on pressure from the West",
    26: "a conclusion on untapped opportunities",
}

AWAITED = (Status.PROPOSED, Status.PLANNED, Status.UNDERWAY, Status.PARTIAL, Status.POSTPONED)

DATES = [
    ("cu-igc-2023", "2023-05-20", "completed"),
    ("ve-igc-2023", "2023-10-16", "completed"),
    ("br-igc-2024", "2024-02-27", "completed"),
    ("cu-igc-2024", "2024-03-15", "completed"),
    ("bo-igc-2024", "2024-05-29", "completed"),
    ("lac-celac-first-meeting", "2012", "completed"),
    ("lac-celac-dialogue", "2012/", "underway"),
    ("lac-spief-dialogue-2024", "2024-06-06", "completed"),
    ("ve-tourism-agreement", "2023-10-16", "completed"),
    ("ve-tourism-programme", "2024/2026", "underway"),
    ("cu-investors-agreement", "2023", "completed"),
    ("cu-investors-roadmap", "2023", "completed"),
    ("cu-trade-programme-agreement", "2023", "completed"),
    ("cu-trade-programme", "2023/2030", "underway"),
    ("cu-key-areas-agreement", "2023", "completed"),
    ("cu-key-areas-plan", "2023/2030", "underway"),
    ("cu-loan-agreement", "2023", "completed"),
    ("ni-atomic-agreement", "2023", "completed"),
    ("eec-nicaragua-memorandum", "2024-01?", "completed"),
    ("eec-sieca-memorandum", "TBD", "completed"),
    ("ve-insulin-project", "2019/..", "underway"),
    ("ve-insulin-supply", "TBD", "completed"),
    ("ve-insulin-line", "2024-11-07", "completed"),
    ("ve-insulin-transfer", "2025", "planned"),
    ("cu-biocad-tender", "2023-12", "completed"),
    ("cu-biocad-supply", "[..2024-12-31]", "planned"),
    ("cu-uaz-test-batch", "[..2024-12-31]", "planned"),
    ("cu-uaz-assembly-2024", "2024-10", "completed"),
    ("cu-uaz-skd-start", "[2025-01-21..2025-02-10]", "planned"),
    ("cu-antillana-furnace", "2023-05", "completed"),
    ("ni-buses-kavz-250", "2021-10", "completed"),
    ("ni-buses-paz-300", "2023-33", "completed"),
    ("ni-buses-450", "TBD", "proposed"),
    ("ni-buses-450-talks", "TBD", "underway"),
    ("bo-nuclear-centre", "TBD", "underway"),
    ("bs-sanctions", "TBD", "completed"),
    ("lac-students-2023-2024", "[2023-09..2024-08]", "completed"),
    ("cu-tourists-2024-h1", "2024-01/2024-06", "completed"),
]

AMOUNTS = [
    ("lac-igc-meetings-2023-2024", "figure", "5 meetings"),
    ("lac-spief-attendance-2024", "figure", "more than 150 people"),
    ("cu-loan-agreement", "value", "up to USD 100 million"),
    ("ve-insulin-supply", "quantity", "more than 8.5 million packs"),
    ("ve-insulin-supply", "value", "more than EUR 63 million"),
    ("cu-uaz-test-batch", "quantity", "7 vehicles"),
    ("ni-buses-kavz-250", "quantity", "250 buses"),
    ("ni-buses-paz-300", "quantity", "300 buses"),
    ("ni-buses-paz-300", "value", "EUR 16.83 million"),
    ("ni-buses-450", "quantity", "450 buses"),
    ("br-trade-record", "figure", "USD 11 billion"),
    ("lac-exports-2024", "figure", "USD 2 billion"),
    ("lac-imports-2024", "figure", "USD 14 million"),
    ("lac-growth", "figure", "2.5 %"),
    ("br-growth", "figure", "3 %"),
    ("mx-growth", "figure", "1.5 %"),
    ("ar-growth", "figure", "-3.5 %"),
    ("co-growth", "figure", "1.6 %"),
    ("cl-growth", "figure", "2.5 %"),
    ("pe-growth", "figure", "3.0 %"),
    ("lac-unemployment", "figure", "7 %"),
    ("lac-inflation", "figure", "up to 10 %"),
    ("ar-inflation", "figure", "211 %"),
    ("ve-inflation", "figure", "190 %"),
    ("lac-agro-wheat-share-2023", "figure", "94 %"),
    ("lac-students-2023-2024", "figure", "4,600 students"),
    ("lac-visa-agreements", "figure", "27 states"),
    ("cu-tourists-2023", "figure", "185,000 people"),
    ("ve-tourists-2023", "figure", "20,000 people"),
    ("cu-tourists-2024-h1", "figure", "106,000 people"),
    ("ve-tourists-2024-h1", "figure", "6,300 people"),
]

COUNTRIES = [
    ("cu-uaz-skd-start", "CU RU"),
    ("ve-insulin-line", "RU VE"),
    ("ni-buses-450", "NI RU"),
    ("bo-nuclear-centre", "BO RU"),
    ("bs-sanctions", "BS RU"),
    ("eec-nicaragua-memorandum", "NI"),
    ("eec-mercosur-memorandum", ""),
    ("ni-vaccine-production", "CU EC NI RU SV VE"),
    ("lac-trade-partners", "AR BR CL CO EC MX RU"),
]

PARTS = [
    (
        "cu-antillana",
        "cu-antillana-furnace cu-antillana-makers cu-antillana-rolling-mill cu-antillana-water-mazut",
    ),
    ("ve-insulin-project", "ve-insulin-line ve-insulin-supply ve-insulin-transfer"),
    ("cu-uaz", "cu-uaz-assembly-2024 cu-uaz-line-equipment cu-uaz-skd-start cu-uaz-test-batch"),
    ("ni-buses-550", "ni-buses-kavz-250 ni-buses-paz-300"),
]


@pytest.fixture(scope="module")
def log() -> EventLog:
    found, problems = parse(ROOT / "events")
    assert not problems, "\n".join(map(str, problems))
    return found


def paragraphs(event: Event) -> list[int]:
    return [int(s.source.at) for s in event.history if s.source and s.source.at.isdecimal()]


def test_every_statement_cites_a_paragraph(log: EventLog) -> None:
    assert [e.id for e in log if len(paragraphs(e)) != len(e.history)] == []


def test_every_paragraph_is_cited_or_said_to_be_undated(log: EventLog) -> None:
    cited = {n for event in log for n in paragraphs(event)}
    assert cited.isdisjoint(UNDATED)
    assert cited | set(UNDATED) == set(PARAGRAPHS)


@pytest.mark.parametrize(("event_id", "notation", "status"), DATES)
def test_date_and_status(log: EventLog, event_id: str, notation: str, status: str) -> None:
    event = log[event_id]
    assert (event.when.notation, str(event.status)) == (notation, status)


@pytest.mark.parametrize(("event_id", "fact", "amount"), AMOUNTS)
def test_amount(log: EventLog, event_id: str, fact: str, amount: str) -> None:
    assert log[event_id].facts()[fact] == read_amount(amount)


@pytest.mark.parametrize(("event_id", "codes"), COUNTRIES)
def test_countries(log: EventLog, event_id: str, codes: str) -> None:
    assert log[event_id].countries == tuple(codes.split())


@pytest.mark.parametrize(("programme", "ids"), PARTS)
def test_parts(log: EventLog, programme: str, ids: str) -> None:
    assert sorted(event.id for event in log if programme in event.part_of) == ids.split()


@pytest.mark.parametrize("event_id", ["ve-tourism", "cu-trade-programme", "cu-key-areas"])
def test_term_of_an_agreement_is_that_of_its_programme(log: EventLog, event_id: str) -> None:
    agreement = log[f"{event_id}-agreement"]
    assert [log[part].when for part in agreement.part_of] == [agreement.facts()["term"]]


def test_the_two_tellings_of_the_assembly_point_at_each_other(log: EventLog) -> None:
    assert "cu-uaz-skd-start" in log["cu-uaz-assembly-2024"].related
    assert "cu-uaz-assembly-2024" in log["cu-uaz-skd-start"].related


def test_the_seventeenth_session_is_the_venezuelan_meeting(log: EventLog) -> None:
    assert [event.id for event in log if event.facts().get("session") == 17] == ["ve-igc-2023"]


def test_three_awaited_things_have_run_out_of_days(log: EventLog) -> None:
    late = [e.id for e in log.as_of(TODAY) if e.status in AWAITED and e.when.latest and e.when.latest < TODAY]
    assert sorted(late) == ["cu-biocad-supply", "cu-uaz-skd-start", "cu-uaz-test-batch"]


def test_nothing_is_known_before_the_article_was_certainly_out(log: EventLog) -> None:
    published = log.sources["burlyai"].published
    assert published == When.parse("[2024-11-08..2024-12-31]")
    assert len(log.as_of(date(2024, 12, 30))) == 0
    assert len(log.as_of(date(2024, 12, 31))) == len(log)


def test_undated_things_have_no_invented_date(log: EventLog) -> None:
    guessed = {e.id for e in log if e.when.is_uncertain}
    assert {e.id for e in log if e.when.is_approximate} == set()
    assert all(log[event_id].note for event_id in guessed)


# -- no sentence of the article


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"[-‐–—]\s*", "", text.casefold()))


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[n : n + COPIED]) for n in range(len(found) - COPIED + 1)}


def own_texts(event: Event) -> list[str]:
    values = (getattr(event, field.name) for field in attrs.fields(type(event)))
    return [value for value in values if isinstance(value, str)]


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not here: LACEVENTLOG_ARTICLE can name it")
def test_no_sentence_is_copied(log: EventLog) -> None:
    article = runs(ARTICLE.read_text(encoding="utf-8"))
    copied = {e.id: " ".join(run) for e in log for text in own_texts(e) for run in runs(text) & article}
    assert copied == {}
