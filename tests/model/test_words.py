"""The words of sources for statuses, in four languages, and the words that are refused."""

from __future__ import annotations

from itertools import combinations
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laceventlog import Event, dumps, parse_text
from laceventlog.errors import FieldError
from laceventlog.model import Status, read_status
from laceventlog.model.statuses.parser import (
    all_refusals,
    all_words,
    in_force_words,
    inflections,
    normalize_word,
    refusals,
    words,
)
from laceventlog.model.statuses.vocabulary import ENDINGS, LANGUAGES, REASONS, REFUSED, WORDS_OF

WORDS = {
    "proposed": """
        proposed, tentative, pledged, suggested, under discussion, negotiated
        propuesto, propuesta, tentativa, prometidos, en discusión, en negociación
        proposto, prometida, em discussão, em negociação
        предложено, предложена, предложенный, обещано, обсуждается, ведутся переговоры
    """,
    "planned": """
        planned, scheduled, confirmed, committed, expected, announced, agreed, awaited
        programado, programada, programados, programadas, previsto, prevista, planificada, acordado, se prevé
        agendado, agendada, agendados, agendadas, planejado, planejada, planeado, marcada, prevê-se
        запланировано, запланирован, запланирована, запланированы, запланированный, запланированные, намечено
        планируется, ожидается, согласован, подтверждён, анонсировано
    """,
    "underway": """
        underway, ongoing, in progress, under way, active, running
        en curso, en marcha, en ejecución, activo, activa, continúa
        em curso, em andamento, em execução, ativo, ativas
        идёт, идет, ведётся, реализуется, осуществляется, продолжается, в процессе
    """,
    "partial": """
        partial, partly completed, partially completed, partly delivered, partially met
        parcial, parcialmente cumplido, entregada parcialmente
        parciais, parcialmente concluída, entregues parcialmente
        частично, частично выполнено, частично поставлены, выполнена частично
    """,
    "completed": """
        completed, done, held, delivered, launched, signed, met, finished, concluded, opened, supplied, received, shipped
        commissioned, established, reported, observed, in force, won, took place
        celebrado, celebrada, entregado, entregadas, firmado, firmados, suscrito, inaugurada, se celebró, tuvo lugar, vigente
        puesto en marcha, puesta en servicio, llevada a cabo
        realizado, realizada, entregue, entregues, assinado, assinada, concluído, concluída, lançada, ocorreu, realizou-se
        состоялся, состоялась, состоялось, состоялись, поставлено, поставлены, подписано, подписан, подписана, подписаны
        завершён, завершено, проведена, прошло, запущен, вступило в силу, вступили в силу, введён в эксплуатацию
    """,
    "postponed": """
        postponed, suspended, on hold, put off, deferred
        suspendido, suspendida, suspendidos, aplazado, aplazada, pospuesta, postergadas, en suspenso
        adiado, adiada, adiados, adiadas, suspenso, suspensa, postergado, paralisadas
        приостановлено, приостановлены, отложен, отложена, перенесено, перенесена, перенесён, заморожено, на паузе
    """,
    "missed": """
        missed, failed, not met, broken, not delivered, not held
        incumplido, no cumplida, no realizado, fracasada, fallido
        descumprido, não cumprida, não realizado, não entregue, fracassado
        сорвано, сорван, сорваны, провалено, не состоялась, не выполнено, не поставлены
    """,
    "cancelled": """
        cancelled, canceled, called off, dropped, abandoned, terminated, withdrawn
        cancelado, cancelada, cancelados, canceladas, anulado, rescindida
        cancelado, anulada, rescindido, abandonadas
        отменено, отменён, отменена, отменены, отменённый, расторгнут, прекращено, аннулированы
    """,
}
ALL_SAID = [
    (word.strip(), status) for status, said in WORDS.items() for line in said.splitlines() for word in line.split(",")
]
ALL_SAID = [(word, status) for word, status in ALL_SAID if word]


@pytest.mark.parametrize(("word", "status"), ALL_SAID)
def test_a_word_of_the_sources_means_one_status(word: str, status: str) -> None:
    assert read_status(word) is Status(status)


