"""What kept a build from publishing, said so that a person can act on it."""

import errno
import sqlite3
from pathlib import Path

from site_builder.engine.lock import BusyError
from site_builder.engine.publish import FolderRefusedError
from site_builder.engine.workers import WorkerDiedError
from site_builder.model.problem import Problem
from site_builder.project import Project

PUBLISHING_ERRORS = (BusyError, FolderRefusedError, WorkerDiedError, OSError, sqlite3.Error)

_AS_BEFORE = "The site is as it was before."


def problem_of(error: Exception, project: Project) -> Problem:
    """Return the problem that an error of publishing is to the person who builds."""
    output = _shown(project.output, project)
    match error:
        case BusyError():
            return Problem(output, 0, "build-running", "another build of this site is running", "Wait until it ends, or stop it.")
        case FolderRefusedError():
            return Problem(output, 0, "output-refused", str(error), error.mend)
        case WorkerDiedError():
            return Problem(output, 0, "worker-died", str(error), f"{_AS_BEFORE} Free memory and build again.")
        case OSError():
            place = _shown(Path(str(error.filename)), project) if error.filename else output
            mend = _MENDS.get(error.errno or 0, "Mend it, and build again.")
            return Problem(place, 0, "output-not-written", error.strerror or str(error), f"{_AS_BEFORE} {mend}")
        case _:
            ledger = _shown(project.ledger, project)
            return Problem(ledger, 0, "ledger-not-written", f"the ledger cannot be used: {error}", f"{_AS_BEFORE} {_LEDGER_MEND}")


_MENDS = {
    errno.ENOSPC: "The disk is full: make room, and build again.",
    errno.EDQUOT: "Your share of the disk is used up: make room, and build again.",
    errno.EACCES: "Give yourself the right to write there, or choose another folder with --output, and build again.",
    errno.EPERM: "Give yourself the right to write there, or choose another folder with --output, and build again.",
    errno.EROFS: "The disk is read-only: choose another folder with --output, and build again.",
}
_LEDGER_MEND = "Make room on its disk and see that you may write there, and build again."


def _shown(path: Path, project: Project) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else str(path)
