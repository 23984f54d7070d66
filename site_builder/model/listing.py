"""Listings: the open postings grouped by department, place, kind of employment and tag."""

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from site_builder.model.memory import differing
from site_builder.model.posting import JobPosting
from site_builder.model.slug import slugify
from site_builder.model.terms import LISTINGS, Named, Row
from site_builder.model.value import Value


class Term(Value, frozen=True):
    """One term of a listing with its open postings, in the site's order. `path` is its address relative to the site."""

    key: str
    name: str
    path: str
    postings: tuple[JobPosting, ...]


class Listing(Value, frozen=True):
    """A listing with its terms, by name. `path` is the address of its index (`tags/`), `own` the terms of each open posting, in the site's order."""

    name: str
    path: str
    title: str
    terms: tuple[Term, ...]
    own: tuple[tuple[Named, ...], ...]


class Change(NamedTuple):
    """What changed among postings in order: from the place `start` on, `now` stand there in place of `before`."""

    start: int
    before: Sequence[JobPosting]
    now: Sequence[JobPosting]
    gone: Sequence[JobPosting]
    come: Sequence[JobPosting]


class Groups:
    """Postings by the terms of one listing, kept up to date: a posting that comes, goes or changes costs what its own terms hold."""

    def __init__(self, row: Row, words: Mapping[str, str]) -> None:
        """Begin without postings; `words` are the interface's, by dotted keys."""
        self._row, self._words = row, words
        self._members: dict[str, list[JobPosting]] = {}
        self._spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._terms: dict[str, Term] = {}
        self._own: list[tuple[Named, ...]] = []  # of each posting, in order

    def update(self, change: Change, places: Mapping[int, int]) -> Listing:
        """Take some postings out and others in, and return the listing; `places` gives each posting's place in the site's order by its identity."""
        start, before, now, gone, come = change
        terms_of = self._row.terms_of
        named = list(map(terms_of, come))
        end = start + len(before)
        known = dict(zip(map(id, before), self._own[start:end], strict=True))
        anew = iter(named)
        own = [known[id(one)] if id(one) in known else next(anew) for one in now] if known else named
        self._own[start:end] = own
        came: defaultdict[str, list[JobPosting]] = defaultdict(list)
        for posting, terms in zip(come, named, strict=True):
            for term in terms:
                came[term[0]].append(posting)
        counts = Counter(chain.from_iterable(named))
        counts.subtract(chain.from_iterable(map(terms_of, gone)))
        for (key, name, own_words), count in counts.items():
            self._spellings[key][self._words.get(own_words, name)] += count
            self._terms.pop(key, None)
        if not self._members:
            self._members = came  # all at once, in the site's order
            return self._listing()
        for key in [key for key in self._spellings if key not in self._terms]:
            members = [posting for posting in self._members.get(key, ()) if id(posting) in places]
            for posting in came[key]:
                insort(members, posting, key=lambda one: places[id(one)])
            if members:
                self._members[key] = members
            else:
                del self._members[key], self._spellings[key]
        return self._listing()

    def _listing(self) -> Listing:
        # The commonest spelling names the term; of equally common ones the first by code point, so that order does not
        # matter.
        names = {key: min(counter, key=lambda name: (-counter[name], name)) for key, counter in self._spellings.items()}
        path = f"{self._row.name}/"
        slugs = _slugs(names)
        for key, name in names.items():
            address = f"{path}{slugs[key]}/"
            term = self._terms.get(key)
            if term is None or term.name != name or term.path != address:
                self._terms[key] = Term(key, name, address, tuple(self._members[key]))
        terms = sorted((self._terms[key] for key in names), key=lambda term: (term.name.casefold(), term.key))
        title = self._words.get(f"listing.{self._row.name}", self._row.name)
        return Listing(self._row.name, path, title, tuple(terms), tuple(self._own))


class Listings:
    """All listings of a site, kept up to date."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Begin without postings; `words` are the interface's, by dotted keys."""
        self._postings: tuple[JobPosting, ...] = ()
        self._groups = [Groups(row, words) for row in LISTINGS]

    def of(self, postings: tuple[JobPosting, ...]) -> tuple[Listing, ...]:
        """Group postings, in the site's order, into all listings that have a term."""
        start, end_before, end = differing(self._postings, postings)
        before, now = self._postings[start:end_before], postings[start:end]
        known, kept = set(map(id, before)), set(map(id, now))
        gone = [posting for posting in before if id(posting) not in kept]
        come = [posting for posting in now if id(posting) not in known]
        places = dict(zip(map(id, postings), range(len(postings)), strict=True))
        self._postings = postings
        change = Change(start, before, now, gone, come)
        made = [groups.update(change, places) for groups in self._groups]
        return tuple(listing for listing in made if listing.terms)


def _slugs(names: Mapping[str, str]) -> dict[str, str]:
    """Give every term a slug of its own.

    Where two would share one, all but the first by key get a few digits of their digest.
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(names):
        slug = _not_a_number_page(slugify(names[key]))
        if slug in taken:
            slug = f"{slug}-{blake2b(key.encode(), digest_size=3).hexdigest()}"
        taken.add(slug)
        slugs[key] = slug
    return slugs


def _not_a_number_page(slug: str) -> str:
    """Keep a term called "page" apart from the listing's own numbered pages (`page/2/`)."""
    return f"{slug}-x" if slug == "page" else slug


def pages_of(count: int, per_page: int) -> int:
    """Return how many numbered pages that many postings fill: at least one."""
    return max(1, -(-count // per_page))


def numbered_path(path: str, number: int) -> str:
    """Return the address of a listing's numbered page.

    The first is the listing's own, the second `page/2/` below it.
    """
    return path if number == 1 else f"{path}page/{number}/"


def flatten(strings: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Give nested words by dotted keys."""
    for key, value in strings.items():
        if isinstance(value, Mapping):
            yield from flatten(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            yield prefix + key, value
