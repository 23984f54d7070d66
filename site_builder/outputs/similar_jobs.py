"""Open postings that are like a closed one: those that share its tags, its department or its places.

A closed posting is compared with the newest open ones of its own terms, never with all of them.
"""

from collections.abc import Iterator
from datetime import datetime

from site_builder.model.ending import closes_at
from site_builder.model.posting import JobPosting, Place, RemoteRule
from site_builder.model.site import Site, newest_first
from site_builder.model.terms import TERMS_OF
from site_builder.model.value import Shared
from site_builder.outputs.addresses import job_path_from

MOST = 5
"""How many similar jobs a page shows."""

WEIGHTS = {"departments": 2, "tags": 2, "locations": 1}
"""What a shared term counts, by its listing. A town alone makes two jobs little alike, but may be what the applicant needs."""
# How many of a term's open postings are looked at, the newest first.
_NEWEST = 30

Key = tuple[str, str]
"""A term: the name of its listing, and its key there."""


class SimilarJob(Shared, frozen=True, cache_hash=True):
    """An open posting as another's page shows it: so few facts that other edits of it leave that page alone."""

    path: str
    title: str
    language: str
    organization: str
    locations: tuple[Place, ...]
    location_text: str | None
    remote: RemoteRule | None
    department: str | None
    closes: datetime | None
    in_other_language: bool = False


class SimilarJobs:
    """Finds the open postings of a site that are like a closed one."""

    def __init__(self, site: Site) -> None:
        """Look through the site's listings."""
        self._site = site
        self._newest = {
            (listing.name, term.key): term.postings[:_NEWEST]
            for listing in site.listings
            if listing.name in WEIGHTS
            for term in listing.terms
        }
        self._known: dict[int, tuple[JobPosting, frozenset[Key]]] = {}

    def candidates(self, posting: JobPosting) -> tuple[tuple[JobPosting, ...], ...]:
        """Return the newest open postings of each of a posting's terms: all that `to` depends on beside the posting."""
        return tuple([self._newest[key] for key in _keys(posting) if key in self._newest])

    def to(self, posting: JobPosting) -> tuple[SimilarJob, ...]:
        """Return the open postings that are most like a posting: by what they share, then the newest."""
        own = frozenset(_keys(posting))
        scores: dict[int, tuple[int, JobPosting]] = {}
        for newest in self.candidates(posting):
            for one in newest:
                if id(one) not in scores:
                    shared = own & self._keys_of(one)
                    scores[id(one)] = sum([WEIGHTS[key[0]] for key in shared]), one
        best = sorted(scores.values(), key=lambda scored: (-scored[0], newest_first(scored[1])))
        return tuple([shown(one, self._site) for _, one in best[:MOST]])

    def _keys_of(self, posting: JobPosting) -> frozenset[Key]:
        known = self._known.get(id(posting))
        if known is None:
            # The posting is kept with its keys, so that no other can have its identity.
            known = self._known[id(posting)] = posting, frozenset(_keys(posting))
        return known[1]


def shown(posting: JobPosting, site: Site) -> SimilarJob:
    """Return an open posting as another's page shows it."""
    return SimilarJob(
        path=job_path_from(site.config, posting),
        title=posting.title,
        language=posting.language,
        organization=posting.organization.name,
        locations=posting.locations,
        location_text=posting.location_text,
        remote=posting.remote,
        department=posting.department,
        closes=closes_at(posting) if site.closes_by_clock else None,
        in_other_language=site.config.is_other(posting.language),
    )


def _keys(posting: JobPosting) -> Iterator[Key]:
    for listing in WEIGHTS:
        for named in TERMS_OF[listing](posting):
            yield listing, named.key
