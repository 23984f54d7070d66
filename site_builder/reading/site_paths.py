"""Addresses within the site, as people write them for old pages and as where links lead: `/careers/gardener/`."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.model.slug import is_device
from site_builder.reading.values import read_text, read_url
from site_builder.reading.wrong import Wrong, quotable, shown

_RIGHT = "Write the address from the site's root on: `/careers/gardener/`."
_LONGEST_NAME = 100
_LONGEST_NAME_BYTES = 240  # of UTF-8: file systems take 255 a name
_LONGEST = 500
_LONGEST_BYTES = 1_000  # and about 4,000 a path
_MOST = 100


def read_site_path(value: Any) -> str:
    """Read the address of a page within the site: `/a/b/`, `/a/b` or `/a/b.html`. Returned decoded, beginning with `/`.

    Raises Wrong for one that leaves the site, that no file can have on every system, or that is the site's own.
    """
    text = read_text(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        raise Wrong(f"{shown(text)} is no address", _RIGHT) from None
    if parts.scheme or parts.netloc:
        raise Wrong(f"{shown(text)} names a host: only addresses of this site can lead on", _RIGHT)
    if "?" in text or "#" in text:
        raise Wrong(f"{shown(text)} goes on with ? or #, which a site of files cannot tell apart", _RIGHT)
    path = unquote(parts.path)
    segments = path.strip("/").split("/")
    if _is_too_long(path, _LONGEST, _LONGEST_BYTES) or not all(map(_is_name, segments)):
        raise Wrong(f"{shown(text)} cannot be the address of a page", _RIGHT)
    _refuse_suffix(text, path, segments)
    if segments[0].casefold() in _OWN:
        raise Wrong(f"{shown(text)} is an address that the site itself needs", "Write another, or leave it out.")
    return path if path.startswith("/") else f"/{path}"


def read_folder(value: Any) -> str:
    """Read a whole folder of the site, `/careers/*`: all pages below it. Returned decoded; `/*` is the site. Raises Wrong."""
    text = read_text(value)
    if not text.startswith("/") or not text.endswith("/*") or "*" in text[:-1]:
        raise Wrong(
            f"{shown(text)} is no folder of this site",
            'A whole folder leads to a whole folder: `"/careers/*" = "/jobs/*"`. Pages that lead elsewhere need a line each.',
        )
    return "/*" if text == "/*" else f"{read_site_path(text.removesuffix('*')).rstrip('/')}/*"


def read_site_paths(value: Any) -> tuple[str, ...]:
    """Read one address or a list of them, at most 100."""
    given = value if isinstance(value, list) else [value]
    if len(given) > _MOST:
        raise Wrong(f"there are {len(given)} addresses", f"Name at most {_MOST}.")
    return tuple(dict.fromkeys(map(read_site_path, given)))


# What Windows takes in no file's name (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\\ufffd]')


def _is_name(segment: str) -> bool:
    """Say whether a part of an address can be the name of a file or folder on every system, and is not hidden."""
    return (
        segment.isprintable()
        and not _NOT_IN_NAMES.search(segment)
        and not segment.startswith(".")
        and not segment.endswith((".", " "))
        and not is_device(segment.partition(".")[0].rstrip())
        and bool(segment)
        and not _is_too_long(segment, _LONGEST_NAME, _LONGEST_NAME_BYTES)
    )


def _is_too_long(text: str, characters: int, size: int) -> bool:
    return len(text) > characters or len(text.encode()) > size


_OWN = frozenset({"assets", "index.html", "404.html"})
"""The first part of what no page may lie at or below. The site's other files have suffixes that no page has."""

_SUFFIX = re.compile(r"\.([a-z][a-z0-9]{0,9})$", re.IGNORECASE)  # "/release-1.2" has none
_OF_PAGES = frozenset({"html", "htm"})
_OF_FILES = _OF_PAGES | {"xml", "json", "css", "txt", "js", "xhtml"}


def _refuse_suffix(text: str, path: str, segments: list[str]) -> None:
    """Refuse folders that look like files, which other files of the site may be, and files that are no page."""
    *folders, last = segments
    suffix = _SUFFIX.search(last)
    if path.endswith("/"):
        folders.append(last)
    elif suffix and suffix[1].lower() not in _OF_PAGES:
        raise Wrong(
            f"{shown(text)} ends in .{quotable(suffix[1])}, and a site of files cannot lead on from there",
            "Only addresses such as `/careers/gardener/`, `/careers/gardener` and `/careers/gardener.html` can lead on.",
        )
    for folder in folders:
        found = _SUFFIX.search(folder)
        if found and found[1].lower() in _OF_FILES:
            raise Wrong(f"{shown(text)} has a folder with the name of a file, {shown(folder)}", _RIGHT)


def read_target(value: Any) -> str:
    """Read where a link leads: within the site from its root on, or to an http or https address."""
    text = read_text(value)
    if text.startswith("/") and not text.startswith("//") and "\\" not in text:
        return text
    if _PATH.fullmatch(text):
        raise Wrong(f"{shown(text)} has no slash at its beginning", f"Begin it with a slash: `/{quotable(text)}`.")
    return read_url(text)


# No host has a name without a dot, but for those of one's own machine.
_PATH = re.compile(r"(?!localhost\b)[\w~-]+(?:/[^\\:]*)?")
