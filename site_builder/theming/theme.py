"""A theme as found: which file every template and asset name means, the settings and the words of the interface."""

import re
from collections.abc import Iterator, Mapping
from os.path import isfile
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_builder.model.card import CardStyle
from site_builder.model.fingerprint import digest, fingerprint
from site_builder.model.problem import Problem
from site_builder.model.site import Asset
from site_builder.theming.assets import find_assets, generated_asset
from site_builder.theming.card_style import card_style
from site_builder.theming.files import LARGEST_TEXT, Place, find, link_problems, read_toml, unreadable
from site_builder.theming.look import NAME, Where, is_asked_for, look, tokens_of
from site_builder.theming.theme_settings import KINDS, Choices, default_problems, setting_problems, written

# In the wheel the built-in themes lie inside the package, in the source tree beside it.
_PACKAGE = Path(__file__).parent.parent
BUILT_IN = next(folder for folder in (_PACKAGE / "themes", _PACKAGE.parent / "themes") if folder.is_dir())


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
    """Look a theme up for the site in the folder `site`, and lay the site's settings over the theme's.

    `line_of` gives the lines of `theme.name` and of the settings in site.toml, for problems.
    """
    chain, problems = _chain(name, site, line_of)
    if problems:
        return None, problems
    merged: dict[str, Any] = {}
    choices = Choices()
    strings: dict[str, dict[str, Any]] = {}
    places = [Place(site), *(place for place, _ in chain)]
    assets, asset_problems = find_assets(places)
    names = {asset.name for asset in assets}
    for place, table in reversed(chain):
        merged |= table.get("settings", {})
        choices = choices.extended(table)
        problems += default_problems(place.shown("theme.toml"), merged, choices, names)
    for place in reversed(places):
        problems += _read_strings(place, strings)
    problems += setting_problems(name, settings, merged, choices, names, line_of)
    templates, template_problems = _templates(places)
    digests, digest_problems = _digests(templates)
    problems += [*template_problems, *digest_problems, *asset_problems]
    if problems:
        return None, problems

    def where(setting: str) -> tuple[str, int]:
        if setting in settings:
            return "site.toml", line_of.get(f"theme.settings.{setting}", 1)
        return chain[0][0].shown("theme.toml"), 0

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
        [],
    )


def _styles(places: list[Place]) -> str:
    """Return the style sheets of a theme, its parents' first."""
    files = (file for place in reversed(places) for file in sorted((place.folder / "assets").glob("*.css")))
    return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)


def _generated(
    settings: Mapping[str, Any], styles: str, assets: tuple[Asset, ...], where: Where
) -> tuple[dict[str, str], list[Problem]]:
    """Return the style sheet that settings ask for, if they do, and what is wrong with them."""
    if not is_asked_for(settings):
        return {}, []
    addresses = {asset.name: asset.path.removeprefix("assets/") for asset in assets}
    sheet, problems = look(settings, tokens_of(styles), addresses, where)
    return ({NAME: sheet} if sheet else {}), problems


def _chain(
    name: str, site: Path, line_of: Mapping[str, int]
) -> tuple[list[tuple[Place, dict[str, Any]]], list[Problem]]:
    """Return the theme's place and its parents', with what their theme.toml says."""
    chain: list[tuple[Place, dict[str, Any]]] = []
    wanted: str | None = name
    asked_in, line = "site.toml", line_of.get("theme.name", 1)
    while wanted:
        place = _place_of(wanted, site)
        if place is None:
            names = sorted(
                {one.parent.name for place in (site / "themes", BUILT_IN) for one in place.glob("*/theme.toml")}
            )
            return [], [
                Problem(
                    asked_in,
                    line,
                    "theme-missing",
                    f'there is no theme "{wanted}"',
                    f"Choose one of: {', '.join(names)}.",
                )
            ]
        file = place.shown("theme.toml")
        if any(place == seen for seen, _ in chain):
            return [], [
                Problem(file, 1, "theme-circle", "the theme extends itself", "Take `extends` out of one of the themes.")
            ]
        problems = list(link_problems(place, "theme.toml"))
        table, toml_problems = ({}, problems) if problems else read_toml(place.folder / "theme.toml", file)
        if toml_problems or (toml_problems := list(_shape_problems(file, table))):
            return [], toml_problems
        chain.append((place, table))
        wanted, asked_in, line = table.get("extends"), file, 1
    return chain, []


def _shape_problems(file: str, table: Mapping[str, Any]) -> Iterator[Problem]:
    """Refuse a theme.toml whose tables are none, or whose choices are no lists."""
    for section in ("settings", "choices", "kinds"):
        if not isinstance(table.get(section, {}), dict):
            mend = f"Write [{section}] on a line of its own, and `name = …` below it."
            yield Problem(file, 1, "theme-wrong", f"`{section}` is no table", mend)
            return
    for name, choice in table.get("choices", {}).items():
        if not isinstance(choice, list):
            mend = f'Write a list of values: `{name} = ["one", "two"]`.'
            yield Problem(file, 1, "theme-wrong", f"the choices of `{name}` are no list", mend)
    for name, kind in table.get("kinds", {}).items():
        if kind not in KINDS:
            mend = f"Write one of: {', '.join(map(written, KINDS))}."
            yield Problem(file, 1, "theme-wrong", f"`{name}` cannot be of the kind {written(kind)}", mend)


def _place_of(theme: object, site: Path) -> Place | None:
    """Return where a theme lies: in the site, or among those that came with the program."""
    if not isinstance(theme, str) or not re.fullmatch(r"[\w-]+", theme):
        return None
    own = Place(site, f"themes/{theme}", trusted=site == BUILT_IN.parent)
    ours = Place(BUILT_IN.parent, f"{BUILT_IN.name}/{theme}", trusted=True)
    # `os.path` takes a name that is too long, or a folder that is closed to us, for one that is not there; `pathlib` raises.
    return next((place for place in (own, ours) if isfile(place.folder / "theme.toml")), None)  # noqa: PTH113


def _read_strings(place: Place, strings: dict[str, dict[str, Any]]) -> Iterator[Problem]:
    found = find(place, "strings", LARGEST_TEXT)
    yield from found.problems
    for name, file in found.files.items():
        language, _, suffix = name.rpartition(".")
        if suffix == "toml" and "/" not in language:
            table, problems = read_toml(file, place.shown(f"strings/{name}"))
            yield from problems
            strings[language] = _merged(strings.get(language, {}), table)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay words over others; tables are merged, so that one word of a table can be changed."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        merged[key] = _merged(inner, value) if isinstance(inner, Mapping) and isinstance(value, Mapping) else value
    return merged


def _templates(places: list[Place]) -> tuple[dict[str, tuple[Path, str]], list[Problem]]:
    """Return each template's file with that file's name for people."""
    templates: dict[str, tuple[Path, str]] = {}
    problems: list[Problem] = []
    for place in places:
        # A name may begin with `_` here: that is how parts of templates are told from whole ones.
        found = find(place, "templates", LARGEST_TEXT, passed_over=(".",))
        problems += found.problems
        for name, file in found.files.items():
            known = (file, place.shown(f"templates/{name}"))
            templates.setdefault(name, known)
            if place.below:
                templates.setdefault(f"{place.folder.name}/{name}", known)
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
