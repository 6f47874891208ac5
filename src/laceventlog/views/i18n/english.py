"""English, the reference for the keys of all languages."""

from __future__ import annotations

from collections.abc import Mapping

from ...dates.languages.phrasing import ENGLISH
from .voice import Forms, Voice

HEADINGS = {
    "overdue": "OVERDUE (its last day has passed, nothing reported)",
    "due": "WINDOW OPEN (it may already have fallen due)",
    "upcoming": "AHEAD",
    "ongoing": "ONGOING",
    "undated": "NO LAST DAY (never overdue)",
    "done": "DONE",
    "missed": "MISSED",
    "cancelled": "CANCELLED",
    # of changes
    "set back": "SET BACK (later, without a date, postponed, missed or cancelled)",
    "completed": "COMPLETED",
    "moved": "MOVED (another status or date)",
    "rewritten": "HISTORY REWRITTEN (the record was changed; a log only grows)",
    "added": "ADDED",
    "dropped": "DROPPED",
    "corrected": "CORRECTED (the record was wrong, the world did not move)",
    "renamed": "RENAMED",
    "facts": "FACTS CHANGED",
    "repeated": "SAID AGAIN (nothing moved)",
    "sources": "SOURCES",
}

WORDS = {word: word for word in (
    # statuses
    "proposed, planned, underway, partial, completed, postponed, missed, cancelled, "
    # how a thing stands
    "overdue, due, upcoming, ongoing, undated, done, closed, "
    # what came of a plan
    "on time, early, late, "
    # kinds of event
    "event, meeting, launch, delivery, agreement, milestone, programme, observation, "
    # places in a source
    "paragraph, page, section, yes, no"
).split(", ")}  # fmt: skip

NAMES = {
    **{word: word for word in (
        # columns
        "window, lateness, last heard, event, first plan, last plan, outcome, days, forecast, moved, slip, "
        "condition, country, programme, year, events, total, "
        # figures
        "on time, share, certainly, possibly, late, unknown, by the first plan, by the last plan, "
        "lower quartile, median, upper quartile, first plan to outcome, each revision, notice before due, "
        # entries
        "changed, date, overdue, heard, against plan, not before, parts, has part, reads as, in words, "
        "starts, ends, earliest, latest, but, "
        # fields of events, statements and sources
        "id, kind, title, countries, parties, place, tags, after, related, note, body, session, facility, "
        "product, goods, quantity, value, terms, supplier, recipient, document, term, project, contractor, "
        "measure, figure, status, when, said, source, reason, quote, correction, author, publisher, "
        "published, url, locator"
    ).split(", ")},
    "when as written": "when (as written)", "revisions": "rev", "edtf": "when (EDTF)", "zone": "time zone",
    "days_overdue": "days overdue", "days_possible": "days perhaps overdue", "days_late": "days late",
    "first_plan": "first plan (EDTF)", "last_plan": "last plan (EDTF)", "actual": "outcome (EDTF)",
    "slip_min": "least slip", "slip_max": "most slip", "of how many": "of", "part_of": "part of",
}  # fmt: skip

