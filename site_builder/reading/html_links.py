"""Where a text's links and images lead: within the site, to its assets, or outside."""

import posixpath
import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import quote, unquote

from msgspec import Struct

from site_builder.model.file_links import MARK
from site_builder.model.source_files import CONTENT, ENDINGS
from site_builder.reading.wrong import shown

MOST_MENDED = 50
"""Notes for which the nearest name is sought: it takes a while where there are thousands of names."""


class Links(Struct, frozen=True):
    """What a text's links are resolved against.

    `origin` is the site's scheme and host (`https://org.github.io`), `base_path` the path below which it lies, with `/`
    at both ends. `assets` maps names (`team.jpg`) to the addresses of the published files relative to the site
    (`assets/team.3f2a91c0.jpg`). `source` is the path of the text's own file, relative to the site's folder; a text without one (in site.toml)
    cannot lead to other files.
    """

    origin: str
    base_path: str = "/"
    assets: dict[str, str] = {}
    source: str = ""


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


class FileNamed(Struct, frozen=True):
    """A source file to which a link leads, by its path relative to the site's folder, and the link's address as it is `written`."""

    target: str
    written: str


def link(attributes: dict[str, str], links: Links, notes: list[Note], files: list[FileNamed]) -> dict[str, str]:
    """Return the attributes of a link, its address resolved; one that leads out of the site says so in `rel`.

    One that leads to a source file is added to `files`, and has that file's path behind the `MARK`: where its page is, is not known here.
    """
    written = unescape(attributes["href"])
    if links.source and (meant := _file_meant(written, links.source)):
        target, rest = meant
        files.append(FileNamed(target, written))
        attributes["href"] = escape(MARK + quote(target) + rest)
        return attributes
    address = _address(written, links, notes, "link")
    if not address:
        return {name: value for name, value in attributes.items() if name != "href"}
    attributes["href"] = escape(address)
    if _OUTSIDE.match(address) and not _within(address, links):
        attributes["rel"] = "noopener external"
    return attributes


def plain_link(written: str, links: Links) -> str | None:
    """Return what `link` makes of a tag's attributes, as they are written, where they are a whole address alone; None for all others."""
    found = _PLAIN_LINK.fullmatch(written)
    if found is None:
        return None
    return written if _within(found[1], links) else f'{written} rel="noopener external"'


def image(attributes: dict[str, str], links: Links, notes: list[Note]) -> dict[str, str]:
    """Return the attributes of an image, its address resolved.

    An asset's name alone is that asset. An image loads when it comes into view and always has an `alt`.
    """
    written = unescape(attributes["src"])
    # A name alone is an asset's; a link to a name alone may mean a page.
    address = f"{_ASSETS}{written}" if unquote(written) in links.assets else written
    attributes["src"] = escape(_address(address, links, notes, "image"))
    first = {"src": attributes["src"], "alt": attributes.get("alt", "")}
    return first | attributes | {"loading": "lazy"}


