"""Addresses within the site, as people write them for old pages: `/careers/gardener/`."""

from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong, shown

_RIGHT = "Write the address from the site's root on: `/careers/gardener/`."


def read_site_path(value: Any) -> str:
    """Read an address within the site; returned decoded, beginning with `/`. Raises Wrong for one that leaves the site."""
    text = read_text(value)
    parts = urlsplit(text)
    if parts.scheme or parts.netloc:
        raise Wrong(f"{shown(text)} is an address on another site or with a host", _RIGHT)
    if parts.query or parts.fragment:
        raise Wrong(f"{shown(text)} has a query or a fragment, which a static site cannot tell apart", _RIGHT)
    path = unquote(parts.path)
    segments = path.strip("/").split("/")
    if any(segment in ("", ".", "..") or segment.startswith(".") for segment in segments) or "\\" in path:
        raise Wrong(f"{shown(text)} is no address of a page", _RIGHT)
    return path if path.startswith("/") else f"/{path}"


def read_site_paths(value: Any) -> tuple[str, ...]:
    """Read one address or a list of them."""
    return tuple(dict.fromkeys(read_site_path(item) for item in (value if isinstance(value, list) else [value])))
