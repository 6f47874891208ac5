"""Four voices: every phrase in each of them, the right plural forms, and nothing of ours that is not translated."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest

from laceventlog.dates import When
from laceventlog.model import KINDS, Event, Source, Status, read_status
from laceventlog.model.statement import Statement
from laceventlog.reports import Condition, DateChange, Group, Outcome, Row, standing
from laceventlog.reports.comparison.diff import ChangeKind, Heading
from laceventlog.text_width import columns
from laceventlog.views import i18n
from laceventlog.views.day_ranges import days_words, in_words, late
from laceventlog.views.i18n import ENGLISH, MODULES, Voice, voice
from laceventlog.views.labels import ASCII, ascii_twin, lateness, short, standing_text
from laceventlog.views.text.explain_date import render
from laceventlog.views.text.statement import INDENT
from laceventlog.views.timeline.bars import LONGEST_DAY
from laceventlog.views.timeline.lanes import SpanKind

TODAY = date(2025, 3, 1)
CODES = list(MODULES)
PACKAGE = Path(i18n.__file__).parents[2]
every_voice = pytest.mark.parametrize("code", CODES)


def templates(found: Voice) -> dict[str, dict[str, str]]:
    """The templates of every phrase by plural form, a single one under ""."""
    return {key: {"": text} if isinstance(text, str) else dict(text) for key, text in found.phrases.items()}


def plain(key: str) -> str:
    """A phrase without its form."""
    return key.removesuffix(", brief").removesuffix(", long")


def places(template: str) -> set[str]:
    """The names of the places in a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


# -- whole


@every_voice
@pytest.mark.parametrize("table", ["headings", "words", "names"])
def test_every_voice_has_every_word(code: str, table: str) -> None:
    assert getattr(voice(code), table).keys() == getattr(ENGLISH, table).keys()
    assert all(text == text.strip() != "" for text in getattr(voice(code), table).values())


@every_voice
def test_every_voice_has_every_phrase_and_each_form_of_one_the_phrase(code: str) -> None:
    phrases = voice(code).phrases.keys()
    assert {key for key in phrases if key == plain(key)} == {plain(key) for key in ENGLISH.phrases}
    assert {plain(key) for key in phrases} <= phrases


@every_voice
def test_every_phrase_has_the_same_places(code: str) -> None:
    english = {key: places(next(iter(forms.values()))) for key, forms in templates(ENGLISH).items()}
    found = {(key, form): places(text) for key, forms in templates(voice(code)).items() for form, text in forms.items()}
    assert found == {(key, form): english[plain(key)] for key, form in found}


@every_voice
def test_what_has_plural_forms_has_all_of_its_language(code: str) -> None:
    counted = [set(forms) for forms in templates(voice(code)).values() if "" not in forms]
    assert len(counted) >= 10
    assert all(forms == {voice(code).plural(number) for number in (*range(30), 1.5)} for forms in counted)


@every_voice
def test_everything_the_model_names_has_a_word(code: str) -> None:
    found = voice(code)
    assert {*Status, *Group, *Condition, *KINDS, *set(Outcome) - {Outcome.UNKNOWN}} <= found.words.keys()
    assert {*Group, *Heading} <= found.headings.keys()
    fields = {field.name for kind in [*KINDS.values(), Statement, Source] for field in attrs.fields(kind)}
    assert fields - {"history", "origin", "state", "word"} <= found.names.keys()
    phrases = [
        *(f"date {change}" for change in DateChange if change is not DateChange.NONE),
        *(f"n {group}" for group in [*Group, *Heading, "completed", "missed", "cancelled", "awaited"] if group != "done"),
        *(f"sign {kind}" for kind in SpanKind if kind is not SpanKind.SLIP),
        ChangeKind.SOURCE_ADDED, ChangeKind.SOURCE_DROPPED,
    ]  # fmt: skip
    assert set(phrases) <= found.phrases.keys()


@every_voice
@pytest.mark.parametrize("status", Status)
def test_the_word_for_a_status_is_read_as_that_status(code: str, status: Status) -> None:
    assert read_status(voice(code).word(status)) is status


ENTRIES = [
    "id", "kind", "status", "when", "overdue", "heard", "countries", "parties", "place", "tags", "part_of", "after",
    "related", "note", "has part", "parts", "changed", "date", "reason", "quote", "source",
]  # fmt: skip


@every_voice
def test_the_names_of_common_entries_fit_their_column(code: str) -> None:
    names = {key: voice(code).name(key) for key in ENTRIES}
    assert {key: name for key, name in names.items() if columns(f"  {name} ") > INDENT} == {}


