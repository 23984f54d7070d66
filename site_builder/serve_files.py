"""Which file of a built site answers a request, and with which type: as GitHub Pages would have it."""

from http import HTTPStatus
from mimetypes import guess_type
from os.path import isdir, isfile, realpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote


class Answer(NamedTuple):
    """What is said to one request: `location` where it redirects, `file` where there is something to show."""

    status: HTTPStatus
    file: Path | None = None
    location: str | None = None


def answer(folder: Path, base_path: str, path: str) -> Answer:
    """Say what GitHub Pages answers to a request for `path` (percent-encoded) when `folder` lies at `base_path`.

    `/folder` -> 301 `/folder/`, which shows `folder/index.html`; `/name` shows `name.html` too. All else, and whatever
    has a part that begins with a dot, is the site's `404.html`. Of our own, `/` leads to the site.
    """
    if not path.startswith(base_path):
        if path == "/":
            return Answer(HTTPStatus.FOUND, location=base_path)
        if path + "/" == base_path:
            return Answer(HTTPStatus.MOVED_PERMANENTLY, location=base_path)
        return Answer(HTTPStatus.NOT_FOUND)
    name = unquote(path.removeprefix(base_path))
    missing = Answer(HTTPStatus.NOT_FOUND, file=_existing(folder / "404.html", folder))
    parts = name.split("/")
    if any(part.startswith(".") for part in parts) or "" in parts[:-1] or not _FORBIDDEN.isdisjoint(name):
        return missing
    place = folder / name
    if parts[-1] and isdir(place) and _is_within(place, folder):  # noqa: PTH112  # see _existing
        return Answer(HTTPStatus.MOVED_PERMANENTLY, location=quote(base_path + name) + "/")
    names = (name, f"{name}.html") if parts[-1] else (f"{name}index.html",)
    found = next((file for one in names if (file := _existing(folder / one, folder))), None)
    return Answer(HTTPStatus.OK, file=found) if found else missing


def content_type(name: str) -> str:
    """Return the media type that GitHub Pages gives a file of this name."""
    kind = _TYPES.get(Path(name).suffix) or guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXT else kind


# Windows takes a backslash for a slash, and what follows a colon for a drive's path or a hidden stream.
_FORBIDDEN = frozenset("\0\\:")


def _existing(file: Path, folder: Path) -> Path | None:
    # `os.path` takes a name that is too long for one that is not there; `pathlib` raises.
    return file if isfile(file) and _is_within(file, folder) else None  # noqa: PTH113  # just said


def _is_within(place: Path, folder: Path) -> bool:
    """Tell whether a place lies in the folder, all symbolic links followed: what a page can read is the site alone."""
    return Path(realpath(place)).is_relative_to(realpath(folder))


_TEXT = frozenset({"application/javascript", "application/json", "application/xml", "application/manifest+json"})
_TYPES = {
    ".js": "application/javascript",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
