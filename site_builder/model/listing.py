"""Listings: the open postings grouped by department, place, kind of employment and tag. A listing is a row of one table."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from site_builder.model.posting import JobPosting, Place, RemoteRule
from site_builder.model.slug import slugify
from site_builder.model.value import Value


class Named(NamedTuple):
    """A term as a posting has it: `key` is equal for what is one term, `name` is its spelling there.

    `words` is where the interface has words for it (`employment.INTERN`), which go before the name.
    """

    key: str
    name: str
    words: str = ""


class Term(Value, frozen=True):
    """One term of a listing with its open postings, in the site's order. `path` is its address relative to the site."""

    key: str
    name: str
    path: str
    postings: tuple[JobPosting, ...]


class Listing(Value, frozen=True):
    """A listing with its terms, by name. `path` is the address of its index (`tags/`)."""

    name: str
    path: str
    title: str
    terms: tuple[Term, ...]


class Row(NamedTuple):
    """What makes a listing: its name, and how to find the terms that a posting has in it."""

    name: str
    terms_of: Callable[[JobPosting], list[Named]]


@lru_cache(maxsize=100_000)  # ten thousand postings have fifty thousand tags, of which a few hundred differ
def term_key(name: str) -> str:
    """Return what is equal for all spellings of one term.

    Spellings differ by case, by the width of letters, by white space, hyphens or underscores between words, and by
    white space about a slash.
    """
    folded = re.sub(r"\s*/\s*", "/", unicodedata.normalize("NFKC", name).casefold())
    return re.sub(r"(?<=\w)[\s_-]+(?=\w)", " ", " ".join(folded.split()))


def _tags(posting: JobPosting) -> list[Named]:
    return _first_of_each(posting.tags, _tag)


def _departments(posting: JobPosting) -> list[Named]:
    return [_tag(posting.department)] if posting.department else []


def _locations(posting: JobPosting) -> list[Named]:
    found = _first_of_each(posting.locations, _location)
    return [*found, _REMOTE] if posting.remote is RemoteRule.FULL else found


def _employment_types(posting: JobPosting) -> list[Named]:
    return [Named(kind, kind, f"employment.{kind}") for kind in posting.employment_types]


def _first_of_each(values: Iterable[Any], named_by: Callable[[Any], Named]) -> list[Named]:
    """Return the terms that some values name, each once, under the first of its spellings."""
    named = [named_by(value) for value in values]
    if len(named) < 2:  # noqa: PLR2004  # one cannot be there twice
        return named
    first: dict[str, Named] = {}
    for one in named:
        first.setdefault(one.key, one)
    return list(first.values())


@lru_cache(maxsize=100_000)
def _tag(name: str) -> Named:
    return Named(term_key(name), name)


_REMOTE = Named("remote/", "Remote", "remote.full")
# Where a city's name alone says too little: these have many towns of one name, told apart by the state.
_TOLD_APART_BY_STATE = frozenset({"US", "CA", "AU"})


@lru_cache(maxsize=100_000)
def _location(place: Place) -> Named:
    if place.locality and place.country:
        state = place.region if place.country in _TOLD_APART_BY_STATE else None
        name = f"{place.locality}, {state}" if state else place.locality
        return Named(f"{term_key(name)}/{place.country}", name)
    return Named(term_key(place.text), place.text)


LISTINGS = (
    Row("departments", _departments),
    Row("locations", _locations),
    Row("employment-types", _employment_types),
    Row("tags", _tags),
)
TERMS_OF = {row.name: row.terms_of for row in LISTINGS}


def listings(postings: Sequence[JobPosting], words: Mapping[str, str]) -> tuple[Listing, ...]:
    """Group postings into all listings that have a term; `words` are the interface's, by dotted keys."""
    made = (_listing(row, postings, words) for row in LISTINGS)
    return tuple(listing for listing in made if listing.terms)


def _listing(row: Row, postings: Sequence[JobPosting], words: Mapping[str, str]) -> Listing:
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    members: defaultdict[str, list[JobPosting]] = defaultdict(list)
    for posting in postings:
        for key, name, own_words in row.terms_of(posting):
            spellings[key][words.get(own_words, name)] += 1
            members[key].append(posting)
    # The commonest spelling names the term; of equally common ones the first by code point, so that order does not
    # matter.
    names = {key: min(counter, key=lambda name: (-counter[name], name)) for key, counter in spellings.items()}
    path = f"{row.name}/"
    slugs = _slugs(names)
    terms = [Term(key, names[key], f"{path}{slugs[key]}/", tuple(members[key])) for key in names]
    terms.sort(key=lambda term: (term.name.casefold(), term.key))
    return Listing(row.name, path, words.get(f"listing.{row.name}", row.name), tuple(terms))


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


def flatten(strings: Mapping[str, object], prefix: str = "") -> Iterable[tuple[str, str]]:
    """Give nested words by dotted keys."""
    for key, value in strings.items():
        if isinstance(value, Mapping):
            yield from flatten(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            yield prefix + key, value