def escape(text: str) -> str:
    """Return a text as it is written in an attribute between double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def scheme_of(address: str) -> str:
    """Return the scheme of an address in lower case, white space and marks that nobody sees left out; empty where it has none."""
    scheme = _SCHEME.match(_UNSEEN.sub("", address))
    return scheme[0].lower() if scheme else ""


def nearest(name: str, known: Iterable[str], prefix: str = "") -> str:
    """Return `Did you mean …?` with the known name most like this one, or nothing."""
    from difflib import get_close_matches  # most texts have no link that is wrong

    close = get_close_matches(name[:200], known, 1)
    return f"Did you mean `{prefix}{close[0]}`?" if close else ""


# Schemes that a text's links may have; nh3 looks at an address before it is brought into this form, so it is looked at again.
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_UNSEEN = re.compile(r"[\s\x00-\x20\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_PLAIN_LINK = re.compile(r" href=\"(https?://[A-Za-z0-9._~/?=%#-]+)\"")
"""The attributes of most links: nothing in such an address is read or written otherwise than it stands."""
_BLANKS = "".join(map(chr, range(0x21)))
_OUTSIDE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ASSETS = "/assets/"
_CONTENT = f"{CONTENT}/"
_MARKDOWN = frozenset({".md", ".markdown"})
_FILE = re.compile(
    rf"(?![a-z][a-z0-9+.-]*:|//|#|\?|www\.)(?P<path>[^?#]*(?P<ending>{'|'.join(map(re.escape, ENDINGS))}))(?P<rest>[?#].*)?",
    re.IGNORECASE | re.DOTALL,
)


def _address(written: str, links: Links, notes: list[Note], what: str) -> str:
    r"""Return where an address leads from any page of the site.

    Browsers read `\` as `/` and pass over line ends; so do we.
    """
    address = _as_browsers_read(written)
    if written and not address:  # unsafe, or nothing but blanks: `removed` has told of it
        return ""
    if address.startswith("#") or _ABSOLUTE.match(address):
        return address
    if links.source and address[:1] not in ("", "/") and (asset := _asset_beside(address, links)):
        return links.base_path + asset
    if address.startswith(_ASSETS):
        return links.base_path + _asset(address, links, notes, written)
    if address.startswith("/"):
        return links.base_path + address.removeprefix("/")
    message = f"{shown(written)} is no address, so the {what} leads nowhere" if written else f"a {what} has no address"
    mend = nearest(address, links.assets, _ASSETS) if what == "image" and len(notes) < MOST_MENDED else ""
    notes.append(Note("relative-link", 0, message, mend or _mend_relative(address, links), written))
    return quote(address, safe="/~!$&'()*+,;=:@-._?#%[]")


def _as_browsers_read(written: str) -> str:
    r"""Return an address as a browser takes it (https://url.spec.whatwg.org/#concept-basic-url-parser).

    Control characters and spaces go from its ends, tabs and line ends from within; `\` is `/`. An address that is unsafe
    once other white space and marks that nobody sees are gone too is no address at all.
    """
    address = re.sub(r"[\t\r\n]", "", written).strip(_BLANKS)
    scheme = scheme_of(address)
    if scheme and scheme not in SAFE_SCHEMES:
        return ""
    if scheme not in ("mailto", "tel"):
        address = address.replace("\\", "/")
    return address.replace(" ", "%20")


def _file_meant(written: str, source: str) -> tuple[str, str] | None:
    """Return the path of the source file that an address means, as it is written in `source`, and what follows it (`#pay`); None: it means none.

    It is relative to the file, as on GitHub and in MkDocs; or it begins with `/`, ends in `.md`, and counts from `content/`, as in Hugo.
    """
    parts = _FILE.fullmatch(_as_browsers_read(written))
    if parts is None:
        return None
    path, ending, rest = unquote(parts["path"]), parts["ending"].lower(), parts["rest"] or ""
    if path.startswith("/"):
        if ending not in _MARKDOWN:  # `/about.html` is an address of the site
            return None
        inside = posixpath.normpath(path.lstrip("/"))
        return inside if inside.startswith(_CONTENT) else _CONTENT + inside, rest
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    return (target, rest) if ending in _MARKDOWN or target.startswith(_CONTENT) else None


def _asset_beside(address: str, links: Links) -> str:
    """Return the address of the asset to which one leads that is relative to the text's file (`../assets/form.pdf`), empty where there is none."""
    path, rest = _divided(address)
    name = posixpath.normpath(posixpath.join(posixpath.dirname(links.source), unquote(path)))
    asset = links.assets.get(name.removeprefix(_ASSETS[1:])) if name.startswith(_ASSETS[1:]) else None
    return _quoted(asset) + rest if asset else ""


def _divided(address: str) -> tuple[str, str]:
    """Return an address's path, and the rest with its mark (`#form`)."""
    end = min((at for at in map(address.find, "?#") if at >= 0), default=len(address))
    return address[:end], address[end:]


def _quoted(asset: str) -> str:
    return quote(asset, safe="/~!$&'()*+,;=:@-._")


def _asset(address: str, links: Links, notes: list[Note], written: str) -> str:
    path, rest = _divided(address)
    name = unquote(path.removeprefix(_ASSETS))
    if name in links.assets:
        return _quoted(links.assets[name]) + rest
    mend = (
        nearest(name, links.assets, _ASSETS) if len(notes) < MOST_MENDED else ""
    ) or f"Put the file into `assets/`, so that it is `assets/{name}`."
    notes.append(Note("asset-missing", 0, f"there is no asset {shown(name)}", mend, written))
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


def without_outside_image(tag: re.Match[str], links: Links, notes: list[Note]) -> str:
    """Return an `<img>` of sanitised HTML as it is, or its `alt` where there is nothing safe to show.

    That is an address of an unsafe kind, or one on another host: pages make no request elsewhere.
    """
    attributes = dict(re.findall(r' ([a-z-]+)="([^"]*)"', tag[0]))
    written = unescape(attributes.get("src", ""))
    address = _as_browsers_read(written)
    if written and not address:
        return str(attributes.get("alt", ""))
    if not _ABSOLUTE.match(address) or _within(address, links):
        return tag[0]
    if not any(note.code == "image-outside" and note.written == written for note in notes):
        message = f"the image {shown(written)} is not shown: a page of the site makes no request to another host"
        notes.append(
            Note("image-outside", 0, message, "Put the file into `assets/` and write `/assets/NAME`.", written)
        )
    return str(attributes.get("alt", ""))
