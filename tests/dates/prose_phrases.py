"""English dates in words and their notations."""

# Every date phrase of the article, as it is printed there.
ARTICLE = [
    ("In 2023", "2023"),
    ("In 2023–2024", "2023/2024"),  # en dash
    ("May 20, 2023", "2023-05-20"),
    ("March 15, 2024", "2024-03-15"),
    ("On October 16, 2023", "2023-10-16"),
    ("for 2024–2026", "2024/2026"),
    ("for 2023–2030", "2023/2030"),
    ("2023–2030", "2023/2030"),
    ("2023–2024", "2023/2024"),
    ("in 2012", "2012"),
    ("On June 6, 2024", "2024-06-06"),
    ("Since 2019", "2019/.."),
    ("On November 7, 2024", "2024-11-07"),
    ("in December 2023", "2023-12"),
    ("by the end of 2024", "[..2024-12-31]"),
    ("By the end of 2024", "[..2024-12-31]"),
    ("Late January—early February 2025", "[2025-01-21..2025-02-10]"),  # em dash
    ("In May 2023", "2023-05"),
    ("In 2025", "2025"),
    ("In October 2021", "2021-10"),
    ("in the first quarter of 2023", "2023-33"),
    ("first quarter of 2023", "2023-33"),
    ("In the 2023/2024 academic year", "[2023-09..2024-08]"),
    ("In January-June 2024", "2024-01/2024-06"),
    ("January-June 2024", "2024-01/2024-06"),
]

UNITS = [
    # a day, in any order
    ("17 May 2024", "2024-05-17"),
    ("May 17 2024", "2024-05-17"),
    ("May 17, 2024", "2024-05-17"),
    ("2024 May 17", "2024-05-17"),
    ("2024, 17 May", "2024-05-17"),
    ("17 2024 May", "2024-05-17"),
    ("7 May 2024", "2024-05-07"),
    ("07 May 2024", "2024-05-07"),
    ("17th May 2024", "2024-05-17"),
    ("the 17th of May, 2024", "2024-05-17"),
    ("on the 1st of January 2024", "2024-01-01"),
    ("2nd February 2024", "2024-02-02"),
    ("May 3rd, 2024", "2024-05-03"),
    ("29 February 2024", "2024-02-29"),
    ("31 December 9999", "9999-12-31"),
    ("1 January 0001", "0001-01-01"),
    # a day in digits
    ("on 2024-05-17", "2024-05-17"),
    ("17.05.2024", "2024-05-17"),
    ("7.5.2024", "2024-05-07"),
    ("03.04.2024", "2024-04-03"),  # with dots the day is first everywhere
    ("17/05/2024", "2024-05-17"),  # 17 is no month
    ("05/17/2024", "2024-05-17"),
    ("05/05/2024", "2024-05-05"),  # either way the same day
    # a month, in full or short, with or without a dot
    *[
        (name, f"2024-{number:02}")
        for number, names in enumerate(
            "January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|September Sept Sep|"
            "October Oct|November Nov|December Dec".split("|"),
            start=1,
        )
        for short in names.split()
        for name in (f"{short} 2024", f"{short}. 2024", f"2024 {short.lower()}", f"in {short.upper()}, 2024")
    ],
    ("in the month of May 2024", "2024-05"),
    ("May (2024)", "2024-05"),
    ("in 2024-05", "2024-05"),
    # a year
    ("2024", "2024"),
    ("the year 2024", "2024"),
    ("during 2024", "2024"),
    ("AD 0800", "0800"),
    ("0800 CE", "0800"),
    # quarters and halves
    ("Q1 2023", "2023-33"),
    ("Q2 2023", "2023-34"),
    ("q3 2023", "2023-35"),
    ("2023 Q4", "2023-36"),
    ("the 1st quarter of 2023", "2023-33"),
    ("second quarter 2023", "2023-34"),
    ("III quarter 2022", "2022-35"),
    ("iv quarter of 2022", "2022-36"),
    ("last quarter of 2022", "2022-36"),
    ("first half of 2024", "2024-40"),
    ("2nd half of 2024", "2024-41"),
    ("H1 2025", "2025-40"),
    ("2025 h2", "2025-41"),
    ("Q1 0033", "0033-33"),
    # seasons
    ("spring 2024", "2024-21"),
    ("summer of 2024", "2024-22"),
    ("autumn 2024", "2024-23"),
    ("fall 2024", "2024-23"),
    ("winter 2024", "2024-24"),
    # decades
    ("2020s", "202X"),
    ("the 1990s", "199X"),
    ("the 0010s", "001X"),  # the first decade that has no year 0
    # academic years: one policy, 1 September to 31 August
    ("academic year 2023/2024", "[2023-09..2024-08]"),
    ("2023/2024 school year", "[2023-09..2024-08]"),
]

