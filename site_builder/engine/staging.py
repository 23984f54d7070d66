"""Files that wait beside their places until all of them are there.

A file whose folder is there waits in it, under a name of its own. One whose folder is new waits in a tree of new folders, beside the
uppermost of them, which is then moved as a whole: a site that is published for the first time comes into place by a few renames instead
of thousands.
"""

import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from site_builder.engine.regular_file import read_start


class Staged(NamedTuple):
    """What came of rendering one output: its bytes lie in the file `part` ("" when the same are in place already), or it failed.

    Paths are relative to the output folder. A failure is any value but None. `digest` is that of the bytes (see `digest_of`).
    """

    path: str
    part: str = ""
    failure: object = None
    digest: str = ""


def digest_of(data: bytes) -> str:
    """Return a digest of a file's bytes, by which the file is known again where its times tell nothing."""
    return blake2b(data, digest_size=16).hexdigest()


class Stage:
    """Where one build lays its files until it publishes them. Picklable.

    `build` is part of the files' names, so that what a worker still writes after its build was killed is never taken for the
    work of the next one.
    """

    def __init__(self, folder: Path, build: str) -> None:
        """Lay files beside their places in a folder."""
        self.folder, self.build = folder, build
        # Where the files of each folder wait: in it, or in the place that it has in a tree of new folders. It stays so until all is published.
        self._waiting: dict[str, str] = {"": ""}

    @classmethod
    def begin(cls, folder: Path) -> "Stage":
        """Return the stage of a new build."""
        return cls(folder, secrets.token_hex(4))

    def __reduce__(self) -> tuple[type["Stage"], tuple[Path, str]]:
        """Travel without what was found out on the way."""
        return Stage, (self.folder, self.build)

    def put(self, path: str, data: bytes) -> Staged:
        """Write an output's bytes beside its place, unless the very same are in place already. Runs in a worker."""
        above, slash, name = path.rpartition("/")
        waiting = self._waiting_of(above)
        if waiting == above:
            if _holds(f"{self.folder}/{path}", data):
                return Staged(path, digest=digest_of(data))
            # A digest, since the file's own name may be as long as the file system allows.
            part = f"{above}{slash}.{_digest(path)}.{self.build}.part"
        else:
            part = f"{waiting}/{name}"
            _make_folder(f"{self.folder}/{waiting}")
        _write(f"{self.folder}/{part}", data)
        return Staged(path, part, digest=digest_of(data))

    def _waiting_of(self, folder: str) -> str:
        """Return where the files of a folder wait. A folder is new where none is, be it that a file of the old site has its name."""
        waiting = self._waiting.get(folder)
        if waiting is None:
            above, slash, name = folder.rpartition("/")
            waiting = self._waiting_of(above)
            if waiting != above:
                waiting = f"{waiting}/{name}"
            elif os.path.isdir(f"{self.folder}/{folder}"):
                waiting = folder
            else:
                waiting = f"{above}{slash}.{self.build}.new/{name}"
            self._waiting[folder] = waiting
        return waiting


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _write(file: str, data: bytes) -> None:
    """Write a new file; one that is there already, or a link, is an error."""
    target = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        written = os.write(target, data)
        while written < len(data):
            written += os.write(target, data[written:])
    finally:
        os.close(target)


def _holds(place: str, data: bytes) -> bool:
    """Tell whether a file, not a link to one or a pipe (reading which may never end), has these bytes."""
    try:
        status = os.lstat(place)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        return read_start(place, len(data) + 1)[0] == data
    except OSError:
        return False


# The uppermost new folder in a tree of new folders: `jobs/.0a1b2c3d.new/gardener`.
_IN_TREE = re.compile(r"(?P<tree>(?P<there>(?:.*/)?)\.[0-9a-f]{8}\.new)/(?P<name>[^/]+)(?=/)")


