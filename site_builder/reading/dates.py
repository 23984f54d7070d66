"""Dates and moments as people and programs write them, when there is one way to read them.

Nothing is guessed: where two days can be meant the author is asked, with both of them written as ISO 8601.
"""

import calendar
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from site_builder.model.config import LAST_SECOND
from site_builder.reading.wrong import Question, Wrong, shown

EARLIEST = 1990
LATEST = 2100
"""The years a posting may speak of. They also tell seconds from milliseconds since 1970: the two ranges do not meet."""

_EXAMPLE = "Write the day as year-month-day: 2026-11-21."
_LONGEST = 64


def read_date(value: object, zone: ZoneInfo) -> date:
    """Return the day that a value names; a moment with a time zone counts as its day in `zone`.

    Read are dates, ISO 8601 (`2026-11-21`, `2026-11-21T10:00:00Z`, `20261121`), `21.11.2026`, months by name in the
    languages of `months.LANGUAGES`, and seconds or milliseconds since 1970. Raises Wrong for everything else, for days
    that no calendar has and for years outside 1990 to 2100.
    """
    read = _read(value, zone)
    return read.date() if isinstance(read, datetime) else read


def read_moment(value: object, zone: ZoneInfo, deadlines: ZoneInfo | None = None) -> datetime:
    """Return the moment that a value names, in UTC: what `read_date` reads, with its time of day if it has one.

    A time without an offset is one of `zone`; a day without a time means its last second, 23:59:59 in `deadlines`, or else in `zone`.
    """
    read = _read(value, zone)
    moment = read if isinstance(read, datetime) else datetime.combine(read, LAST_SECOND, deadlines or zone)
    return moment.astimezone(UTC).replace(microsecond=0)


def _read(value: object, zone: ZoneInfo) -> date | datetime:
    """Return a day, or an aware datetime in `zone` where the value has a time."""
    match value:
        case datetime():
            _check_year(value.year, value)
            return value.replace(tzinfo=zone) if value.tzinfo is None else value.astimezone(zone)
        case date():
            _check_year(value.year, value)
            return value
        case bool():
            raise Wrong(f"{shown(value)} is not a date", _EXAMPLE)
        case int() | float():
            return _read_number(value, zone)
        case str():
            return _read_text(value, zone)
        case _:
            raise Wrong(f"{shown(value)} is not a date", _EXAMPLE)


_FIRST_SECOND = int(datetime(EARLIEST, 1, 1, tzinfo=UTC).timestamp())
_END_SECOND = int(datetime(LATEST + 1, 1, 1, tzinfo=UTC).timestamp())


