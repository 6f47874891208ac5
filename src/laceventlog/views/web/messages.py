"""The words of page and picture that no other view has, in every language a voice speaks.

They are phrases as those of a voice are: templates with {places}, one for each plural form where a number counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..i18n.voice import Forms


def _one_other(one: str, other: str) -> Forms:
    return {"one": one, "other": other}


def _russian(one: str, few: str, many: str) -> Forms:
    """1 день, 2 дня, 5 дней; a fraction takes the genitive singular, as 2 does."""
    return {"one": one, "few": few, "many": many, "other": few}


ENGLISH: Mapping[str, str | Forms] = {
    "web timeline": "Timeline",
    "web as of": "as of {day}",
    "web events": _one_other("{n} event", "{n} events"),
    "web skip": "Skip to the events",
    "web filter": "Filter",
    "web by condition": "Condition",
    "web by country": "Country",
    "web by kind": "Kind",
    "web clear": "Show all",
    "web shown": _one_other("of {n} event shown", "of {n} events shown"),
    "web signs": "How to read the bars",
    "web today": "Today, {day}",
    "web overdue": _one_other("{n} day overdue", "{n} days overdue"),
    "web in": _one_other("in {n} day", "in {n} days"),
    "web in, years": "in {n} years",
    "web left": _one_other("{n} day left", "{n} days left"),
    "web left, years": "{n} years left",
    "web said": "What was said",
    "web correction": "a correction",
    "web sources": "Sources",
    "web published": "published {when}",
    "web rule overdue": "A thing is overdue when its last possible day has passed and nobody reported an outcome. The "
    "last day itself is not overdue. Silence is not lateness.",
    "web rule dates": "No bar claims more than its source: a dot stands only for a known day, a box for all days on "
    "which a thing may fall.",
    "sign happened": "happened, on that day",
    "sign expected": "expected, on that day",
    "sign ended": "missed or cancelled",
    "sign deadline": "last day of a “by”",
    "sign first plan": "first plan, and how far it slipped",
    "sign may fall": "may fall on any of these days",
    "sign gone": "might have fallen here; gone",
    "sign past": "days past its last day",
    "sign lasts": "lasts",
    "sign soft": "may last here too",
}

SPANISH: Mapping[str, str | Forms] = {
    "web timeline": "Cronología",
    "web as of": "situación al {day}",
    "web events": _one_other("{n} evento", "{n} eventos"),
    "web skip": "Ir a los eventos",
    "web filter": "Filtrar",
    "web by condition": "Situación",
    "web by country": "País",
    "web by kind": "Tipo",
    "web clear": "Mostrar todo",
    "web shown": _one_other("de {n} evento a la vista", "de {n} eventos a la vista"),
    "web signs": "Cómo leer las barras",
    "web today": "Hoy, {day}",
    "web overdue": _one_other("{n} día de retraso", "{n} días de retraso"),
    "web in": _one_other("en {n} día", "en {n} días"),
    "web in, years": _one_other("en {n} año", "en {n} años"),
    "web left": _one_other("queda {n} día", "quedan {n} días"),
    "web left, years": _one_other("queda {n} año", "quedan {n} años"),
    "web said": "Lo que se dijo",
    "web correction": "corrección",
    "web sources": "Fuentes",
    "web published": "publicado: {when}",
    "web rule overdue": "Algo está vencido cuando pasó su último día posible y nadie informó de un resultado. El "
    "último día mismo no lo está. El silencio no es retraso.",
    "web rule dates": "Ninguna barra afirma más que su fuente: un punto es solo un día conocido; un recuadro, todos "
    "los días en que algo puede ocurrir.",
    "sign happened": "ocurrió ese día",
    "sign expected": "previsto para ese día",
    "sign ended": "incumplido o cancelado",
    "sign deadline": "último día de un plazo",
    "sign first plan": "primer plan y su desplazamiento",
    "sign may fall": "puede ser cualquiera de estos días",
    "sign gone": "pudo ser aquí; ya pasó",
    "sign past": "días después del último",
    "sign lasts": "dura",
    "sign soft": "puede durar también aquí",
}

PORTUGUESE: Mapping[str, str | Forms] = {
    "web timeline": "Cronologia",
    "web as of": "situação em {day}",
    "web events": _one_other("{n} evento", "{n} eventos"),
    "web skip": "Ir para os eventos",
    "web filter": "Filtrar",
    "web by condition": "Situação",
    "web by country": "País",
    "web by kind": "Tipo",
    "web clear": "Mostrar tudo",
    "web shown": _one_other("de {n} evento à vista", "de {n} eventos à vista"),
    "web signs": "Como ler as barras",
    "web today": "Hoje, {day}",
    "web overdue": _one_other("{n} dia de atraso", "{n} dias de atraso"),
    "web in": _one_other("em {n} dia", "em {n} dias"),
    "web in, years": _one_other("em {n} ano", "em {n} anos"),
    "web left": _one_other("resta {n} dia", "restam {n} dias"),
    "web left, years": _one_other("resta {n} ano", "restam {n} anos"),
    "web said": "O que foi dito",
    "web correction": "correção",
    "web sources": "Fontes",
    "web published": "publicado: {when}",
    "web rule overdue": "Algo está vencido quando o seu último dia possível passou e ninguém informou um resultado. O "
    "próprio último dia não está. Silêncio não é atraso.",
    "web rule dates": "Nenhuma barra afirma mais que a sua fonte: um ponto é só um dia conhecido; uma caixa, todos os "
    "dias em que algo pode ocorrer.",
    "sign happened": "ocorreu nesse dia",
    "sign expected": "previsto para esse dia",
    "sign ended": "não cumprido ou cancelado",
    "sign deadline": "último dia de um prazo",
    "sign first plan": "primeiro plano e o seu deslocamento",
    "sign may fall": "pode ser qualquer destes dias",
    "sign gone": "pode ter sido aqui; já passou",
    "sign past": "dias depois do último",
    "sign lasts": "dura",
    "sign soft": "pode durar também aqui",
}

RUSSIAN: Mapping[str, str | Forms] = {
    "web timeline": "Хронология",
    "web as of": "по состоянию на {day}",
    "web events": _russian("{n} событие", "{n} события", "{n} событий"),
    "web skip": "К событиям",
    "web filter": "Отбор",
    "web by condition": "Состояние",
    "web by country": "Страна",
    "web by kind": "Вид",
    "web clear": "Показать все",
    "web shown": _russian("из {n} события показано", "из {n} событий показано", "из {n} событий показано"),
    "web signs": "Как читать полосы",
    "web today": "Сегодня, {day}",
    "web overdue": _russian("просрочено на {n} день", "просрочено на {n} дня", "просрочено на {n} дней"),
    "web in": _russian("через {n} день", "через {n} дня", "через {n} дней"),
    "web in, years": _russian("через {n} год", "через {n} года", "через {n} лет"),
    "web left": _russian("остался {n} день", "осталось {n} дня", "осталось {n} дней"),
    "web left, years": _russian("остался {n} год", "осталось {n} года", "осталось {n} лет"),
    "web said": "Что было сказано",
    "web correction": "исправление",
    "web sources": "Источники",
    "web published": "опубликовано: {when}",
    "web rule overdue": "Просрочено то, чей последний возможный день прошёл, а о результате никто не сообщил. Сам "
    "последний день — ещё не просрочка. Молчание — не опоздание.",
    "web rule dates": "Ни одна полоса не говорит больше, чем источник: точка — только известный день, рамка — все дни, "
    "на которые событие может прийтись.",
    "sign happened": "состоялось в этот день",
    "sign expected": "ожидается в этот день",
    "sign ended": "не выполнено или отменено",
    "sign deadline": "последний день срока",
    "sign first plan": "первый план и сдвиг от него",
    "sign may fall": "может прийтись на любой из этих дней",
    "sign gone": "могло прийтись сюда; прошло",
    "sign past": "дни после последнего",
    "sign lasts": "длится",
    "sign soft": "может длиться и здесь",
}

PHRASES: Mapping[str, Mapping[str, str | Forms]] = MappingProxyType(
    {"en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE, "ru": RUSSIAN}
)
"""Every phrase by its language, ISO 639-1."""
