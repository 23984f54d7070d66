"""The addresses in what is no page: sitemaps, feeds, robots.txt and style sheets.

Texts within feeds are those of the pages, where their links are looked at.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import PurePosixPath

import msgspec

SCRIPTS = (".js", ".mjs")

# The elements of sitemaps and RSS whose text is an address, and the attributes of both and of Atom.
_XML = re.compile(
    rb"<(?:loc|link|url|comments|docs)>\s*([^<]+?)\s*</|<(?:[\w-]+:)?(?:link|enclosure|source)\b[^>]*?\b(?:href|url)=[\"']([^\"']+)"
)
_ROBOTS = re.compile(rb"^sitemap:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_CSS = re.compile(rb"url\(\s*[\"']?(?!data:|#)([^\"')]+)")
_OF_JSON_FEED = frozenset({"home_page_url", "feed_url", "next_url", "url", "icon", "favicon", "image", "banner_image"})


def addresses_in(path: str, data: bytes) -> Iterator[str]:
    """Yield the addresses in a file of the site that is no page."""
    kind = "robots.txt" if path == "robots.txt" else PurePosixPath(path).suffix
    if kind in _KINDS:
        yield from _KINDS[kind](data)


def is_looked_at(path: str) -> bool:
    """Say whether a file is of a kind that something can be wrong with: pages, what else holds addresses, and scripts."""
    return path == "robots.txt" or path.endswith((".html", ".htm", *_KINDS, *SCRIPTS))


def _found(pattern: re.Pattern[bytes]) -> Callable[[bytes], Iterator[str]]:
    def find(data: bytes) -> Iterator[str]:
        for groups in pattern.finditer(data):
            yield unescape(next(filter(None, groups.groups())).decode("utf-8", "replace"))

    return find


def _in_json_feed(data: bytes) -> Iterator[str]:
    try:
        feed = msgspec.json.decode(data)
    except msgspec.DecodeError:
        return
    for one in (feed, *feed.get("items", ())) if isinstance(feed, dict) else ():
        for name in _OF_JSON_FEED & one.keys():
            yield str(one[name])


_KINDS = {".xml": _found(_XML), "robots.txt": _found(_ROBOTS), ".css": _found(_CSS), ".json": _in_json_feed}