# Thirds are this library's policy; docs/dates.md lists them.
THIRDS = [
    # month: 1-10, 11-20, 21-end
    ("early May 2024", "[2024-05-01..2024-05-10]"),
    ("mid-May 2024", "[2024-05-11..2024-05-20]"),
    ("late May 2024", "[2024-05-21..2024-05-31]"),
    ("late February 2023", "[2023-02-21..2023-02-28]"),
    ("late February 2024", "[2024-02-21..2024-02-29]"),
    ("end of March 2024", "[2024-03-21..2024-03-31]"),
    ("mid – May 2024", "[2024-05-11..2024-05-20]"),  # this dash belongs to "mid"
    # year: four months each
    ("early 2024", "[2024-01..2024-04]"),
    ("mid-2026", "[2026-05..2026-08]"),
    ("mid 2026", "[2026-05..2026-08]"),
    ("late 2023", "[2023-09..2023-12]"),
    ("early 0033", "[0033-01..0033-04]"),
    ("at the beginning of 2024", "[2024-01..2024-04]"),
    ("beginning of 2024", "[2024-01..2024-04]"),
    ("start of 2024", "[2024-01..2024-04]"),
    ("in the middle of 2024", "[2024-05..2024-08]"),
    ("at the end of 2024", "[2024-09..2024-12]"),
    ("end of the year 2024", "[2024-09..2024-12]"),
    ("end-2024", "[2024-09..2024-12]"),
    # quarter: one month each
    ("early Q3 2024", "2024-07"),
    ("mid first quarter of 2024", "2024-02"),
    ("end of the first quarter of 2024", "2024-03"),
    # half: two months each
    ("beginning of the second half of 2024", "[2024-07..2024-08]"),
    ("middle of H2 2024", "[2024-09..2024-10]"),
    ("late first half of 2024", "[2024-05..2024-06]"),
    # season: one month each
    ("early summer 2024", "2024-06"),
    ("mid-winter 2024", "2025-01"),  # in the next year
    ("late winter 2024", "2025-02"),
    # decade: years 0-3, 4-6, 7-9
    ("early 2020s", "[2020..2023]"),
    ("mid-2020s", "[2024..2026]"),
    ("late 2020s", "[2027..2029]"),
    # academic year: four months each, from September on
    ("early 2023/2024 academic year", "[2023-09..2023-12]"),
    ("end of the 2023/2024 academic year", "[2024-05..2024-08]"),
    # two soft parts: one window from the first day of the first to the last day of the second
    ("mid-May–late June 2024", "[2024-05-11..2024-06-30]"),
    ("early 2024 – mid-2025", "[2024-01-01..2025-08-31]"),
    ("late December 2023 to early January 2024", "[2023-12-21..2024-01-10]"),
    ("late 1990s–early 2000s", "[1997-01-01..2003-12-31]"),
    ("end of Q1 – early Q2 2024", "[2024-03..2024-04]"),
    ("between late 2021 and early 2022", "[2021-09-01..2022-04-30]"),
]

