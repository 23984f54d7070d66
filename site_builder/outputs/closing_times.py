"""When the jobs of a list close, for the script that counts them by the visitor's clock."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from site_builder.model.posting import JobPosting


def closing_times(postings: Iterable[JobPosting]) -> str:
    """Return when some open postings close, the earliest first: `1801436399*3 1801522799` (seconds since 1970, how many jobs).

    Those that do not say when are left out.
    """
    # As in `closes_at`, without calling it for each of nine lists on average.
    counted = Counter([posting.valid_through for posting in postings if not posting.draft])
    known = sorted([(_seconds(moment), jobs) for moment, jobs in counted.items() if moment is not None])
    return " ".join([f"{moment}*{jobs}" if jobs > 1 else str(moment) for moment, jobs in known])


@lru_cache(maxsize=10_000)
def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


@lru_cache(maxsize=100)  # all pages of a list say the same
def jobs_that_close(times: str) -> int:
    """Return the number of jobs in such a text."""
    return sum(int(one.partition("*")[2] or 1) for one in times.split())