@every_voice
def test_signs_of_ours_have_an_ascii_twin_and_letters_stay(code: str) -> None:
    found = voice(code)
    texts = [*found.headings.values(), *found.words.values(), *found.names.values(), "".join(found.quotes)]
    texts += [text for forms in templates(found).values() for text in forms.values()]
    twins = "".join(map(ascii_twin, texts))
    assert {sign for sign in twins if not (sign.isascii() or sign.isalpha())} <= {"№", "¿"}
    assert [sign for sign in twins if sign.isalpha()] == [sign for sign in "".join(texts) if sign.isalpha()]
    assert not any(chr(sign).isalpha() for sign in ASCII)


# -- asked


def constants(node: ast.expr) -> Iterator[str]:
    """What a phrase may be called: a text, one of two, or a pattern where a part is computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in node.values)


def sources() -> Iterator[ast.AST]:
    for folder in ("views", "cli/verbs"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            yield from ast.walk(ast.parse(path.read_text("utf-8")))


def asked_phrases() -> set[str]:
    """The first argument of every `say` in the package, as patterns."""
    return {
        pattern
        for node in sources()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say"
        for pattern in constants(node.args[0])
    }


def test_every_phrase_that_is_asked_for_is_there() -> None:
    lacking = [p for p in asked_phrases() if not any(re.fullmatch(p, key) for key in ENGLISH.phrases)]
    assert lacking == []


def test_every_phrase_that_is_there_is_asked_for() -> None:
    written = {node.value for node in sources() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    args = [*asked_phrases(), *(re.escape(text) for text in (*written, *ChangeKind))]
    assert [key for key in map(plain, ENGLISH.phrases) if not any(re.fullmatch(p, key) for p in args)] == []
    texts = written | {*Status, *Group, *Condition, *Outcome, *KINDS, "yes", "no", "paragraph", "page", "section"}
    assert set(ENGLISH.words) - texts == set()


# -- plurals

DAYS = {
    "en": ["0 days", "1 day", "2 days", "5 days", "11 days", "21 days", "101 days", "1.5 days", "5.0 days"],
    "es": ["0 días", "1 día", "2 días", "5 días", "11 días", "21 días", "101 días", "1,5 días", "5,0 días"],
    "pt": ["0 dia", "1 dia", "2 dias", "5 dias", "11 dias", "21 dias", "101 dias", "1,5 dia", "5,0 dias"],
    "ru": ["0 дней", "1 день", "2 дня", "5 дней", "11 дней", "21 день", "101 день", "1,5 дня", "5,0 дня"],
}
NUMBERS: list[int | float] = [0, 1, 2, 5, 11, 21, 101, 1.5, 5.0]


@every_voice
def test_days_are_counted_in_the_right_form(code: str) -> None:
    assert [voice(code).say("days", number) for number in NUMBERS] == DAYS[code]


@every_voice
def test_whole_numbers_take_the_forms_that_pendulum_gives_them(code: str) -> None:
    from pendulum.locales.locale import Locale

    locale = Locale.load({"pt": "pt-br"}.get(code, code))
    numbers = [*range(130), 200, 211, 1000, 1001, 1_000_001]
    assert [voice(code).plural(number) for number in numbers] == [locale.plural(number) for number in numbers]


@pytest.mark.parametrize(
    ("code", "days", "text"),
    [
        ("en", (19, 39), "19–39 days"),
        ("es", (1, 2), "1–2 días"),
        ("pt", (0, 1), "0–1 dia"),
        ("ru", (19, 21), "19–21 день"),
        ("ru", (1, 3), "1–3 дня"),
        ("ru", (7, 7), "7 дней"),
    ],
)
def test_a_range_takes_the_form_of_its_end(code: str, days: tuple[int, int], text: str) -> None:
    assert voice(code).say("days", days) == text


def test_there_is_no_voice_of_another_language() -> None:
    with pytest.raises(KeyError):
        voice("fr")


# -- dates

SHORT = [
    # EDTF, Spanish, Portuguese, Russian
    ("2024-05-17", "17 may 2024", "17 mai 2024", "17 мая 2024"),
    ("2024-09-30", "30 sep 2024", "30 set 2024", "30 сент. 2024"),
    ("2024-05", "may 2024", "mai 2024", "май 2024"),
    ("2024-06?", "jun 2024?", "jun 2024?", "июнь 2024?"),
    ("2024-02", "feb 2024", "fev 2024", "февр. 2024"),
    ("2024", "2024", "2024", "2024"),
    ("202X", "años 2020", "anos 2020", "2020-е"),
    ("2024-21", "primavera 2024", "primavera 2024", "весна 2024"),
    ("2023-33", "T1 2023", "1º tri. 2023", "I кв. 2023"),
    ("2023-36", "T4 2023", "4º tri. 2023", "IV кв. 2023"),
    ("2024-41", "S2 2024", "2º sem. 2024", "II полуг. 2024"),
    ("[..2024-12-31]", "hasta el 31 dic 2024", "até 31 dez 2024", "до 31 дек. 2024 вкл."),
    ("[2028-01-01..]", "desde el 1 ene 2028", "a partir de 1 jan 2028", "не ранее 1 янв. 2028"),
    ("[2025-01-21..2025-02-10]", "21 ene–10 feb 2025", "21 jan–10 fev 2025", "21 янв.–10 февр. 2025"),
    ("[2024-05-17..2024-05-19]", "17–19 may 2024", "17–19 mai 2024", "17–19 мая 2024"),
    ("2023/2030", "2023–2030", "2023–2030", "2023–2030"),
    ("2024-05/2026-06", "may 2024–jun 2026", "mai 2024–jun 2026", "май 2024–июнь 2026"),
    ("2019/..", "desde 2019", "desde 2019", "с 2019"),
    ("2019-05/..", "desde may 2019", "desde mai 2019", "с мая 2019"),
    ("2019-21/..", "desde primavera 2019", "desde primavera 2019", "с весны 2019"),
    ("2019/", "a partir de 2019", "a partir de 2019", "начиная с 2019"),
    ("/2024", "dura hasta 2024", "dura até 2024", "до 2024 вкл."),
    ("TBD", "sin fecha", "sem data", "без даты"),
]


@pytest.mark.parametrize(("when", "spanish", "portuguese", "russian"), SHORT)
def test_a_date_in_short(when: str, spanish: str, portuguese: str, russian: str) -> None:
    found = [short(When.parse(when), voice(code)) for code in ("es", "pt", "ru")]
    assert found == [spanish, portuguese, russian]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2025, 3, 1), "1 Mar 2025"),
        (date(1, 1, 1), "1 Jan 0001"),
        (date(9999, 12, 31), "31 Dec 9999"),
        (date(987, 5, 17), "17 May 0987"),
    ],
)
def test_a_day(day: date, text: str) -> None:
    assert ENGLISH.day(day) == text


TICKS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "ru": "янв фев мар апр май июн июл авг сен окт ноя дек",
}


@every_voice
def test_ticks_of_months_and_quarters_have_at_most_three_columns(code: str) -> None:
    assert [voice(code).month_tick(number) for number in range(1, 13)] == TICKS[code].split()
    assert all(columns(voice(code).say("quarter tick", number=number)) == 2 for number in range(1, 5))


# The longest names of months that a language has are no longer than the day that notes are measured by, but one.
@every_voice
def test_a_note_of_the_bars_has_room_for_every_date_and_for_days(code: str) -> None:
    brief = voice(code).brief
    room = columns(brief.say("by", day=brief.day(LONGEST_DAY)))
    said = [brief.say(f"{way}{unit}", 888.8 if unit else 888) for way in ("in", "left") for unit in ("", ", years")]
    said += [brief.say("may be overdue"), brief.say("last day"), brief.say("overdue by", 8888)]
    said += [brief.say("by", day=brief.day(date(2024, month, 28))) for month in range(1, 13)]
    said += [short(When.parse(when), brief) for when in ("2024-09-30", "2024-41", "202X", "2019/..")]
    assert [text for text in said if columns(text) > room] == []


# -- words

MOVED = [
    ((38, 129), "38–129 días más tarde", "38–129 dias mais tarde", "на 38–129 дней позже"),
    ((1, 1), "1 día más tarde", "1 dia mais tarde", "на 1 день позже"),
    ((-22, -22), "22 días antes", "22 dias antes", "на 22 дня раньше"),
    ((0, 31), "hasta 31 días más tarde", "até 31 dias mais tarde", "самое большее на 31 день позже"),
    ((-1, 30), "de 1 día antes a 30 días más tarde", "de 1 dia antes a 30 dias mais tarde", "на 1 день раньше – на 30 дней позже"),
    ((366, None), "al menos 366 días más tarde", "pelo menos 366 dias mais tarde", "не менее чем на 366 дней позже"),
    ((None, 0), "no más tarde", "não mais tarde", "не позже"),
    ((0, 0), "el final no cambia", "o fim não muda", "конец прежний"),
]  # fmt: skip


@pytest.mark.parametrize(("days", "spanish", "portuguese", "russian"), MOVED)
def test_days_that_moved(days: tuple[int | None, int | None], spanish: str, portuguese: str, russian: str) -> None:
    assert [days_words(days, voice(code)) for code in ("es", "pt", "ru")] == [spanish, portuguese, russian]


def test_slip_and_outcome_in_other_languages() -> None:
    russian, spanish = voice("ru"), voice("es")
    assert in_words((3, 4), russian) == "+3..+4 дн."
    assert in_words((1, None), spanish) == "al menos +1 d"
    assert in_words(None, spanish) == "se ignora"
    assert late((-16, 14), russian) == "на 16 дней раньше – на 14 дней позже"
    assert late((38, 42), russian.brief) == "на 38–42 дн. позже"
    assert late((0, 0), spanish) == "en plazo"
    assert russian.brief.brief is russian.brief is not russian


NOTES = [
    # history, Spanish, Portuguese, Russian on 1 March 2025
    ("2024 | planned | 6 January 2025", "54 días de retraso", "54 dias de atraso", "просрочка 54 дня"),
    ("2024 | planned | 8 April 2025", "en 38 días", "em 38 dias", "через 38 дней"),
    ("2024 | planned | 22 March 2025", "en 21 días", "em 21 dias", "через 21 день"),
    ("2024 | planned | 2025", "quedan 305 días", "restam 305 dias", "осталось 305 дней"),
    ("2024 | planned | by 2 March 2025", "queda 1 día", "resta 1 dia", "остался 1 день"),
    ("2024 | planned | by 1 March 2025", "último día", "último dia", "последний день"),
    ("2024 | planned | not before 2028", "en 2,8 años", "em 2,8 anos", "через 2,8 года"),
    ("2024 | planned | 2024~", "quizá vencido", "talvez vencido", "возможна просрочка"),
]


def row(line: str) -> Row:
    """A row of one statement, written as `said | status | when`."""
    said, status, when = (part.strip() for part in line.split("|"))
    thing = Event(
        id="x", title="X", history=[Statement(status=Status(status), when=When.parse(when), said=When.parse(said))]
    )
    return Row(thing, standing(thing, TODAY))  # fmt: skip


@pytest.mark.parametrize(("history", "spanish", "portuguese", "russian"), NOTES)
def test_lateness(history: str, spanish: str, portuguese: str, russian: str) -> None:
    found = [lateness(row(history), TODAY, voice(code)) for code in ("es", "pt", "ru")]
    assert found == [spanish, portuguese, russian]


def test_how_a_thing_stands_and_in_brief() -> None:
    thing = row("2024 | planned | 6 January 2025")
    assert standing_text(thing, TODAY, voice("ru")) == "просрочено, просрочка 54 дня"
    assert [lateness(thing, TODAY, voice(code).brief) for code in CODES] == ["54 d", "54 d", "54 d", "54 дн."]
    assert [lateness(thing, TODAY, voice(code).long) for code in ("en", "ru")] == [
        "54 days overdue", "просрочено на 54 дня",
    ]  # fmt: skip


def test_what_users_named_stays_as_they_call_it() -> None:
    assert voice("ru").word("summit") == "summit"
    assert voice("ru").name("host_city") == "host city"
    assert ENGLISH.quote("by 2024") == "“by 2024”"
    assert voice("es").quote("by 2024") == "«by 2024»"


READINGS = {
    "es": """\
antes de 2030
  significa   un plazo: vencido desde el 1 ene 2030
  en palabras a más tardar el 31 de diciembre de 2029
  EDTF        [..2029-12-31]
  primer día  abierto
  último día  31 dic 2029
""",
    "ru": """\
среда, 28 мая 2024 года
  значит    событие 28 мая 2024
  словами   28 мая 2024 года
  EDTF      2024-05-28
  однако    28 мая 2024 – вторник
""",
}


@pytest.mark.parametrize("code", READINGS)
def test_how_a_phrase_is_read_is_told_in_its_language(code: str) -> None:
    phrase = READINGS[code].splitlines()[0]
    assert render(When.parse(phrase, code), voice(code)) == READINGS[code]


@pytest.mark.parametrize(
    ("phrase", "lines"),
    [
        ("2024-33", ["in words  first quarter of 2024"]),
        ("first quarter of 2024", []),
        ("TBD", []),
        ("2019/..", ["in words  since 2019"]),
    ],
)
def test_a_date_is_said_in_words_where_that_is_not_what_was_asked(phrase: str, lines: list[str]) -> None:
    found = render(When.parse(phrase)).splitlines()
    assert [line.strip() for line in found if line.startswith("  in words")] == lines
