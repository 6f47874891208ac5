"""Russian, in all cases. A word with two senses is read in the sense that judges no deadline too early."""

from .table import Clues, Language, Relative, Token, Value, numbered, same


def _forms(stem: str, endings: str) -> str:
    """All case forms as one list of phrases; "-" is the bare stem."""
    return ", ".join(stem + ending.removeprefix("-") for ending in endings.split())


SOFT, HARD, BARE = "ь я ю ём ем е", "- а у ом е", "й я ю ем е"
MONTHS = ";".join(
    [
        f"{_forms('январ', SOFT)}, янв",
        f"{_forms('феврал', SOFT)}, февр, фев",
        f"{_forms('март', HARD)}, мар",
        f"{_forms('апрел', SOFT)}, апр",
        _forms("ма", BARE),
        f"{_forms('июн', SOFT)}, июн",
        f"{_forms('июл', SOFT)}, июл",
        f"{_forms('август', HARD)}, авг",
        f"{_forms('сентябр', SOFT)}, сент, сен",
        f"{_forms('октябр', SOFT)}, окт",
        f"{_forms('ноябр', SOFT)}, нояб, ноя",
        f"{_forms('декабр', SOFT)}, дек",
    ]
)
WEEKDAYS = ";".join(
    [
        f"{_forms('понедельник', HARD)}, пн", f"{_forms('вторник', HARD)}, вт",
        f"{_forms('сред', 'а ы е у ой ою')}, ср", f"{_forms('четверг', HARD)}, чт",
        f"{_forms('пятниц', 'а ы е у ей ею')}, пт",
        f"{_forms('суббот', 'а ы е у ой ою')}, сб", f"{_forms('воскресень', 'е я ю ем и')}, вс",
    ]
)  # fmt: skip
SEASONS = ";".join(
    [
        _forms("весн", "а ы е у ой ою"), _forms("лет", "о а у ом е"),
        _forms("осен", "ь и ью"), _forms("зим", "а ы е у ой ою"),
    ]
)  # fmt: skip
ADJECTIVE = "ый ого ому ым ом ая ой ую ое"
ORDINALS = ";".join(
    [
        f"{_forms('перв', ADJECTIVE)}, i",
        f"{_forms('втор', 'ой ого ому ым ом ая ую ое')}, ii",
        f"{_forms('трет', 'ий ьего ьему ьим ьем ья ьей ью ье')}, iii",
        f"{_forms('четверт', ADJECTIVE)}, {_forms('четвёрт', ADJECTIVE)}, iv",
    ]
)
ENDINGS = "й ый ий ой го ого его му ому ему м ым им ом ем я ая ья ю ую ью е ое ье".split()
YEAR_ENDINGS = "й ый ой го ого му ому м ом".split()  # and "г": 2024г.
DECADE_ENDINGS = "е ые х ых".split()  # not "м": к 2020-м годам, but: в 2020-м году

MASCULINE, FEMININE, NEUTER = "ий его ему ем им", "ая ей ую", "ее его ему ем им"
HARD_ENDED = {MASCULINE: "ый ого ому ом ым", FEMININE: "ая ой ую", NEUTER: "ое ого ому ом ым"}
THIS = {MASCULINE: "этот этого этому этом этим", FEMININE: "эта этой эту", NEUTER: "это этого этому этом этим"}
STEMS = {0: ("текущ",), 1: ("следующ", "будущ"), -1: ()}
HARD_STEMS = {0: (), 1: (), -1: ("прошл", "минувш")}
UNITS = (
    ("year", MASCULINE, _forms("год", "- а у ом е")), ("month", MASCULINE, _forms("месяц", "- а у ем е")),
    ("quarter", MASCULINE, _forms("квартал", "- а у ом е")), ("half", NEUTER, _forms("полугоди", "е я ю ем и")),
    ("week", FEMININE, _forms("недел", "я и е ю ей")), ("decade", NEUTER, _forms("десятилети", "е я ю ем и")),
)  # fmt: skip


def _adjectives(shift: int, gender: str) -> list[str]:
    """This, next or last in all cases of a gender."""
    soft = [stem + ending for stem in STEMS[shift] for ending in gender.split()]
    hard = [stem + ending for stem in HARD_STEMS[shift] for ending in HARD_ENDED[gender].split()]
    nouns = THIS[gender].split() if not shift else []
    if not shift:
        hard += [f"нынешн{ending}" for ending in ("яя ей юю" if gender is FEMININE else gender).split()]
    return soft + hard + nouns


def _relative() -> dict[str, Value]:
    months = [(number + 1, names) for number, names in enumerate(MONTHS.split(";"))]
    seasons = [(number + 21, names) for number, names in enumerate(SEASONS.split(";"))]
    named = [("named", number, MASCULINE, names) for number, names in months]
    named += [("season", n, NEUTER if n == 22 else FEMININE, names) for n, names in seasons]
    named += [(unit, 0, gender, names) for unit, gender, names in UNITS]
    return {
        f"{adjective} {name.strip()}": Relative(unit, shift, number)
        for shift in (0, 1, -1)
        for unit, number, gender, names in named
        for adjective in _adjectives(shift, gender)
        for name in names.split(",")
    }


