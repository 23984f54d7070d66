"""Two outputs on one path: both are named, neither is guessed at."""

from collections.abc import Callable, Iterable, Sequence

from site_builder.model.output import Output
from site_builder.model.problem import Problem


def have_clashes(paths: Iterable[str]) -> bool:
    """Tell whether some paths meet, so that `without_clashes` has something to do."""
    names = [path.casefold() for path in paths]
    files = set(names)
    return len(files) < len(names) or any(folder in files for name in names for folder in _folders_of(name))


def without_clashes(outputs: Sequence[Output], line_of: Callable[[Output], int]) -> tuple[list[Output], list[Problem]]:
    """Return the outputs, of those that meet on one path the first, and a problem for every other. `line_of` gives the line on which one is asked for.

    The order of the outputs is their rank: what a later one wants, an earlier one does not lose.

    Paths that differ by case only meet too: they are one file on the file systems of macOS and Windows. So do a file
    and a folder of one name.
    """
    kept: dict[str, Output] = {}
    problems: list[Problem] = []
    folders: dict[str, Output] = {}
    for output in outputs:
        name = output.path.casefold()
        above = _folders_of(name)
        other = kept.get(name) or folders.get(name) or next((kept[one] for one in above if one in kept), None)
        if other is None:
            kept[name] = output
            for folder in above:
                folders[folder] = output
        else:
            problems.append(_clash(output, other, line_of(output)))
    return list(kept.values()), problems


def _folders_of(path: str) -> list[str]:
    """Return the folders above a file, the outermost first."""
    found: list[str] = []
    end = path.find("/")
    while end >= 0:
        found.append(path[:end])
        end = path.find("/", end + 1)
    return found


def _clash(output: Output, other: Output, line: int) -> Problem:
    mend = "Give one of the two another `slug` or alias."
    if output.origin == "site.toml":
        mend = "Take the line out of [redirects], or give the page another `slug`."
    return Problem(output.origin, line, "path-clash", f"/{output.path} is already made by {other.origin}", mend)
