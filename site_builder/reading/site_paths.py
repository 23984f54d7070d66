"""Addresses within the site, as people write them for old pages: `/careers/gardener/`."""

from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, shown

_RIGHT = "Write the address from the site's root on: `/careers/gardener/`."
_LONGEST_NAME = 240  # bytes of UTF-8: file systems take 255 a name
_LONGEST = 1_000  # and about 4,000 a path


def read_site_path(value: Any) -> str:
    """Read an address within the site; returned decoded, beginning with `/`. Raises Wrong for one that leaves the site."""
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
    is_safe = path.isprintable() and "\\" not in path and "\ufffd" not in path and len(path.encode()) <= _LONGEST
    if not is_safe or any(
        segment.startswith(".") or not 0 < len(segment.encode()) <= _LONGEST_NAME for segment in segments
    ):
        raise Wrong(f"{shown(text)} cannot be the address of a page", _RIGHT)
    return path if path.startswith("/") else f"/{path}"


def read_site_paths(value: Any) -> tuple[str, ...]:
    """Read one address or a list of them."""
    return tuple(dict.fromkeys(read_site_path(item) for item in (value if isinstance(value, list) else [value])))
