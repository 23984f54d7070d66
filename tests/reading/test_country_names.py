"""The table of countries' names in other languages says what CLDR says."""

import unicodedata

import pytest
from babel import Locale

from site_builder.reading import country_names
from site_builder.reading.countries import (
    AMBIGUOUS,
    REGIONS,
    country_of_state,
    find_country,
    find_region,
    is_state,
    plain,
)
from site_builder.reading.country_codes import english_names

LANGUAGES = "de fr es it pt nl pl cs sk sv da nb fi tr ro hu hr el uk ru ja zh ko".split()


def rows() -> dict[str, list[str]]:
    """Make the table: each name that is one country's alone in all languages, and is neither English nor a state's or a region's."""
    meant: dict[str, set[str]] = {}
    for language in LANGUAGES:
        territories = Locale(language).territories
        for code in english_names():
            if code in territories:
                meant.setdefault(plain(territories[code]), set()).add(code)
    table: dict[str, list[str]] = {code: [] for code in english_names()}
    for name, codes in meant.items():
        letters = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
        is_taken = name in country_names.OTHER_THINGS or letters in AMBIGUOUS or find_region(name) is not None
        states = country_of_state(name) or any(is_state(name, country) for country in ("AU", "DE", "GB"))
        if len(codes) == 1 and not is_taken and not states and name not in map(plain, english_names().values()):
            table[codes.pop()].append(name)
    return {code: sorted(names) for code, names in table.items() if names}


def test_the_table_is_that_of_cldr() -> None:
    """Every name of CLDR in these languages, but those that mean something else as well. Where a new CLDR differs, `rows` is the table."""
    assert "".join(f"{code} {'|'.join(names)}\n" for code, names in rows().items()) == country_names._TABLE  # noqa: SLF001 - the table is what is tested


@pytest.mark.parametrize(
    ("name", "code"),
    [("Germania", "DE"), ("Allemagne", "DE"), ("Tyskland", "DE"), ("Alemania", "DE"), ("ドイツ", "DE"), ("Stany Zjednoczone", "US"), ("États-Unis", "US"),
     ("Pays-Bas", "NL"), ("Royaume-Uni", "GB"), ("Schweden", "SE"), ("Hongrie", "HU"), ("Великобритания", "GB"), ("日本", "JP"), ("Holandia", "NL")],
)  # fmt: skip
def test_countries_in_other_languages(name: str, code: str) -> None:
    """A country is known by its name in the languages of the table."""
    assert find_country(name) == code


@pytest.mark.parametrize("name", sorted(country_names.OTHER_THINGS))
def test_names_of_other_things_are_no_countries(name: str) -> None:
    """Granada is in Spain, Brasilia a town, Columbia a dozen of them: what some language calls a country so is not one."""
    assert find_country(name) is None


def test_regions_are_made_of_countries() -> None:
    """Every region offered to authors has real codes, each once."""
    for name, codes in REGIONS.items():
        assert set(codes) <= english_names().keys(), name
        assert len(set(codes)) == len(codes), name
