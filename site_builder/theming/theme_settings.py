"""A theme's settings: what each may be, and what is wrong with those of a site or with a theme's own."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple

from site_builder.model.colour import colour_of
from site_builder.model.problem import Problem
from site_builder.theming.fonts import STACKS, is_font_file

Assets = Collection[str]
"""The names of the assets that there are."""


class _Kind(NamedTuple):
    """What a setting of a kind takes beside its choices, and how to say so."""

    takes: Callable[[str, Assets], bool]
    right: str


KINDS = {
    "colour": _Kind(lambda value, _: colour_of(value) is not None, 'a colour such as "#0f6674"'),
    "asset": _Kind(lambda value, assets: value in assets, "the name of a file in assets/"),
    "font": _Kind(
        lambda value, assets: value in STACKS or (value in assets and is_font_file(value)),
        f"a style of type ({', '.join(STACKS)}), or the name of a font file in assets/",
    ),
}
"""The kinds of settings that theme.toml may name under [kinds]. Each may be empty, too."""


class Choices(NamedTuple):
    """What settings may be, by their names: the values of [choices], and the kinds of [kinds]."""

    values: Mapping[str, list[Any]] = {}
    kinds: Mapping[str, str] = {}

    def extended(self, table: Mapping[str, Any]) -> "Choices":
        """Return these with those of another theme.toml."""
        return Choices({**self.values, **table.get("choices", {})}, {**self.kinds, **table.get("kinds", {})})

    def refused(self, setting: str, value: Any, assets: Assets) -> list[Any]:
        """Return what a setting cannot be: of a list some of its values, else the value itself. Without choices all goes."""
        kind = KINDS.get(self.kinds.get(setting, ""))
        if kind is None and setting not in self.values:
            return []
        return [
            one
            for one in (value if isinstance(value, list) else [value])
            if one not in self.values.get(setting, []) and not (kind and (not one or kind.takes(str(one), assets)))
        ]

    def right(self, setting: str) -> str:
        """Return what to write for a setting instead."""
        kind = KINDS.get(self.kinds.get(setting, ""))
        choices = ", ".join(map(written, self.values.get(setting, [])))
        if kind is None:
            return f"Choose one of: {choices}"
        return f"Choose one of: {choices}; or write {kind.right}" if choices else f"Write {kind.right}"


def setting_problems(  # what is said, and what may be
    theme: str,
    given: Mapping[str, Any],
    known: Mapping[str, Any],
    choices: Choices,
    assets: Assets,
    line_of: Mapping[str, int],
) -> Iterator[Problem]:
    """Yield what is wrong with a site's settings of its theme; `known` are the theme's own, `line_of` gives lines by dotted names."""
    for setting, value in given.items():
        line = line_of.get(f"theme.settings.{setting}", 1)
        if setting not in known:
            yield Problem(
                "site.toml",
                line,
                "theme-setting-unknown",
                f'the theme "{theme}" has no setting `{setting}`',
                f"Its settings are: {', '.join(sorted(known)) or 'none'}.",
            )
        elif type(value) is not type(known[setting]):
            yield Problem(
                "site.toml",
                line,
                "theme-setting-wrong",
                f"`{setting}` cannot be {written(value)}",
                f"Write a value like {written(known[setting])}.",
            )
        elif wrong := choices.refused(setting, value, assets):
            yield Problem(
                "site.toml",
                line,
                "theme-setting-wrong",
                f"`{setting}` cannot be {written(wrong[0])}",
                f"{choices.right(setting)}.",
            )


def default_problems(
    file: str, merged: Mapping[str, Any], choices: Choices, assets: Assets, line_of: Callable[[str], int]
) -> Iterator[Problem]:
    """Yield what is wrong with the defaults of a theme that are no choices of its own, or of its parents.

    `file` is its theme.toml, `line_of` gives the lines of its settings.
    """
    for setting, value in merged.items():
        if wrong := choices.refused(setting, value, assets):
            yield Problem(
                file,
                line_of(setting),
                "theme-default-wrong",
                f"the default of `{setting}`, {written(wrong[0])}, is not among its [choices]",
                f"{choices.right(setting)}; or add it to [choices].",
            )


def written(value: Any) -> str:
    """Write a setting's value as site.toml has it."""
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()
