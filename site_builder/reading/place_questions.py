"""What a place that does not say its country may mean: the lines that its author can choose from."""

import re

from site_builder.reading.cities import country_of_city
from site_builder.reading.countries import (
    AMBIGUOUS,
    country_name,
    find_country,
    find_country_code,
    find_region,
    is_state,
    plain,
    states_of_code,
)
from site_builder.reading.wrong import right_line, shown

_CODE = re.compile(r"(?P<town>.*[^\s,]),?\s+\(?(?P<code>[A-Z]{2,3})\)?(?:\s+\d{5})?")
_MOST = 3


def country_question(text: str, *, alone: bool) -> str | None:
    """Return the lines to choose from for a place whose country is not stated ("Portland, OR", "London"); None where nobody knows.

    `alone` says that no other place stands in the field, so that a whole line of it can be offered. Two letters at the end may be a state's or a country's: "San Jose, CA" is in California or in Canada.
    """
    place = _REMOTE.sub("", text).strip(" ,-–(") or text
    found = _CODE.fullmatch(place)
    offers = _of_code(found["town"], found["code"]) if found else []
    offers = offers or _of_pair(place) or _of_state(place) or _of_city(place)
    if not offers:
        return None
    lines = [
        f"{right_line('locations', line) if alone else f'`{line}`'} if {meaning}" for line, meaning in offers[:_MOST]
    ]
    return f"Write {', or '.join(lines)}."


_REMOTE = re.compile(
    r"^(?:fully )?remote\s*[-–,:]\s*(?:hq (?:is|in)\s)?|[\s,(/-]*(?:\bor\s)?\b(?:(?:100 ?% |fully )?remote(?: (?:ok|possible|work|option))?|telecommut\w+|home ?office)\)?$",
    re.IGNORECASE,
)


def _of_pair(text: str) -> list[tuple[str, str]]:
    """Return "UK - London" and "Linz / Austria" as a town and its country."""
    pair = [part.strip() for part in re.split(r"\s[-–—]\s|\s?/\s?", text)]
    lands = [part for part in pair if find_country(part)]
    if len(pair) != 2 or len(lands) != 1:  # noqa: PLR2004 - a pair
        return []
    [town] = [part for part in pair if part not in lands]
    return [(f"{town}, {lands[0]}", f"{shown(town)} is in {_the(lands[0])}")]


def _of_state(text: str) -> list[tuple[str, str]]:
    return [
        (f"{text}, {'USA' if country == 'US' else country_name(country)}", f"the state {shown(text)} is meant")
        for country in ("US", "CA", "AU")
        if len(text) > len("NSW") and plain(text) not in AMBIGUOUS and is_state(text, country)
    ]


def _of_city(text: str) -> list[tuple[str, str]]:
    country = next((known for part in (text, *text.split(",")) if (known := country_of_city(part.strip()))), None)
    return [(f"{text}, {country}", f"{shown(text)} is in {_the(country)}")] if country else []


def _the(country: str) -> str:
    return f"the {country}" if country.startswith("United ") or country.endswith(("lands", "ines")) else country


def _of_code(town: str, code: str) -> list[tuple[str, str]]:
    """Return a town with each state, then with the country, that its code may stand for, and what it means."""
    readings = []
    for country, state in states_of_code(code):
        name = "USA" if country == "US" else country_name(country)
        readings.append((f"{town}, {state}, {name}", f"{code} is {state}"))
    nation = find_country_code(code)
    if nation is not None:
        readings.append((f"{town}, {country_name(nation)}", f"{code} is {country_name(nation)}"))
    return readings


def region_question(text: str, *, is_remote: bool) -> str:
    """Return what to write for a region of the world, or for words such as "Worldwide", in the field of the place."""
    remote = "" if is_remote else "For a remote job write `remote: full`; "
    for part in (text, *re.split(r"[,;()]", text)):
        region = find_region(part.strip())
        if region is not None and region[1]:
            codes = ", ".join(region[1])
            return _sentence(
                f"{remote}write `applicant_locations: [{codes}]` and take out the countries where nobody may live."
            )
    return _sentence(
        f"{remote}write in `applicant_locations` the countries where applicants may live, such as `applicant_locations: [DE, AT, CH]`; "
        "no search engine takes a word for all of them."
    )


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
