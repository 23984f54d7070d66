"""Bring a folder to what a plan says: whole or not at all, and only what changed.

First every changed file is written beside its place under a name of its own. Only when all of them are there are they renamed
into place, and the files that nobody wants any more removed. The ledger knows all these paths as unfinished from before the first
write until after the last, so that a build that is killed at any moment is mended by the next one. What the ledger does not know was
not written by us, and is never touched.
"""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import compress
from operator import is_not
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.engine.folder import stamp_of
from site_builder.engine.ledger import Ledger, Written
from site_builder.engine.obstacles import refuse_obstacles
from site_builder.engine.place import claim, token_in
from site_builder.engine.regular_file import read_start
from site_builder.engine.staging import Stage, Staged, digest_of, put_into_place, sweep
from site_builder.engine.workers import Workers


class HalfwayError(Exception):
    """Putting files into place was stopped by an error, which is the cause: the folder holds files of both sites."""


class Counts(NamedTuple):
    """Work done: outputs rendered, of these written (their bytes had changed), and files removed."""

    rendered: int = 0
    written: int = 0
    removed: int = 0


class Published(NamedTuple):
    """The work done, or why nothing was."""

    counts: Counts
    failures: tuple[Any, ...] = ()


def publish(  # noqa: PLR0913, PLR0917  # what, where to, by whom
    folder: Path,
    ledger: Ledger,
    workers: Workers,
    keys: Mapping[str, str],
    task_for: Callable[[Stage, list[str]], tuple[Callable[[Any], Staged], list[Any]]],
    whole: tuple[str, bytes] | None = None,
    last: Mapping[str, str] | None = None,
) -> Published:
    """Make the files named by `keys` (path -> key) the ones in the folder, and remove those of ours that are not among them.

    `task_for(stage, paths)` gives the task that puts one output on the stage and its arguments, for the paths that have to be rendered.
    `whole` is the key of all these files together and what is reported of them, for `published_whole`; `last` are the keys
    under which this process published the last time, where nobody has touched the files since: they need not be looked at.

    Equal keys mean equal bytes; a file whose key is the ledger's is left alone when its stamp is too, or its bytes are: a copy of the
    folder, as a cache of the CI makes one, has other times. Raises FolderRefusedError, OSError (full disk,
    no permission), sqlite3.Error and WorkerDiedError; after any of them, and after a failure, the files in place are those from before. Only
    after HalfwayError they are not.
    """
    token = claim(folder, ledger)
    known = ledger.outputs(token)
    if last is None:
        sweep(folder, [path for path, file in known.items() if not file.key])
        touched = dict(_touched(folder, keys, known))
        stale = [path for path, file in touched.items() if file is None]
        removed = [path for path in known if path not in keys]
        kept = {path: file for path, file in touched.items() if file is not None}
    else:
        stale, removed = _difference(last, keys)
        kept = {}
    if not stale and not removed:
        if kept or whole != ledger.whole(token):
            ledger.record_outputs(token, kept, (), whole)
        return Published(Counts())
    refuse_obstacles(folder, known, stale, removed)
    unfinished = {path: Written("", known[path].stamp if path in known else "") for path in [*stale, *removed]}
    ledger.record_outputs(token, unfinished)
    staged: list[Staged] = []
    new: dict[str, tuple[str, str]] = {}
    try:
        task, items = task_for(Stage.begin(folder), stale)
        for position, one in workers.each(task, items, "rendering", stale, ledger.closed):
            staged.append(one)
            # Worked out here, where nothing else is to be done while others render.
            new[stale[position]] = keys[stale[position]], one.digest
    except BaseException:
        _undo(folder, ledger, token, known, unfinished)
        raise
    failures = tuple(one.failure for one in staged if one.failure is not None)
    if failures:
        _undo(folder, ledger, token, known, unfinished)
        return Published(Counts(), failures)
    # New files first, those that refer to them next: a visitor never meets a page whose style sheet is not there yet.
    changed = sorted((one for one in staged if one.part), key=lambda one: (one.path in known, one.path))
    try:
        put_into_place(folder, changed, removed)
        written = {path: Written(key, _stamp(folder, path), digest) for path, (key, digest) in new.items()}
        ledger.record_outputs(token, {**kept, **written}, removed, whole)
    except (OSError, sqlite3.Error) as error:
        raise HalfwayError(str(error)) from error
    return Published(Counts(len(stale), len(changed), len(removed)))


