"""All explanations, by code."""

from collections.abc import Iterable
from functools import cache

from site_builder.checking.built.explained_hosting import HOSTING_RULES
from site_builder.checking.built.rules_of_pages import BUILT_RULES
from site_builder.checking.catalogue import ALL
from site_builder.explanations import building, fields, files, importing, settings, text, values
from site_builder.explanations.explanation import GROUPS, Explanation, of_rule

_TABLES = (
    *map(of_rule, ALL),
    *map(of_rule, BUILT_RULES),
    *map(of_rule, HOSTING_RULES),
    *fields.TABLE,
    *values.TABLE,
    *text.TABLE,
    *files.TABLE,
    *settings.TABLE,
    *building.TABLE,
    *importing.TABLE,
)


@cache
def explanations() -> dict[str, Explanation]:
    """Return all explanations by code, in the order of their groups."""
    order = list(GROUPS)
    return {one.code: one for one in sorted(_TABLES, key=lambda one: (order.index(one.group), one.code))}


@cache
def groups_of_codes() -> dict[str, str]:
    """Return the name of each code's group."""
    return {code: str(one.group) for code, one in explanations().items()}


def codes_in(names: Iterable[str]) -> set[str]:
    """Return the codes that some names of codes and groups mean."""
    wanted = set(names)
    return {code for code, group in groups_of_codes().items() if code in wanted or group in wanted}


def unknown(names: Iterable[str]) -> list[str]:
    """Return those names that are neither a code nor a group."""
    return [name for name in names if name not in explanations() and name not in GROUPS]


def nearest(name: str) -> str | None:
    """Return the code or group that a name is most like, if any is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name[:60], [*explanations(), *map(str, GROUPS)], n=1, cutoff=0.7)), None)
