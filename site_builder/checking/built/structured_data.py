"""JobPostings in the structured data of a page."""

from collections.abc import Iterator
from typing import Any


def job_postings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the JobPostings in parsed JSON-LD, however deep they stand: in a list, in a `@graph`, in another object."""
    if isinstance(value, list):
        for one in value:
            yield from job_postings(one)
    elif isinstance(value, dict):
        kinds = value.get("@type", ())
        if "JobPosting" in ([kinds] if isinstance(kinds, str) else kinds):
            yield value
        else:
            yield from job_postings([one for one in value.values() if isinstance(one, dict | list)])
