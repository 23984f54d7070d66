"""Where applicants for a remote job may live: countries and their states, Google's applicantLocationRequirements."""

import re

from site_builder.model.posting import Place
from site_builder.reading.addresses import place_of_mapping, place_of_text
from site_builder.reading.countries import (
    AMBIGUOUS,
    PARTS_OF_BRITAIN,
    area_name,
    country_name,
    country_names,
    country_of_state,
    find_country,
    find_country_code,
    find_region,
    is_city_too,
    is_state,
    plain,
)
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Question, Wrong, did_you_mean, quotable, shown

_MOST = 300
_LONGEST = 10_000  # characters of one text; the names of all countries take 3,000
_EXAMPLE = 'Write countries, or "State, Country": [DE, AT, "California, USA"].'
_BETWEEN = re.compile(r"[;|\n]|\s/\s|\sor\s", re.IGNORECASE)
_WITHIN = re.compile(r",|\s&\s|\sand\s", re.IGNORECASE)


def read_applicant_places(value: object) -> tuple[Place, ...]:
    """Return the countries and states that applicants may live in, each with its country's code.

    An entry is a country's name or ISO 3166-1 code (in capitals), "State, Country", or a mapping. Raises Wrong for
    regions of the world, which Google does not know, with the codes of their countries where these are certain.
    """
    entries = value if isinstance(value, list) else [value]
    if len(entries) > _MOST or any(isinstance(entry, str) and len(entry) > _LONGEST for entry in entries):
        raise Wrong("there are very many places for applicants", "Name the countries that matter.")
    places = [place for entry in entries if entry is not None for place in _read_entry(entry)]
    if len(places) > _MOST:
        raise Wrong(f"there are {len(places)} places for applicants", "Name the countries that matter.")
    return tuple(dict.fromkeys(places))


def _read_entry(entry: object) -> list[Place]:
    match entry:
        case dict():
            return [_of_mapping(entry)]
        case str():
            pieces = [read_text(piece) for piece in _BETWEEN.split(entry) if piece.strip()]
            return [place for piece in pieces for place in _read_line(piece)]
        case _:
            raise Wrong(f"{shown(entry)} is not a country", _EXAMPLE)


def _of_mapping(entry: dict[object, object]) -> Place:
    """Read a mapping; schema.org's `{"@type": "Country", "name": "US"}` is a country."""
    if "name" in entry and all(key == "name" or (isinstance(key, str) and key.startswith("@")) for key in entry):
        places = _read_line(read_text(entry["name"]))
        if len(places) == 1:
            return places[0]
    place = place_of_mapping(entry)
    if place.country is None:
        raise Wrong(f"the place {shown(place.text)} has no country", "Write it too: {region: Bavaria, country: DE}.")
    return place


def _read_line(text: str) -> list[Place]:
    whole = _country_of(text)
    if whole is not None:
        return [whole]
    _refuse_region(text)
    words = [word.strip() for word in _WITHIN.split(text)]
    if len(words) == 2 and "," in text:  # noqa: PLR2004 - a state and its country
        state = _state_of(text, *words)
        if state is not None:
            return [state]
    countries = [_country_of(word) for word in words]
    found = [country for country in countries if country is not None]
    if len(words) > 1 and len(found) == len(words):
        return found
    for word in words:
        _refuse_region(word)
    raise Wrong(f"{shown(text)} is not a country", _what_else(text))


def _country_of(text: str) -> Place | None:
    """Return a place for a country's name or code in capitals, or for a state's name that stands for itself."""
    name = area_name(text)
    if plain(name) in AMBIGUOUS:
        raise Question(
            f"{shown(text)} can be a country or a state", 'Write GE for the country, "Georgia, USA" for the state.'
        )
    if plain(name) in PARTS_OF_BRITAIN:
        return place_of_text(text, name)
    country = find_country(name) or _code(name)
    if country is not None:
        return Place(text=text, country=country)
    if is_city_too(name):
        raise Question(f"{shown(text)} can be a city or a state", 'Write the state\'s country too: "New York, USA".')
    country = country_of_state(name)
    return Place(text=text, region=name, country=country) if country else None


def _code(name: str) -> str | None:
    """Return the country of a code in capitals: in small letters it may be a word ("in", "no", "de")."""
    return find_country_code(name) if name.isupper() else None


def _state_of(text: str, state: str, name: str) -> Place | None:
    """Return a place for "State, Country", or None where both may be countries.

    A country's code does not say enough here: the DE of "Bavaria, DE" is a country, that of "Dover, DE" a state.
    """
    country = find_country(name)
    if _may_be_state_of_usa(state, name) or _may_be_state_of_usa(name, state):
        raise Question(
            f"{shown(text)} can be two countries or one state",
            f'Write a list for two countries: [{quotable(state)}, {quotable(name)}]; for the state its full name: "California, USA".',
        )
    if country is not None and is_state(state, country):
        return Place(text=text, region=state, country=country)
    if find_country(state) or find_region(state) or _code(state) or plain(state) in AMBIGUOUS:
        return None
    if country is not None and plain(name) not in AMBIGUOUS:
        return Place(text=text, region=state, country=country)
    code = _code(name)
    if code is not None:
        of_usa = f' or "{quotable(state)}, USA"' if is_state(name, "US") else ""
        raise Question(
            f"the code {shown(name)} in {shown(text)} may be a country's or a state's",
            f'Write the country\'s name: "{quotable(state)}, {country_name(code)}"{of_usa}.',
        )
    return None


def _may_be_state_of_usa(code: str, name: str) -> bool:
    """Say whether a code beside the United States is a state's and another country's ("CA, US")."""
    return find_country(name) == "US" and _code(code) is not None and len(code) == len("CA") and is_state(code, "US")


def _refuse_region(text: str) -> None:
    region = find_region(text) or find_region(area_name(text))
    if region is None:
        return
    _, codes = region
    offer = (
        f"Write `applicant_locations: [{', '.join(codes)}]`, and take out the countries where nobody may live."
        if codes
        else "Name the countries, such as `applicant_locations: [DE, AT, CH]`."
    )
    raise Question(f"{shown(text)} is a region: Google takes countries and states only", offer)


def _what_else(text: str) -> str:
    code = find_country_code(text)
    return f"Did you mean {code}? {_EXAMPLE}" if code else did_you_mean(text, country_names(), _EXAMPLE)
