"""Whether a folder may be written into: it is ours, or nobody's yet."""

import os
import re
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from site_builder.engine.ledger import Ledger
from site_builder.engine.regular_file import read_start

TOKEN_FILE = ".site-builder"


class FolderRefusedError(Exception):
    """The output folder is not ours to write into. `mend` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.mend = mend


def refuse_overlap(folder: Path, root: Path, inputs: Iterable[Path]) -> None:
    """Raise FolderRefusedError for an output folder that holds the site's own folder, or lies within one that is read."""
    real = Path(os.path.realpath(folder))
    if Path(os.path.realpath(root)).is_relative_to(real):
        raise FolderRefusedError(
            f"the result cannot go to {folder}: the site's own files lie there",
            "Name a folder of its own, such as output/.",
        )
    for one in inputs:
        if real.is_relative_to(os.path.realpath(one)):
            raise FolderRefusedError(
                f"the result cannot go into {one.name}/: the site is made of what lies there",
                "Name a folder outside it, such as output/.",
            )


def token_in(folder: Path) -> str:
    """Return the token of a folder that was claimed, "" for one that was not. Raises FolderRefusedError."""
    file = folder / TOKEN_FILE
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            raise FolderRefusedError(
                f"{folder.name}/{TOKEN_FILE} is no file of ours: it is a folder, a link, a pipe or a device",
                "Delete it and build again.",
            )
        text = read_start(file, _TOKEN_START)[0].decode(errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return text if re.fullmatch("[0-9a-f]{32}", text) else ""


def claim(folder: Path, ledger: Ledger) -> str:
    """Return the token that ties a folder to the ledger; a new or empty folder is given one.

    Entries that begin with `.` (`.gitignore`, `.git`) do not make a folder anybody's. Raises FolderRefusedError for a folder with other
    people's files, and for one whose ledger was lost: nobody knows which of its files are ours.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        what = "a symbolic link to nothing" if folder.is_symlink() and not folder.exists() else "a file"
        raise FolderRefusedError(f"{folder.name} is {what}", "Name a folder for the result, or move it away.")
    empty = not folder.exists() or all(name.startswith(".") for name in os.listdir(folder))
    token = token_in(folder)
    if token and (empty or ledger.knows_folder(token)):
        return token
    if not empty:
        if (folder / TOKEN_FILE).exists():
            raise FolderRefusedError(
                f"the ledger that knows which files in {folder.name}/ are ours is gone",
                f"If nothing in {folder.name}/ was put there by hand, delete the folder and build again.",
            )
        raise FolderRefusedError(
            f"{folder.name}/ holds files that were not written by site-builder",
            "Choose another folder with --output, or empty this one. Nothing in it was touched.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    token = secrets.token_hex(16)
    # Renamed into place, since a full disk or a kill would leave a token without its digits.
    part = folder / f"{TOKEN_FILE}.part"
    part.unlink(missing_ok=True)
    # Created, never followed: a link of this name may lead to anybody's file.
    with part.open("x", encoding="utf-8") as file:
        file.write(token + "\n")
    part.replace(folder / TOKEN_FILE)
    return token


_TOKEN_START = 100  # bytes: a token has 33 with its line end
