"""All files of a site mended where that is certain."""

import difflib
from collections.abc import Collection, Iterator

from site_builder.engine.folder import Kind, scan
from site_builder.engine.replace_file import replace_file
from site_builder.engine.workers import Workers
from site_builder.fixing_task import FixTask, MendedFile
from site_builder.model.problem import Problem, printable
from site_builder.model.source_files import CONTENT, ENDINGS
from site_builder.model.value import Value
from site_builder.project import Project


class Fixed(Value, frozen=True):
    """A file that can be mended: its path, what it is and would be, what is done, in words."""

    path: str
    before: bytes
    after: bytes
    done: tuple[str, ...]


def fixes(project: Project, workers: Workers, paths: Collection[str] = ()) -> list[Fixed]:
    """Find what can be mended in a site's files, or in these files and folders (which end with a slash). Nothing is written."""
    files = [
        entry.path
        for entry in scan(project.root, CONTENT)
        if entry.kind is Kind.FILE
        and entry.path.lower().endswith(ENDINGS)
        and (
            not paths
            or any(entry.path == path or (path[-1:] in ("/", "") and entry.path.startswith(path)) for path in paths)
        )
    ]
    task = FixTask(project.root, project.reading)
    mended: dict[int, MendedFile | None] = dict(workers.each(task, files, "mending"))
    return [Fixed(files[position], *found) for position in sorted(mended) if (found := mended[position]) is not None]


def write(project: Project, fixed: Fixed) -> Problem | None:
    """Write a mended file in the old one's place; a problem says why that could not be."""
    try:
        if replace_file(project.root / fixed.path, fixed.before, fixed.after):
            return None
        reason = "the file was changed while it was looked at"
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
    return Problem(
        fixed.path,
        0,
        "file-not-written",
        f"it could not be mended: {reason}",
        "Correct it, and run `check --fix` again.",
    )


def difference(fixed: Fixed) -> Iterator[str]:
    """Yield the lines of a unified diff."""
    before, after = (text.decode("utf-8").splitlines() for text in (fixed.before, fixed.after))
    for line in difflib.unified_diff(before, after, f"a/{fixed.path}", f"b/{fixed.path}", lineterm="", n=1):
        yield printable(line)
