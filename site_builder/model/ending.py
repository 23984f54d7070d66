"""How a posting ends: when it closes, when that is soon, and how much of it is shown afterwards."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from site_builder.model.config import Jobs
from site_builder.model.posting import JobPosting
from site_builder.model.site import start_of


def closes_at(posting: JobPosting) -> datetime | None:
    """Return the last moment of an open posting, in UTC; None where none is known, and of a draft, which nobody can miss."""
    return None if posting.draft else posting.valid_through


def is_closing_soon(today: date, posting: JobPosting, zone: ZoneInfo, jobs: Jobs) -> bool:
    """Say whether today is one of the last days of an open posting: with seven of them, the last one and the six before."""
    closes = closes_at(posting)
    return closes is not None and closes < _soon_until(today, zone, jobs)


@lru_cache(maxsize=8)  # a site asks for one, thousands of times
def _soon_until(today: date, zone: ZoneInfo, jobs: Jobs) -> datetime:
    """Return the moment before which a posting closes that closes soon: never more than what visitors' clocks say, which count hours."""
    try:
        return start_of(today + timedelta(days=jobs.closing_soon_days), zone).astimezone(UTC)
    except OverflowError:  # at the end of time all is soon
        return datetime.max.replace(tzinfo=UTC)


def is_long_closed(today: date, posting: JobPosting, zone: ZoneInfo, jobs: Jobs) -> bool:
    """Say whether a closed posting has been so for longer than its text is shown.

    The days are counted from the end of its last day. A posting that is closed by `open: false` does not say since when: it was closed by
    its last day at the latest, if it names one, and else its text stays.
    """
    if posting.valid_through is None:
        return False
    closed_on = posting.valid_through.astimezone(zone).date() + timedelta(days=1)
    return (today - closed_on).days >= jobs.closed_days
