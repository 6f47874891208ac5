"""English. Exclusive words (before, after) and inclusive ones (by, until) are different kinds."""

from .table import Language, Token, counted, same

MONTHS = (
    "january, jan; february, feb; march, mar; april, apr; may; june, jun; july, jul; august, aug;"
    "september, sept, sep; october, oct; november, nov; december, dec"
)

ENGLISH = Language.of(
    "en",
    {
        Token.MONTH: {
            name: value
            for number, names in enumerate(MONTHS.split(";"), start=1)
            for name, value in same(number, names).items()
        },
        Token.WEEKDAY: counted(
            1, "monday, mon; tuesday, tues, tue; wednesday, wed; thursday, thurs, thur, thu; friday, fri;"
            " saturday, sat; sunday, sun",
        ),
        Token.SEASON: {
            **same(21, "spring"), **same(22, "summer"), **same(23, "autumn, fall"), **same(24, "winter"),
        },
        Token.ORDINAL: {
            **same(1, "first, i"), **same(2, "second, ii"), **same(3, "third, iii"), **same(4, "fourth, iv"),
            **same(-1, "last"),
        },
        Token.UNIT: {**same("quarter", "quarter"), **same("half", "half, half - year, half year")},
        Token.CODE: {
            **same(33, "q1"), **same(34, "q2"), **same(35, "q3"), **same(36, "q4"),
            **same(40, "h1"), **same(41, "h2"),
        },
        Token.PART: {
            **same(("early", False), "early, beginning of, beginning, start of, the start of, the beginning of"),
            **same(("mid", False), "mid, middle of, the middle of, middle"),
            **same(("late", False), "late"),
            **same(("late", True), "end of, the end of, end"),
        },
        Token.ACADEMIC: same(None, "academic year, school year"),
        Token.BY: {
            **same("limit", "by, no later than, not later than, not after, on or before, at the latest by"),
            **same("until", "until, till, up to"),  # between two dates these join them
        },
        Token.BEFORE: same(None, "before, prior to, earlier than"),
        Token.AFTER: same(None, "after, later than, not until after"),
        Token.NOT_BEFORE: same(
            None, "not before, no earlier than, not earlier than, no sooner than, not until, net, on or after"
        ),
        Token.SINCE: same(None, "since, starting, starting in, starting from, as from, beginning in"),
        Token.FROM: same(None, "from"),
        Token.TO: same(None, "to, through, thru"),
        Token.BETWEEN: same(None, "between"),
        Token.AND: same(None, "and"),
        Token.ABOUT: same(None, "about, around, circa, c, ca, approximately, approx, roughly"),
        Token.DOUBT: same(
            None, "expected, expected in, tentatively, probably, possibly, presumably, perhaps"
        ),
        Token.UNSCHEDULED: same(
            None, "tbd, tba, to be determined, to be announced, to be confirmed, tbc, date not set,"
            " undated, unscheduled"
        ),
        Token.SKIP: same(None, "of, the, in, on, at, during, for, year, month, ad, ce"),
    },
    ordinals=("st", "nd", "rd", "th"),
    decades=("s",),
)  # fmt: skip
