"""What the command `check` does, from its options to its exit status."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from site_builder.check import check
from site_builder.engine.workers import Workers
from site_builder.explanations.catalogue import explanations
from site_builder.explanations.pages import listed, plain
from site_builder.fix import difference, fixes, write
from site_builder.model.problem import Severity, printable
from site_builder.project import Project, load_project
from site_builder.proof import prove
from site_builder.reporting import FORMATS
from site_builder.reporting.report import CheckReport
from site_builder.reporting.selection import codes_named, paths_within, selected
from site_builder.wording import number_of

Say = Callable[[str], None]
"""Prints a line."""


class Wanted(NamedTuple):
    """What the caller chose: the site's folder, files and folders in it (none: all), codes and groups (none: all), a format, and what else to do.

    With `output`, the built site in that folder is looked at, as it will be served at `base_url` (none: the one in site.toml).
    """

    site: Path
    files: tuple[Path, ...] = ()
    only: tuple[str, ...] = ()
    form: str = "text"
    fix: bool = False
    diff: bool = False
    strict: bool = False
    explain: str | None = None
    output: Path | None = None
    base_url: str | None = None


def run_check(wanted: Wanted, day: Callable[[Project | None], date], workers: Workers, say: Say, note: Say) -> int:
    """Check, mend or explain; return the exit status. `say` prints results, `note` what was done meanwhile. Raises SelectionError."""
    if wanted.explain is not None:
        _explain(wanted.explain, say)
        return 0
    codes = codes_named(wanted.only) if wanted.only else None
    project, problems = load_project(wanted.site, base_url=wanted.base_url)
    today, files = day(project), 0
    paths: tuple[str, ...] = ()
    if project is not None:
        paths = paths_within(project.root, wanted.files)
        if wanted.fix:
            all_done = _fix(project, paths, workers, say if wanted.diff else None, note)
            if wanted.diff or not all_done:
                return 0 if all_done else 1
            project = _loaded_again(project, wanted)
        if wanted.output is not None:
            found = prove(project, wanted.output, today, workers, wanted.only)
        else:
            found = check(project, today, workers, wanted.only)
        problems, files = list(found.problems), found.files
    shown = selected(problems, paths, codes)
    most_alike = None if wanted.only or paths else _MOST_ALIKE
    report = CheckReport(wanted.site.absolute(), today, shown, files, _prefix(wanted.site), most_alike)
    for line in FORMATS[wanted.form](report):
        say(line)
    severities = {problem.severity for problem in shown}
    return 1 if severities & ({Severity.ERROR, Severity.WARNING} if wanted.strict else {Severity.ERROR}) else 0


_MOST_ALIKE = 10
"""Warnings of one code that are shown of a whole site: who has a hundred of them mends them in one go."""


def _explain(name: str, say: Say) -> None:
    """Say what a code means, or list the codes of a group, or all."""
    known = explanations()
    if name in known:
        say(plain(known[name]))
    else:
        say("\n".join(listed(set(known) if name == "all" else codes_named([name]))))


def _fix(project: Project, paths: Sequence[str], workers: Workers, show: Say | None, note: Say) -> bool:
    """Mend files, or show how; return whether nothing is left to mend that could be."""
    found = fixes(project, workers, paths)
    failed = 0
    for one in found:
        if show is not None:
            show("\n".join(difference(one)))
            continue
        problem = write(project, one)
        failed += problem is not None
        note(str(problem) if problem else f"{printable(one.path)}: {printable(', '.join(one.done))}")
    count = len(found) - failed
    note(f"{number_of(count, 'file')} {'would be' if show else 'was' if count == 1 else 'were'} mended.")
    return not (found if show else failed)


def _loaded_again(project: Project, wanted: Wanted) -> Project:
    """Return the site as its mended settings have it."""
    again, _ = load_project(wanted.site, base_url=wanted.base_url)
    return again or project


def _prefix(site: Path) -> str:
    """Return the way from the folder in which the program was started to the site's, where it leads down."""
    path = os.path.relpath(site)
    return "" if path == "." or path.startswith("..") else f"{Path(path).as_posix()}/"
