"""A theme as found: which file every template and asset name means, the settings and the words of the interface."""

import re
from collections.abc import Iterator, Mapping
from os.path import isfile
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_builder.model.fingerprint import digest, fingerprint
from site_builder.model.problem import Problem
from site_builder.model.site import Asset
from site_builder.theming.assets import find_assets
from site_builder.theming.files import LARGEST_TEXT, Place, find, link_problems, read_toml, unreadable

# In the wheel the built-in themes lie inside the package, in the source tree beside it.
_PACKAGE = Path(__file__).parent.parent
BUILT_IN = next(folder for folder in (_PACKAGE / "themes", _PACKAGE.parent / "themes") if folder.is_dir())


class Theme(Struct, frozen=True):
    """The chain site -> theme -> parents, looked up: the first that has a name wins.

    `templates` maps names to files: `job.html` to the first in the chain, `base/job.html` to that theme's own.
    `digests` gives for each template a digest of its text and of all it extends, includes or imports. `strings` are the
    words of the interface by language.
    """

    name: str
    settings: dict[str, Any]
    strings: dict[str, dict[str, Any]]
    templates: dict[str, str]
    digests: dict[str, str]
    assets: tuple[Asset, ...]


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
    choices: dict[str, list[Any]] = {}
    strings: dict[str, dict[str, Any]] = {}
    places = [Place(site), *(place for place, _ in chain)]
    for place, table in reversed(chain):
        merged |= table.get("settings", {})
        choices |= table.get("choices", {})
        problems += _default_problems(place, merged, choices)
    for place in reversed(places):
        problems += _read_strings(place, strings)
    problems += _setting_problems(name, settings, merged, choices, line_of)
    templates, template_problems = _templates(places)
    digests, digest_problems = _digests(templates)
    assets, asset_problems = find_assets(places)
    problems += [*template_problems, *digest_problems, *asset_problems]
    if problems:
        return None, problems
    return (
        Theme(
            name=name,
            settings=merged | dict(settings),
            strings=strings,
            templates={template: str(file) for template, (file, _) in templates.items()},
            digests=digests,
            assets=assets,
        ),
        [],
    )


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
    for section in ("settings", "choices"):
        if not isinstance(table.get(section, {}), dict):
            mend = f"Write [{section}] on a line of its own, and `name = …` below it."
            yield Problem(file, 1, "theme-wrong", f"`{section}` is no table", mend)
            return
    for name, choice in table.get("choices", {}).items():
        if not isinstance(choice, list):
            mend = f'Write a list of values: `{name} = ["one", "two"]`.'
            yield Problem(file, 1, "theme-wrong", f"the choices of `{name}` are no list", mend)


def _place_of(theme: object, site: Path) -> Place | None:
    """Return where a theme lies: in the site, or among those that came with the program."""
    if not isinstance(theme, str) or not re.fullmatch(r"[\w-]+", theme):
        return None
    own = Place(site, f"themes/{theme}", trusted=site == BUILT_IN.parent)
    ours = Place(BUILT_IN.parent, f"{BUILT_IN.name}/{theme}", trusted=True)
    # `os.path` takes a name that is too long, or a folder that is closed to us, for one that is not there; `pathlib` raises.
    return next((place for place in (own, ours) if isfile(place.folder / "theme.toml")), None)  # noqa: PTH113


def _setting_problems(
    name: str,
    given: Mapping[str, Any],
    known: Mapping[str, Any],
    choices: Mapping[str, list[Any]],
    line_of: Mapping[str, int],
) -> Iterator[Problem]:
    for setting, value in given.items():
        line = line_of.get(f"theme.settings.{setting}", 1)
        if setting not in known:
            yield Problem(
                "site.toml",
                line,
                "theme-setting-unknown",
                f'the theme "{name}" has no setting `{setting}`',
                f"Its settings are: {', '.join(sorted(known)) or 'none'}.",
            )
        elif type(value) is not type(known[setting]):
            yield Problem(
                "site.toml",
                line,
                "theme-setting-wrong",
                f"`{setting}` cannot be {_toml(value)}",
                f"Write a value like {_toml(known[setting])}.",
            )
        elif wrong := _no_choice(value, choices.get(setting)):
            yield Problem(
                "site.toml",
                line,
                "theme-setting-wrong",
                f"`{setting}` cannot be {_toml(wrong[0])}",
                f"Choose {'from' if isinstance(value, list) else 'one of'}: {', '.join(map(_toml, choices[setting]))}.",
            )


def _default_problems(place: Place, merged: Mapping[str, Any], choices: Mapping[str, list[Any]]) -> Iterator[Problem]:
    """Yield what is wrong with the defaults of a theme that are no choices of its own, or of its parents."""
    for setting, value in merged.items():
        if wrong := _no_choice(value, choices.get(setting)):
            yield Problem(
                place.shown("theme.toml"),
                0,
                "theme-default-wrong",
                f"the default of `{setting}`, {_toml(wrong[0])}, is not among its [choices]",
                f"Choose one of: {', '.join(map(_toml, choices[setting]))}; or add it to [choices].",
            )


def _no_choice(value: Any, choices: list[Any] | None) -> list[Any]:
    """Return what is not among a setting's choices: of a list its values, else the value itself. Without choices all goes."""
    if choices is None:
        return []
    return [one for one in (value if isinstance(value, list) else [value]) if one not in choices]


def _toml(value: Any) -> str:
    """Write a setting's value as site.toml has it."""
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


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
