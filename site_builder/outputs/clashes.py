"""Two outputs on one path: both are named, neither is guessed at."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from site_builder.model.output import Output
from site_builder.model.problem import Problem


def without_clashes(outputs: Sequence[Output]) -> tuple[list[Output], list[Problem]]:
    """Return the outputs, of those that meet on one path the first, and a problem for every other.

    Paths that differ by case only meet too: they are one file on the file systems of macOS and Windows. So do a file
    and a folder of one name.
    """
    kept: dict[str, Output] = {}
    problems: list[Problem] = []
    folders = {
        str(parent).casefold(): output
        for output in outputs
        for parent in PurePosixPath(output.path).parents
        if str(parent) != "."
    }
    for output in outputs:
        name = output.path.casefold()
        other = kept.get(name) or folders.get(name)
        if other is None:
            kept[name] = output
        else:
            problems.append(_clash(output, other))
    return list(kept.values()), problems


def _clash(output: Output, other: Output) -> Problem:
    return Problem(
        output.origin,
        1,
        "path-clash",
        f"/{output.path} is already made by {other.origin}",
        "Give one of the two another `slug` or alias.",
    )
