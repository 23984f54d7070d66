"""What lies in a folder: the files below it, each with a stamp that changes when the file does."""

import os
import re
import stat
import time
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

DEEPEST = 50
"""Folders in each other that are looked into. A path of Linux has at most 4,096 bytes, one of Windows 260 characters."""

# A file touched within the last two seconds may be written again within the same tick of the file system's clock, with the
# same size: its stamp proves nothing yet (git calls this "racy"). FAT's clock ticks every two seconds, ext4's every 4 ms.
_RACY_NANOSECONDS = 2_000_000_000


_PASSED_OVER = ("_", ".")


class Kind(StrEnum):
    """What a directory entry is to us."""

    FILE = "file"
    OUTSIDE = "outside"  # a symbolic link that leaves the folder, or leads to what is hidden in it
    FOLDER_LINK = "folder link"  # a symbolic link to a folder: following it could go round in circles
    DANGLING = "dangling"  # a symbolic link to nothing
    UNNAMEABLE = "unnameable"  # a name that is not UTF-8, or that garbles what is printed
    SPECIAL = "special"  # a socket, pipe or device: reading one may never end
    DEEP = "deep"  # a folder in too many others
    CLOSED = "closed"  # what cannot be opened


WRONG = {
    Kind.OUTSIDE: (
        "link-outside",
        "the symbolic link leads to what is not part of the site",
        "Put a copy of the file here instead.",
    ),
    Kind.FOLDER_LINK: (
        "link-to-folder",
        "the symbolic link leads to a folder",
        "Move the folder here, or link to its files.",
    ),
    Kind.DANGLING: ("link-dangling", "the symbolic link leads to nothing", "Correct the link, or delete it."),
    Kind.UNNAMEABLE: (
        "file-name",
        "the name is not UTF-8, or holds an invisible control character",
        "Rename it; letters, digits and - are safe.",
    ),
    Kind.SPECIAL: ("file-special", "this is a pipe, a socket or a device, not a file", "Take it out of this folder."),
    Kind.DEEP: ("folder-deep", f"the folder lies in more than {DEEPEST} others", "Move it up."),
    Kind.CLOSED: ("file-unreadable", "this cannot be opened", "Correct its permissions, or delete it."),
}
"""Of each kind that is wrong wherever a site's files are looked for: a code, what is wrong, and what to do."""


class Entry(NamedTuple):
    """One entry.

    Its path relative to the scanned root (with `/`), its stamp ("" when it proves nothing yet), its kind; a file's size in bytes.
    """

    path: str
    stamp: str
    kind: Kind
    size: int = 0


def scan(root: Path, below: str = "", passed_over: tuple[str, ...] = _PASSED_OVER) -> list[Entry]:
    """List all files below `root/below`, sorted by path.

    Names that begin so, or end with `~` (what editors keep of a file's last state), are passed over with all below them.
    No part of `below` may be a symbolic link: one is all that comes back. Links to files that stay below `root/below` are
    followed. Names that would garble what is printed are shown with escapes.
    """
    link = first_link(root, below)
    if link is not None:
        return [link]
    return sorted(_walk(os.fspath(root), below, passed_over, time.time_ns()))


class Folder:
    """A folder that is looked through again and again: its files as `scan` lists them."""

    def __init__(self, root: Path, below: str) -> None:
        """Look through `root/below`, at the first `entries`."""
        self._root, self._below = root, below
        self._entries: dict[str, Entry] | None = None

    def entries(self, touched: Collection[str] | None = None) -> list[Entry]:
        """List all files below the folder, sorted by path.

        With `touched` nothing but these paths (relative to the root) may have changed since the last time: where they are mere files that came,
        went or changed, nothing else is looked at. Paths outside the folder are of no interest.
        """
        known = self._entries
        self._entries = None
        within = [path for path in touched or () if f"{path}/".startswith(f"{self._below}/")]
        if known is None or touched is None or not all(self._look(known, path) for path in within):
            known = {entry.path: entry for entry in scan(self._root, self._below)}
        self._entries = known
        return [known[path] for path in sorted(known)]

    def _look(self, known: dict[str, Entry], path: str) -> bool:
        """Bring one file up to date; False where more than a mere file may have changed."""
        folder, _, name = path.rpartition("/")
        if name.startswith(_PASSED_OVER) or name.endswith("~"):
            return path not in known
        try:
            status = os.lstat(self._root / path)
        except FileNotFoundError:
            return known.pop(path, None) is not None
        except OSError:
            return False
        # Beside a file that was found, no folder above this one is a link, hidden or too deep.
        is_beside = folder == self._below or any(one.rpartition("/")[0] == folder for one in known)
        if not stat.S_ISREG(status.st_mode) or not is_beside or _GARBLING.search(name):
            return False
        known[path] = Entry(path, stamp_of(status, time.time_ns()), Kind.FILE, status.st_size)
        return True


