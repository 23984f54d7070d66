"""Files written into a folder whole or not at all."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

LAST = "site.toml"
"""The file that makes a folder a site: it comes last."""


class NewSiteError(Exception):
    """Nothing was written. `mend` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.mend = mend


def write_all(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts, by their paths (with `/`) below a folder, as UTF-8 with line feeds at the ends of lines. The folder may be there.

    They are written beside their places first. A new folder is then renamed into place as a whole; in one that is there every file is, the
    one named LAST at the end. What is in the way is named, and nothing is written. Raises NewSiteError.
    """
    in_the_way = _in_the_way(folder, files)
    if in_the_way:
        shown = ", ".join(in_the_way[:_MOST_NAMED]) + (", …" if len(in_the_way) > _MOST_NAMED else "")
        raise NewSiteError(
            f"{folder} holds what a new site would write: {shown}",
            "Name a folder that is empty or not there yet, or move these away. Nothing was written.",
        )
    staged = folder.parent / f".{folder.name or 'site'}.new" if not folder.exists() else folder / ".site-builder-new"
    try:
        staged.mkdir(parents=True)
    except FileExistsError as error:
        raise NewSiteError(
            f"{staged} is there, from an attempt that was interrupted", "Delete it, and run the command again."
        ) from error
    except OSError as error:
        raise NewSiteError(_reason(folder, error), _MEND) from error
    try:
        for path, text in files.items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        _put_into_place(staged, folder, files)
    except OSError as error:
        raise NewSiteError(_reason(folder, error), _MEND) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)


_MOST_NAMED = 5
_MEND = "Name a folder that you may write, and see that the disk has room. Nothing was written."


def _reason(folder: Path, error: OSError) -> str:
    return f"{folder} cannot be written: {error.strerror or error}"


def _in_the_way(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Name what is there already, or is a file where a folder shall be. Names that differ by case alone are one on some systems."""
    if folder.is_symlink() and not folder.exists():
        return [folder.name]
    if folder.exists() and not folder.is_dir():
        return [f"{folder.name} (no folder)"]
    if not folder.is_dir():
        return []
    names: dict[PurePosixPath, dict[str, str]] = {}
    found: dict[str, None] = {}
    for path in files:
        parts = PurePosixPath(path).parts
        for depth in range(1, len(parts) + 1):
            parent = PurePosixPath(*parts[: depth - 1])
            if parent not in names:
                place = folder / parent
                there = place.iterdir() if place.is_dir() else ()
                names[parent] = {one.name.casefold(): one.name for one in there}
            name = names[parent].get(parts[depth - 1].casefold())
            shown = (parent / name).as_posix() if name is not None else ""
            is_folder = depth < len(parts)
            if name is not None and not (is_folder and name == parts[depth - 1] and (folder / shown).is_dir()):
                found[shown] = None
                break
    return list(found)


def _put_into_place(staged: Path, folder: Path, files: Mapping[str, str]) -> None:
    if not folder.exists():
        staged.rename(folder)
        return
    put: list[Path] = []
    made: list[Path] = []
    try:
        for path in sorted(files, key=lambda path: path == LAST):
            file = folder / path
            for parent in reversed(file.relative_to(folder).parents):
                if not (folder / parent).exists():
                    (folder / parent).mkdir()
                    made.append(folder / parent)
            (staged / path).rename(file)
            put.append(file)
    except OSError:
        for file in put:
            with suppress(OSError):
                file.unlink()
        for one in reversed(made):
            with suppress(OSError):
                one.rmdir()
        raise
