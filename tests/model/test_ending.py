"""When a posting closes soon, and for how long its text is shown afterwards."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from site_builder.model.config import Jobs
from site_builder.model.ending import closes_at, is_closing_soon, is_long_closed
from tests.model.test_listing import posting

BERLIN = ZoneInfo("Europe/Berlin")
# The last second of 31 January 2027 in Berlin.
LAST = datetime(2027, 1, 31, 22, 59, 59, tzinfo=UTC)
LAST_DAY = date(2027, 1, 31)


@pytest.mark.parametrize(("days_before", "is_soon"), [(0, True), (6, True), (7, False), (30, False)])
def test_seven_days_are_the_last_one_and_six_before(days_before: int, *, is_soon: bool) -> None:
    """The last day is one of them, as it is the site's: in UTC it ends an hour earlier."""
    today = LAST_DAY - timedelta(days_before)
    assert is_closing_soon(today, posting("a", valid_through=LAST), BERLIN, Jobs()) is is_soon


def test_no_posting_is_marked_sooner_than_by_a_visitors_clock() -> None:
    """What closes at noon is not marked on the morning seven days before, when more than seven times 24 hours are left."""
    noon = posting("a", valid_through=datetime(2027, 1, 31, 11, tzinfo=UTC))
    assert not is_closing_soon(date(2027, 1, 24), noon, BERLIN, Jobs())
    assert is_closing_soon(date(2027, 1, 25), noon, BERLIN, Jobs())


def test_nothing_closes_soon_without_a_last_day_or_with_no_days() -> None:
    """A posting without an end is never marked, nor is any where the setting is 0; a draft has no end that anybody could miss."""
    ends_today = posting("a", valid_through=LAST)
    assert not is_closing_soon(LAST_DAY, posting("a"), BERLIN, Jobs())
    assert not is_closing_soon(LAST_DAY, ends_today, BERLIN, Jobs(closing_soon_days=0))
    assert closes_at(replace(ends_today, draft=True)) is None


def test_the_last_day_of_all() -> None:
    """`--as-of 9999-12-31` is a day like any other."""
    last = posting("a", valid_through=datetime(9999, 12, 31, 12, tzinfo=UTC))
    assert is_closing_soon(date.max, last, BERLIN, Jobs())


@pytest.mark.parametrize(("days_after", "is_long"), [(1, False), (60, False), (61, True), (400, True)])
def test_a_text_stays_for_sixty_days(days_after: int, *, is_long: bool) -> None:
    """The first of them is the day after the last one to apply."""
    today = LAST_DAY + timedelta(days_after)
    assert is_long_closed(today, posting("a", valid_through=LAST), BERLIN, Jobs()) is is_long


def test_none_stays_with_no_days() -> None:
    """With 0 days the text is gone when the posting is closed, and not before."""
    jobs = Jobs(closed_days=0)
    assert is_long_closed(LAST_DAY + timedelta(1), posting("a", valid_through=LAST), BERLIN, jobs)
    assert not is_long_closed(LAST_DAY, posting("a", valid_through=LAST), BERLIN, jobs)


def test_who_closes_a_posting_by_hand_does_not_say_when() -> None:
    """`open: false` counts from the last day, by which the posting was closed at the latest; `date_modified` says nothing of closing."""
    shut = posting("a", open=False, date_posted=date(2020, 1, 1), date_modified=date(2020, 2, 1))
    assert not is_long_closed(date(2027, 6, 1), shut, BERLIN, Jobs())
    shut_early = replace(shut, valid_through=LAST)
    assert not is_long_closed(LAST_DAY - timedelta(10), shut_early, BERLIN, Jobs())
    assert is_long_closed(LAST_DAY + timedelta(61), shut_early, BERLIN, Jobs())
