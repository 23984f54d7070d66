"""Where the work is done: places, and the words for remote work that people write among them."""

import re
from functools import lru_cache

from msgspec import Struct

from site_builder.model.posting import Place, RemoteRule
from site_builder.reading.addresses import place_of_mapping, place_of_text
from site_builder.reading.applicants import read_applicant_places
from site_builder.reading.countries import (
    ANYWHERE,
    area_name,
    country_of_state,
    find_country,
    find_country_code,
    find_region,
    plain,
)
from site_builder.reading.terms import is_remote_word
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, shown

__all__ = ["PlacesRead", "read_applicant_places", "read_places"]


class PlacesRead(Struct, frozen=True):
    """What the field of the place says.

    `remote` is FULL where the field says remote and names no place, and HYBRID or NONE where it says so of its places. `applicants` are the countries and states beside it: what else
    could the US of "Remote (US)" be than where one may work from. `region` is what it says that is no place: "EMEA", the word
    "Worldwide". `remote_beside_place` is true where a word for remote work stands beside a
    place: nobody knows whether the job is partly remote or leaves the choice, so the author is to be asked.
    """

    places: tuple[Place, ...] = ()
    remote: RemoteRule | None = None
    region: str | None = None
    applicants: tuple[Place, ...] = ()
    remote_beside_place: bool = False


def read_places(value: object) -> PlacesRead:
    """Return the places that a value names: one text, one mapping, or a list of them.

    A text is one place, unless `;`, `|`, ` / `, ` or ` or a new line stands between several; a comma never does.
    """
    return _of_text(value) if isinstance(value, str) and len(value) < _LONGEST_LINE else _places(value)


def _places(value: object) -> PlacesRead:
    entries = value if isinstance(value, list) else [value]
    if any(isinstance(entry, str) and len(entry) > _LONGEST for entry in entries):
        raise Wrong(
            "the places fill more than 10,000 characters", "Name the places alone; the rest belongs into the text."
        )
    if len(entries) > _MOST_PLACES:
        raise Wrong(f"there are {len(entries)} places", f"Name at most {_MOST_PLACES}.")
    read = [found for entry in entries for found in _read_entry(entry)]
    if len(read) > _MOST_PLACES:
        raise Wrong(f"there are {len(read)} places", f"Name at most {_MOST_PLACES}.")
    places = tuple(dict.fromkeys(place for found in read for place in found.places))
    regions = list(dict.fromkeys(found.region for found in read if found.region))
    rules = {found.remote for found in read if found.remote is not None}
    is_remote = RemoteRule.FULL in rules
    here = rules.pop() if len(rules) == 1 and places and not is_remote else None
    return PlacesRead(
        places=places,
        remote=RemoteRule.FULL if is_remote and not places else here,
        region="; ".join(regions) or None,
        applicants=tuple(dict.fromkeys(place for found in read for place in found.applicants)),
        remote_beside_place=any(found.remote_beside_place for found in read) or (is_remote and bool(places)),
    )


_of_text = lru_cache(maxsize=4096)(_places)  # the offices of an employer stand in many postings
_MOST_PLACES = 500
_LONGEST = 10_000
_BETWEEN_PLACES = re.compile(r"[;|\n]|\s/\s|\sor\s", re.IGNORECASE)
_FULL = PlacesRead(remote=RemoteRule.FULL)


def _read_entry(entry: object) -> list[PlacesRead]:
    match entry:
        case None:
            return []
        case dict():
            return [PlacesRead((place_of_mapping(entry),))]
        case str():
            if not entry.strip():
                return []
            whole = _read_line(read_text(entry)) if "(" in entry else None
            if whole is not None and whole.applicants:  # "Remote (US or Canada)" is one line
                return [whole]
            pieces = [read_text(piece) for piece in _BETWEEN_PLACES.split(entry) if piece.strip()]
            return _read_pieces(pieces, entry) if len(pieces) > 1 else [_read_line(read_text(entry))]
        case _:
            raise Wrong(f"{shown(entry)} is not a place", "Write a place as text: Berlin, Germany.")


