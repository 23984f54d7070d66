"""What the search of the start page looks through: all open jobs as columns, in a few files of JSON.

`search/index.json` names the files and is small; each file's name changes with its bytes, so that browsers may keep it. The first holds the
newest jobs, which can be shown while the others are on their way. Files are filled from the oldest job on: a job that comes changes
the first file alone.

In a file, `titles` and `slugs` have one entry for each job, newest first. A slug that begins as its title would make it is written as what
follows. `facets` are the listings: their terms (name, and the last part of the address) and, for each job, the numbers of its own. `posted`
are days since 1970, `closes` minutes since then (0: no end). `pay` and `organizations` hold each value once, and a number for each job (-1: none).
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TypeVar

from msgspec import json

from site_builder.model.fingerprint import digest
from site_builder.model.memory import Memory
from site_builder.model.output import Output, Rendering
from site_builder.model.posting import JobPosting, Salary
from site_builder.model.site import Site
from site_builder.model.terms import TERMS_OF

Item = TypeVar("Item", bound=Hashable)

FOLDER = "search/"
JOBS_PER_FILE = 4096
_ORIGIN = "site.toml"
_VERSION = 1
_FIRST_DAY = 719_163  # 1 January 1970, as `date.toordinal` counts


class SearchFile(Output, frozen=True, kw_only=True):
    """A file of JSON for the search."""

    content: bytes

    def render(self, rendering: Rendering) -> bytes:  # noqa: ARG002
        """Return the file's bytes."""
        return self.content


def plan(site: Site, memory: Memory) -> list[Output]:
    """Plan the files that hold all open jobs, and the one that names them."""
    names = {
        listing.name: {term.key: (term.name, term.path.rstrip("/").rpartition("/")[2]) for term in listing.terms}
        for listing in site.listings
    }
    names = memory.same("search terms", names)
    count = len(site.open)
    files: list[SearchFile] = []
    end = count
    while end > 0:
        # The newest file takes the rest, rather than that one with a handful of jobs comes before it.
        start = end - JOBS_PER_FILE if end >= 2 * JOBS_PER_FILE else 0
        jobs = site.open[start:end]
        files.insert(0, memory.recall(("search file", count - end), (jobs, names), partial(_file, jobs, names)))
        end = start
    index = {"version": _VERSION, "count": count, "files": [file.path.removeprefix(FOLDER) for file in files]}
    return [SearchFile(path=f"{FOLDER}index.json", origin=_ORIGIN, content=json.encode(index)), *files]


def _file(jobs: Sequence[JobPosting], names: Mapping[str, Mapping[str, tuple[str, str]]]) -> SearchFile:
    """Return the file of some jobs; `names` gives each listing's terms with their last part of the address."""
    organizations, organization_of = _once(job.organization.name for job in jobs)
    pay, pay_of = _once(job.salary for job in jobs)
    content = json.encode(
        {
            "titles": [job.title for job in jobs],
            "slugs": [_rest_of_slug(job.slug, job.title) for job in jobs],
            "facets": {listing: _facet(jobs, listing, names[listing]) for listing in names},
            "organizations": organizations,
            "organization": organization_of,
            "pay": [_amounts(one) for one in pay],
            "paid": pay_of,
            "posted": [job.date_posted.toordinal() - _FIRST_DAY if job.date_posted else 0 for job in jobs],
            "closes": [int(job.valid_through.timestamp()) // 60 if job.valid_through else 0 for job in jobs],
        }
    )
    return SearchFile(path=f"{FOLDER}{digest(content)[:16]}.json", origin=_ORIGIN, content=content)


def _facet(jobs: Sequence[JobPosting], listing: str, names: Mapping[str, tuple[str, str]]) -> dict[str, object]:
    """Return the terms of one listing that some jobs have, and the numbers of each job's own."""
    terms_of = TERMS_OF[listing]
    numbers: dict[str, int] = {}
    own = [[numbers.setdefault(term[0], len(numbers)) for term in terms_of(job)] for job in jobs]
    return {"names": [names[key][0] for key in numbers], "slugs": [names[key][1] for key in numbers], "of": own}


def _once(values: Iterable[Item | None]) -> tuple[list[Item], list[int]]:
    """Return each value once, and for each of them the number of its own; -1 for None."""
    numbers: dict[Item, int] = {}
    own = [-1 if value is None else numbers.setdefault(value, len(numbers)) for value in values]
    return list(numbers), own


def _amounts(salary: Salary) -> tuple[object, ...]:
    return (salary.currency, salary.unit.value, _number(salary.minimum), _number(salary.maximum))


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _rest_of_slug(slug: str, title: str) -> str:
    """Return a slug without the beginning that the script makes of the title: `-2` of `data-engineer-2`; a whole slug begins with `/`."""
    start = _OTHERS.sub("-", title.lower()).strip("-") if title.isascii() else "/"
    return slug.removeprefix(start) if slug.startswith(start) else f"/{slug}"


_OTHERS = re.compile("[^a-z0-9]+")
