"""The section [redirects] of `site.toml`: addresses that are gone, and where they lead now."""

from collections.abc import Iterator, Mapping
from typing import Any

from site_builder.reading.sections import Notes, read_section
from site_builder.reading.site_paths import read_folder, read_site_path, read_target


def read_redirects(value: Any, notes: Notes) -> dict[str, Any]:
    """Return the redirects, as a field of the Config; none of them leads back to itself."""
    redirects: dict[str, str] = {}
    written: dict[str, str] = {}
    for old, new in read_section("redirects", value, '`"/old/" = "/new/"`.').items():
        both = (read_site_path, read_target) if not old.endswith("*") else (read_folder, read_folder)
        path = notes.read(f"redirects.{old}", both[0], old)
        target = notes.read(f"redirects.{old}", both[1], new)
        if path is not None and target is not None:
            redirects[path], written[path] = target, old
    for circle in _circles(redirects):
        around = " and ".join(f"`{one}`" for one in circle[1:])
        notes.add(
            f"redirects.{written[circle[0]]}",
            f"`{circle[0]}` leads back to itself" + (f", by {around}" if around else ""),
            "Let it lead to a page that is there, or take the line out.",
        )
    return {"redirects": redirects}


def _circles(redirects: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield old addresses that lead to each other without end, the first of each circle in the order of the file.

    Whole folders are left out: of one that leads to another, each page leads on where there is one.
    """
    names = {old.strip("/"): old for old in redirects if not old.endswith("*")}
    passed: set[str] = set()
    for first in names:
        way: list[str] = []
        at = first
        while at in names and at not in passed:
            passed.add(at)
            way.append(at)
            at = redirects[names[at]].strip("/")
        if at in way:
            yield [names[one] for one in way[way.index(at) :]]
