"""The address at which a site is found: `https://org.github.io/repo/`."""

import re
from typing import Any
from urllib.parse import quote, urlsplit

from site_builder.reading.values import read_text, read_url
from site_builder.reading.wrong import Wrong, shown

_EXAMPLE = "Write the address alone: https://org.github.io/repo/."
# Letters for which the two versions of internationalised names disagree (RFC 5894, section 7.2): nobody knows which host is meant.
_DISPUTED = "ßς\u200c\u200d"


def read_base_url(value: Any) -> str:
    """Return the address below which the site lies: absolute, in ASCII, host in lower case, with `/` at its end. Raises Wrong."""
    text = read_text(value)
    if "://" not in text and re.match(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$)|localhost(:|/|$)", text):
        scheme = "http" if text.startswith("localhost") else "https"
        raise Wrong(
            f"{shown(text)} is not a whole address", f"Write {scheme}:// before it: {scheme}://{text.rstrip('/')}/."
        )
    parts = urlsplit(read_url(text, "Write the whole address: https://example.com/jobs/."))
    if "?" in text or "#" in text:
        raise Wrong(f"{shown(text)} goes on with ? or #", _EXAMPLE)
    segments = parts.path.strip("/").split("/")
    if any(segment in (".", "..") for segment in segments) or "" in segments[1:]:
        raise Wrong(f'{shown(text)} has ".", ".." or nothing between two slashes', _EXAMPLE)
    if segments[-1].lower().endswith((".html", ".htm")):
        raise Wrong(f"{shown(text)} is the address of one page", "Write the folder's address, without the page's name.")
    path = quote(parts.path.rstrip("/"), safe="/%~!$&'()*+,;=:@-._")
    return f"{parts.scheme}://{_host(parts.netloc, text)}{path}/"


def _host(netloc: str, text: str) -> str:
    """Return host and port in lower case, letters beyond ASCII as Punycode."""
    if netloc.isascii():
        return netloc.lower()
    name, colon, port = netloc.partition(":")
    doubt = Wrong(
        f"the host of {shown(text)} cannot be written in ASCII beyond doubt",
        "Write it in Punycode: https://xn--….example/.",
    )
    if any(letter in name for letter in _DISPUTED):
        raise doubt
    try:
        return name.encode("idna").decode() + colon + port
    except UnicodeError:
        raise doubt from None
