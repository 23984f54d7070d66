"""What kept a build from publishing, said so that a person can act on it."""

import errno
import os
import sqlite3
from pathlib import Path

from msgspec.structs import replace

from site_builder.engine.lock import BusyError
from site_builder.engine.place import FolderRefusedError
from site_builder.engine.publish import HalfwayError
from site_builder.engine.workers import WorkerDiedError
from site_builder.model.problem import Problem
from site_builder.project import Project

PUBLISHING_ERRORS = (BusyError, FolderRefusedError, WorkerDiedError, HalfwayError, OSError, sqlite3.Error)

_AS_BEFORE = "The site is as it was before."
_HALFWAY = "Some files of the site are new, some as before; each is whole."


def problem_of(error: BaseException, project: Project) -> Problem:
    """Return the problem that an error of publishing is to the person who builds."""
    output = _shown(project.output, project)
    match error:
        case BusyError():
            return Problem(
                output, 0, "build-running", "another build of this site is running", "Wait until it ends, or stop it."
            )
        case FolderRefusedError():
            return Problem(output, 0, "output-refused", str(error), error.mend)
        case WorkerDiedError():
            mend = f"{_AS_BEFORE} If memory ran out, free some. Then build again."
            return Problem(error.item or output, 0, "worker-died", str(error), mend)
        case HalfwayError():
            problem = problem_of(error.__cause__ or error, project)
            return replace(problem, mend=problem.mend.replace(_AS_BEFORE, _HALFWAY))
        case OSError():
            return _disk_problem(error, project)
        case _:
            return _ledger_problem(error, project)


_NO_SPACE = {
    errno.ENOSPC: "is full",
    errno.EDQUOT: "has no room left for you",
}
# SQLite tells a disk without room and one that cannot be written apart, but not always rightly.
_LEDGER_DISK = {sqlite3.SQLITE_FULL: "is full", sqlite3.SQLITE_IOERR: "is full or broken"}
_NO_FOLDER = (errno.EEXIST, errno.ENOTDIR)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def _disk_problem(error: OSError, project: Project) -> Problem:
    file = Path(str(error.filename)) if error.filename else project.output
    in_ledger = file.is_relative_to(project.ledger.parent) and not file.is_relative_to(project.output)
    code = "ledger-not-written" if in_ledger else "output-not-written"
    if error.errno in _NO_SPACE:
        # The file itself is one of ours that waits beside its place; what people know is its folder.
        folder = project.ledger.parent if in_ledger else project.output
        message = f"the disk {_disk_of(folder)} {_NO_SPACE[error.errno]}"
        return Problem(
            _shown(folder, project), 0, code, message, f"{_AS_BEFORE} Make room on that disk, and build again."
        )
    message = (error.strerror or str(error)).lower()
    mend = "Correct it, and build again."
    if error.errno in _NO_FOLDER:
        message = "a file stands where a folder belongs"
        mend = "Move it away, and build again."
    if error.errno in _FORBIDDEN:
        elsewhere = "" if in_ledger else ", or choose another folder with --output"
        mend = f"Give yourself the right to write there{elsewhere}, and build again."
    return Problem(_shown(_place_of(file), project), 0, code, message, f"{_AS_BEFORE} {mend}")


def _ledger_problem(error: BaseException, project: Project) -> Problem:
    ledger = _shown(project.ledger, project)
    state = _LEDGER_DISK.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if state is not None:
        message = f"the disk {_disk_of(project.ledger.parent)} {state}"
        mend = "Make room on that disk, and build again."
    else:
        message = f"the ledger of earlier builds cannot be used: {error}"
        mend = "See that you may write there, and build again."
    return Problem(ledger, 0, "ledger-not-written", message, f"{_AS_BEFORE} {mend}")


def _disk_of(folder: Path) -> str:
    """Return where the disk of a folder is mounted, which is how `df` and people name it."""
    place = Path(os.path.realpath(folder))
    return str(next(one for one in (place, *place.parents) if one.is_mount() or one == one.parent))


def _place_of(file: Path) -> Path:
    """Return the folder beside which a file or folder waits for its place, since nobody knows it; any other file itself."""
    for one in (file, *file.parents):
        if one.name.startswith(".") and one.suffix in (".part", ".new"):
            return one.parent
    return file


def _shown(path: Path, project: Project) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else str(path)
