"""Old names in a site's own themes: settings, names of templates, and what stands in templates, style sheets and scripts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from site_builder.model.deprecated import Deprecated, Kind, of_kinds
from site_builder.model.deprecated_uses import use_of
from site_builder.model.problem import Problem
from site_builder.theming.chain import Manifest
from site_builder.theming.files import LARGEST_ASSET, LARGEST_TEXT, Place, find
from site_builder.theming.old_names import CONTRACT, ENDINGS, found_in

_SECTIONS = ("settings", "choices", "kinds")


def with_new_settings(theme: Manifest, known: Mapping[str, Any]) -> tuple[Mapping[str, Any], list[Problem]]:
    """Return a theme.toml's values with the new names of settings that its parents have (`known`), and where old ones stand."""
    table, problems = theme.table, []
    for one in _settings(known):
        for section in _SECTIONS:
            if one.name in table.get(section, {}):
                problems.append(use_of(one, theme.shown, theme.line_of(section, one.name)))
                table = {**table, section: _renamed(table[section], one)}
    return table, problems


def with_new_site_settings(
    settings: Mapping[str, Any], known: Mapping[str, Any], line_of: Mapping[str, int]
) -> tuple[Mapping[str, Any], Mapping[str, int], list[Problem]]:
    """Return a site's settings of its theme under their new names, with lines for these, and where old ones stand. `known` are the theme's."""
    problems = []
    for one in _settings(known):
        if one.name in settings:
            line = line_of.get(f"theme.settings.{one.name}", 1)
            problems.append(use_of(one, "site.toml", line))
            settings = _renamed(settings, one)
            line_of = {f"theme.settings.{one.instead}": line, **line_of}
    return settings, line_of, problems


def _settings(known: Mapping[str, Any]) -> Iterator[Deprecated]:
    return (one for one in of_kinds(Kind.THEME_SETTING) if (one.instead or one.name) in known)


def _renamed(values: Mapping[str, Any], one: Deprecated) -> dict[str, Any]:
    """Return values with the new name of one, which counts where both are there."""
    if not one.instead:
        return dict(values)
    return {one.instead: values[one.name]} | {name: value for name, value in values.items() if name != one.name}


def new_template_names() -> dict[str, str]:
    """Return the new names of templates by their old ones."""
    return {one.name: one.instead for one in of_kinds(Kind.TEMPLATE) if one.instead}


def problems_in(places: Iterable[Place]) -> Iterator[Problem]:
    """Yield where old names stand in the site's own files, and in those of its themes; what came with the program is passed over."""
    if not of_kinds(*CONTRACT):
        return
    templates = {one.name: one for one in of_kinds(Kind.TEMPLATE)}
    for place in places:
        if place.trusted:
            continue
        for name, file in find(place, "templates", LARGEST_TEXT, passed_over=(".",)).files.items():
            shown = place.shown(f"templates/{name}")
            if one := templates.get(name):
                mend = one.mend or f"Rename the file to `{one.instead}`."
                yield replace(use_of(one, shown, 0), mend=mend)
            yield from _in_file(file, shown, is_template=True)
        for name, file in find(place, "assets", LARGEST_ASSET).files.items():
            if name.endswith(ENDINGS):
                yield from _in_file(file, place.shown(f"assets/{name}"), is_template=False)


def _in_file(file: Path, shown: str, *, is_template: bool) -> Iterator[Problem]:
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return  # said of it elsewhere
    for old, start, end in found_in(text, is_template=is_template):
        line = text.count("\n", 0, start) + 1
        yield use_of(old, shown, line, start - text.rfind("\n", 0, start), end - start)
