"""What lies in a folder: the files below it, each with a stamp that changes when the file does."""

import os
import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

# A file touched within the last two seconds may be written again within the same tick of the file system's clock, with the
# same size: its stamp proves nothing yet (git calls this "racy"). FAT's clock ticks every two seconds, ext4's every 4 ms.
_RACY_NANOSECONDS = 2_000_000_000


class Kind(StrEnum):
    """What a directory entry is to us."""

    FILE = "file"
    OUTSIDE = "outside"  # a symbolic link that leaves the folder
    FOLDER_LINK = "folder link"  # a symbolic link to a folder: following it could go round in circles
    DANGLING = "dangling"  # a symbolic link to nothing
    UNNAMEABLE = "unnameable"  # a name that is not UTF-8
    SPECIAL = "special"  # a socket, pipe or device: reading one may never end


class Entry(NamedTuple):
    """One entry: its path relative to the scanned root (with `/`), its stamp ("" when it proves nothing yet), its kind."""

    path: str
    stamp: str
    kind: Kind


def scan(root: Path, below: str = "") -> list[Entry]:
    """List all files below `root/below`, sorted by path. Names that begin with `_` or `.` are passed over with all below them."""
    boundary = os.path.realpath(root) + os.sep
    now = time.time_ns()
    return sorted(_walk(os.fspath(root), below.rstrip("/"), boundary, now))


def stamp_of(stat: os.stat_result, now: int = 0) -> str:
    """Return a file's stamp: time of change, time of any change, size; "" when it changed within the last two seconds before `now`."""
    if now and now - max(stat.st_mtime_ns, stat.st_ctime_ns) < _RACY_NANOSECONDS:
        return ""
    return f"{stat.st_mtime_ns:x}.{stat.st_ctime_ns:x}.{stat.st_size:x}"


def _walk(root: str, below: str, boundary: str, now: int) -> Iterator[Entry]:
    try:
        entries = list(os.scandir(os.path.join(root, below) if below else root))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.name.startswith(("_", ".")):
            continue
        path = f"{below}/{entry.name}" if below else entry.name
        kind = _kind(entry, boundary)
        if kind is not None:
            stamp = stamp_of(entry.stat(), now) if kind is Kind.FILE else ""
            yield Entry(path.encode(errors="backslashreplace").decode(), stamp, kind)
        elif entry.is_dir():
            yield from _walk(root, path, boundary, now)


def _kind(entry: os.DirEntry[str], boundary: str) -> Kind | None:
    """Return what an entry is; None for a folder to descend into."""
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        return Kind.UNNAMEABLE
    if entry.is_symlink():
        if not os.path.realpath(entry.path).startswith(boundary):
            return Kind.OUTSIDE
        if not os.path.exists(entry.path):
            return Kind.DANGLING
        if entry.is_dir():
            return Kind.FOLDER_LINK
    if entry.is_dir():
        return None
    return Kind.FILE if entry.is_file() else Kind.SPECIAL
