"""For each open posting, other open ones like it: those that share its tags, its department or its places.

Each is compared with its neighbours in time alone, a few on either side in every one of its terms. So the work grows with the number of
postings and no faster; and who comes, goes or changes makes the pages of its neighbours other ones, and nobody else's. With "the newest of each
term", a single new posting would change thousands of pages.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from site_builder.model.memory import differing
from site_builder.model.posting import JobPosting
from site_builder.model.site import Site
from site_builder.outputs.similar_jobs import WEIGHTS, Key, SimilarJob, shown

MOST = 4
"""How many similar jobs the page of an open one names: fewer than a closed one's, whose reader finds nothing else there."""
NEIGHBOURS = 4
"""How many postings on either side are looked at in each term. A term of up to five is looked through as a whole."""

_BITS = 32
_PLACE = (1 << _BITS) - 1


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
        listings = [listing for listing in site.listings if listing.name in WEIGHTS]
        terms = {(listing.name, term.key): term.postings for listing in listings for term in listing.terms}
        for one in self._touched(terms):
            self._known.pop(one, None)
        before, found = self._known, _Finding(site, terms, few=len(self._known) > len(site.open) // 2)
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
                touched.update(map(id, postings[max(0, start - NEIGHBOURS) : end + NEIGHBOURS]))
        return touched


class _Finding:
    """The open postings of one build, by their places in the site's order and in their terms."""

    def __init__(self, site: Site, terms: Mapping[Key, tuple[JobPosting, ...]], *, few: bool) -> None:
        self._site, self._terms = site, terms
        self._few = few  # whether few will be asked for, so that the places of all are not worth working out
        self._places = dict(zip(map(id, site.open), range(len(site.open)), strict=True))
        self._own = [(listing.name, listing.own) for listing in site.listings if listing.name in WEIGHTS]
        self._places_in: dict[Key, list[int]] = {}
        self._shown: dict[int, SimilarJob] = {}

    def like(self, place: int) -> tuple[SimilarJob, ...]:
        """Return what is most like a posting among its neighbours: by the terms in which they are near it, then the newest."""
        # Whoever is near in a term is counted as often as it weighs.
        around: list[list[int]] = []
        for name, of_each in self._own:
            for named in of_each[place]:
                around += [self._near((name, named[0]), place)] * WEIGHTS[name]
        counts = Counter(chain.from_iterable(around))
        del counts[place]
        # A weight and a place as one number, the weightiest and newest first: numbers are sorted faster than pairs.
        likely = sorted([one - (weight << _BITS) for one, weight in counts.items()])[:MOST]
        return tuple([self._shown_at(number & _PLACE) for number in likely])

    def _near(self, key: Key, place: int) -> list[int]:
        """Return the places of a posting's neighbours in a term, with its own. A term's order is the site's."""
        numbers, postings = self._places, self._terms[key]
        if self._few:
            at = bisect_left(postings, place, key=lambda one: numbers[id(one)])
            return [numbers[id(one)] for one in postings[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]]
        places = self._places_in.get(key)
        if places is None:
            places = self._places_in[key] = list(map(numbers.__getitem__, map(id, postings)))
        at = bisect_left(places, place)
        return places[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]

    def _shown_at(self, place: int) -> SimilarJob:
        job = self._shown.get(place)
        if job is None:
            job = self._shown[place] = shown(self._site.open[place], self._site)
        return job