def _read_pieces(pieces: list[str], entry: str) -> list[PlacesRead]:
    """Read what stands between separators; "Oslo or remote" and "Linz / Austria" are one place, in its own words."""
    here = [piece for piece in pieces if not is_remote_word(piece)]
    if len(here) == 1 and len(pieces) > 1:
        text = read_text(entry)
        return [PlacesRead((place_of_text(text, here[0]),), remote_beside_place=True)]
    countries = sum(find_country(piece) is not None for piece in pieces)
    if len(pieces) == len(here) == 2 and countries == 1:  # noqa: PLR2004 - a pair
        return [PlacesRead((Place(text=read_text(entry)),))]
    return [_read_line(piece) for piece in pieces]


_BETWEEN_WORDS = re.compile(r"[,()\[\]:]| [-–—] ")
_REMOTE_IN = re.compile(
    r"(?:fully |100% )?remote (?:in|within|from|across|anywhere in|-) (?P<region>.+)", re.IGNORECASE
)


def _read_line(text: str) -> PlacesRead:
    """Read one line; the offices of an employer stand in many postings, so what was read is kept."""
    return _line(text) if len(text) < _LONGEST_LINE else PlacesRead((Place(text=text),))


@lru_cache(maxsize=4096)
def _line(text: str) -> PlacesRead:  # noqa: PLR0911 - one question after another
    if is_remote_word(text):
        return _FULL
    region = find_region(text)
    if plain(text) in ANYWHERE or (region is not None and region[1]):
        return PlacesRead(region=text)
    remote_in = _REMOTE_IN.fullmatch(text)
    if remote_in and _is_area(remote_in["region"]):
        return _remote_from(remote_in["region"])
    words = [word.strip() for word in _BETWEEN_WORDS.split(text) if word.strip()]
    rule = _RULES.get(words[-1].casefold()) if len(words) > 1 else None
    if rule is not None:
        return PlacesRead((place_of_text(text, text[: text.rindex(words[-1])].rstrip(" ,([:-–—")),), remote=rule)
    others = [word for word in words if not _speaks_of_remote(word)]
    if len(others) == len(words):
        return PlacesRead((place_of_text(text),))
    is_certain = any(map(is_remote_word, words))
    if is_certain and not others:
        return _FULL
    stands_first = is_remote_word(words[0]) or all(plain(word) in ANYWHERE for word in others)
    if is_certain and stands_first and all(map(_is_area, others)):
        return _remote_from(", ".join(others))
    return PlacesRead((place_of_text(text, _without_remote(text, words)),), remote_beside_place=True)


_LONGEST_LINE = 300
_RULES = {
    word: rule
    for rule, words in (
        (RemoteRule.HYBRID, "hybrid|hybride|hybrid remote|teilweise remote|partly remote|télétravail partiel"),
        (RemoteRule.NONE, "on-site|onsite|on site|vor ort|sur site|in office"),
    )
    for word in words.split("|")
}
"""What may be said behind a place about its remote rule, beyond doubt."""


def _remote_from(area: str) -> PlacesRead:
    """Return where one may work from, if the area is made of countries and states; a region of the world stays a word."""
    try:
        return PlacesRead(remote=RemoteRule.FULL, applicants=read_applicant_places(area))
    except Wrong:
        return PlacesRead(remote=RemoteRule.FULL, region=area)


def _speaks_of_remote(word: str) -> bool:
    """Say whether words are about remote work, certain ("remote") or not ("remote possible")."""
    return is_remote_word(word) or "remote" in word.casefold().split()


def _without_remote(text: str, words: list[str]) -> str:
    """Return a text's address, when its last words are about remote work and no others; else nothing to read."""
    if not _speaks_of_remote(words[-1]) or any(map(_speaks_of_remote, words[:-1])):
        return ""
    return text[: text.rindex(words[-1])].rstrip(" ,([:-–—")


def _is_area(text: str) -> bool:
    """Say whether a text names countries, states or regions of the world, as in "UK-only" or "US or Canada"."""
    return all(map(_is_one_area, re.split(r"\s(?:or|and|oder|und)\s|\s?[/&]\s?", text)))


def _is_one_area(text: str) -> bool:
    name = area_name(text)
    return bool(
        find_country(name)
        or find_region(name)
        or country_of_state(name)
        or (name.isupper() and find_country_code(name))
    )
