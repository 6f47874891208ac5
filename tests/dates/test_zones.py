"""Clock times with a named time zone: the offset each gets, and what is refused."""

from __future__ import annotations

import pytest

from laceventlog.dates import When
from laceventlog.errors import DateError


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("2024-05-29T10:00[America/La_Paz]", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
        ("2024-05-29T10:00:00-04[America/La_Paz]", "2024-05-29T10:00:00-04:00[America/La_Paz]"),
        ("2024-01-15T12:00[Europe/Moscow]", "2024-01-15T12:00:00+03:00[Europe/Moscow]"),
        ("2024-05-29T10:00[UTC]", "2024-05-29T10:00:00Z[UTC]"),
        ("2024-05-29T10:00Z[Africa/Abidjan]", "2024-05-29T10:00:00Z[Africa/Abidjan]"),
        # summer time: the same clock, another offset
        ("2024-01-15T12:00[America/Havana]", "2024-01-15T12:00:00-05:00[America/Havana]"),
        ("2024-07-15T12:00[America/Havana]", "2024-07-15T12:00:00-04:00[America/Havana]"),
        # Venezuela moved its clocks by half an hour in 2016: the zone as it was then
        ("2015-07-15T12:00[America/Caracas]", "2015-07-15T12:00:00-04:30[America/Caracas]"),
        ("2024-07-15T12:00[America/Caracas]", "2024-07-15T12:00:00-04:00[America/Caracas]"),
        # the far sides of the date line: the day written is the day meant
        ("2024-05-29T00:30[Pacific/Kiritimati]", "2024-05-29T00:30:00+14:00[Pacific/Kiritimati]"),
        ("2024-05-29T23:30[Pacific/Pago_Pago]", "2024-05-29T23:30:00-11:00[Pacific/Pago_Pago]"),
        # an hour that occurs twice, distinguished by its offset
        ("2024-11-03T01:30-04:00[America/New_York]", "2024-11-03T01:30:00-04:00[America/New_York]"),
        ("2024-11-03T01:30-05:00[America/New_York]", "2024-11-03T01:30:00-05:00[America/New_York]"),
    ],
)
def test_a_zone_gives_the_time_its_offset_and_stays_beside_it(text: str, notation: str) -> None:
    when = When.from_edtf(text)
    assert when.notation == notation
    assert f"{when.edtf}[{when.zone}]" == notation
    assert When.parse(notation) == when
    assert str(when.earliest) == str(when.latest) == text[:10]


ZONES_REFUSED = [
    # text, code, the words under the caret, a word of the remedy
    ("2024-05-29T10:00-03:00[America/La_Paz]", "D004", "2024-05-29T10:00-03:00[America/La_Paz]", "-04:00"),
    ("2024-01-15T12:00-04:00[America/Havana]", "D004", "2024-01-15T12:00-04:00[America/Havana]", "-05:00"),
    ("2024-05-29T10:00[America/Lapaz]", "D001", "America/Lapaz", "did you mean 'America/La_Paz'?"),
    ("2024-05-29T10:00[america/la_paz]", "D001", "america/la_paz", "did you mean 'America/La_Paz'?"),
    ("2024-05-29T10:00[Foo/Bar]", "D001", "Foo/Bar", ""),
    ("2024-05-29T10:00[BOT]", "D001", "BOT", ""),  # an abbreviation is not a zone
    ("2024-05-29T10:00[/etc/localtime]", "D001", "/etc/localtime", ""),
    ("2024-05-29T10:00[America]", "D001", "America", ""),  # a folder of zones
    (f"2024-05-29T10:00[{'A' * 300}]", "D001", "A" * 300, ""),  # longer than a file name can be
    ("2024-05-29T10:00[localtime]", "D001", "localtime", ""),  # the zone of this computer
    # an hour that comes twice, and one that never comes: nothing is guessed
    ("2024-11-03T01:30[America/New_York]", "D004", "", ""),
    ("2024-03-10T02:30[America/New_York]", "", "", ""),
    ("2024-03-10T02:30-05:00[America/New_York]", "", "", ""),
    # before standard time: the offset had seconds, which EDTF cannot say
    ("1850-01-01T10:00[America/La_Paz]", "", "", ""),
    # no zone without a clock, no other suffix
    ("2024-05-29[America/La_Paz]", "D001", "", ""),
    ("2024[America/La_Paz]", "D001", "", ""),
    ("2024-05-29T10:00[u-ca=hebrew]", "D001", "", ""),
    ("2024-05-29T10:00[!America/La_Paz]", "D001", "", ""),
    ("2024-05-29T10:00[America/La_Paz][u-ca=gregory]", "D001", "", ""),
    ("2024-05-29T10:00[]", "D001", "", ""),
    ("2024-05-29T10:00[America/La_Paz] ", "D001", "", ""),
    ("2024-02-30T10:00[America/La_Paz]", "D002", "30", "29 days"),
    ("2024-05-29T10:00-00:00[Africa/Abidjan]", "D001", "-00:00", "Z"),
    ("202X-05-29T10:00[America/La_Paz]", "D001", "", ""),
    ("{2024}[America/La_Paz]", "D001", "", ""),
]


@pytest.mark.parametrize(("text", "code", "under", "remedy"), ZONES_REFUSED)
def test_a_zone_that_is_unknown_or_does_not_fit_is_refused(text: str, code: str, under: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        When.from_edtf(text)
    error = caught.value
    assert error.text == text
    assert code in ("", error.code)
    assert under in ("", error.text[error.start : error.end])
    assert remedy in error.hint


# Not that 'T' is not understood, "did you mean 'to'?".
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2024-05-29T10:00[America/Lapaz]", "America/La_Paz"),
        ("2024-05-29T10:00-03:00[America/La_Paz]", "-04:00"),
    ],
)
def test_the_reason_is_the_same_through_either_door(text: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        When.parse(text)
    assert says in caught.value.hint
