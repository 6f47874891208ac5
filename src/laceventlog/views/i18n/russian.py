"""Russian. Statuses stand in the neuter, which fits any title; a deadline says that its day counts ("вкл.")."""

from __future__ import annotations

from collections.abc import Mapping

from ...dates.languages.phrasing import RUSSIAN
from .voice import Forms, Voice

HEADINGS = {
    "overdue": "ПРОСРОЧЕНО (последний день прошёл, о результате не сообщалось)",
    "due": "СРОК ИДЁТ (дата, возможно, уже наступила)",
    "upcoming": "ПРЕДСТОИТ",
    "ongoing": "ИДЁТ",
    "undated": "БЕЗ КРАЙНЕГО СРОКА (просрочено не бывает)",
    "done": "ВЫПОЛНЕНО",
    "missed": "НЕ ВЫПОЛНЕНО",
    "cancelled": "ОТМЕНЕНО",
    # of changes
    "set back": "УХУДШЕНИЯ (позже, без даты, отложено, не выполнено или отменено)",
    "completed": "ВЫПОЛНЕНО",
    "moved": "ИЗМЕНЕНИЯ (другой статус или дата)",
    "rewritten": "ИСТОРИЯ ПЕРЕПИСАНА (запись изменена; журнал только пополняется)",
    "added": "ДОБАВЛЕНО",
    "dropped": "УДАЛЕНО",
    "corrected": "ИСПРАВЛЕНО (ошибка была в записи, события не изменились)",
    "renamed": "ПЕРЕИМЕНОВАНО",
    "facts": "ДРУГИЕ СВЕДЕНИЯ",
    "repeated": "ПОДТВЕРЖДЕНО (ничего не изменилось)",
    "sources": "ИСТОЧНИКИ",
}

WORDS = {
    # statuses
    "proposed": "предложено", "planned": "запланировано", "underway": "идёт", "partial": "частично выполнено",
    "completed": "выполнено", "postponed": "отложено", "missed": "не выполнено", "cancelled": "отменено",
    # how a thing stands
    "overdue": "просрочено", "due": "срок идёт", "upcoming": "предстоит", "ongoing": "идёт",
    "undated": "без крайнего срока", "done": "выполнено", "closed": "закрыто",
    # what came of a plan
    "on time": "в срок", "early": "досрочно", "late": "с опозданием",
    # kinds of event
    "event": "событие", "meeting": "заседание", "launch": "запуск", "delivery": "поставка", "agreement": "соглашение",
    "milestone": "этап", "programme": "программа", "observation": "показатель",
    # places in a source
    "paragraph": "абзац", "page": "стр.", "section": "раздел", "yes": "да", "no": "нет",
}  # fmt: skip

NAMES = {
    # columns
    "when as written": "дата (по источнику)", "window": "интервал", "lateness": "срок", "last heard": "сообщение",
    "event": "событие", "first plan": "первый план", "last plan": "последний план", "outcome": "итог", "days": "дни",
    "revisions": "изм.", "forecast": "прогноз", "moved": "сдвиг", "slip": "отклонение", "condition": "состояние",
    "country": "страна", "programme": "программа", "year": "год", "events": "события", "total": "всего",
    "edtf": "дата (EDTF)", "zone": "часовой пояс", "days_overdue": "дней просрочки",
    "days_possible": "дней возможной просрочки", "days_late": "дней опоздания", "first_plan": "первый план (EDTF)",
    "last_plan": "последний план (EDTF)", "actual": "итог (EDTF)", "slip_min": "отклонение, не менее",
    "slip_max": "отклонение, не более",
    # figures
    "on time": "в срок", "share": "доля", "certainly": "точно", "possibly": "возможно", "late": "с опозданием",
    "unknown": "неизвестно", "by the first plan": "по первому плану", "by the last plan": "по последнему плану",
    "lower quartile": "нижний квартиль", "median": "медиана", "upper quartile": "верхний квартиль",
    "of how many": "из", "first plan to outcome": "от первого плана до итога", "each revision": "каждое изменение",
    "notice before due": "предупреждение до срока",
    # entries
    "changed": "изменено", "date": "дата", "overdue": "просрочка", "heard": "сообщения", "against plan": "к плану",
    "not before": "не ранее", "parts": "части", "has part": "включает", "reads as": "значит", "in words": "словами",
    "starts": "начало", "ends": "конец", "earliest": "не раньше", "latest": "не позже", "but": "однако",
    # fields of events, statements and sources
    "id": "id", "kind": "вид", "title": "название", "countries": "страны", "parties": "участники", "place": "место",
    "tags": "метки", "part_of": "входит в", "after": "после", "related": "связано с", "note": "примечание",
    "body": "орган", "session": "заседание №", "facility": "объект", "product": "продукция", "goods": "товар",
    "quantity": "количество", "value": "стоимость", "terms": "условия", "supplier": "поставщик",
    "recipient": "получатель", "document": "документ", "term": "срок", "project": "проект",
    "contractor": "исполнитель", "measure": "показатель", "figure": "значение", "status": "статус", "when": "дата",
    "said": "сказано", "source": "источник", "reason": "причина", "quote": "цитата", "correction": "исправление",
    "author": "автор", "publisher": "издатель", "published": "дата выхода", "url": "ссылка", "locator": "указатель",
}  # fmt: skip


