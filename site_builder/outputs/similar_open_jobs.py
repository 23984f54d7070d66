"""For each open posting, other open ones like it: those that share its tags, its department or its places.

Each is compared with its neighbours in time alone, a few on either side in every one of its terms. So the work grows with the number of
postings and no faster; and who comes, goes or changes makes the pages of its neighbours other ones, and nobody else's. With "the newest of each
term", a single new posting would change thousands of pages.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from site_builder.model.memory import differing
from site_builder.model.posting import JobPosting
from site_builder.model.site import Site
from site_builder.outputs.similar_jobs import WEIGHTS, Key, SimilarJob, shown

MOST = 4
"""How many similar jobs the page of an open one names: fewer than a closed one's, whose reader finds nothing else there."""
NEIGHBOURS = 2
"""How many postings on either side are looked at in each term; at its ends, as many more on the other. A term of up to five is looked through as a whole."""

_WINDOW = 2 * NEIGHBOURS + 1


class OpenJob(NamedTuple):
    """An open posting with those that its page names."""

    posting: JobPosting
    similar: tuple[SimilarJob, ...]


class SimilarOpenJobs:
    """The open postings of a site with those like them, kept up to date: a change costs what it means for its neighbours."""

    def __init__(self) -> None:
        """Begin without postings."""
        self._terms: dict[Key, tuple[JobPosting, ...]] = {}
        # By the posting's identity, which is its own as long as the posting is kept here.
        self._known: dict[int, OpenJob] = {}

    def of(self, site: Site) -> list[OpenJob]:
        """Return the open postings in the site's order, each with those like it: where nothing changed nearby, the object of the last time."""
        terms = _terms(site)
        for one in self._touched(terms):
            self._known.pop(one, None)
        before, found = self._known, _Finding(site, terms, all_at_once=len(self._known) <= len(site.open) // 2)
        jobs = [before.get(id(one)) or OpenJob(one, found.like(place)) for place, one in enumerate(site.open)]
        self._terms, self._known = terms, {id(job.posting): job for job in jobs}
        return jobs

    def _touched(self, terms: Mapping[Key, tuple[JobPosting, ...]]) -> set[int]:
        """Return which postings have other neighbours than the last time, by their identity."""
        touched: set[int] = set()
        for key, postings in terms.items():
            then = self._terms.get(key, ())
            if then is not postings:
                start, _, end = differing(then, postings)
                touched.update(map(id, postings[max(0, start - _WINDOW) : end + _WINDOW]))
        return touched


def open_jobs_among(site: Site, sources: Collection[str]) -> list[OpenJob]:
    """Return the open postings that come of some files, each with those like it."""
    found = _Finding(site, _terms(site), all_at_once=False)
    return [OpenJob(one, found.like(place)) for place, one in enumerate(site.open) if one.source in sources]


def _terms(site: Site) -> dict[Key, tuple[JobPosting, ...]]:
    listings = [listing for listing in site.listings if listing.name in WEIGHTS]
    return {(listing.name, term.key): term.postings for listing in listings for term in listing.terms}


class _Finding:
    """The open postings of one build, by their places in the site's order and in their terms."""

    def __init__(self, site: Site, terms: Mapping[Key, tuple[JobPosting, ...]], *, all_at_once: bool) -> None:
        self._site, self._terms = site, terms
        self._places = dict(zip(map(id, site.open), range(len(site.open)), strict=True))
        self._own = [(one.name, WEIGHTS[one.name], one.own) for one in site.listings if one.name in WEIGHTS]
        self._near_all = self._all_near() if all_at_once else None
        self._shown: dict[int, SimilarJob] = {}

    def like(self, place: int) -> tuple[SimilarJob, ...]:
        """Return what is most like a posting among its neighbours: by the terms in which they are near each other, then the newest."""
        counts = Counter(self._near(place) if self._near_all is None else self._near_all[place])
        counts.pop(place, None)
        # One number of each, the larger counts first, then the newest: sorting pairs takes five times as long.
        many = len(self._places)
        best = sorted([one - count * many for one, count in counts.items()])[:MOST]
        return tuple([self._shown_at(one % many) for one in best])

    def _near(self, place: int) -> list[int]:
        """Return the places of a posting's neighbours in each of its terms, as often as the term weighs. A term's order is the site's."""
        numbers, near = self._places, list[int]()
        for name, weight, of_each in self._own:
            for named in of_each[place]:
                postings = self._terms[name, named[0]]
                at = bisect_left(postings, place, key=lambda one: numbers[id(one)])
                first = max(0, min(at - NEIGHBOURS, len(postings) - _WINDOW))
                near += [numbers[id(one)] for one in postings[first : first + _WINDOW]] * weight
        return near

    def _all_near(self) -> list[list[int]]:
        """Return the same for all postings, term by term: where all are wanted, that takes a third of the time."""
        near: list[list[int]] = [[] for _ in self._places]
        for (name, _), postings in self._terms.items():
            places, weight = list(map(self._places.__getitem__, map(id, postings))), WEIGHTS[name]
            last = max(0, len(places) - _WINDOW)
            for at, place in enumerate(places):
                first = 0 if at < NEIGHBOURS else min(at - NEIGHBOURS, last)
                near[place] += places[first : first + _WINDOW] * weight
        return near

    def _shown_at(self, place: int) -> SimilarJob:
        job = self._shown.get(place)
        if job is None:
            job = self._shown[place] = shown(self._site.open[place], self._site)
        return job
