"""What the search of the start page looks through: all open jobs as columns, in a few files of JSON.

`search/index.json` names the files and is small: `version`, `count` (of jobs) and `files`, the newest jobs' first. A file's name changes with
its bytes, so browsers may keep it. The first file is small and holds the newest jobs, which can be shown while the others are on
their way. The others are filled from the oldest job on, so a job that comes changes the first file alone, nearly always.

A file holds, for each of its jobs, newest first:

- `titles`;
- `slugs`: what follows in the slug after what the title would make of it (`slug_start`), or `/` and the whole slug; of a job whose page lies
  in another language's tree, `/` and what leads there from where jobs lie (`../../jobs/gardener`);
- `posted`: the day, counted from 1 January 1970; 0 where it is not known;
- `closes`: the last minute, counted likewise, in UTC; 0 where there is no end;
- `drafts`: the numbers of the jobs that are drafts; not there if none are;
- `facets`, by name: `names` and `slugs` of the terms that these jobs have, and in `of` each job's own, as their number or a list of numbers.
  Places have `countries` too: ISO 3166-1 codes, or "";
- `columns`, by name: `values` that some jobs have, and in `of` the number of each job's own, or -1. A column without a value is not there.
  `pay`: currency, unit, lowest and highest amount (`null`: open), or the author's words; `place` and `employment`: the author's words, where
  they are all there is; `organization` and `language`: where they are not the site's.
"""

from collections.abc import Hashable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from typing import NamedTuple, TypeAlias

from msgspec import json
from msgspec.structs import astuple

from site_builder.model.config import Config
from site_builder.model.fingerprint import digest
from site_builder.model.memory import Memory
from site_builder.model.output import Output, Rendering
from site_builder.model.posting import JobPosting, RemoteRule, Salary
from site_builder.model.site import Site
from site_builder.model.terms import Named, country_of
from site_builder.outputs.addresses import job_path_from

FOLDER = "search/"
JOBS_PER_FILE = 4096
FEWEST_NEWEST = 512
"""Jobs of the first file, at the least; it has less than twice as many."""
REMOTE = "remote"
"""The facet that is no listing: where the work is done."""

_ORIGIN = "site.toml"
_VERSION = 1
_FIRST_DAY = 719_163  # 1 January 1970, as `date.toordinal` counts
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_encode = json.Encoder(decimal_format="number").encode

_Terms: TypeAlias = tuple[tuple[Named, ...], ...]
"""The terms that each of some jobs has in one facet."""
_Names: TypeAlias = dict[str, dict[str, tuple[str, str]]]
"""By facet and key: a term's name, and the last part of its address."""


class SearchFile(Output, frozen=True, kw_only=True):
    """A file of JSON for the search."""

    content: bytes

    def render(self, rendering: Rendering) -> bytes:  # noqa: ARG002
        """Return the file's bytes."""
        return self.content


class _Row(NamedTuple):
    """What the search knows of a job: an edit of anything else changes no file."""

    title: str
    rest_of_slug: str
    posted: int
    closes: int
    draft: bool
    pay: Hashable
    place: str | None
    employment: str | None
    organization: str | None
    language: str | None
    remote: RemoteRule | None


_COLUMNS = ("pay", "place", "employment", "organization", "language")


def plan(site: Site, memory: Memory) -> list[Output]:
    """Plan the files that hold all open jobs, and the one that names them."""
    organization = site.config.organization.name if site.config.organization else None
    rows = memory.each("search rows", site.open, partial(_row, organization, site.config))
    names = memory.same("search names", _names(site))
    files: list[SearchFile] = []
    for start, end in spans(len(rows)):
        part = tuple(rows[start:end])
        terms = {listing.name: listing.own[start:end] for listing in site.listings}
        # Counted from the oldest job, which stays where it is when others come.
        file = ("search file", len(rows) - end)
        files.append(memory.recall(file, (part, terms, names), partial(_file, site.config.prefix, part, terms, names)))
    index = {"version": _VERSION, "count": len(rows), "files": [file.path.rpartition("/")[2] for file in files]}
    tree = site.config.prefix
    return [SearchFile(path=f"{tree}{FOLDER}index.json", tree=tree, origin=_ORIGIN, content=_encode(index)), *files]


