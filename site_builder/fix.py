"""All files of a site mended where that is certain."""

import difflib
from collections.abc import Collection, Iterator

from site_builder.engine.folder import Kind, scan
from site_builder.engine.regular_file import read_start
from site_builder.engine.replace_file import replace_file
from site_builder.engine.workers import Workers
from site_builder.fixing.toml_names import SITE, THEME, mend_names
from site_builder.fixing_task import FixTask, MendedFile
from site_builder.model.problem import Problem, printable
from site_builder.model.source_files import CONTENT, ENDINGS
from site_builder.model.value import Value
from site_builder.project import Project
from site_builder.reading.source_text import LARGEST_FILE


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
        if entry.kind is Kind.FILE and entry.path.lower().endswith(ENDINGS) and _is_within(entry.path, paths)
    ]
    task = FixTask(project.root, project.reading)
    mended: dict[int, MendedFile | None] = dict(workers.each(task, files, "mending"))
    of_content = [
        Fixed(files[position], *found) for position in sorted(mended) if (found := mended[position]) is not None
    ]
    return [*of_content, *(one for one in _of_settings(project) if _is_within(one.path, paths))]


def _is_within(path: str, paths: Collection[str]) -> bool:
    return not paths or any(path == one or (one[-1:] in ("/", "") and path.startswith(one)) for one in paths)


def _of_settings(project: Project) -> Iterator[Fixed]:
    """Find the old names that can be mended in site.toml and the site's own theme.toml."""
    told: dict[str, list[str]] = {}
    for problem in project.warnings:
        if problem.path == SITE or problem.path.endswith(f"/{THEME}"):
            told.setdefault(problem.path, []).append(problem.message)
    for path, messages in told.items():
        data, size = read_start(project.root / path, LARGEST_FILE + 1)
        mended = mend_names(path, data, messages) if size <= LARGEST_FILE else None
        if mended is not None:
            yield Fixed(path, data, mended.data, mended.done)


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