def counted(one: str, few: str, many: str) -> Forms:
    """1 день, 2 дня, 5 дней; a fraction takes the genitive singular, as 2 does."""
    return {"one": one, "few": few, "many": many, "other": few}


PHRASES: Mapping[str, str | Forms] = {
    # dates
    "no date": "без даты",
    "by": "до {day} вкл.",
    "by, brief": "по {day}",
    "not before": "не ранее {day}",
    "not before, brief": "с {day}",
    "since": "с {when}",
    "from": "начиная с {when}",
    "until": "до {when} вкл.",
    "quarter": "{number} кв. {year}",
    "quarter tick": "{number}К",
    "half": "{number} полуг. {year}",
    "season": "{season} {year}",
    "decade": "{year}-е",
    "decade tick": "{year}-е",
    "start and end": "начало: {start}; конец: {end}",
    "always": "не ограничено",
    "open": "не ограничено",
    "end unknown": "неизвестно",
    "today": "сегодня {day}",
    "as of": "По состоянию на {day} г.",
    # lateness
    "overdue by": counted("просрочка {n} день", "просрочка {n} дня", "просрочка {n} дней"),
    "overdue by, brief": "{n} дн.",
    "overdue by, long": counted("просрочено на {n} день", "просрочено на {n} дня", "просрочено на {n} дней"),
    "may be overdue": "возможна просрочка",
    "may be overdue, brief": "просрочено?",
    "in": counted("через {n} день", "через {n} дня", "через {n} дней"),
    "in, brief": "через {n} дн.",
    "in, years": counted("через {n} год", "через {n} года", "через {n} лет"),
    "left": counted("остался {n} день", "осталось {n} дня", "осталось {n} дней"),
    "left, brief": "ещё {n} дн.",
    "last day": "последний день",
    "last day, brief": "посл. день",
    "left, years": counted("остался {n} год", "осталось {n} года", "осталось {n} лет"),
    "left, years, brief": counted("ещё {n} год", "ещё {n} года", "ещё {n} лет"),
    "perhaps on time": "в срок?",
    "late by": counted("на {n} день позже", "на {n} дня позже", "на {n} дней позже"),
    "late by, brief": "на {n} дн. позже",
    "early by": counted("на {n} день раньше", "на {n} дня раньше", "на {n} дней раньше"),
    "early by, brief": "на {n} дн. раньше",
    "early to late": "{early} – {late}",
    "days": counted("{n} день", "{n} дня", "{n} дней"),
    "perhaps overdue": counted(
        "возможно, до {n} дня: дата лишь приблизительная",
        "возможно, до {n} дней: дата лишь приблизительная",
        "возможно, до {n} дней: дата лишь приблизительная",
    ),
    "planned as": "{outcome} (план: {plan})",
    "cannot be told": "установить нельзя",
    "status on": "{status} – {condition} на {day}",
    "no report since": "нет сообщений с {day}",
    "day of report unknown": "день последнего сообщения не указан",
    # days that moved
    "unknown": "неизвестно",
    "days moved": "{days} дн.",
    "at least": "не менее чем {days}",
    "at most": "не более чем {days}",
    "later by": counted("на {n} день позже", "на {n} дня позже", "на {n} дней позже"),
    "earlier by": counted("на {n} день раньше", "на {n} дня раньше", "на {n} дней раньше"),
    "up to": "самое большее {days}",
    "from earlier to later": "{earlier} – {later}",
    "not later": "не позже",
    "not earlier": "не раньше",
    "end stays": "конец прежний",
    # parts of a whole
    "done of": "выполнено {n} из {total}",
    "n overdue": "просрочено {n}",
    "n due": "срок идёт у {n}",
    "n upcoming": "предстоит {n}",
    "n ongoing": "идёт {n}",
    "n undated": "без крайнего срока {n}",
    "n missed": "не выполнено {n}",
    "n cancelled": "отменено {n}",
    # statements and what they moved
    "said": "сказано {when}",
    "said, day unknown": "день высказывания не указан",
    "corrected": "исправлено: {claim}",
    "a correction": "{said} (исправление)",
    "nothing": "ничего",
    "nothing changed": "ничего не изменилось",
    "called": "{status} ({word})",
    "not stated": "не указано",
    "not stated, in force": "не указано; действует: {when}",
    "in force": "действует: {what}",
    "status moved": "статус: {old} → {new}",
    "date marked": "дата изменена: {old} → {new}, те же дни",
    "date set": "дата назначена: {new}",
    "date lost": "даты больше нет; была: {old}",
    "date later": "дата сдвинута: {old} → {new}",
    "date earlier": "дата сдвинута: {old} → {new}",
    "date narrowed": "дата уточнена: {old} → {new}",
    "date widened": "дата расширена: {old} → {new}",
    "date unclear": "дата сдвинута: {old} → {new}",
    "date corrected": "дата исправлена: {old} → {new}",
    # links
    "can have ended": "{day}: раньше [{id}] завершиться не может",
    "what decides": "решает цепочка: {way}",
    "too early": "собственная дата наступает раньше",
    "n more": "ещё {n}",
    "part in": "в {ids}",
    # how a phrase is read
    "reads undated": "даты пока нет",
    "reads span": "период: длится",
    "reads deadline": "крайний срок: просрочка с {day}",
    "reads day": "событие {day}",
    "reads window": "событие в один из дней между двумя границами",
    "reads not before": "событие не ранее первого дня",
    "never": "никогда",
    "no notation": "нет",
    "is a weekday": "{day} – {weekday}",
    # slip
    "slip days": "отклонение {days}",
    "n revisions": counted("{n} изменение", "{n} изменения", "{n} изменений"),
    "n rev": "{n} изм.",
    "never planned": "дата никогда не планировалась",
    "no date any more": "в плане больше нет даты",
    "planned for": "план: {when}",
    "ended on": "{status}: {when}",
    "kept certain": "в срок по первому плану",
    "kept possible": "возможно, в срок по первому плану",
    "kept impossible": "с опозданием по первому плану",
    "corrected, not counted": "исправлено ({when}), не учитывается",
    "corrected on some day": "исправлено, не учитывается",
    "same": "тот же",
    "day unknown": "день неизвестен",
    "n planned": "запланировано {n}: {events}",
    "n completed": "выполнено {n}",
    "n awaited": "ожидается {n}",
    "revisions": counted("{n} изменение: {parts}", "{n} изменения: {parts}", "{n} изменений: {parts}"),
    "n later": "на более поздний срок {n}",
    "n earlier": "на более ранний срок {n}",
    "n later or earlier": "раньше или позже {n}",
    "n to no date": "без новой даты {n}",
    # changes
    "changes": counted("{n} изменение: {parts}", "{n} изменения: {parts}", "{n} изменений: {parts}"),
    "n set back": "ухудшений {n}",
    "n moved": "изменено {n}",
    "n rewritten": "переписано {n}",
    "n added": "добавлено {n}",
    "n dropped": "удалено {n}",
    "n corrected": "исправлено {n}",
    "n renamed": "переименовано {n}",
    "n facts": "с другими сведениями {n}",
    "n repeated": "подтверждено {n}",
    "n sources": "в источниках {n}",
    "was": "прежде [{id}]",
    "source added": "источник добавлен",
    "source dropped": "источник удалён",
    "entered late": "внесено с запозданием: в журнале уже было сказанное позже",
    "order changed": "порядок высказываний изменён",
    "record removed": "запись изменена: {record} удалено",
    "record rewritten": "запись изменена: {record} теперь читается иначе",
    "n statements": counted("{n} высказывание", "{n} высказывания", "{n} высказываний"),
    "field added": "{name}, добавлено: {value}",
    "field dropped": "{name}, удалено: {value}",
    "field changed": "{name}: {old} → {new}",
    "gained": "добавлено {values}",
    "lost": "удалено {values}",
    # groups and counts
    "no country": "без страны",
    "no programme": "вне программ",
    "several years": "несколько лет",
    "n in several groups": counted(
        "{n} событие стоит в нескольких группах",
        "{n} события стоят в нескольких группах",
        "{n} событий стоят в нескольких группах",
    ),
    "n of several countries": counted(
        "{n} событие нескольких стран учтено в каждой из них, в итогах – один раз",
        "{n} события нескольких стран учтены в каждой из них, в итогах – один раз",
        "{n} событий нескольких стран учтены в каждой из них, в итогах – один раз",
    ),
    "n of several programmes": counted(
        "{n} событие нескольких программ учтено в каждой из них, в итогах – один раз",
        "{n} события нескольких программ учтены в каждой из них, в итогах – один раз",
        "{n} событий нескольких программ учтены в каждой из них, в итогах – один раз",
    ),
    "what several years are": "несколько лет: дата может прийтись на любой из них или охватывает их",
    # by year and month
    "where dates stand": "Дата в несколько месяцев стоит у первого своего дня, крайний срок – у последнего.",
    "n months": counted(
        "{n} месяц без отмеченных дней",
        "{n} месяца без отмеченных дней",
        "{n} месяцев без отмеченных дней",
    ),
    "longer than a quarter": "ДОЛЬШЕ КВАРТАЛА (дни не отмечены)",
    # what is not shown
    "not drawn": "Не показано: {what}",
    "n without a date": "без даты {n}",
    "n outside": "вне {first} – {last} осталось {n} (см. --from, --to)",
    "n observations": counted(
        "{n} показатель (см. --kind observation)",
        "{n} показателя (см. --kind observation)",
        "{n} показателей (см. --kind observation)",
    ),
    "not shown": counted(
        "Не показано: {n} событие, дата которого не планировалась",
        "Не показано: {n} события, дата которых не планировалась",
        "Не показано: {n} событий, дата которых не планировалась",
    ),
    "no events": "событий нет",
    "nothing is overdue": "просрочки нет",
    "nothing was said": "ничего не сказано",
    "nothing was planned": "ничего не планировалось",
    # page and picture
    "web timeline": "Хронология",
    "web as of": "по состоянию на {day}",
    "web events": counted("{n} событие", "{n} события", "{n} событий"),
    "web skip": "К событиям",
    "web filter": "Отбор",
    "web by condition": "Состояние",
    "web by country": "Страна",
    "web by kind": "Вид",
    "web clear": "Показать все",
    "web shown": counted("из {n} события показано", "из {n} событий показано", "из {n} событий показано"),
    "web signs": "Как читать полосы",
    "web today": "Сегодня, {day}",
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


def plural(number: float) -> str:
    """1, 21 день; 2, 34 дня; 5, 11, 100 дней; 1,5 дня."""
    if not isinstance(number, int):
        return "other"
    ones, tens = number % 10, number % 100 // 10
    if ones == 1 and tens != 1:
        return "one"
    return "few" if 2 <= ones <= 4 and tens != 1 else "many"


VOICE = Voice(
    RUSSIAN, plural, HEADINGS, WORDS, NAMES, PHRASES,
    quotes=("«", "»"), decimal=",", numerals=("I", "II", "III", "IV"),
)  # fmt: skip
