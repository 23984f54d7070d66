"""Bring a folder to what a plan says: whole or not at all, and only what changed.

First every changed file is written beside its place under a name of its own (`.index.html.part`). Only when all of them are there
are they renamed into place and the files that nobody wants any more removed. The ledger knows all these paths as unfinished
from before the first write until after the last, so that a build that is killed at any moment is mended by the next one. What the
ledger does not know was not written by us, and is never touched.
"""

import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.engine.folder import stamp_of
from site_builder.engine.ledger import Ledger, Written
from site_builder.engine.workers import Workers

TOKEN_FILE = ".site-builder"


class FolderRefusedError(Exception):
    """The output folder is not ours to write into. `mend` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.mend = mend


class Staged(NamedTuple):
    """What came of rendering one output: the bytes differ from those in place and lie beside them, or it failed (any value but None)."""

    path: str
    changed: bool
    failure: object = None


class Counts(NamedTuple):
    """Work done: outputs rendered, of these written (their bytes had changed), and files removed."""

    rendered: int = 0
    written: int = 0
    removed: int = 0


class Published(NamedTuple):
    """The work done, or why nothing was."""

    counts: Counts
    failures: tuple[Any, ...] = ()


def claim(folder: Path, ledger: Ledger) -> str:
    """Return the token that ties a folder to the ledger; a new or empty folder is given one.

    Entries that begin with `.` (`.gitignore`, `.git`) do not make a folder anybody's. Raises FolderRefusedError for a folder with other
    people's files, and for one whose ledger was lost: nobody knows which of its files are ours.
    """
    token_file = folder / TOKEN_FILE
    if folder.exists() and not folder.is_dir():
        raise FolderRefusedError(f"{folder.name} is a file", "Name a folder for the result, or move the file away.")
    if token_file.is_file():
        token = token_file.read_text(encoding="utf-8").strip()
        if ledger.knows_folder(token) or _is_empty(folder):
            return token
        raise FolderRefusedError(
            f"the ledger that knows which files in {folder.name}/ are ours is gone",
            f"If nothing in {folder.name}/ was put there by hand, delete the folder and build again.",
        )
    if folder.is_dir() and not _is_empty(folder):
        raise FolderRefusedError(
            f"{folder.name}/ holds files that were not written by site-builder",
            "Choose another folder with --output, or empty this one. Nothing in it was touched.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    token = secrets.token_hex(16)
    token_file.write_text(token + "\n", encoding="utf-8")
    return token


def publish(
    folder: Path,
    ledger: Ledger,
    workers: Workers,
    keys: Mapping[str, str],
    task_for: Callable[[list[str]], tuple[Callable[[Any], Staged], list[Any]]],
) -> Published:
    """Make the files named by `keys` (path -> key) the ones in the folder, and remove those of ours that are not among them.

    `task_for(paths)` gives the task that stages one output (see `stage`) and its arguments, for the paths that have to be rendered.
    Equal keys mean equal bytes; a file whose key and stamp are the ledger's is left alone. Raises FolderRefusedError, OSError (full disk,
    no permission) and WorkerDiedError; after any of them, and after a failure, the files in place are those from before.
    """
    token = claim(folder, ledger)
    known = ledger.outputs(token)
    _sweep(folder, known)
    stale = [path for path, key in keys.items() if not _is_current(folder, path, key, known.get(path))]
    removed = [path for path in known if path not in keys]
    if not stale and not removed:
        return Published(Counts())
    _refuse_foreign_files(folder, [path for path in stale if path not in known])
    _begin(ledger, token, known, stale, removed)
    try:
        task, items = task_for(stale)
        staged = workers.map(task, items, "rendering")
    except BaseException:
        _undo(folder, ledger, token, known, stale, removed)
        raise
    failures = tuple(one.failure for one in staged if one.failure is not None)
    if failures:
        _undo(folder, ledger, token, known, stale, removed)
        return Published(Counts(), failures)
    changed = [one.path for one in staged if one.changed]
    for path in removed:
        _remove(folder, path)
    for path in changed:
        os.replace(_part(folder, path), folder / path)
    written = {path: Written(keys[path], stamp_of(os.stat(folder / path))) for path in stale}
    ledger.record_outputs(token, written, removed)
    return Published(Counts(len(stale), len(changed), len(removed)))


def stage(folder: Path, path: str, data: bytes) -> Staged:
    """Write an output's bytes beside its place, unless the very same are in place already. Runs in a worker."""
    place = folder / path
    try:
        if place.read_bytes() == data:
            return Staged(path, changed=False)
    except OSError:
        place.parent.mkdir(parents=True, exist_ok=True)
    with open(_part(folder, path), "wb") as file:
        file.write(data)
    return Staged(path, changed=True)


def _is_current(folder: Path, path: str, key: str, known: Written | None) -> bool:
    if known is None or known.key != key:
        return False
    try:
        return stamp_of(os.stat(f"{folder}/{path}")) == known.stamp
    except OSError:
        return False


def _begin(ledger: Ledger, token: str, known: Mapping[str, Written], stale: list[str], removed: list[str]) -> None:
    """Make all that will be touched unfinished before it is touched."""
    unfinished = {path: Written("", known[path].stamp if path in known else "") for path in [*stale, *removed]}
    ledger.record_outputs(token, unfinished)


def _undo(
    folder: Path, ledger: Ledger, token: str, known: Mapping[str, Written], stale: list[str], removed: list[str]
) -> None:
    """Take away what was staged; nothing in place was touched yet, so the ledger's old lines are true again."""
    for path in stale:
        _part(folder, path).unlink(missing_ok=True)
        if path not in known:
            _prune(folder, path)
    ledger.record_outputs(
        token,
        {path: known[path] for path in [*stale, *removed] if path in known},
        [path for path in stale if path not in known],
    )


def _sweep(folder: Path, known: Mapping[str, Written]) -> None:
    """Take away what a killed build left beside its unfinished files."""
    for path, file in known.items():
        if not file.key:
            _part(folder, path).unlink(missing_ok=True)


def _refuse_foreign_files(folder: Path, paths: list[str]) -> None:
    foreign = next((path for path in paths if os.path.lexists(folder / path)), None)
    if foreign is not None:
        raise FolderRefusedError(
            f"{folder.name}/{foreign} is in the way: it was not written by site-builder",
            "Move it away; files of your own that the site shall serve belong into assets/.",
        )


def _remove(folder: Path, path: str) -> None:
    (folder / path).unlink(missing_ok=True)
    _prune(folder, path)


def _prune(folder: Path, path: str) -> None:
    """Remove the folders above a path that are empty now, but never the output folder itself."""
    for parent in Path(path).parents:
        if parent == Path():
            return
        try:
            (folder / parent).rmdir()
        except OSError:
            return


def _part(folder: Path, path: str) -> Path:
    place = folder / path
    return place.with_name(f".{place.name}.part")


def _is_empty(folder: Path) -> bool:
    return all(name.startswith(".") for name in os.listdir(folder))