def is_published(folder: Path, ledger: Ledger, keys: Mapping[str, str]) -> bool:
    """Say whether the files named by `keys` are the ones in a folder, and as they were written. Raises FolderRefusedError."""
    known = ledger.outputs(token_in(folder))
    return len(known) == len(keys) and all(
        path in known and _is_current(folder, path, key, known[path]) for path, key in keys.items()
    )


def keys_published(folder: Path, ledger: Ledger, paths: Iterable[str]) -> dict[str, str]:
    """Return the keys of those of some files that were written into a folder. Raises FolderRefusedError."""
    known = ledger.outputs(token_in(folder))
    return {path: known[path].key for path in paths if path in known}


def published_whole(folder: Path, ledger: Ledger, key: str) -> bytes | None:
    """Return what was reported of the files in a folder, when they are those of this key, all of them and as they were written.

    Raises FolderRefusedError.
    """
    token = token_in(folder)
    known_key, report = ledger.whole(token) or ("", b"")
    if not key or known_key != key:
        return None
    is_whole = all(_is_current(folder, path, file.key, file) for path, file in ledger.outputs(token).items())
    return report if is_whole else None


def _difference(last: Mapping[str, str], keys: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the paths that have another key than the last time, or had none, and those that are there no more."""
    if list(last) == list(keys):
        # Most keys are the same objects, and need not be looked at.
        others = compress(keys, map(is_not, last.values(), keys.values()))
        return [path for path in others if last[path] != keys[path]], []
    return [path for path, key in keys.items() if last.get(path) != key], [path for path in last if path not in keys]


def _touched(
    folder: Path, keys: Mapping[str, str], known: Mapping[str, Written]
) -> Iterator[tuple[str, Written | None]]:
    """Yield the paths whose files are not as the ledger knows them: with the line that is true now where only times differ, else with None.

    The key of a file that the ledger does not know is not asked for: some keys are worked out anew each time they are.
    """
    for path in keys:
        file = known.get(path)
        if file is None:
            yield path, None
            continue
        key = keys[path]
        if not _is_current(folder, path, key, file):
            yield path, _same_bytes(folder, path, key, file)


def _same_bytes(folder: Path, path: str, key: str, known: Written) -> Written | None:
    """Return the line of a file that has other times than when it was written, and the same bytes."""
    if not key or known.key != key or not known.digest:
        return None
    file = f"{folder}/{path}"
    try:
        status = os.lstat(file)
        if not stat.S_ISREG(status.st_mode) or digest_of(read_start(file, status.st_size + 1)[0]) != known.digest:
            return None
        return Written(key, stamp_of(status), known.digest)
    except OSError:
        return None


def _is_current(folder: Path, path: str, key: str, known: Written) -> bool:
    if not key or known.key != key:
        return False
    try:
        return _stamp(folder, path) == known.stamp
    except OSError:
        return False


def _stamp(folder: Path, path: str) -> str:
    return stamp_of(os.lstat(f"{folder}/{path}"))


def _undo(folder: Path, ledger: Ledger, token: str, known: Mapping[str, Written], unfinished: Iterable[str]) -> None:
    """Take away what was staged; nothing in place was touched yet, so the ledger's old lines are true again."""
    # On a disk that is full or broken even this may fail: then the ledger's lines stay unfinished, and the next build mends all.
    with suppress(OSError, sqlite3.Error):
        sweep(folder, unfinished)
        ledger.record_outputs(
            token,
            {path: known[path] for path in unfinished if path in known},
            [path for path in unfinished if path not in known],
        )