RANGES = [
    # days within a month, across months, across years
    ("17-19 May 2024", "2024-05-17/2024-05-19"),  # not the year 17
    ("17 to 19 May 2024", "2024-05-17/2024-05-19"),
    ("May 17-19, 2024", "2024-05-17/2024-05-19"),
    ("2024 May 17-19", "2024-05-17/2024-05-19"),
    ("17th–19th May 2024", "2024-05-17/2024-05-19"),
    ("17.–19.05.2024", "2024-05-17/2024-05-19"),
    ("17.05.2024-19.05.2024", "2024-05-17/2024-05-19"),
    ("2024-05-17 – 2024-05-19", "2024-05-17/2024-05-19"),
    ("17 May – 2 June 2024", "2024-05-17/2024-06-02"),
    ("May 17 – June 2, 2024", "2024-05-17/2024-06-02"),
    ("28 December 2023 – 3 January 2024", "2023-12-28/2024-01-03"),
    ("December 28, 2023 to January 3, 2024", "2023-12-28/2024-01-03"),
    # months
    ("March to May 2022", "2022-03/2022-05"),
    ("from March to May 2022", "2022-03/2022-05"),
    ("from March until May 2022", "2022-03/2022-05"),
    ("March through May 2022", "2022-03/2022-05"),
    ("March thru May 2022", "2022-03/2022-05"),
    ("March 2022 – May 2023", "2022-03/2023-05"),
    ("May 2024 to June", "2024-05/2024-06"),  # the year reaches back
    ("17 May – June 2024", "2024-05-17/2024-06"),
    # years and decades
    ("2019-2021", "2019/2021"),
    ("2019 until 2021", "2019/2021"),
    ("from 2019 up to 2021", "2019/2021"),
    ("2010s–2020s", "201X/202X"),
    ("1990s to 2024", "199X/2024"),
    # any dash, with or without blanks
    *[
        (f"{left}2023{blank}{chr(dash)}{blank}2030", "2023/2030")
        for dash in [0x2D, *range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D]
        for left, blank in [("", ""), ("from ", " "), ("", "\u00a0"), ("", "\u202f")]
    ],
    # a window for one moment
    ("between 2021 and 2023", "[2021..2023]"),
    ("between May and June 2024", "[2024-05..2024-06]"),
    ("between 17 and 19 May 2024", "[2024-05-17..2024-05-19]"),
    ("between 2021-2023", "[2021..2023]"),
    ("between 2021 to 2023", "[2021..2023]"),
    ("between 2024 and May 2024", "[2024..2024-05]"),
]

LIMITS = [
    # up to and with
    ("by 2024", "[..2024-12-31]"),
    ("by May 2024", "[..2024-05-31]"),
    ("by 1 July 2025", "[..2025-07-01]"),
    ("by Q1 2024", "[..2024-03-31]"),
    ("by the end of March 2024", "[..2024-03-31]"),
    ("by the end of the first quarter of 2024", "[..2024-03-31]"),
    ("by end-2024", "[..2024-12-31]"),
    ("by the beginning of 2024", "[..2024-04-30]"),  # only "end" names an edge; these are thirds
    ("by mid-2024", "[..2024-08-31]"),
    ("by winter 2024", "[..2025-02-28]"),
    ("no later than March 2026", "[..2026-03-31]"),
    ("not later than March 2026", "[..2026-03-31]"),
    ("no later than the end of 2024", "[..2024-12-31]"),
    ("at the latest by May 2024", "[..2024-05-31]"),
    ("on or before 1 May 2024", "[..2024-05-01]"),
    ("until 2027", "[..2027-12-31]"),
    ("till 2027", "[..2027-12-31]"),
    ("up to 2027", "[..2027-12-31]"),
    ("until the end of 2024", "[..2024-12-31]"),
    ("by the 2023/2024 academic year", "[..2024-08-31]"),
    ("by 9999", "[..9999-12-31]"),
    # up to, without
    ("before 2030", "[..2029-12-31]"),
    ("prior to May 2024", "[..2024-04-30]"),
    ("earlier than 17 May 2024", "[..2024-05-16]"),
    ("before 1 January 2024", "[..2023-12-31]"),
    ("before 1 March 2024", "[..2024-02-29]"),
    ("before Q3 2024", "[..2024-06-30]"),
    ("before mid-2024", "[..2024-08-31]"),
    ("before the end of 2024", "[..2024-12-31]"),  # the end is midnight: its last day is before it
    ("before the beginning of 2024", "[..2023-12-31]"),
    # from the day after
    ("after June 2022", "[2022-07-01..]"),
    ("after 31 December 2024", "[2025-01-01..]"),
    ("after 28 February 2024", "[2024-02-29..]"),
    ("later than 2023", "[2024-01-01..]"),
    ("after Q4 2024", "[2025-01-01..]"),
    ("after mid-2024", "[2024-05-01..]"),
    ("after the end of 2024", "[2025-01-01..]"),
    ("not until after 2024", "[2025-01-01..]"),
    # from that day on
    ("not before 2028", "[2028-01-01..]"),
    ("no earlier than May 2028", "[2028-05-01..]"),
    ("not earlier than 17 May 2028", "[2028-05-17..]"),
    ("no sooner than 2028", "[2028-01-01..]"),
    ("not until 2028", "[2028-01-01..]"),
    ("NET 2028", "[2028-01-01..]"),
    ("on or after 17 May 2024", "[2024-05-17..]"),
    ("not before the 2023/2024 academic year", "[2023-09-01..]"),
    ("not before mid-2024", "[2024-05-01..]"),
    ("not before the end of 2024", "[2024-09-01..]"),  # which may be said of its last months
    ("2025 or 2026", "[2025,2026]"),
    ("May or June 2024", "[2024-05,2024-06]"),
    ("17 or 18 May 2024", "[2024-05-17,2024-05-18]"),
    ("late January or early February 2025", "[2025-01-21..2025-01-31,2025-02-01..2025-02-10]"),
    ("about 2024 or 2025", "[2024~,2025~]"),
    ("March 2026 at the latest", "[..2026-03-31]"),
    ("by March 2026 at the latest", "[..2026-03-31]"),
    ("2019 onwards", "2019/.."),
    ("from May 2019 onward", "2019-05/.."),
    ("since 2019 and onwards", "2019/.."),
    ("years 2024-2025", "2024/2025"),
    ("winter 2023/2024", "2023-24"),
    ("winter 2023/24", "2023-24"),
    ("2023/24 academic year", "[2023-09..2024-08]"),
    ("3Q 2024", "2024-35"),
    ("2024 AD", "2024"),
    # lasting from then on
    ("since May 2019", "2019-05/.."),
    ("from 2019", "2019/.."),
    ("from 17 May 2024", "2024-05-17/.."),
    ("starting in 2024", "2024/.."),
    ("as from 1 January 2024", "2024-01-01/.."),
    ("since the 2020s", "202X/.."),
    ("since the end of 2023", "2023/.."),  # an interval cannot start in a third: the whole year, no less
    ("from early 2024", "2024/.."),
]

