"""Where a theme's and a site's own files are looked for, and which of them may be read."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.engine.folder import WRONG, Entry, Kind, first_link, scan
from site_builder.engine.regular_file import read_start
from site_builder.model.problem import Problem
from site_builder.model.toml_mistakes import mistake_in

LARGEST_TEXT = 1_000_000
"""Bytes of a template, or of a file of words or settings."""
LARGEST_ASSET = 25_000_000
"""Bytes of an asset: GitHub warns of files above 50 MB and takes none above 100 MB."""


class Place(NamedTuple):
    """A folder with `templates/`, `strings/` and `assets/`: the site's own, or a theme's.

    It is `below` (with `/`) in `root`, relative to which its files are named to people. What came with the program is
    trusted: how its files got there, by links or not, is the installer's business.
    """

    root: Path
    below: str = ""
    trusted: bool = False

    @property
    def folder(self) -> Path:
        """The folder itself."""
        return self.root / self.below

    def shown(self, name: str) -> str:
        """Return the name of a file of this place for people."""
        return f"{self.below}/{name}" if self.below else name


class Found(NamedTuple):
    """The files below a folder of a place, by their names in that folder, and what is wrong with the others."""

    files: dict[str, Path]
    problems: list[Problem]


def find(place: Place, folder: str, largest: int, passed_over: tuple[str, ...] = ("_", ".")) -> Found:
    """List the files below a folder of a place that have at most `largest` bytes. Links that leave the folder are refused."""
    if place.trusted:
        entries = scan(place.folder / folder, passed_over=passed_over)
        prefix = place.shown(folder) + "/"
    else:
        entries = scan(place.root, place.shown(folder), passed_over)
        prefix = ""
    found = Found({}, [])
    for entry in entries:
        path = prefix + entry.path
        if entry.kind is Kind.FILE and entry.size > largest:
            found.problems.append(too_large(path, entry.size, largest))
        elif entry.kind is Kind.FILE or (place.trusted and _is_linked_file(place, path, entry)):
            found.files[path.removeprefix(place.shown(folder) + "/")] = place.root / path
        else:
            found.problems.append(Problem(path, 0, *WRONG[entry.kind]))
    return found


def link_problems(place: Place, name: str) -> Iterator[Problem]:
    """Yield what is wrong with a place that is reached by a symbolic link, or with its file of this name that leaves it by one."""
    if place.trusted:
        return
    link = first_link(place.root, place.below)
    if link is not None:
        yield Problem(link.path, 0, *WRONG[link.kind])
    elif not Path(os.path.realpath(place.folder / name)).is_relative_to(os.path.realpath(place.folder)):
        yield Problem(place.shown(name), 0, *WRONG[Kind.OUTSIDE])


def read_toml(file: Path, shown: str) -> tuple[dict[str, Any], str, list[Problem]]:
    """Read a small TOML file: its values and its text. `shown` is its name for people."""
    try:
        data, size = read_start(file, LARGEST_TEXT + 1)
        if len(data) > LARGEST_TEXT:
            return {}, "", [too_large(shown, size, LARGEST_TEXT)]
        text = data.decode().removeprefix("\ufeff")
        return tomllib.loads(text), text, []
    except OSError as error:
        return {}, "", [unreadable(shown, error)]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return {}, "", [Problem(shown, line, "file-encoding", "the file is not saved as UTF-8", "Save it as UTF-8.")]
    # Numbers of thousands of digits; tables in each other without end: tomllib goes down by recursion.
    except (ValueError, RecursionError) as error:
        return {}, "", [_no_toml(shown, str(error), text)]


def _no_toml(shown: str, reason: str, text: str) -> Problem:
    """Return the problem that a file is not TOML, for a reason of tomllib's."""
    mistake = mistake_in(text, reason)
    message = f"the file cannot be read as TOML: {mistake.message}"
    return Problem(shown, mistake.line + 1, "toml-syntax", message, mistake.mend)


def unreadable(shown: str, error: OSError) -> Problem:
    """Return the problem that a file cannot be read."""
    return Problem(
        shown,
        0,
        "file-unreadable",
        (error.strerror or str(error)).lower(),
        "Correct the file's permissions, or delete it.",
    )


def too_large(shown: str, size: int, largest: int) -> Problem:
    """Return the problem that a file has too many bytes."""
    return Problem(
        shown,
        0,
        "file-too-large",
        f"the file has {size / 1e6:.1f} MB; at most {largest / 1e6:.0f} MB are taken",
        "Make it smaller, or serve it from another place.",
    )


def _is_linked_file(place: Place, path: str, entry: Entry) -> bool:
    return entry.kind is Kind.OUTSIDE and (place.root / path).is_file()