@pytest.mark.parametrize(("word", "status"), ALL_SAID)
def test_case_hyphens_blanks_and_the_form_of_accents_make_no_difference(word: str, status: str) -> None:
    variants = [
        *[word.upper(), word.title(), word.replace(" ", "-"), word.replace(" ", "_"), f"  {word}\t"],
        *[normalize(form, word) for form in ("NFC", "NFD", "NFKC", "NFKD")],
        normalize("NFD", word.upper()),
        word.replace("ё", "е"),
    ]
    assert {read_status(variant) for variant in variants} == {Status(status)}


VARIANTS = [
    ("Called-Off", "cancelled"),
    ("called   off", "cancelled"),  # several blanks
    ("called\u00a0off", "cancelled"),  # a blank that does not break, from a web page
    ("called\u2011off", "cancelled"),  # a hyphen that does not break
    ("IN_FORCE", "completed"),
    ("in-Progress", "underway"),
    ("not_held", "missed"),
    ("-held-", "completed"),  # a hyphen is a blank, and blanks at the ends do not count
    ("CONCLUI\u0301DO", "completed"),  # an accent of its own
    ("Отменё\u043dО", "cancelled"),
    ("отмене\u0308но", "cancelled"),  # ё in two characters
    ("ПОСТАВЛЕНО", "completed"),
]


@pytest.mark.parametrize(("word", "status"), VARIANTS)
def test_variants_people_write(word: str, status: str) -> None:
    assert read_status(word) is Status(status)


REFUSED_WORDS = [
    # words that sound like statuses but are derived or ambiguous: each has a remedy
    ("delayed", "is not a status", "'delayed' means a new date (postponed, with 'when')"),
    ("Delayed", "is not a status", "postponed, with 'when'"),
    ("retrasada", "is not a status", "'retrasada' means a new date"),
    ("задержано", "is not a status", "'задержано' means a new date"),
    ("late", "is not a status", "write planned"),
    ("overdue", "is not a status", "write planned"),
    ("atrasados", "is not a status", "write planned"),
    ("просрочен", "is not a status", "write planned"),
    ("просроченная", "is not a status", "write planned"),
    ("upcoming", "is not a status", "write planned"),
    ("OVER-DUE", "unknown status", ""),  # not a spelling of it
    ("started", "is not a status", "write completed; if the work goes on, underway"),
    ("begun", "is not a status", "write completed; if the work goes on, underway"),
    ("iniciada", "is not a status", "write completed; if the work goes on, underway"),
    ("começado", "is not a status", "write completed; if the work goes on, underway"),
    ("началось", "is not a status", "write completed; if the work goes on, underway"),
    ("стартовали", "is not a status", "write completed; if the work goes on, underway"),
    ("rescheduled", "is not a status", "write planned with the new 'when'"),
    ("reprogramado", "is not a status", "write planned with the new 'when'"),
    ("remarcada", "is not a status", "write planned with the new 'when'"),
    ("продлено", "is not a status", "write underway, or planned, with the new 'when'"),
    ("abierta", "is not a status", "if it is still open, underway"),
    ("открыто", "is not a status", "if it is still open, underway"),
    ("closed", "is not a status", "completed, missed or cancelled"),
    ("encerradas", "is not a status", "completed, missed or cancelled"),
    ("aprobado", "is not a status", "for the thing approved, planned"),
    ("назначено", "is not a status", "for a person who was appointed, completed"),
    ("действует", "is not a status", "for work that goes on, underway"),
    ("не подписано", "is not a status", "may mean not yet"),
    ("not signed", "is not a status", "may mean not yet"),
    # typing errors get the nearest word
    ("complete", "unknown status", "did you mean 'completed'?"),
    ("cancled", "unknown status", "did you mean 'canceled'?"),
    ("schedulled", "unknown status", "did you mean 'scheduled'?"),
    ("postpond", "unknown status", "did you mean 'postponed'?"),
    ("запланированно", "unknown status", "did you mean 'запланирован"),
    ("concluidaa", "unknown status", "did you mean 'conclu"),
    ("nao realizado", "unknown status", "did you mean 'n"),  # an accent left out is not guessed
    # nothing near: the eight statuses
    ("", "unknown status ''", "one of: proposed, planned, underway, partial, completed, postponed, missed, cancelled"),
    ("xyzzy", "unknown status 'xyzzy'", "one of: proposed"),
    ("7", "unknown status '7'", "one of: proposed"),
    ("已完成", "unknown status", "one of: proposed"),  # no language of ours
    ("heldheld", "unknown status", ""),  # a word inside another is no word
    ("held signed", "unknown status", ""),  # two words are not one of them
    ("firmad*", "unknown status", ""),  # the tables' marks are not words
    ("firmad", "unknown status", ""),
    ("held" * 10_000, "unknown status", ""),
]


