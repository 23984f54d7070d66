"""The files that pages use, from the site's and the themes' `assets/`: each under a name that changes with its bytes."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from site_builder.model.fingerprint import digest
from site_builder.model.problem import Problem
from site_builder.model.site import Asset
from site_builder.theming.files import LARGEST_ASSET, Place, find, unreadable
from site_builder.theming.old_names import rewritten_bytes

LONGEST_NAME = 255
"""Bytes of a file's name on the usual file systems."""


def find_assets(places: Iterable[Place]) -> tuple[tuple[Asset, ...], list[Problem]]:
    """Return all assets, the first of each name, with their fingerprinted addresses, and what is wrong with others."""
    files: dict[str, tuple[Path, str]] = {}
    problems: list[Problem] = []
    for place in places:
        found = find(place, "assets", LARGEST_ASSET)
        problems += found.problems
        for name, file in found.files.items():
            files.setdefault(name, (file, place.shown(f"assets/{name}")))
    assets: dict[str, Asset] = {}
    # Style sheets last, as they refer to others.
    for name in sorted(files, key=lambda one: (one.endswith(".css"), one)):
        file, shown = files[name]
        try:
            of = digest(asset_bytes(file, name, assets))
        except OSError as error:
            problems.append(unreadable(shown, error))
            continue
        asset = Asset(name, str(file), of, _fingerprinted(name, of))
        excess = len(asset.path.rpartition("/")[2].encode()) - LONGEST_NAME
        if excess > 0:
            problems.append(
                Problem(
                    shown,
                    0,
                    "file-name-long",
                    "the file's name is too long: on the site, 9 characters are added to it",
                    f"Make it shorter by {excess} characters or more.",
                )
            )
        assets[name] = asset
    return tuple(assets[name] for name in sorted(assets)), problems


def generated_asset(name: str, text: str) -> Asset:
    """Return an asset that no file has, with its fingerprinted address."""
    of = digest(text.encode())
    return Asset(name, "", of, _fingerprinted(name, of))


def asset_bytes(file: Path, name: str, assets: Mapping[str, Asset]) -> bytes:
    """Return an asset's bytes; in a style sheet, `url(name)` of another asset becomes its fingerprinted name."""
    data = rewritten_bytes(file.read_bytes(), name)
    if not name.endswith(".css"):
        return data
    folder = name.rpartition("/")[0]

    def replaced(match: re.Match[bytes]) -> bytes:
        own = match[2].decode(errors="replace")
        target = f"{folder}/{own}" if folder else own
        if target not in assets or target.endswith(".css"):
            return match[0]
        up = "../" * (folder.count("/") + 1) if folder else ""
        return b'url("%s")' % (up + assets[target].path.removeprefix("assets/")).encode()

    return _CSS_URL.sub(replaced, data)


_CSS_URL = re.compile(rb"""url\(\s*(["']?)(?![a-z]+:|/|#)([^"')]+)\1\s*\)""")


def _fingerprinted(name: str, of: str) -> str:
    folder, _, file = name.rpartition("/")
    stem, dot, suffix = file.rpartition(".")
    file = f"{stem}.{of[:8]}.{suffix}" if dot and stem else f"{file}.{of[:8]}"
    return "assets/" + (f"{folder}/{file}" if folder else file)