LANGUAGE = Language(
    "ru",
    {
        Token.MONTH: numbered(1, MONTHS),
        Token.WEEKDAY: numbered(1, WEEKDAYS),
        Token.SEASON: numbered(21, SEASONS),
        Token.ORDINAL: {**numbered(1, ORDINALS), **same(-1, _forms("последн", "ий его ему им ем яя ей юю ее"))},
        Token.UNIT: {
            **same("quarter", f"{_forms('квартал', HARD)}, кв"),
            **same("half", f"{_forms('полугоди', 'е я ю ем и')}, {_forms('половин', 'а ы е у ой ою')}"),
        },
        Token.PART: {  # None: "конец" may be the last third or the last day; the grammar takes the wider
            **same(("early", None), _forms("начал", "о а у ом е")),
            **same(("mid", None), _forms("середин", "а ы е у ой ою")),
            **same(("late", None), "конец, конца, концу, концом, конце"),
        },
        Token.ACADEMIC: same(
            None, "учебный год, учебного года, учебному году, учебным годом, учебном году, уч г, уч год, уч года"
        ),
        Token.BY: {
            # "До" is both "before" and "until": до 2030 года may include 2030, до начала 2030 года early 2030, so both
            # do. "К" is "by".
            **same(
                "limit", "к, ко, не позднее, не позже, не позднее чем, не позже чем, не позднее чем к,"
                " не позже чем к, не после"
            ),
            **same("until", "до, вплоть до, по"),  # по 19 мая: up to and with
        },
        Token.BEFORE: same(None, "ранее, раньше, ранее чем, раньше чем"),
        Token.AFTER: same(None, "после, позднее, позже, позднее чем, позже чем"),
        Token.NOT_BEFORE: same(None, "не ранее, не раньше, не ранее чем, не раньше чем"),
        Token.FROM: same(None, "с, со, начиная с, начиная со"),
        Token.ONWARDS: same(None, "и далее, и позже, и позднее"),
        Token.BETWEEN: same(None, "между"),
        Token.AND: same(None, "и"),
        Token.OR: same(None, "или, либо"),
        Token.ABOUT: same(None, "около, примерно, приблизительно, ориентировочно"),
        Token.DOUBT: same(
            None, "предположительно, ожидается, ожидается в, ожидается во, вероятно, возможно"
        ),
        Token.UNSCHEDULED: same(
            None, "дата не определена, не определена, будет определена, дата будет определена, уточняется,"
            " дата уточняется, будет уточнена, дата будет уточнена, подлежит уточнению, дата подлежит уточнению,"
            " без даты"
        ),
        # With one number, a mistake for the decade or the year; 2020-2025 годы are years.
        Token.PLURAL: same("years", "годы, годов, годам, годами, годах, гг"),
        Token.RELATIVE: {
            **_relative(),
            **same(
                Relative("day"), "сегодня, сейчас, ныне, настоящее время, настоящего времени, в настоящее время,"
                " наст время, н в, данный момент, сегодняшний день, сегодняшнего дня, наши дни, наших дней"
            ),
            **same(Relative("day", 1), "завтра"), **same(Relative("day", -1), "вчера"),
            **same(Relative("day", 2), "послезавтра"), **same(Relative("day", -2), "позавчера"),
            **same(Relative("year", bare=True), "год, года, году, годом, годе"),
            **same(Relative("month", bare=True), "месяц, месяца, месяцу, месяцем, месяце"),
        },
        Token.SKIP: {**same(None, "в, во, на, в течение"), **same("behind", "г")},
    },
    ordinal_endings=(*ENDINGS, *(f"-{ending}" for ending in ENDINGS)),
    year_endings=("г", *YEAR_ENDINGS, *(f"-{ending}" for ending in YEAR_ENDINGS)),
    decade_endings=(*DECADE_ENDINGS, *(f"-{ending}" for ending in DECADE_ENDINGS)),
    examples=("май 2024 года", "первый квартал 2023 года", "до конца 2024 года", "с 2019 года"),
    dative_endings=("м", "-м"),
    samples={
        "quarter": "первый квартал 2024 года", "half": "первое полугодие 2024 года", "day": "17 мая 2024 года",
        "weekday": "среда 29 мая 2024 года", "clock": "29 мая 2024 года, 10:00", "academic": "2023/2024 учебный год",
        "span": "2023-2024 гг.", "between": "между 2021 и 2023 годами",
    },
    clues=Clues.of(
        years="год года году годом годе годы годов годам годами годах г гг",
        leads="",  # a year always has its "году" or "г.": "в 2000 домах" is not one
        function_words="и или а но как в во на с со к ко по до от из за у о об при для без над под между через что"
        " чтобы когда где который которая которое которые это этот эта эти его её их был была было были будет будут"
        " есть не ни же уже также если хотя",
        abbreviations="г гг кв янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек пн вт ср чт пт сб вс уч ок",
        negations="не ни нет никогда нельзя вряд едва невозможно маловероятно",
    ),
)  # fmt: skip
