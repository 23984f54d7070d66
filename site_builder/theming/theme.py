"""A theme as found: which file every template and asset name means, the settings and the words of the interface."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_builder.model.card import CardStyle
from site_builder.model.fingerprint import digest, fingerprint
from site_builder.model.problem import Problem, Severity
from site_builder.model.site import Asset
from site_builder.theming.assets import find_assets, generated_asset
from site_builder.theming.card_style import card_style
from site_builder.theming.chain import chain_of
from site_builder.theming.files import LARGEST_TEXT, Place, find, unreadable
from site_builder.theming.look import NAME, Where, is_asked_for, look, tokens_of
from site_builder.theming.old_names import rewritten
from site_builder.theming.old_theme_names import (
    new_template_names,
    problems_in,
    with_new_settings,
    with_new_site_settings,
)
from site_builder.theming.strings import read_strings
from site_builder.theming.template_blocks import problems_of_blocks
from site_builder.theming.theme_settings import Choices, default_problems, setting_problems


class Theme(Struct, frozen=True):
    """The chain site -> theme -> parents, looked up: the first that has a name wins.

    `templates` maps names to files: `job.html` to the first in the chain, `base/job.html` to that theme's own.
    `digests` gives for each template a digest of its text and of all it extends, includes or imports. `strings` are the
    words of the interface by language. `generated` are the texts of assets that no file has, by their names; `card` is
    how jobs are drawn for where they are shared, None where the settings do not ask for it, or nothing is there that draws.
    """

    name: str
    settings: dict[str, Any]
    strings: dict[str, dict[str, Any]]
    templates: dict[str, str]
    digests: dict[str, str]
    assets: tuple[Asset, ...]
    generated: dict[str, str] = {}
    card: CardStyle | None = None


def load_theme(
    name: str, settings: Mapping[str, Any], site: Path, line_of: Mapping[str, int]
) -> tuple[Theme | None, list[Problem]]:
    """Look a theme up for the site in the folder `site`, and lay the site's settings over the theme's. With a theme, the problems are warnings.

    `line_of` gives the lines of `theme.name` and of the settings in site.toml, for problems.
    """
    chain, problems = chain_of(name, site, line_of)
    if not chain:
        return None, problems
    merged: dict[str, Any] = {}
    choices = Choices()
    strings: dict[str, dict[str, Any]] = {}
    places = [Place(site), *(theme.place for theme in chain)]
    assets, asset_problems = find_assets(places)
    names = {asset.name for asset in assets}
    for theme in reversed(chain):
        table, old = with_new_settings(theme, merged)
        merged |= table.get("settings", {})
        choices = choices.extended(table)
        problems += [*old, *default_problems(theme.shown, merged, choices, names, theme.line_of_setting)]
    for place in reversed(places):
        problems += read_strings(place, strings)
    settings, line_of, old = with_new_site_settings(settings, merged, line_of)
    problems += old
    problems += setting_problems(name, settings, merged, choices, names, line_of)
    templates, template_problems = _templates(places)
    digests, digest_problems = _digests(templates)
    problems += [*template_problems, *digest_problems, *asset_problems, *problems_in(places)]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    problems += problems_of_blocks(templates)

    def where(setting: str) -> tuple[str, int]:
        if setting in settings:
            return "site.toml", line_of.get(f"theme.settings.{setting}", 1)
        return chain[0].shown, chain[0].line_of_setting(setting)

    chosen = merged | dict(settings)
    styles = _styles(places) if is_asked_for(chosen) or chosen.get("cards") else ""
    generated, look_problems = _generated(chosen, styles, assets, where)
    if look_problems:
        return None, look_problems
    return (
        Theme(
            name=name,
            settings=chosen,
            strings=strings,
            templates={template: str(file) for template, (file, _) in templates.items()},
            digests=digests,
            assets=(*assets, *(generated_asset(one, text) for one, text in generated.items())),
            generated=generated,
            card=card_style(chosen, styles + "".join(generated.values()), assets) if chosen.get("cards") else None,
        ),
        problems,
    )


def _styles(places: list[Place]) -> str:
    """Return the style sheets of a theme, its parents' first."""
    files = (file for place in reversed(places) for file in sorted((place.folder / "assets").glob("*.css")))
    return "\n".join(rewritten(file.read_text(encoding="utf-8", errors="replace"), is_template=False) for file in files)


def _generated(
    settings: Mapping[str, Any], styles: str, assets: tuple[Asset, ...], where: Where
) -> tuple[dict[str, str], list[Problem]]:
    """Return the style sheet that settings ask for, if they do, and what is wrong with them."""
    if not is_asked_for(settings):
        return {}, []
    addresses = {asset.name: asset.path.removeprefix("assets/") for asset in assets}
    sheet, problems = look(settings, tokens_of(styles), addresses, where)
    return ({NAME: sheet} if sheet else {}), problems


def _templates(places: list[Place]) -> tuple[dict[str, tuple[Path, str]], list[Problem]]:
    """Return each template's file with that file's name for people."""
    templates: dict[str, tuple[Path, str]] = {}
    problems: list[Problem] = []
    new_names = new_template_names()
    for place in places:
        # A name may begin with `_` here: that is how parts of templates are told from whole ones.
        found = find(place, "templates", LARGEST_TEXT, passed_over=(".",))
        problems += found.problems
        for name, file in found.files.items():
            known = (file, place.shown(f"templates/{name}"))
            new = new_names.get(name)
            for one in (name, *([new] if new and new not in found.files else [])):
                templates.setdefault(one, known)
                if place.below:
                    templates.setdefault(f"{place.folder.name}/{one}", known)
    for old, new in new_names.items():
        also = {
            f"{name.removesuffix(new)}{old}": known
            for name, known in templates.items()
            if f"/{name}".endswith(f"/{new}")
        }
        templates |= also | templates
    return templates, problems


_REFERENCE = re.compile(
    r"""(?:\{%[-+]?\s*(?:extends|include|import|from)\s+|\bfragment\(\s*)(?:"([^"]+)"|'([^']+)'|([^%\s]))"""
)


def _digests(templates: Mapping[str, tuple[Path, str]]) -> tuple[dict[str, str], list[Problem]]:
    """Return each template's digest with all it refers to. One that computes a name may refer to any."""
    own: dict[Path, str] = {}
    found: dict[Path, list[tuple[str, str, str]]] = {}
    problems: list[Problem] = []
    for file, shown in sorted(set(templates.values())):
        try:
            data = file.read_bytes()
            found[file], own[file] = _REFERENCE.findall(data.decode()), digest(data)
        except OSError as error:
            problems.append(unreadable(shown, error))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            problems.append(
                Problem(shown, line, "file-encoding", "the file is not saved as UTF-8", "Save it as UTF-8.")
            )
    if problems:
        return {}, problems
    references: dict[str, set[str]] = {}
    for name, (file, _) in templates.items():
        names = {double or single for double, single, _ in found[file]}
        references[name] = set(templates) if any(computed for *_, computed in found[file]) else names & set(templates)
    result = {}
    for name in templates:
        reached, waiting = {name}, [name]
        while waiting:
            new = references[waiting.pop()] - reached
            reached |= new
            waiting += new
        result[name] = fingerprint(sorted((one, own[templates[one][0]]) for one in reached))
    return result, []