@pytest.mark.parametrize(("word", "message", "remedy"), REFUSED_WORDS, ids=lambda text: text[:40])
def test_other_words_are_refused_with_a_remedy(word: str, message: str, remedy: str) -> None:
    with pytest.raises(FieldError) as refusal:
        read_status(word)
    assert refusal.value.code == "S005"
    assert message in refusal.value.message
    assert remedy in refusal.value.hint
    assert refusal.value.hint
    assert "{" not in refusal.value.hint


# -- the tables


def test_no_word_means_two_statuses_in_one_language() -> None:
    for lang, table in WORDS_OF.items():
        spelled = [
            normalize_word(f)
            for text in table.values()
            for phrase in text.split(",")
            for f in inflections(phrase.strip(), lang)
        ]
        assert sorted(set(spelled)) == sorted(spelled), lang


@pytest.mark.parametrize(("a", "b"), list(combinations(LANGUAGES, 2)))
def test_a_word_of_two_languages_means_the_same_in_both(a: str, b: str) -> None:
    assert {w: (s, words(b)[w]) for w, s in words(a).items() if words(b).get(w, s) is not s} == {}
    assert words(a).keys().isdisjoint(refusals(b))
    assert refusals(a).keys().isdisjoint(words(b))
    shared = refusals(a).keys() & refusals(b).keys()
    assert {w: refusals(a)[w] for w in shared} == {w: refusals(b)[w] for w in shared}


def test_some_words_are_of_two_languages() -> None:
    assert words("es")["cancelado"] is words("pt")["cancelado"] is Status.CANCELLED


def test_no_word_is_both_read_and_refused() -> None:
    assert all_words().keys().isdisjoint(all_refusals())


def test_every_language_has_words_for_every_status_and_endings() -> None:
    assert WORDS_OF.keys() == REFUSED.keys() == ENDINGS.keys() == LANGUAGES.keys()
    assert all(table.keys() == set(Status) for table in WORDS_OF.values())


def test_every_reason_is_used_and_defined() -> None:
    assert {key for table in REFUSED.values() for key in table} == REASONS.keys()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_hold_words_only(lang: str) -> None:
    known = [*words(lang), *refusals(lang)]
    assert [word for word in known if not word.replace(" ", "").isalpha() or word != normalize_word(word)] == []
    latin = [word for word in known if word[0] <= "ÿ"]
    assert latin == ([] if lang == "ru" else known)


def test_the_forms_of_a_word() -> None:
    assert list(inflections("firmad*", "es")) == ["firmado", "firmada", "firmados", "firmadas"]
    assert list(inflections("вступил~ в силу", "ru"))[:2] == ["вступил в силу", "вступила в силу"]
    assert list(inflections("en curso", "es")) == ["en curso"]


# -- laws


@given(st.text())
def test_any_text_is_a_status_or_refused(text: str) -> None:
    try:
        found = read_status(text).value
    except FieldError as refusal:
        found = refusal.code
    assert found in {"S005", *Status}


@given(st.text())
def test_any_text_folded_is_folded(text: str) -> None:
    assert normalize_word(normalize_word(text)) == normalize_word(text)


@given(st.sampled_from(sorted(all_words())), st.booleans(), st.booleans())
def test_every_word_is_kept_as_written_and_read_again(word: str, composed: bool, shout: bool) -> None:
    written = normalize("NFC" if composed else "NFD", word.upper() if shout else word)
    log, problems = parse_text(f"events:\n  - {{id: a, kind: event, title: A, status: '{written}'}}\n")
    assert not problems
    event: Event = log["a"]
    assert event.status is all_words()[word]
    again, problems = parse_text(dumps(log))
    assert not problems
    assert again["a"].history == event.history
    assert again["a"].history[0].word == written


@pytest.mark.parametrize("word", sorted(in_force_words()))
def test_what_is_in_force_has_happened(word: str) -> None:
    assert all_words()[word] is Status.COMPLETED