HEDGED = [
    ("about 2015", "2015~"),
    ("around 2015", "2015~"),
    ("circa June 2018", "2018-06~"),
    ("c. 2015", "2015~"),
    ("ca. 17 May 2024", "2024-05-17~"),
    ("approximately 2015", "2015~"),
    ("~ 2015", "2015~"),
    ("2015 ?", "2015?"),
    ("expected 2026", "2026?"),
    ("expected in May 2026", "2026-05?"),
    ("probably 2026", "2026?"),
    ("2026 (tentatively)", "2026?"),
    ("circa 2015?", "2015%"),
    ("probably about 2015", "2015%"),
    ("about 2015-2018", "2015~/2018~"),
    ("since about 2019", "2019~/.."),
    ("possibly since 2019", "2019?/.."),
    ("TBD", "TBD"),
    ("tba", "TBD"),
    ("to be determined", "TBD"),
    ("To Be Announced", "TBD"),
    ("to be confirmed", "TBD"),
    ("date not set", "TBD"),
    ("probably TBD", "TBD"),
    ("TBD?", "TBD"),
]

CLOCKS = [
    ("29 May 2024, 10:00", "2024-05-29T10:00:00"),
    ("29 May 2024 at 9:05", "2024-05-29T09:05:00"),
    ("10:00, 29 May 2024", "2024-05-29T10:00:00"),
    ("2024-05-29 10:00", "2024-05-29T10:00:00"),
    ("29 May 2024, 10:00 UTC", "2024-05-29T10:00:00Z"),
    ("29 May 2024, 10:00Z", "2024-05-29T10:00:00Z"),
    ("29 May 2024, 10:00 GMT", "2024-05-29T10:00:00Z"),
    ("29 May 2024, 10:00 +3", "2024-05-29T10:00:00+03:00"),
    ("29 May 2024, 10:00+03:00", "2024-05-29T10:00:00+03:00"),
    ("29 May 2024, 10:00 UTC−4", "2024-05-29T10:00:00-04:00"),  # a minus sign, not a hyphen
    ("29 May 2024, 10:00 UTC+5:30", "2024-05-29T10:00:00+05:30"),
    ("29 May 2024, 10:00 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
    ("2024-05-29 10:00 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
    ("29 May 2024, 10:00 UTC-4 America/La_Paz", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
    # limits and ranges count in days
    ("by 29 May 2024, 10:00", "[..2024-05-29]"),
    ("29 May 2024 10:00 – 30 May 2024 12:00", "2024-05-29/2024-05-30"),
]

PHRASES = [*ARTICLE, *UNITS, *THIRDS, *RANGES, *LIMITS, *HEDGED, *CLOCKS]