PHRASES: Mapping[str, str | Forms] = {
    # dates
    "no date": "no date",
    "by": "by {day}",
    "not before": "from {day}",
    "since": "since {when}",
    "from": "from {when}",
    "until": "until {when}",
    "quarter": "Q{number} {year}",
    "quarter tick": "Q{number}",
    "half": "H{number} {year}",
    "season": "{season} {year}",
    "decade": "{year}s",
    "decade tick": "{year}s",
    "start and end": "start {start}; end {end}",
    "always": "always",
    "open": "open",
    "end unknown": "unknown",
    "today": "today {day}",
    "as of": "As of {day}.",
    # lateness
    "overdue by": "{n} d",
    "overdue by, long": {"one": "{n} day overdue", "other": "{n} days overdue"},
    "may be overdue": "may be overdue",
    "in": "in {n} d",
    "in, long": {"one": "in {n} day", "other": "in {n} days"},
    "in, years": "in {n} y",
    "in, years, long": "in {n} years",
    "left": "{n} d left",
    "left, long": {"one": "{n} day left", "other": "{n} days left"},
    "last day": "last day",
    "left, years": "{n} y left",
    "left, years, long": "{n} years left",
    "perhaps on time": "on time?",
    "late by": "{n} d late",
    "early by": "{n} d early",
    "early to late": "{early} to {late}",
    "days": {"one": "{n} day", "other": "{n} days"},
    "perhaps overdue": {
        "one": "perhaps, by up to {n} day: its date is only approximate",
        "other": "perhaps, by up to {n} days: its date is only approximate",
    },
    "planned as": "{outcome} (planned: {plan})",
    "cannot be told": "cannot be told",
    "status on": "{status} – {condition} on {day}",
    "no report since": "no report since {day}",
    "day of report unknown": "day of the last report not stated",
    # days that moved
    "unknown": "unknown",
    "days moved": "{days} d",
    "at least": "at least {days}",
    "at most": "at most {days}",
    "later by": {"one": "{n} day later", "other": "{n} days later"},
    "earlier by": {"one": "{n} day earlier", "other": "{n} days earlier"},
    "up to": "up to {days}",
    "from earlier to later": "from {earlier} to {later}",
    "not later": "not later",
    "not earlier": "not earlier",
    "end stays": "its end stays",
    # parts of a whole
    "done of": "{n} of {total} done",
    "n overdue": "{n} overdue",
    "n due": "{n} due",
    "n upcoming": "{n} upcoming",
    "n ongoing": "{n} ongoing",
    "n undated": "{n} undated",
    "n missed": "{n} missed",
    "n cancelled": "{n} cancelled",
    # statements and what they moved
    "said": "said {when}",
    "said, day unknown": "said day not stated",
    "corrected": "corrected: {claim}",
    "a correction": "{said}: a correction",
    "nothing": "nothing",
    "nothing changed": "nothing changed",
    "called": "{status} ({word})",
    "not stated": "not stated",
    "not stated, in force": "not stated; in force: {when}",
    "in force": "in force: {what}",
    "status moved": "status {old} → {new}",
    "date marked": "date changed from {old} to {new}, the same days",
    "date set": "date set: {new}",
    "date lost": "no date stated now, was {old}",
    "date later": "date moved from {old} to {new}",
    "date earlier": "date moved from {old} to {new}",
    "date narrowed": "date narrowed from {old} to {new}",
    "date widened": "date widened from {old} to {new}",
    "date unclear": "date moved from {old} to {new}",
    "date corrected": "date corrected from {old} to {new}",
    # links
    "can have ended": "{day}, when [{id}] can have ended at the earliest",
    "what decides": "what decides: {way}",
    "too early": "its own date lies before that",
    "n more": "{n} more",
    "part in": "in {ids}",
    # how a phrase is read
    "reads undated": "no date yet",
    "reads span": "a span: it lasts",
    "reads deadline": "a deadline: overdue from {day}",
    "reads day": "a moment on {day}",
    "reads window": "a moment, some day between two bounds",
    "reads not before": "a moment, not before its first day",
    "never": "never",
    "no notation": "none",
    "is a weekday": "{day} is a {weekday}",
    # slip
    "slip days": "slip {days}",
    "n revisions": {"one": "{n} revision", "other": "{n} revisions"},
    "n rev": "{n} rev",
    "never planned": "never planned for a date",
    "no date any more": "the plan has no date any more",
    "planned for": "planned {when}",
    "ended on": "{status} {when}",
    "kept certain": "on time by the first plan",
    "kept possible": "perhaps on time by the first plan",
    "kept impossible": "late by the first plan",
    "corrected, not counted": "corrected {when}, not counted",
    "corrected on some day": "corrected, not counted",
    "same": "same",
    "day unknown": "day unknown",
    "n planned": "{n} planned: {events}",
    "n completed": "{n} completed",
    "n awaited": "{n} awaited",
    "revisions": {"one": "{n} revision: {parts}", "other": "{n} revisions: {parts}"},
    "n later": "{n} later",
    "n earlier": "{n} earlier",
    "n later or earlier": "{n} later or earlier",
    "n to no date": "{n} to no date",
    # changes
    "changes": {"one": "{n} change: {parts}", "other": "{n} changes: {parts}"},
    "n set back": "{n} set back",
    "n moved": "{n} moved",
    "n rewritten": "{n} rewritten",
    "n added": "{n} added",
    "n dropped": "{n} dropped",
    "n corrected": "{n} corrected",
    "n renamed": "{n} renamed",
    "n facts": "{n} with other facts",
    "n repeated": "{n} said again",
    "n sources": "{n} in the sources",
    "was": "was [{id}]",
    "source added": "source added",
    "source dropped": "source dropped",
    "entered late": "entered late: the log already held something said later",
    "order changed": "the order of what was said was changed",
    "record removed": "the record was changed: {record} was removed",
    "record rewritten": "the record was changed: {record} now reads otherwise",
    "n statements": {"one": "{n} statement", "other": "{n} statements"},
    "field added": "{name} added: {value}",
    "field dropped": "{name} dropped: {value}",
    "field changed": "{name}: {old} → {new}",
    "gained": "{values} added",
    "lost": "{values} dropped",
    # groups and counts
    "no country": "no country",
    "no programme": "part of no programme",
    "several years": "several years",
    "n in several groups": {
        "one": "{n} event stands in several groups",
        "other": "{n} events stand in several groups",
    },
    "n of several countries": {
        "one": "{n} event of several countries is counted under each; totals count it once",
        "other": "{n} events of several countries are counted under each; totals count them once",
    },
    "n of several programmes": {
        "one": "{n} event of several programmes is counted under each; totals count it once",
        "other": "{n} events of several programmes are counted under each; totals count them once",
    },
    "what several years are": "several years: the date may fall in more than one, or lasts over them",
    # by year and month
    "where dates stand": "A date of several months stands at its first day, a deadline at its last.",
    "n months": {
        "one": "{n} month without a marked day",
        "other": "{n} months without a marked day",
    },
    "longer than a quarter": "LONGER THAN A QUARTER (no day is marked)",
    # what is not shown
    "not drawn": "Not drawn: {what}",
    "n without a date": "{n} without a date",
    "n outside": "{n} outside {first} – {last} (see --from, --to)",
    "n observations": {
        "one": "{n} observation (see --kind observation)",
        "other": "{n} observations (see --kind observation)",
    },
    "not shown": {
        "one": "Not shown: {n} event never planned for a date",
        "other": "Not shown: {n} events never planned for a date",
    },
    "no events": "no events",
    "nothing is overdue": "nothing is overdue",
    "nothing was said": "nothing was said",
    "nothing was planned": "nothing was planned",
    # page and picture
    "web timeline": "Timeline",
    "web as of": "as of {day}",
    "web events": {"one": "{n} event", "other": "{n} events"},
    "web skip": "Skip to the events",
    "web filter": "Filter",
    "web by condition": "Condition",
    "web by country": "Country",
    "web by kind": "Kind",
    "web clear": "Show all",
    "web shown": {"one": "of {n} event shown", "other": "of {n} events shown"},
    "web signs": "How to read the bars",
    "web today": "Today, {day}",
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


def plural(number: float) -> str:
    """1 day; 0, 2, 1.0 days."""
    return "one" if isinstance(number, int) and number == 1 else "other"


VOICE = Voice(ENGLISH, plural, HEADINGS, WORDS, NAMES, PHRASES)
