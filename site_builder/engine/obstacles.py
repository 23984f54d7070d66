"""What stands in the way of a publication: links that lead out of the folder, other people's files, folders closed to us."""

import errno
import os
import stat
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from site_builder.engine.place import FolderRefusedError

_MISSING, _FOLDER, _LINK, _OTHER = "missing", "folder", "link", "other"


def refuse_obstacles(folder: Path, known: Collection[str], stale: list[str], removed: list[str]) -> None:
    """Raise FolderRefusedError or OSError when some paths cannot be written or removed; nothing has been touched then.

    `known` are the paths of ours in the folder, `stale` those to be written, `removed` those of ours to be removed. All are relative
    to the folder.
    """
    kinds = {"": _FOLDER}
    for path in [*stale, *removed]:
        _kind_of(folder, os.path.dirname(path), kinds)
    _refuse_links(folder, kinds)
    _refuse_foreign(folder, kinds, known, stale, set(removed))
    _refuse_unwritable(folder, removed)


def _kind_of(folder: Path, path: str, kinds: dict[str, str]) -> str:
    """Return what stands at the place of a folder; what lies below no folder is missing."""
    kind = kinds.get(path)
    if kind is None:
        above = _kind_of(folder, os.path.dirname(path), kinds)
        kind = kinds[path] = _kind(f"{folder}/{path}") if above == _FOLDER else _MISSING
    return kind


def _kind(place: str) -> str:
    try:
        mode = os.lstat(place).st_mode
    except OSError:
        return _MISSING
    return _FOLDER if stat.S_ISDIR(mode) else _LINK if os.path.islink(place) and os.path.isdir(place) else _OTHER


def _refuse_links(folder: Path, kinds: Mapping[str, str]) -> None:
    """Refuse a path that leads through a symbolic link: what lies behind it is not ours to write or delete."""
    links = [path for path, kind in kinds.items() if kind == _LINK]
    if links:
        raise FolderRefusedError(
            f"{folder.name}/{min(links)} is a symbolic link, which leads out of the folder",
            "Delete the link, and build again. The folder as a whole may be a link, or be named with --output.",
        )


def _refuse_foreign(
    folder: Path, kinds: Mapping[str, str], ours: Collection[str], stale: list[str], gone: set[str]
) -> None:
    """Refuse what stands in the way of an output and will not be removed. To some file systems, names that differ in case are one file."""
    ours_in_lower_case = cache(lambda: {path.casefold() for path in ours})
    for path in stale:
        above = os.path.dirname(path)
        kind = _kind(f"{folder}/{path}") if kinds[above] == _FOLDER else _MISSING
        if kind == _FOLDER:
            if not _will_vanish(folder, path, gone):
                raise _in_the_way(folder, path)
        elif kind != _MISSING and path not in ours and path.casefold() not in ours_in_lower_case():
            raise _in_the_way(folder, path)
    for path, kind in kinds.items():
        if kind == _OTHER and path not in gone and os.path.lexists(folder / path):
            raise _in_the_way(folder, path)


def _will_vanish(folder: Path, path: str, gone: set[str]) -> bool:
    """Tell whether a folder holds nothing but files that are about to be removed."""
    for below, folders, files in os.walk(folder / path):
        prefix = Path(below).relative_to(folder).as_posix()
        # A link to a folder is listed as one, but is not looked into.
        links = [name for name in folders if os.path.islink(os.path.join(below, name))]
        if not (folders or files) or any(f"{prefix}/{name}" not in gone for name in [*files, *links]):
            return False
    return True


def _in_the_way(folder: Path, path: str) -> FolderRefusedError:
    return FolderRefusedError(
        f"{folder.name}/{path} is in the way: it was not written by site-builder",
        "Move it away; files of your own that the site shall serve belong into assets/. If none of what lies there is yours, delete the folder and build again.",
    )


def _refuse_unwritable(folder: Path, removed: list[str]) -> None:
    """Refuse now what could not be removed when the new files are in place already."""
    for parent in {os.path.dirname(f"{folder}/{path}") for path in removed}:
        if os.path.isdir(parent) and not os.access(parent, os.W_OK | os.X_OK):
            code = errno.EROFS if _is_read_only(parent) else errno.EACCES
            raise OSError(code, os.strerror(code), parent)


def _is_read_only(folder: str) -> bool:
    """Tell whether a folder's disk is mounted read-only, where the system can say so."""
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