def spans(count: int) -> list[tuple[int, int]]:
    """Return which jobs each file holds, newest first, as `start` and `end`."""
    newest = count if count < 2 * FEWEST_NEWEST else FEWEST_NEWEST + count % FEWEST_NEWEST
    ends = range(count, newest, -JOBS_PER_FILE)
    older = [(max(newest, end - JOBS_PER_FILE), end) for end in reversed(ends)]
    return [(0, newest), *older] if count else []


@lru_cache(maxsize=10_000)  # large sites look for many of the same
def slug_start(title: str) -> str | None:
    """Return what a title makes of itself in an address, by a rule so simple that the script has it too; None: it does not try."""
    return b"-".join(title.encode().translate(_PARTS).split()).decode() if title.isascii() else None


# Letters in lower case, and spaces for what is neither letter nor digit.
_PARTS = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128)).encode().ljust(256)


def _row(organization: str | None, config: Config, job: JobPosting) -> _Row:
    """Return what the search knows of a job; `organization` is the site's."""
    start, slug = slug_start(job.title), job.slug
    if config.trees and config.home(job.language) != config.prefix:
        start, slug = None, f"../{job_path_from(config, job)}".rstrip("/")
    by = job.organization.name
    return _Row(
        job.title,
        slug.removeprefix(start) if start is not None and slug.startswith(start) else f"/{slug}",
        job.date_posted.toordinal() - _FIRST_DAY if job.date_posted else 0,
        (job.valid_through - _EPOCH) // _MINUTE if job.valid_through else 0,
        job.draft,
        job.salary or job.salary_text,
        None if job.locations else job.location_text,
        None if job.employment_types else job.employment_text,
        None if by == organization else by,
        None if job.language == config.language else job.language,
        job.remote,
    )


def _names(site: Site) -> _Names:
    names = {
        listing.name: {term.key: (term.name, term.path.rstrip("/").rpartition("/")[2]) for term in listing.terms}
        for listing in site.listings
    }
    return {**names, REMOTE: {rule.value: (site.look.words.get(f"remote.{rule}", rule), rule) for rule in RemoteRule}}


def _file(tree: str, rows: Sequence[_Row], terms: Mapping[str, _Terms], names: _Names) -> SearchFile:
    titles, slugs, posted, closes, drafts, *columns, remote = zip(*rows, strict=True)
    facets = {**terms, REMOTE: tuple(map(_REMOTE_TERMS.__getitem__, remote))}
    content = _encode(
        {
            "titles": titles,
            "slugs": slugs,
            "posted": posted,
            "closes": closes,
            **({"drafts": [number for number, draft in enumerate(drafts) if draft]} if any(drafts) else {}),
            "columns": {
                name: _column(values)
                for name, values in zip(_COLUMNS, columns, strict=True)
                if values.count(None) < len(values)
            },
            "facets": {name: _facet(name, of, names[name]) for name, of in facets.items() if any(of)},
        }
    )
    return SearchFile(path=f"{tree}{FOLDER}{digest(content)[:16]}.json", tree=tree, origin=_ORIGIN, content=content)


_REMOTE_TERMS: dict[RemoteRule | None, tuple[Named, ...]] = {
    None: (),
    **{rule: (Named(rule, rule),) for rule in RemoteRule},
}


def _column(values: Sequence[Hashable]) -> dict[str, object]:
    """Return each value once, and for each job the number of its own."""
    numbers: dict[Hashable, int] = {}
    of = [-1 if value is None else numbers.setdefault(value, len(numbers)) for value in values]
    return {"values": [astuple(value) if isinstance(value, Salary) else value for value in numbers], "of": of}


def _facet(name: str, terms: _Terms, names: Mapping[str, tuple[str, str]]) -> dict[str, object]:
    """Return the terms that some jobs have, and the numbers of each job's own."""
    numbers: dict[str, int] = {}
    number = numbers.setdefault
    of: list[int | list[int]] = []
    for own in terms:
        if len(own) == 1:
            of.append(number(own[0][0], len(numbers)))
        else:
            of.append([number(term[0], len(numbers)) for term in own])
    facet: dict[str, object] = {
        "names": [names[key][0] for key in numbers],
        "slugs": [names[key][1] for key in numbers],
        "of": of,
    }
    return {**facet, "countries": list(map(country_of, numbers))} if name == "locations" else facet
