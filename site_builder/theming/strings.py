"""The words of the interface: `strings/LANG.toml` of the site, its theme and that one's parents, laid over each other."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.model.problem import Problem
from site_builder.model.toml_lines import lines_of
from site_builder.theming.files import LARGEST_TEXT, Place, find, read_toml

Strings = dict[str, dict[str, Any]]
"""Words by language, then by their keys; with a number, by its plural forms."""


def read_strings(place: Place, strings: Strings) -> Iterator[Problem]:
    """Lay a place's words over those of its parents, and yield what is wrong with them."""
    found = find(place, "strings", LARGEST_TEXT)
    yield from found.problems
    for name, file in found.files.items():
        language, _, suffix = name.rpartition(".")
        if suffix == "toml" and "/" not in language:
            shown = place.shown(f"strings/{name}")
            table, text, problems = read_toml(file, shown)
            below = strings.get(language, {})
            if not place.trusted:
                problems += _wrong_words(table, below or strings.get("en", {}), text, shown)
            yield from problems
            strings[language] = _merged(below, table)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay words over others; tables are merged, so that one word of a table can be changed."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        merged[key] = _merged(inner, value) if isinstance(inner, Mapping) and isinstance(value, Mapping) else value
    return merged


_PLURAL = frozenset({"zero", "one", "two", "few", "many", "other"})
_VALUE = re.compile(r"\{(\w+)\}")


def _wrong_words(
    table: Mapping[str, Any], below: Mapping[str, Any], text: str, shown: str, before: str = ""
) -> Iterator[Problem]:
    """Yield words that are none, that are a table where one word is meant, and those with a place for what nobody fills in."""
    for key, value in table.items():
        known, dotted = below.get(key), before + key
        says = mend = ""
        if isinstance(value, Mapping) and not isinstance(known, str):
            yield from _wrong_words(value, known or {}, text, shown, f"{dotted}.")
        elif isinstance(value, Mapping):
            says, mend = "are one text, no table", f'Write `{key} = "{known}"` in your words.'
        elif not isinstance(value, str):
            says, mend = "are no text", f'Write them in double quotes: `{key} = "…"`.'
        elif isinstance(known, Mapping):
            forms = ", ".join(f"`{one}`" for one in known)
            says, mend = "are a table", f"Write [{dotted}] on a line of its own, and below it {forms}."
        elif known is not None or (key in _PLURAL and below):
            allowed = set(_VALUE.findall(" ".join(filter(_is_text, below.values())) if key in _PLURAL else str(known)))
            unknown = sorted(set(_VALUE.findall(value)) - allowed)
            if unknown:
                names = ", ".join(f"`{{{one}}}`" for one in sorted(allowed))
                says = f"have a place for `{{{unknown[0]}}}`, which nothing fills in"
                mend = f"What is filled in is {names}." if names else "Nothing is filled in here: leave it out."
        if says:
            lines = lines_of(text)
            yield Problem(shown, lines.get(dotted, 1), "theme-wrong", f"the words `{dotted}` {says}", mend)


def _is_text(value: object) -> bool:
    return isinstance(value, str)
