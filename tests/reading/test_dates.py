"""Dates and moments: what has one meaning is read, what has two is asked."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from site_builder.reading.dates import read_date, read_moment
from site_builder.reading.months import LANGUAGES, months
from site_builder.reading.wrong import Wrong

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 21)

SAME_DAY = [
    DAY,
    datetime(2026, 11, 21, 23, 59),  # noqa: DTZ001 - YAML's datetimes without an offset
    datetime(2026, 11, 20, 23, 30, tzinfo=UTC),
    datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=9))),
    "2026-11-21",
    " 2026-11-21 ",
    "2026-11-21T10:00:00Z",
    "2026-11-21T10:00:00.123456+01:00",
    "2026-11-21T10:00",
    "2026-11-21 10:00",
    "2026-11-21 10:00:00 UTC",
    "2026-11-20T23:30:00Z",
    "2026/11/21",
    "2026.11.21",
    "20261121",
    20261121,
    1795251600,
    1795251600000,
    1795251600.25,
    "1795251600",
    "1795251600000",
    "21.11.2026",
    "21. 11. 2026",
    "21/11/2026",
    "11/21/2026",
    "21-11-2026",
    "21 November 2026",
    "21 Nov 2026",
    "21 Nov. 2026",
    "21-Nov-2026",
    "21st November, 2026",
    "November 21, 2026",
    "November 21st 2026",
    "NOV 21, 2026",
    "2026 Nov 21",
    "21. November 2026",
    "21 novembre 2026",
    "21 de noviembre de 2026",
    "21 de novembro de 2026",
    "21 november 2026",
    "21. listopadu 2026",
    "Sat, 21 Nov 2026 10:00:00 +0000",
    "Saturday, November 21, 2026",
    "Samstag, 21. November 2026",
    "2026年11月21日",
]

DAYS = [
    ("05/05/2024", date(2024, 5, 5)),
    ("1er février 2024", date(2024, 2, 1)),
    ("1 fevrier 2024", date(2024, 2, 1)),
    ("3. März 2024", date(2024, 3, 3)),
    ("3 Sept 2024", date(2024, 9, 3)),
    ("May 5, 2024", date(2024, 5, 5)),
    ("5 mai 2024", date(2024, 5, 5)),
    ("7 août 2024", date(2024, 8, 7)),
    ("7 mrt. 2024", date(2024, 3, 7)),
    ("2024-02-29", date(2024, 2, 29)),
    ("1990-01-01", date(1990, 1, 1)),
    ("2100-12-31", date(2100, 12, 31)),
    (1574899200000, date(2019, 11, 28)),
]

REFUSED = [
    ("06/05/2024", "Write 2024-05-06 if 6 May is meant, 2024-06-05 if 5 June."),
    ("06-05-2024", "Write 2024-05-06 if 6 May is meant, 2024-06-05 if 5 June."),
    ("21.11.26", "four digits"),
    ("11/21/26", "four digits"),
    ("ASAP", "2026-11-21"),
    ("Q3 2025", "2026-11-21"),
    ("November 2026", "The day is missing"),
    ("2026-11", "The day is missing"),
    ("2026-02-30", "Write a day that exists, such as 2026-02-28."),
    ("2025-02-29", "Write a day that exists, such as 2025-02-28."),
    ("31.04.2026", "Write a day that exists, such as 2026-04-30."),
    ("32/13/2026", "2026-11-21"),
    ("1989-12-31", "Check the year"),
    ("2101-01-01", "Check the year"),
    (date(1970, 1, 1), "Check the year"),
    (datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=12))), "Check the year"),
    (0, "2026-11-21"),
    (7, "2026-11-21"),
    (-1, "2026-11-21"),
    (10**400, "2026-11-21"),
    (1795251600000000, "2026-11-21"),
    (float("nan"), "2026-11-21"),
    (float("inf"), "2026-11-21"),
    (True, "2026-11-21"),
    ([DAY], "2026-11-21"),
    ({}, "2026-11-21"),
    ("2026-11-21 25:00", "hours from 0 to 23"),
    ("2026-11-21 13:00 pm", "hours from 0 to 23"),
    ("2026-11-21 10:00 CET", "distance from UTC"),
    ("2026-11-21T10:00:00+23:00", "hours from 0 to 23"),
    ("Sunday, 21 November 2026", "Write 2026-11-21 alone."),
    ("21 Brumaire 2026", "2026-11-21"),
    ("21 Brumaire", "2026-11-21"),
    ("2026-W47-6", "2026-11-21"),
    ("2026-11-21" * 10_000, "2026-11-21"),
]

MOMENTS = [
    (DAY, datetime(2026, 11, 21, 22, 59, 59, tzinfo=UTC)),
    ("21 November 2026", datetime(2026, 11, 21, 22, 59, 59, tzinfo=UTC)),
    ("2026-07-01", datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC)),
    ("2026-11-21T17:00", datetime(2026, 11, 21, 16, 0, tzinfo=UTC)),
    ("2026-11-21 5:00 pm", datetime(2026, 11, 21, 16, 0, tzinfo=UTC)),
    ("2026-11-21 12:30 AM", datetime(2026, 11, 20, 23, 30, tzinfo=UTC)),
    ("2026-11-21T17:00Z", datetime(2026, 11, 21, 17, 0, tzinfo=UTC)),
    ("2026-11-21T17:00-05", datetime(2026, 11, 21, 22, 0, tzinfo=UTC)),
    ("2026-11-21T17:00+0530", datetime(2026, 11, 21, 11, 30, tzinfo=UTC)),
    (datetime(2026, 11, 21, 17, 0, 0, 5), datetime(2026, 11, 21, 16, 0, tzinfo=UTC)),  # noqa: DTZ001 - as YAML gives it
    (1795251600, datetime(2026, 11, 21, 9, 0, tzinfo=UTC)),
]


@pytest.mark.parametrize("value", SAME_DAY, ids=map(str, count()))
def test_a_date_is_read_in_every_form_that_has_one_meaning(value: object) -> None:
    """Each of these says 21 November 2026 in Berlin."""
    assert read_date(value, BERLIN) == DAY
    assert type(read_date(value, BERLIN)) is date


@pytest.mark.parametrize(("value", "day"), DAYS)
def test_a_value_is_this_day(value: object, day: date) -> None:
    """Equal numbers, leap days, month names with and without accents, and the first and last year."""
    assert read_date(value, BERLIN) == day


@pytest.mark.parametrize(("value", "mend"), REFUSED, ids=map(str, count()))
def test_what_is_no_date_is_refused_with_what_to_write(value: object, mend: str) -> None:
    """Two meanings, no meaning, impossible days and times, and years of no posting."""
    for read in (read_date, read_moment):
        with pytest.raises(Wrong) as wrong:
            read(value, BERLIN)
        assert mend in wrong.value.mend
        assert len(wrong.value.message) < 200


@pytest.mark.parametrize(
    "value", ["1st of October", "October 1st", "1. Oktober", "Thu, 1 October", "1er octobre", "31.12.", "1 Oct"]
)
def test_a_day_without_a_year_is_asked_for_it(value: str) -> None:
    """A day and a month name no day; the author learns what is missing."""
    with pytest.raises(Wrong, match="does not say the year"):
        read_date(value, BERLIN)


@pytest.mark.parametrize(("value", "moment"), MOMENTS, ids=map(str, count()))
def test_a_moment_is_in_utc(value: object, moment: datetime) -> None:
    """Times without an offset are the zone's, and a day alone means its last second there."""
    read = read_moment(value, BERLIN)
    assert read == moment
    assert read.tzinfo is UTC


def test_the_day_of_a_moment_is_the_zones() -> None:
    """One moment is two days: the site's time zone decides."""
    assert read_date("2026-11-21T23:30:00Z", BERLIN) == date(2026, 11, 22)
    assert read_date("2026-11-21T23:30:00Z", ZoneInfo("America/New_York")) == DAY


def test_every_language_has_twelve_months() -> None:
    """No language's months are lost to another's, and no name means two months."""
    assert set(months().values()) == set(range(1, 13))
    assert {"november", "listopadu", "noviembre", "novembro", "novembre"} <= set(months())
    assert "cs" in LANGUAGES
