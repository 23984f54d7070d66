"""Which of the problems found are reported: those of some files, of some codes."""

import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from site_builder.explanations.catalogue import codes_in, nearest, unknown
from site_builder.model.problem import Problem


class SelectionError(ValueError):
    """A path or a code that there is not."""


def paths_within(root: Path, files: Iterable[Path]) -> tuple[str, ...]:
    """Return files and folders of the site in `root` by their paths in it, folders with a slash at their end.

    Raises SelectionError for what is not there, or not in the site.
    """
    paths = []
    root = _normal(root)
    for file in files:
        place = _normal(file)
        if not place.exists():
            raise SelectionError(f"There is no {file}.")
        if not place.is_relative_to(root):
            raise SelectionError(f"{file} is not in the site's folder.")
        path = place.relative_to(root).as_posix()
        paths.append("" if path == "." else f"{path}/" if place.is_dir() else path)
    return tuple(paths)


def _normal(path: Path) -> Path:
    """Return a path without `..`; not resolved, since a symbolic link in the site is a file of the site."""
    return Path(os.path.normpath(path.absolute()))


def codes_named(names: Sequence[str]) -> set[str]:
    """Return the codes that names of codes and groups mean. Raises SelectionError for a name that is neither."""
    for name in unknown(names):
        near = nearest(name)
        raise SelectionError(
            f"There is no code or group {name}{f'; did you mean {near}?' if near else '.'} `check --explain all` lists them."
        )
    return codes_in(names)


def selected(
    problems: Iterable[Problem], paths: Collection[str] = (), codes: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """Return the problems of these files and folders (none: of all) that have one of these codes (None: any)."""
    return tuple(
        problem
        for problem in problems
        if (codes is None or problem.code in codes)
        and (
            not paths
            or any(problem.path == path or (path[-1:] in ("/", "") and problem.path.startswith(path)) for path in paths)
        )
    )