def first_link(root: Path, path: str) -> Entry | None:
    """Return the uppermost part of a path below `root` that is a symbolic link, as the kind it is; None where there is none."""
    parts = path.split("/") if path else []
    for count in range(1, len(parts) + 1):
        start = "/".join(parts[:count])
        place = os.path.join(root, start)
        if os.path.islink(place):
            kind = _link_kind(place, os.path.realpath(root) + os.sep)
            return Entry(start, "", Kind.FOLDER_LINK if kind is None or kind is Kind.FILE else kind)
    return None


def stamp_of(status: os.stat_result, now: int = 0) -> str:
    """Return a file's stamp: time of change, time of any change, size; "" when it changed within the last two seconds before `now`."""
    if now and now - max(status.st_mtime_ns, status.st_ctime_ns) < _RACY_NANOSECONDS:
        return ""
    return f"{status.st_mtime_ns:x}.{status.st_ctime_ns:x}.{status.st_size:x}"


def _walk(root: str, below: str, passed_over: tuple[str, ...], now: int) -> Iterator[Entry]:
    boundary = os.path.realpath(os.path.join(root, below)) + os.sep
    # Not by recursion: Python's ends at a thousand folders in each other.
    waiting = [(below, 0)]
    while waiting:
        folder, depth = waiting.pop()
        entries = _listed(os.path.join(root, folder))
        if entries is None:
            yield Entry(folder or ".", "", Kind.CLOSED)
            continue
        for entry in entries:
            name = entry.name
            if name.startswith(passed_over) or name.endswith("~"):
                continue
            path = f"{folder}/{name}" if folder else name
            kind = _kind(entry, boundary)
            if kind is not None:
                yield _entry(entry, path, kind, now)
            elif depth == DEEPEST:
                yield Entry(path, "", Kind.DEEP)
            else:
                waiting.append((path, depth + 1))


def _listed(folder: str) -> list[os.DirEntry[str]] | None:
    """Return what a folder holds: nothing when there is none, None when it cannot be opened."""
    try:
        with os.scandir(folder) as listing:
            return list(listing)
    except FileNotFoundError:
        return []
    except OSError:
        return None


def _entry(entry: os.DirEntry[str], path: str, kind: Kind, now: int) -> Entry:
    if kind is not Kind.FILE:
        return Entry(_GARBLING.sub(_escape, path), "", kind)
    try:
        status = entry.stat()
    except OSError:
        # It went while we looked, or lies in a folder that may be listed but not entered.
        return Entry(path, "", Kind.CLOSED)
    return Entry(path, stamp_of(status, now), kind, status.st_size)


def _kind(entry: os.DirEntry[str], boundary: str) -> Kind | None:
    """Return what an entry is; None for a folder to descend into."""
    if not entry.name.isprintable() and _GARBLING.search(entry.name):
        return Kind.UNNAMEABLE
    if entry.is_symlink():
        kind = _link_kind(entry.path, boundary)
        return Kind.FOLDER_LINK if kind is None else kind
    if entry.is_dir():
        return None
    return Kind.FILE if entry.is_file() else Kind.SPECIAL


def _link_kind(place: str, boundary: str) -> Kind | None:
    """Return what a symbolic link leads to, in a folder whose real path (with a slash) is `boundary`; None for a folder."""
    real = os.path.realpath(place)
    if not real.startswith(boundary) or f"{os.sep}." in real[len(boundary) - 1 :]:
        return Kind.OUTSIDE
    if not os.path.exists(place):
        return Kind.DANGLING
    if os.path.isdir(place):
        return None
    return Kind.FILE if os.path.isfile(place) else Kind.SPECIAL


# Bytes that are not UTF-8 (as Python has them), control characters and ends of lines (a name could colour the terminal, or
# print a line of its own that GitHub Actions takes for a command), and marks that turn the direction of writing
# (Unicode's Bidi_Control), under which a name shows another than it has.
_GARBLING = re.compile("[\ud800-\udfff\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def _escape(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"
