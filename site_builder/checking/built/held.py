"""What a page holds for others to find: its addresses, the names of its elements, its scripts and languages. One look finds them all."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ATTRIBUTES = ("id", "href", "src", "srcset", "action", "cite", "data", "poster", "lang", "property", "http-equiv")
# In one `:is`, as an element comes once for each selector of a list that fits it.
_SELECTOR = ":is(" + ", ".join((*(f"[{name}]" for name in _ATTRIBUTES), "a[name]", "meta[name]", "script")) + ")"
_OF_META = frozenset({"og:url", "og:image", "twitter:image"})
_REFRESH = re.compile(r"[\d.\s]*[;,]\s*(?:url\s*=)?\s*['\"]?([^'\"]*)", re.IGNORECASE)

Attributes = Mapping[str, str | None]


class Held(NamedTuple):
    """What a page holds.

    `ids` and `names` (of old-fashioned `<a name>`) come in their order. `addresses` are as they are written, `sheets` and `scripts` those of its style
    sheets and scripts.
    `structured` are the texts of its JSON-LD scripts, `robots` is what it asks of search engines.
    `alternates` are its versions in other languages, as pairs of a language and an address.
    """

    ids: list[str]
    names: list[str]
    addresses: list[str]
    sheets: list[str]
    scripts: list[str]
    languages: list[str]
    structured: list[str]
    robots: list[str]
    alternates: list[tuple[str, str]]


def held_by(html: LexborHTMLParser) -> Held:
    """Return what a page holds."""
    held = Held([], [], [], [], [], [], [], [], [])
    # Looking through a page costs the same whatever is looked for, so all is looked for at once.
    for element in html.css(_SELECTOR):
        attributes = element.attributes
        if "id" in attributes:
            held.ids.append(attributes["id"] or "")
        if "lang" in attributes:
            held.languages.append(attributes["lang"] or "")
        addresses = list(_of(attributes))
        held.addresses.extend(addresses)
        note = _OF_TAG.get(element.tag)
        if note is not None:
            note(held, element, attributes, addresses)
    return held


def _note_meta(held: Held, _: LexborNode, attributes: Attributes, _addresses: list[str]) -> None:
    held.addresses.extend(_of_meta(attributes))
    if attributes.get("name") == "robots":
        held.robots.append(attributes.get("content") or "")


def _note_script(held: Held, element: LexborNode, attributes: Attributes, addresses: list[str]) -> None:
    held.scripts.extend(addresses)
    if attributes.get("type") == "application/ld+json":
        held.structured.append(element.text())


def _note_anchor(held: Held, _: LexborNode, attributes: Attributes, _addresses: list[str]) -> None:
    if "name" in attributes:
        held.names.append(attributes["name"] or "")


def _note_link(held: Held, _: LexborNode, attributes: Attributes, addresses: list[str]) -> None:
    kind = attributes.get("rel")
    if kind == "stylesheet":
        held.sheets.extend(addresses)
    elif kind == "alternate" and attributes.get("hreflang"):
        held.alternates.append((attributes["hreflang"] or "", attributes.get("href") or ""))


_OF_TAG: dict[str | None, Callable[[Held, LexborNode, Attributes, list[str]], None]] = {
    "meta": _note_meta,
    "script": _note_script,
    "a": _note_anchor,
    "link": _note_link,
}


def _of(attributes: Attributes) -> Iterator[str]:
    for name in attributes:
        if name in _ONE_ADDRESS:
            yield attributes[name] or ""
        elif name == "srcset":
            yield from (one.split()[0] for one in (attributes[name] or "").split(", ") if one.strip())


_ONE_ADDRESS = frozenset({"href", "src", "action", "cite", "data", "poster"})


def _of_meta(attributes: Attributes) -> Iterator[str]:
    content = attributes.get("content") or ""
    if (attributes.get("property") or attributes.get("name")) in _OF_META:
        yield content
    elif (attributes.get("http-equiv") or "").lower() == "refresh" and (found := _REFRESH.match(content)):
        yield found[1].strip()


def text_beside(data: bytes, written: str) -> str:
    """Return what a visitor reads of the link, or element (`#name`), that has an address (or name) in a page."""
    for element in LexborHTMLParser(data).css("[href], [src], [id]"):
        attributes = element.attributes
        if written in (attributes.get("href"), attributes.get("src"), f"#{attributes.get('id')}"):
            return " ".join((element.text() or attributes.get("alt") or "").split())
    return ""
