"""What a place that does not say its country may mean: the lines that its author can choose from."""

import re

from site_builder.reading.cities import country_of_city
from site_builder.reading.countries import country_name, find_country_code, find_region, states_of_code
from site_builder.reading.wrong import right_line, shown

_CODE = re.compile(r"(?P<town>.*[^\s,]),?\s+\(?(?P<code>[A-Z]{2,3})\)?(?:\s+\d{5})?")
_MOST = 3


def country_question(text: str, *, alone: bool) -> str | None:
    """Return the lines to choose from for a place whose country is not stated ("Portland, OR", "London"); None where nobody knows.

    `alone` says that no other place stands in the field, so that a whole line of it can be offered. Two letters at the end may be a state's or a country's: "San Jose, CA" is in California or in Canada.
    """
    found = _CODE.fullmatch(text)
    offers = _of_code(found["town"], found["code"]) if found else []
    if not offers:
        parts = [text, *text.split(",")]
        country = next((known for part in parts if (known := country_of_city(part.strip()))), None)
        offers = [(f"{text}, {country}", f"{shown(text)} is in {country}")] if country else []
    if not offers:
        return None
    lines = [
        f"{right_line('locations', line) if alone else f'`{line}`'} if {meaning}" for line, meaning in offers[:_MOST]
    ]
    return f"Write {', or '.join(lines)}."


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
