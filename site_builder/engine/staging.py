"""Files that wait beside their places until all of them are there."""

import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from site_builder.engine.regular_file import read_start


class Staged(NamedTuple):
    """What came of rendering one output: its bytes lie in the file `part` ("" when the same are in place already), or it failed.

    Paths are relative to the output folder. A failure is any value but None.
    """

    path: str
    part: str = ""
    failure: object = None


class Stage(NamedTuple):
    """Where one build lays its files until it publishes them. Picklable.

    `build` is part of the files' names, so that what a worker still writes after its build was killed is never taken for the
    work of the next one.
    """

    folder: Path
    build: str

    @classmethod
    def begin(cls, folder: Path) -> "Stage":
        """Return the stage of a new build."""
        return cls(folder, secrets.token_hex(4))

    def put(self, path: str, data: bytes) -> Staged:
        """Write an output's bytes beside its place, unless the very same are in place already. Runs in a worker."""
        place = self.folder / path
        if _holds(place, data):
            return Staged(path)
        folder = place.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            # A file of the old site stands where the new one has a folder; it goes when all is ready.
            while not folder.is_dir():
                folder = folder.parent
        # A digest, since the file's own name may be as long as the file system allows.
        part = folder / f".{_digest(path)}.{self.build}.part"
        with open(part, "xb") as file:
            file.write(data)
        return Staged(path, part.relative_to(self.folder).as_posix())


def _holds(place: Path, data: bytes) -> bool:
    """Tell whether a file, not a link to one or a pipe (reading which may never end), has these bytes."""
    try:
        status = os.lstat(place)
        if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
            return False
        return read_start(place, len(data) + 1)[0] == data
    except OSError:
        return False


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


def sweep(folder: Path, paths: Iterable[str]) -> None:
    """Take away what builds left beside these outputs, and the empty folders that were made for them.

    Nothing is touched behind a symbolic link.
    """
    digests: set[str] = set()
    folders: set[str] = set()
    paths = list(paths)
    links = linked_folders(folder, paths)
    paths = [path for path in paths if not _is_below(path, links)]
    for path in paths:
        digests.add(_digest(path))
        folders.update(map(str, Path(path).parents))
    for one in folders:
        # Not there, or a file of this name.
        with suppress(FileNotFoundError, NotADirectoryError):
            for name in os.listdir(folder / one):
                match = _PART.fullmatch(name)
                if match and match[1] in digests:
                    (folder / one / name).unlink()
    for path in paths:
        if not os.path.lexists(folder / path):
            prune(folder, path)


def prune(folder: Path, path: str) -> None:
    """Remove the folders above a path that are empty now, but never the output folder itself, and none behind a symbolic link."""
    if linked_folders(folder, [path]):
        return
    for parent in Path(path).parents:
        if parent == Path():
            return
        try:
            (folder / parent).rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            return


def _is_below(path: str, folders: set[str]) -> bool:
    return bool(folders) and any(str(parent) in folders for parent in PurePosixPath(path).parents)


def _digest(path: str) -> str:
    return blake2b(path.encode(), digest_size=8).hexdigest()
