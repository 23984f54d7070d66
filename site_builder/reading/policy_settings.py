"""The section [content_security_policy] of site.toml: what pages may load from elsewhere."""

import re
from typing import Any

from site_builder.reading.hosts import is_host
from site_builder.reading.wrong import Wrong, shown

DIRECTIVES = (
    "script-src", "style-src", "img-src", "font-src", "connect-src", "media-src", "frame-src", "worker-src", "form-action",
)  # fmt: skip
"""What can be allowed, by the names of the standard (w3.org/TR/CSP3, section 6)."""

_SOURCE = re.compile(r"(?:https|wss)://(?P<host>[^/:?#\s;,'\"]+)(?::\d+)?(?:/[^\s;,'\"?#]*)?")
_HASH = re.compile(r"'sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}'")
_SCHEMES = frozenset({"data:", "blob:"})
_OF_SCRIPTS = frozenset({"script-src", "worker-src"})


def read_sources(directive: str, value: Any) -> tuple[str, ...]:
    """Return the sources that a directive is to allow. Raises Wrong."""
    if not isinstance(value, list):
        raise Wrong(
            f"{shown(value)} is no list", f'Write a list of addresses: {directive} = ["https://player.example.org"].'
        )
    for one in value:
        if not isinstance(one, str) or not _is_source(directive, one):
            raise Wrong(f"{shown(one)} is no place that pages may load from", _mend(one))
    return tuple(dict.fromkeys(value))


def _is_source(directive: str, text: str) -> bool:
    if text in _SCHEMES:
        return directive not in _OF_SCRIPTS
    if _HASH.fullmatch(text):
        return directive in ("script-src", "style-src")
    found = _SOURCE.fullmatch(text)
    return found is not None and is_host(found["host"].removeprefix("*.")) and "." in found["host"]


def _mend(value: Any) -> str:
    if isinstance(value, str) and "unsafe" in value:
        return "It would let a page run whatever finds its way into it: put the script or style into a file of assets/."
    return "Write an address on the web, such as `https://player.example.org`, or all of a domain's hosts: `https://*.example.org`."
