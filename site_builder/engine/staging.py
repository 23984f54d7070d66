"""Files that wait beside their places until all of them are there."""

import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple


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
        with suppress(OSError):
            if not place.is_symlink() and place.read_bytes() == data:
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
        with open(part, "wb") as file:
            file.write(data)
        return Staged(path, part.relative_to(self.folder).as_posix())


_PART = re.compile(r"\.([0-9a-f]{16})\.[0-9a-f]{8}\.part")


def sweep(folder: Path, paths: Iterable[str]) -> None:
    """Take away what builds left beside these outputs, and the empty folders that were made for them."""
    digests: set[str] = set()
    folders: set[str] = set()
    paths = list(paths)
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
    """Remove the folders above a path that are empty now, but never the output folder itself."""
    for parent in Path(path).parents:
        if parent == Path():
            return
        try:
            (folder / parent).rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            return


def _digest(path: str) -> str:
    return blake2b(path.encode(), digest_size=8).hexdigest()
