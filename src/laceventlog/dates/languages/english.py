"""English. Exclusive limits (before, after) and inclusive ones (by, until) are different kinds of token."""

from .table import Clues, Language, Relative, Token, numbered, same

MONTHS = (
    "january, jan; february, feb; march, mar; april, apr; may; june, jun; july, jul; august, aug;"
    "september, sept, sep; october, oct; november, nov; december, dec"
)

SEASONS = "spring; summer; autumn, fall; winter"
SHIFTS = {"this": 0, "current": 0, "present": 0, "the present": 0, "next": 1, "previous": -1, "last": -1}
UNITS = ("week", "month", "quarter", "half", "year", "decade")
CALLED: dict[str, tuple[str, int]] = {
    **{name: ("named", number) for name, number in numbered(1, MONTHS).items()},
    **{name: ("season", number) for name, number in numbered(21, SEASONS).items()},
}
RELATIVE = {
    # "Last quarter" may be the fourth of a year, "the last year" the last twelve months.
    **{
        f"{word} {unit}": Relative(unit, shift)
        for word, shift in SHIFTS.items()
        for unit in UNITS
        if (word, unit) not in {("last", "quarter"), ("last", "half")}
    },
    **{
        f"{word} {name}": Relative(unit, SHIFTS[word], number)
        for word in ("this", "next", "last")
        for name, (unit, number) in CALLED.items()
    },
    **{
        f"{word} {which} {unit}": Relative(unit, side=side)
        for unit in UNITS[:-1]
        for which in ("this", "the")
        for side, words in (("later", ("later", "rest of", "the rest of", "remainder of")), ("earlier", ("earlier",)))
        for word in words
    },
    **same(Relative("day"), "today, now, currently, at present, at the moment, present, the present"),
    **same(Relative("day", 1), "tomorrow"),
    **same(Relative("day", -1), "yesterday"),
    **same(Relative("day", 2), "day after tomorrow"),
    **same(Relative("day", -2), "day before yesterday"),
    **same(Relative("end"), "year - end, year end, end of year"),
    **same(Relative("year", bare=True), "year, the year"),
    **same(Relative("month", bare=True), "month, the month"),
}

LANGUAGE = Language(
    "en",
    {
        Token.MONTH: numbered(1, MONTHS),
        Token.WEEKDAY: numbered(
            1, "monday, mon; tuesday, tues, tue; wednesday, wed; thursday, thurs, thur, thu; friday, fri;"
            " saturday, sat; sunday, sun",
        ),
        Token.SEASON: numbered(21, SEASONS),
        Token.ORDINAL: {
            **same(1, "first, i"), **same(2, "second, ii"), **same(3, "third, iii"), **same(4, "fourth, iv"),
            **same(-1, "last"),
        },
        Token.NUMBER: {f"{word} of": number for word, number in numbered(1, "first; second; third; fourth").items()},
        Token.UNIT: {**same("quarter", "quarter"), **same("half", "half, half - year, half year")},
        Token.CODE: {
            **same(33, "q1"), **same(34, "q2"), **same(35, "q3"), **same(36, "q4"),
            **same(40, "h1"), **same(41, "h2"),
        },
        Token.PART: {
            **same(("early", False), "early, beginning of, start of, the start of, the beginning of"),
            **same(("mid", False), "mid, middle of, the middle of, middle"),
            **same(("late", False), "late"),
            **same(("late", True), "end of, the end of, end"),
        },
        Token.ACADEMIC: same(None, "academic year, school year"),
        Token.BY: {
            **same("limit", "by, no later than, not later than, not after, on or before, at the latest by"),
            **same("either", "at the latest"),
            **same("until", "until, till, up to"),  # these also join two dates
        },
        Token.BEFORE: same(None, "before, prior to, earlier than"),
        Token.AFTER: same(None, "after, later than, not until after"),
        Token.NOT_BEFORE: same(
            None, "not before, no earlier than, not earlier than, no sooner than, not until, net, on or after"
        ),
        Token.SINCE: same(None, "since, starting, starting in, starting from, beginning in, as from, as of, effective,"
            " effective as of, effective from, with effect from"),
        Token.FROM: same(None, "from"),
        Token.ONWARDS: same(None, "onwards, onward, and onwards, and onward"),
        Token.TO: same(None, "to, through, thru"),
        Token.BETWEEN: same(None, "between"),
        Token.AND: same(None, "and"),
        Token.OR: same(None, "or"),
        Token.ABOUT: same(None, "about, around, circa, c, ca, approximately, approx, roughly"),
        Token.DOUBT: same(
            None, "expected, expected in, tentatively, probably, possibly, presumably, perhaps"
        ),
        Token.UNSCHEDULED: same(
            None, "tbd, tba, to be determined, to be announced, to be confirmed, tbc, date not set,"
            " undated, unscheduled"
        ),
        Token.RELATIVE: RELATIVE,
        Token.PLURAL: same("years", "years"),  # a mistake with one year; 2020-2025 are years
        Token.UNKNOWN: same(None, "the last year, the last month, the last week, the last decade"),
        Token.SKIP: {**same(None, "of, the, in, on, at, during, for"), **same("behind", "ad, ce")},
    },
    ordinal_endings=("st", "nd", "rd", "th"),
    decade_endings=("s",),
    capitals=True,
    examples=("May 2024", "first quarter of 2023", "by the end of 2024", "since 2019"),
    samples={
        "quarter": "first quarter of 2024", "half": "first half of 2024", "day": "17 May 2024",
        "weekday": "Wednesday 29 May 2024", "clock": "29 May 2024, 10:00", "academic": "2023/2024 academic year",
        "span": "2023-2024", "between": "between 2021 and 2023",
    },
    clues=Clues.of(
        years="year years",
        leads="in during since throughout within the early mid late until before after",
        function_words="the a an this that these those its his her their our and or but nor as at by for from in into"
        " of on onto over per since than through to under until upon via while when where which who whose with within"
        " without during after before between among against about is are was were be been has have had will would"
        " shall should can could may might must do does did it he she they we you there if because although though so"
        " then also not no only both all another inclusive alone",
        abbreviations="jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun c"
        " ca approx",
        # "t": won't
        negations="not no never cannot nor neither none nobody nothing unlikely hardly scarcely t",
    ),
)  # fmt: skip
