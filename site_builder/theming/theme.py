"""A theme as found: which file every template and asset name means, the settings and the words of the interface."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_builder.model.fingerprint import digest, fingerprint
from site_builder.model.problem import Problem
from site_builder.model.site import Asset

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
    for folder, table in reversed(chain):
        merged |= table.get("settings", {})
        choices |= table.get("choices", {})
        problems += _read_strings(folder, strings, site)
    problems += _read_strings(site, strings, site)
    problems += _setting_problems(name, settings, merged, choices, line_of)
    folders = [(None, site), *((folder.name, folder) for folder, _ in chain)]
    templates = _templates(folders)
    if problems:
        return None, problems
    return (
        Theme(
            name=name,
            settings=merged | dict(settings),
            strings=strings,
            templates=templates,
            digests=_digests(templates),
            assets=_assets([folder / "assets" for _, folder in folders]),
        ),
        [],
    )


def _chain(
    name: str, site: Path, line_of: Mapping[str, int]
) -> tuple[list[tuple[Path, dict[str, Any]]], list[Problem]]:
    """Return the theme's folder and its parents', with what their theme.toml says."""
    chain: list[tuple[Path, dict[str, Any]]] = []
    wanted: str | None = name
    asked_in, line = "site.toml", line_of.get("theme.name", 1)
    while wanted:
        folder = next(
            (one for one in (site / "themes" / wanted, BUILT_IN / wanted) if (one / "theme.toml").is_file()), None
        )
        if folder is None or not re.fullmatch(r"[\w-]+", wanted):
            names = sorted(
                {one.parent.name for place in (site / "themes", BUILT_IN) for one in place.glob("*/theme.toml")}
            )
            return [], [
                Problem(
                    asked_in,
                    line,
                    "theme-missing",
                    f"there is no theme “{wanted}”",
                    f"Choose one of: {', '.join(names)}.",
                )
            ]
        file = _shown(folder / "theme.toml", site)
        if any(folder == seen for seen, _ in chain):
            return [], [
                Problem(file, 1, "theme-circle", "the theme extends itself", "Take `extends` out of one of the themes.")
            ]
        try:
            table = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            return [], [Problem(file, 1, "toml-syntax", f"the file is not TOML: {error}", 'Write `name = "value"`.')]
        chain.append((folder, table))
        wanted, asked_in, line = table.get("extends"), file, 1
    return chain, []


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
                f"the theme “{name}” has no setting `{setting}`",
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
        elif value not in choices.get(setting, [value]):
            yield Problem(
                "site.toml",
                line,
                "theme-setting-wrong",
                f"`{setting}` cannot be {_toml(value)}",
                f"Choose one of: {', '.join(map(_toml, choices[setting]))}.",
            )


def _toml(value: Any) -> str:
    """Write a setting's value as site.toml has it."""
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _read_strings(folder: Path, strings: dict[str, dict[str, Any]], site: Path) -> Iterator[Problem]:
    for file in sorted((folder / "strings").glob("*.toml")):
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            yield Problem(
                _shown(file, site), 1, "toml-syntax", f"the file is not TOML: {error}", 'Write `name = "value"`.'
            )
            continue
        strings[file.stem] = _merged(strings.get(file.stem, {}), table)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay words over others; tables are merged, so that one word of a table can be changed."""
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        merged[key] = _merged(inner, value) if isinstance(inner, Mapping) and isinstance(value, Mapping) else value
    return merged


def _templates(folders: list[tuple[str | None, Path]]) -> dict[str, str]:
    templates: dict[str, str] = {}
    for theme, folder in folders:
        root = folder / "templates"
        for file in sorted(root.rglob("*")):
            if file.is_file() and not file.name.startswith("."):
                name = file.relative_to(root).as_posix()
                templates.setdefault(name, str(file))
                if theme:
                    templates.setdefault(f"{theme}/{name}", str(file))
    return templates


_REFERENCE = re.compile(
    r"""(?:\{%[-+]?\s*(?:extends|include|import|from)\s+|\bfragment\(\s*)(?:"([^"]+)"|'([^']+)'|([^%\s]))"""
)


def _digests(templates: Mapping[str, str]) -> dict[str, str]:
    """Return each template's digest with all it refers to. One that computes a name may refer to any."""
    texts = {file: Path(file).read_bytes() for file in set(templates.values())}
    own = {name: digest(texts[file]) for name, file in templates.items()}
    references: dict[str, set[str]] = {}
    for name, file in templates.items():
        found = _REFERENCE.findall(texts[file].decode(errors="replace"))
        names = {double or single for double, single, _ in found}
        references[name] = set(templates) if any(computed for *_, computed in found) else names & set(templates)
    result = {}
    for name in templates:
        reached, waiting = {name}, [name]
        while waiting:
            new = references[waiting.pop()] - reached
            reached |= new
            waiting += new
        result[name] = fingerprint(sorted((one, own[one]) for one in reached))
    return result


_CSS_URL = re.compile(rb"""url\(\s*(["']?)(?![a-z]+:|/|#)([^"')]+)\1\s*\)""")


def _assets(folders: list[Path]) -> tuple[Asset, ...]:
    """Return all assets, the first of each name, with their fingerprinted addresses.

    Style sheets last, as they refer to others.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            name = file.relative_to(folder).as_posix()
            if file.is_file() and not any(part.startswith((".", "_")) for part in name.split("/")):
                files.setdefault(name, file)
    assets: dict[str, Asset] = {}
    for name in sorted(files, key=lambda one: (one.endswith(".css"), one)):
        data = asset_bytes(files[name], name, assets)
        assets[name] = Asset(name, str(files[name]), digest(data), _fingerprinted(name, digest(data)))
    return tuple(assets[name] for name in sorted(assets))


def asset_bytes(file: Path, name: str, assets: Mapping[str, Asset]) -> bytes:
    """Return an asset's bytes; in a style sheet, `url(name)` of another asset becomes its fingerprinted name."""
    data = file.read_bytes()
    if not name.endswith(".css"):
        return data
    folder = name.rpartition("/")[0]

    def replaced(match: re.Match[bytes]) -> bytes:
        target = f"{folder}/{match[2].decode()}" if folder else match[2].decode()
        if target not in assets or target.endswith(".css"):
            return match[0]
        up = "../" * (folder.count("/") + 1) if folder else ""
        return b'url("%s")' % (up + assets[target].path.removeprefix("assets/")).encode()

    return _CSS_URL.sub(replaced, data)


def _fingerprinted(name: str, of: str) -> str:
    folder, _, file = name.rpartition("/")
    stem, dot, suffix = file.rpartition(".")
    file = f"{stem}.{of[:8]}.{suffix}" if dot and stem else f"{file}.{of[:8]}"
    return "assets/" + (f"{folder}/{file}" if folder else file)


def _shown(file: Path, site: Path) -> str:
    """Return a file's name for people: relative to the site, or to the built-in themes."""
    for root in (site, BUILT_IN.parent):
        if file.is_relative_to(root):
            return file.relative_to(root).as_posix()
    return file.name
