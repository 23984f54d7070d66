"""What a site begins with, written: files into a folder whole or not at all, a posting beside those that are there."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from site_builder.model.slug import slugify
from site_builder.model.source_files import CONTENT, PAGES
from site_builder.reading.file_names import name_parts

LAST = "site.toml"
"""The file that makes a folder a site: it comes last."""


class NewError(Exception):
    """Nothing was written. `mend` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.mend = mend


def write_posting(root: Path, name: str, text: str) -> Path:
    """Write a posting into `content/` of the site in a folder, as `NAME.md`, and return its path relative to the folder.

    A file whose page has this address already, judging by its name, is never written over. Raises NewError.
    """
    content = root / CONTENT
    taken = _posting_with(content, name)
    if taken is not None:
        raise NewError(
            f"{taken.relative_to(root).as_posix()} is there already, and stays as it is",
            "Give the job a title that tells the two apart, for example with the place.",
        )
    file = content / f"{name}.md"
    try:
        content.mkdir(exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except OSError as error:
        raise NewError(
            f"{file} cannot be written: {error.strerror}", "Correct it, and run the command again."
        ) from error
    return file.relative_to(root)


def _posting_with(content: Path, name: str) -> Path | None:
    """Return the posting whose file is named so."""
    pages = content.parent / PAGES
    files = (file for file in sorted(content.rglob("*")) if file.is_file() and pages not in file.parents)
    return next((file for file in files if slugify(name_parts(file.name)[0]) == name), None)


def write_all(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts, by their paths (with `/`) below a folder, as UTF-8 with line feeds at the ends of lines. The folder may be there.

    They are written beside their places first. A new folder is then renamed into place as a whole; in one that is there every file is, the
    one named LAST at the end. What is in the way is named, and nothing is written. Raises NewError.
    """
    in_the_way = _in_the_way(folder, files)
    if in_the_way:
        shown = ", ".join(in_the_way[:_MOST_NAMED]) + (", …" if len(in_the_way) > _MOST_NAMED else "")
        raise NewError(
            f"{folder} holds what a new site would write: {shown}",
            "Name a folder that is empty or not there yet, or move these away. Nothing was written.",
        )
    staged = folder.parent / f".{folder.name or 'site'}.new" if not folder.exists() else folder / ".site-builder-new"
    try:
        staged.mkdir(parents=True)
    except FileExistsError as error:
        raise NewError(
            f"{staged} is there, from an attempt that was interrupted", "Delete it, and run the command again."
        ) from error
    except OSError as error:
        raise NewError(_reason(folder, error), _MEND) from error
    try:
        for path, text in files.items():
            file = staged / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        _put_into_place(staged, folder, files)
    except OSError as error:
        raise NewError(_reason(folder, error), _MEND) from error
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
