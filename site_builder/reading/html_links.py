"""Where a text's links and images lead: within the site, to its assets, or outside."""

import difflib
import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import quote, unquote

from msgspec import Struct


class Links(Struct, frozen=True):
    """What a text's links are resolved against.

    `origin` is the site's scheme and host (`https://org.github.io`), `base_path` the path below which it lies, with `/`
    at both ends. `assets` maps names (`team.jpg`) to the addresses of the published files relative to the site
    (`assets/team.3f2a91c0.jpg`).
    """

    origin: str
    base_path: str = "/"
    assets: dict[str, str] = {}


class Note(Struct, frozen=True):
    """What an author should know of a text.

    A stable code, the line of the text (from 1; 0: unknown), what is wrong, what to do.

    `written` is the piece of the text that is meant, as far as it is known.
    """

    code: str
    line_hint: int
    message: str
    mend: str
    written: str = ""


def link(attributes: dict[str, str], links: Links, notes: list[Note]) -> dict[str, str]:
    """Return the attributes of a link, its address resolved; one that leads out of the site says so in `rel`."""
    written = unescape(attributes["href"])
    address = _address(written, links, notes, "link")
    attributes["href"] = escape(address)
    if _OUTSIDE.match(address) and not _within(address, links):
        attributes["rel"] = "noopener external"
    return attributes


def image(attributes: dict[str, str], links: Links, notes: list[Note]) -> dict[str, str]:
    """Return the attributes of an image, its address resolved.

    It loads when it comes into view and always has an `alt`.
    """
    attributes["src"] = escape(_address(unescape(attributes["src"]), links, notes, "image"))
    first = {"src": attributes["src"], "alt": attributes.get("alt", "")}
    return first | attributes | {"loading": "lazy"}


def escape(text: str) -> str:
    """Return a text as it is written in an attribute between double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def nearest(name: str, known: Iterable[str], prefix: str = "") -> str:
    """Return `Did you mean …?` with the known name most like this one, or nothing."""
    close = difflib.get_close_matches(name[:200], known, 1)
    return f"Did you mean `{prefix}{close[0]}`?" if close else ""


_OUTSIDE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ASSETS = "/assets/"
_MOST_MENDED = 50


def _address(written: str, links: Links, notes: list[Note], what: str) -> str:
    r"""Return where an address leads from any page of the site.

    Browsers read `\` as `/` and pass over line ends; so do we.
    """
    address = re.sub(r"[\t\r\n]", "", written).strip().replace(" ", "%20")
    if not address.lower().startswith(("mailto:", "tel:")):
        address = address.replace("\\", "/")
    if address.startswith("#") or _ABSOLUTE.match(address):
        return address
    if address.startswith(_ASSETS):
        return links.base_path + _asset(address, links, notes, written)
    if address.startswith("/"):
        return links.base_path + address.removeprefix("/")
    message = (
        f"the {what} to “{written}” leads nowhere: it has no place to start from"
        if written
        else f"a {what} has no address"
    )
    notes.append(Note("relative-link", 0, message, _mend_relative(address, links), written))
    return address


def _asset(address: str, links: Links, notes: list[Note], written: str) -> str:
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups("")  # type: ignore[union-attr]
    name = unquote(path.removeprefix(_ASSETS))
    if name in links.assets:
        return quote(links.assets[name], safe="/~!$&'()*+,;=:@-._") + mark + rest
    mend = (
        nearest(name, links.assets, _ASSETS) if len(notes) < _MOST_MENDED else ""
    ) or f"Put the file into `assets/`, so that it is `assets/{name}`."
    notes.append(Note("asset-missing", 0, f"there is no asset “{name}”", mend, written))
    return address.removeprefix("/")


def _mend_relative(address: str, links: Links) -> str:
    """Say what the author probably meant: an asset, another host, or a page of the site."""
    name = unquote(address).removeprefix("./").removeprefix("../").removeprefix("assets/")
    if name in links.assets:
        return f"Write `{_ASSETS}{name}`."
    if re.match(r"(?:www\.|[\w-]+\.(?:com|org|net|io|de|fr|jp|co|eu|gov)\b)", address):
        return f"Write `https://{address}`."
    if "@" in address:
        return f"Write `mailto:{address}`."
    return "Begin it with `/` (the site's root), `#` (a heading of this text) or `https://`."


def _within(address: str, links: Links) -> bool:
    """Say whether an absolute address lies below the site's own."""
    home = links.origin + links.base_path
    if address.startswith("//"):
        address = links.origin.partition("//")[0] + address
    return address.startswith(home) or address == home.removesuffix("/")