def _read_number(number: float, zone: ZoneInfo) -> date | datetime:
    for ticks_per_second in (1, 1000):
        if _FIRST_SECOND * ticks_per_second <= number < _END_SECOND * ticks_per_second:
            return datetime.fromtimestamp(number / ticks_per_second, zone)
    if isinstance(number, int) and EARLIEST * 10_000 <= number < (LATEST + 1) * 10_000:
        return _day(number // 10_000, number // 100 % 100, number % 100, number)
    raise Wrong(
        f"{shown(number)} is not a date, nor seconds or milliseconds since 1970 for {EARLIEST} to {LATEST}",
        _EXAMPLE,
    )


_TIME = (
    r"(?:(?:[T,]|\s+at)?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?\s?"
    r"(?P<half>[AaPp]\.?[Mm]\.?)?\s?(?P<offset>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª)?"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"
_OF = r"(?:\s+(?:de|of|del))?"
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"


def _read_text(value: str, zone: ZoneInfo) -> date | datetime:
    text = " ".join(value[: 4 * _LONGEST].split())
    if len(text) > _LONGEST:
        raise Wrong(f"{shown(value)} is not a date", _EXAMPLE)
    if text.isascii() and text.isdigit():
        return _read_number(int(text), zone)
    for pattern, read_day in _FORMS:
        found = re.fullmatch(pattern, text)
        if found:
            return _with_time(read_day(found, value), found, value, zone)
    message, mend = _why_not(text)
    raise Wrong(f"{shown(value)} {message}", mend)


def _of_numbers(found: re.Match[str], value: object) -> date:
    return _day(int(found["year"]), int(found["month"]), int(found["day"]), value)


def _of_either_order(found: re.Match[str], value: object) -> date:
    first, second, year = int(found["one"]), int(found["other"]), int(found["year"])
    if max(first, second) > 12 or first == second:  # noqa: PLR2004 - months of a year
        month, day = (second, first) if first > second else (first, second)
        return _day(year, month, day, value)
    day_first, month_first = _day(year, second, first, value), _day(year, first, second, value)
    raise Question(
        f"{shown(value)} can be read as two days",
        f"Write {day_first.isoformat()} if {_in_words(day_first)} is meant, "
        f"{month_first.isoformat()} if {_in_words(month_first)}.",
    )


def _of_month_name(found: re.Match[str], value: object) -> date:
    from site_builder.reading.months import months, plain_name, weekdays

    month = _ENGLISH_MONTHS.get(found["name"].casefold()) or months().get(plain_name(found["name"]))
    if month is None:
        raise Wrong(f"{shown(value)} names no month that is known", _EXAMPLE)
    day = _day(int(found["year"]), month, int(found["day"]), value)
    weekday = found["weekday"]
    if weekday is not None and weekdays().get(plain_name(weekday)) != day.weekday():
        raise Wrong(f"{shown(value)} does not begin with the weekday of that date", f"Write {day.isoformat()} alone.")
    return day


_WEEKDAY = r"(?:(?P<weekday>[^\W\d_]{2,14}(?:-feira)?)\.?,?\s+)?"
# Strings, not compiled: `re` compiles those that are needed and keeps them, so that importing this costs nothing.
_FORMS: tuple[tuple[str, Callable[[re.Match[str], object], date]], ...] = tuple(
    (pattern + _TIME, read_day)
    for pattern, read_day in (
        (rf"{_YEAR}-{_MONTH}-{_DAY}", _of_numbers),
        (rf"{_YEAR}/{_MONTH}/{_DAY}", _of_numbers),
        (rf"{_YEAR}\.{_MONTH}\.{_DAY}\.?", _of_numbers),
        (rf"{_YEAR}年{_MONTH}月{_DAY}日", _of_numbers),
        # Dots are never used month first: CLDR has D.M.Y for German, Czech and others, and M.D.Y for nobody.
        (rf"{_DAY}\.\s?{_MONTH}\.\s?{_YEAR}", _of_numbers),
        (r"(?P<one>\d{1,2})(?P<sign>[/-])(?P<other>\d{1,2})(?P=sign)(?P<year>\d{4})", _of_either_order),
        (rf"{_WEEKDAY}{_DAY}{_ORDINAL}{_OF}[\s-]*{_NAME}{_OF}[\s,-]*{_YEAR}", _of_month_name),
        (rf"{_WEEKDAY}{_NAME}\s*{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}", _of_month_name),
        (rf"(?P<weekday>(?!))?{_YEAR}[\s-]{_NAME}[\s-]{_DAY}", _of_month_name),
    )
)
_ENGLISH_NAMES = tuple("January February March April May June July August September October November December".split())
_ENGLISH_MONTHS = {
    name: number for number, long in enumerate(_ENGLISH_NAMES, 1) for name in (long.casefold(), long[:3].casefold())
}


def _with_time(day: date, found: re.Match[str], value: object, zone: ZoneInfo) -> date | datetime:
    if found["hour"] is None:
        return day
    hour, half = int(found["hour"]), found["half"]
    try:
        if half is not None:
            # Hours of half a day go from 1 to 12; -1 is refused by `time`.
            hour = hour % 12 + (12 if half[0] in "Pp" else 0) if 1 <= hour <= 12 else -1  # noqa: PLR2004
        moment = datetime.combine(day, time(hour, int(found["minute"]), int(found["second"] or 0), tzinfo=zone))
        if found["offset"] is not None:
            moment = moment.replace(tzinfo=_offset(found["offset"])).astimezone(zone)
    except ValueError:
        raise Wrong(
            f"{shown(value)} has a time that no clock shows", f"Write hours from 0 to 23: {day.isoformat()}T17:00."
        ) from None
    return moment


def _offset(text: str) -> timezone:
    if text[0] not in "+-":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > len("+00") else 0
    if hours > 14 or minutes > 59:  # noqa: PLR2004 - no place on Earth is further from UTC
        raise ValueError
    distance = timedelta(hours=hours, minutes=minutes)
    return timezone(distance if text[0] == "+" else -distance)


def _day(year: int, month: int, day: int, value: object) -> date:
    _check_year(year, value)
    try:
        return date(year, month, day)
    except ValueError:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0  # noqa: PLR2004 - months of a year
        mend = f"Write a day that exists, such as {year}-{month:02}-{last}." if last else _EXAMPLE
        raise Wrong(f"{shown(value)} is no day of the calendar", mend) from None


def _check_year(year: int, value: object) -> None:
    if not EARLIEST <= year <= LATEST:
        raise Wrong(f"{shown(value)} lies outside the years {EARLIEST} to {LATEST}", f"Check the year. {_EXAMPLE}")


def _in_words(day: date) -> str:
    return f"{day.day} {_ENGLISH_NAMES[day.month - 1]}"


_WITHOUT_YEAR = (rf"{_WEEKDAY}{_DAY}{_ORDINAL}{_OF}[\s-]*{_NAME}", rf"{_WEEKDAY}{_NAME}\s*{_DAY}(?:st|nd|rd|th)?")
_WHY_NOT = (
    (r"\d{1,2}[./-]\d{1,2}[./-]\d\d", "Write the year with four digits: 2026-11-21."),
    (r"[^\W\d_]{3,12}\.? \d{4}|\d{4}-\d{1,2}|\d{1,2}[./-]\d{4}", "The day is missing. " + _EXAMPLE),
    (r".*\d:\d\d ?[A-Za-z]{2,5}", "Write the time zone as its distance from UTC: 2026-11-21T10:00+01:00."),
)


def _why_not(text: str) -> tuple[str, str]:
    from site_builder.reading.months import months, plain_name

    days = filter(None, (re.fullmatch(pattern, text) for pattern in _WITHOUT_YEAR))
    if re.fullmatch(r"\d{1,2}\.\s?\d{1,2}\.", text) or any(plain_name(day["name"]) in months() for day in days):
        return "does not say the year", _EXAMPLE
    return "is not a date", next((mend for pattern, mend in _WHY_NOT if re.fullmatch(pattern, text)), _EXAMPLE)
