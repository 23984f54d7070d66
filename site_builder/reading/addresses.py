"""One place: its text as written, and the parts of its address that are stated beyond doubt."""

import re
from collections.abc import Mapping

from site_builder.model.posting import Place
from site_builder.reading.countries import (
    AMBIGUOUS,
    PARTS_OF_BRITAIN,
    country_names,
    country_of_state,
    find_country,
    find_country_code,
    find_region,
    is_city_too,
    is_state,
    plain,
)
from site_builder.reading.mappings import read_keys
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, did_you_mean, shown

_LONGEST_TAKEN_APART = 200


def place_of_text(text: str, address: str | None = None) -> Place:
    """Return a place for one line of text; `address` is the part of it that may be read, where that is not all of it.

    A country counts when it stands last (`Berlin, Germany`) or in brackets (`Athens (Greece)`) with its name; a code of
    two letters does not (GA is Georgia and Gabon), but UK and US do. A state's full name counts as its country's. The
    locality is what stands alone before them and looks like a town's name.
    """
    parts = _parts(text if address is None else address)
    if not parts:
        return Place(text=text)
    country = _country(parts[-1])
    before = parts[:-1]
    if country is None:
        return _in_state(text, parts)
    if plain(parts[-1]) in PARTS_OF_BRITAIN:
        return Place(text=text, locality=_town(before), region=PARTS_OF_BRITAIN[plain(parts[-1])], country=country)
    if before and is_state(before[-1], country):
        if len(before) == 1 and is_city_too(before[0], country):
            return Place(text=text, country=country)
        return Place(text=text, locality=_town(before[:-1]), region=before[-1], country=country)
    return Place(text=text, locality=_town(before), country=country)


def place_of_mapping(value: Mapping[object, object]) -> Place:
    """Return a place for a mapping of the parts of an address, also in schema.org's words and nesting."""
    given = read_keys(value, _KEYS, "a place")
    inner = given.pop("address", None)
    if isinstance(inner, dict):
        inner_given = read_keys(inner, _KEYS, "an address")
        twice = next((name for name in inner_given if name in given and name != "name"), None)
        if twice is not None or "address" in inner_given:
            raise Wrong(f"a place says its {twice or 'address'} twice", "Keep one of them.")
        given = inner_given | given
    elif inner is not None:
        if "street_address" in given:
            raise Wrong("a place says its address twice", "Keep street_address, or address.")
        given["street_address"] = inner
    if "locality" not in given and "name" in given:
        given["locality"] = given.pop("name")
    parts = {name: read_text(_name_of(part)) for name, part in given.items()}
    if not parts:
        raise Wrong("a place says nothing", "Write its parts: {locality: Berlin, country: Germany}.")
    return Place(
        text=_written(parts),
        street_address=parts.get("street_address"),
        postal_code=parts.get("postal_code"),
        locality=parts.get("locality"),
        region=parts.get("region"),
        country=read_country(parts["country"]) if "country" in parts else None,
    )


def read_country(name: str) -> str:
    """Return the ISO 3166-1 alpha-2 code for a code of two or three letters, in any case, or a country's name."""
    code = find_country_code(name) or find_country(name)
    if code is None:
        raise Wrong(
            f"{shown(name)} is not a country",
            did_you_mean(name, country_names(), "Write its name or its ISO 3166-1 code: Germany or DE."),
        )
    return code


def _written(parts: Mapping[str, str]) -> str:
    """Write an address on one line: `Uferweg 8, 12459 Berlin, DE`. A region with its town's name is not repeated."""
    town = " ".join(parts[name] for name in ("postal_code", "locality") if name in parts)
    region = parts.get("region", "") if parts.get("region") != parts.get("locality") else ""
    lines = (parts.get("name", ""), parts.get("street_address", ""), town, region, parts.get("country", ""))
    return ", ".join(line for line in lines if line)


_KEYS = {
    "streetaddress": "street_address",
    "street": "street_address",
    "postalcode": "postal_code",
    "postcode": "postal_code",
    "zip": "postal_code",
    "zipcode": "postal_code",
    "plz": "postal_code",
    "locality": "locality",
    "addresslocality": "locality",
    "city": "locality",
    "town": "locality",
    "region": "region",
    "addressregion": "region",
    "state": "region",
    "province": "region",
    "country": "country",
    "addresscountry": "country",
    "countrycode": "country",
    "name": "name",
    "address": "address",
}


def _name_of(part: object) -> object:
    """Return the name of schema.org's `{"@type": "Country", "name": "US"}`, or the part itself."""
    return part["name"] if isinstance(part, dict) and "name" in part else part


def _parts(text: str) -> list[str]:
    """Take a text apart at its commas; `Town (Country)` is `Town, Country`. Empty: it is not made so."""
    if len(text) > _LONGEST_TAKEN_APART:
        return []
    text = text.removesuffix(".") if find_country(text.rpartition(",")[2]) else text
    before, bracket, inside = text.removesuffix(")").partition("(")
    if bracket and text.endswith(")") and "(" not in inside and _country(inside.strip()):
        text = f"{before.strip().rstrip(',')}, {inside}"
    elif (
        bracket
        and text.endswith(")")
        and "(" not in inside
        and "," in before
        and _country(before.rpartition(",")[2].strip())
    ):
        text = before.strip()  # "London, UK (Piccadilly Circus)"
    parts = [part.strip() for part in text.split(",")]
    head, _, tail = parts[-1].rpartition(" ")
    country = _country(tail)
    if head and country and find_country(parts[-1]) is None and is_state(head, country):
        parts[-1:] = [head, tail]
    return parts if all(parts) else []


def _country(name: str) -> str | None:
    """Return the country of a name in free text, where `us` may be a word and Georgia a state."""
    is_word = len(name) == len("us") and name.isascii() and name == name.lower()
    if is_word or plain(name) in AMBIGUOUS:
        return None
    return find_country(name)


def _in_state(text: str, parts: list[str]) -> Place:
    """Return a place that may end with a state's full name (`Austin, Texas`)."""
    *before, state = parts
    country = country_of_state(state)
    if country is None or (not before and is_city_too(state)):
        return Place(text=text)
    return Place(text=text, locality=_town(before), region=state, country=country)


_TOWN = re.compile(r"[^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+)*\.?")
_WORDS_OF_NO_TOWN = (
    "near or and und et y bei nahe area region downtown central greater metro metropolitan district county "
    "city-wide office hq "
    "headquarters various multiple several remote hybrid anywhere nationwide any all based only north south east west "
    "northern southern eastern western home site campus"
)
_NO_TOWN = frozenset(_WORDS_OF_NO_TOWN.split())
_NO_TOWN_ALONE = frozenset({"north", "south", "east", "west"})


def _town(before: list[str]) -> str | None:
    """Return the one part before region and country, if it looks like the name of a town and of nothing else."""
    if len(before) != 1 or len(before[0]) > len("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"):
        return None
    name = before[0]
    words = set(re.split(r"[ .-]", name.casefold()))
    # "North Vancouver" is a town, "North" is none.
    doubtful = words & _NO_TOWN
    if not _TOWN.fullmatch(name) or (doubtful and (doubtful - _NO_TOWN_ALONE or words == doubtful)):
        return None
    is_land = find_region(name) is not None or (find_country(name) is not None and name not in _CITY_STATES)
    return None if is_land else name


_CITY_STATES = frozenset(
    {"Luxembourg", "Singapore", "Monaco", "San Marino", "Gibraltar", "Djibouti", "Guatemala", "Panama"}
)