def put_into_place(folder: Path, changed: Iterable[Staged], removed: Iterable[str]) -> None:
    """Move staged files to their places, in their order, and remove files that nobody wants any more. Raises OSError."""
    changed = list(changed)
    first, last = _by_urgency(changed, removed)
    for path in first:
        _remove(folder, path)
    trees: set[str] = set()
    moved: set[str] = set()
    for one in changed:
        waiting = _IN_TREE.match(one.part)
        if waiting is None:
            os.replace(f"{folder}/{one.part}", f"{folder}/{one.path}")
        elif waiting[0] not in moved:
            moved.add(waiting[0])
            trees.add(waiting["tree"])
            os.rename(f"{folder}/{waiting[0]}", f"{folder}/{waiting['there']}{waiting['name']}")
    for tree in trees:
        _remove_empty(f"{folder}/{tree}")
    for path in last:
        _remove(folder, path)


def _by_urgency(changed: list[Staged], removed: Iterable[str]) -> tuple[list[str], list[str]]:
    """Divide what is to be removed into what stands in the way of something, and the rest."""
    removed = list(removed)
    if not removed:
        return [], []
    files = {one.path.casefold() for one in changed}
    folders = {parent.casefold() for one in changed for parent in _folders_above(one.path)}
    first: list[str] = []
    last: list[str] = []
    for path in removed:
        name = path.casefold()
        blocks = name in files or name in folders or any(parent in files for parent in _folders_above(name))
        (first if blocks else last).append(path)
    return first, last


def _remove_empty(tree: str) -> None:
    for below, _, _ in os.walk(tree, topdown=False):
        with suppress(OSError):
            os.rmdir(below)


def _remove(folder: Path, path: str) -> None:
    place = folder / path
    if place.is_dir() and not place.is_symlink():
        return  # somebody put a folder in its place: that is not ours
    with suppress(FileNotFoundError, NotADirectoryError):
        place.unlink()
    prune(folder, path)


def linked_folders(folder: Path, paths: Iterable[str]) -> set[str]:
    """Return the folders above some paths, relative to the output folder, that are symbolic links.

    What lies behind such a link is somebody else's folder. The output folder itself may be one.
    """
    seen: set[str] = set()
    for path in paths:
        while (path := os.path.dirname(path)) and path not in seen:
            seen.add(path)
    return {one for one in seen if os.path.islink(folder / one)}


_PART = re.compile(r"\.([0-9a-f]{16})\.[0-9a-f]{8}\.part")
_TREE = re.compile(r"\.[0-9a-f]{8}\.new")


def sweep(folder: Path, paths: Iterable[str]) -> None:
    """Take away what builds left of these outputs before they came into place, and the empty folders that were made for them.

    Nothing is touched behind a symbolic link.
    """
    paths = list(paths)
    if not paths:
        return
    links = linked_folders(folder, paths)
    paths = [path for path in paths if not any(parent in links for parent in _folders_above(path))] if links else paths
    digests = {_digest(path) for path in paths}
    for one in {"", *(parent for path in paths for parent in _folders_above(path))}:
        # Not there, or a file of this name.
        with suppress(FileNotFoundError, NotADirectoryError):
            for name in os.listdir(folder / one):
                match = _PART.fullmatch(name)
                if match and match[1] in digests:
                    (folder / one / name).unlink()
                elif _TREE.fullmatch(name):
                    start = f"{one}/" if one else ""
                    _sweep_tree(
                        folder / one / name, [path.removeprefix(start) for path in paths if path.startswith(start)]
                    )
    for path in paths:
        if not os.path.lexists(f"{folder}/{path}"):
            prune(folder, path)


def _sweep_tree(tree: Path, paths: list[str]) -> None:
    """Take these files away from a tree of new folders, and the folders that are empty then."""
    if tree.is_symlink() or not tree.is_dir() or linked_folders(tree, paths):
        return
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            os.unlink(f"{tree}/{path}")
    _remove_empty(str(tree))


def prune(folder: Path, path: str) -> None:
    """Remove the folders above a path that are empty now, but never the output folder itself, and none behind a symbolic link."""
    if linked_folders(folder, [path]):
        return
    for parent in _folders_above(path):
        try:
            os.rmdir(f"{folder}/{parent}")
        except FileNotFoundError:
            continue
        except OSError:
            return


def _folders_above(path: str) -> list[str]:
    """Return the folders above a path, the nearest first, without the one to which it is relative."""
    found = []
    while path := path.rpartition("/")[0]:
        found.append(path)
    return found


def _digest(path: str) -> str:
    return blake2b(path.encode(), digest_size=8).hexdigest()
