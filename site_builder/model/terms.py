"""Terms: what a posting is listed under, one row of a table for each listing."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from site_builder.model.posting import EmploymentType, JobPosting, Place, RemoteRule


class Named(NamedTuple):
    """A term as a posting has it: `key` is equal for what is one term, `name` is its spelling there.

    `words` is where the interface has words for it (`employment.INTERN`), which go before the name.
    """

    key: str
    name: str
    words: str = ""


class Row(NamedTuple):
    """What makes a listing: its name, and how to find the terms that a posting has in it."""

    name: str
    terms_of: Callable[[JobPosting], tuple[Named, ...]]


@lru_cache(maxsize=100_000)  # ten thousand postings have fifty thousand tags, of which a few hundred differ
def term_key(name: str) -> str:
    """Return what is equal for all spellings of one term.

    Spellings differ by case, by the width of letters, by white space, hyphens or underscores between words, and by
    white space about a slash.
    """
    folded = re.sub(r"\s*/\s*", "/", unicodedata.normalize("NFKC", name).casefold())
    return re.sub(r"(?<=\w)[\s_-]+(?=\w)", " ", " ".join(folded.split()))


def _tags(posting: JobPosting) -> tuple[Named, ...]:
    return _of_tags(posting.tags)


def _departments(posting: JobPosting) -> tuple[Named, ...]:
    return (_tag(posting.department),) if posting.department else ()


def _locations(posting: JobPosting) -> tuple[Named, ...]:
    found = _of_locations(posting.locations)
    return (*found, _REMOTE) if posting.remote is RemoteRule.FULL else found


def _employment_types(posting: JobPosting) -> tuple[Named, ...]:
    return _of_employment_types(posting.employment_types)


# A posting's terms are asked for by its lists and by its page, and postings share most of theirs.
@lru_cache(maxsize=20_000)
def _of_tags(tags: tuple[str, ...]) -> tuple[Named, ...]:
    return _first_of_each(tags, _tag)


@lru_cache(maxsize=20_000)
def _of_locations(places: tuple[Place, ...]) -> tuple[Named, ...]:
    return _first_of_each(places, _location)


@lru_cache(maxsize=1_000)
def _of_employment_types(kinds: tuple[EmploymentType, ...]) -> tuple[Named, ...]:
    return tuple(Named(kind, kind, f"employment.{kind}") for kind in kinds)


def _first_of_each(values: Iterable[Any], named_by: Callable[[Any], Named]) -> tuple[Named, ...]:
    """Return the terms that some values name, each once, under the first of its spellings."""
    named = tuple(named_by(value) for value in values)
    if len(named) < 2:  # noqa: PLR2004  # one cannot be there twice
        return named
    first: dict[str, Named] = {}
    for one in named:
        first.setdefault(one.key, one)
    return tuple(first.values())


@lru_cache(maxsize=100_000)
def _tag(name: str) -> Named:
    return Named(term_key(name), name)


def country_of(key: str) -> str:
    """Return the country in the key of a place that a posting is listed under, as its ISO 3166-1 code; "" where it is not known."""
    # The rest of a key is in lower case (`term_key`), so two capitals behind a slash are a country's.
    return key[-2:] if re.search("/[A-Z]{2}$", key) else ""


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
