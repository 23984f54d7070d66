"""The interface speaks every language that it offers, in all of its words."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from site_builder.theming.chain import BUILT_IN

LANGUAGES = ("ar", "cs", "de", "en", "es", "fr", "ja", "pt")
THEMES = ("base", "studio")


def words_of(theme: str, language: str) -> dict[str, Any]:
    """Return a theme's words in a language, as its file has them."""
    return tomllib.loads((Path(BUILT_IN) / theme / "strings" / f"{language}.toml").read_text("utf-8"))


def keys_of(words: dict[str, Any], language: str, start: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Give the dotted keys of words with the names in their braces; plural forms are one, and all that the language has."""
    forms = Locale(language).plural_form.tags | {"other"}
    for key, value in words.items():
        if isinstance(value, dict) and "other" in value:
            # CLDR's "many" of the Romance languages is for millions, of the Slavic ones for fractions.
            assert value.keys() <= forms, start + key
            assert forms - value.keys() <= {"many"}, start + key
            yield start + key, frozenset()
        elif isinstance(value, dict):
            yield from keys_of(value, language, f"{start}{key}.")
        else:
            assert value.strip(), start + key
            yield start + key, frozenset(part.partition("}")[0] for part in value.split("{")[1:])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_words(theme: str, language: str) -> None:
    """A language has the words that English has, with the same values to be filled in, and no others."""
    assert dict(keys_of(words_of(theme, language), language)) == dict(keys_of(words_of(theme, "en"), "en"))


def test_these_are_the_languages() -> None:
    """Every file of words is one of the languages that are tested."""
    for theme in THEMES:
        assert {file.stem for file in (Path(BUILT_IN) / theme / "strings").glob("*.toml")} == set(LANGUAGES)
