"""Pages as they will be served at an address: what each says of its own place, and of whom it asks something."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from site_builder.checking.built.addresses import Base
from site_builder.checking.built.enclosed import flaws_of_hosts
from site_builder.checking.built.found import Flaw, Looked
from site_builder.checking.built.look import LookTask, Page
from site_builder.checking.built.pages import BuiltSite

EXAMPLE = "This posting is an invented example, which came with the site. Delete its file."
"""What the example postings of a new site say of themselves."""


class ServedSite(BuiltSite, frozen=True):
    """A built site, to be looked at as it will be served."""

    def task(self) -> LookTask:
        """Return what looks at one file."""
        return ServedTask(*super().task().__reduce__()[1])


class ServedTask(LookTask):
    """Look at one file of the built site, and at what it says of the site's address. Picklable."""

    def __init__(self, folder: Path, base_url: str, *others: Any) -> None:
        """Look at files below a folder, built for an address; `others` are as LookTask takes them."""
        super().__init__(folder, base_url, *others)
        self.folder, self.base_url = folder, base_url

    def __reduce__(self) -> tuple[type[LookTask], tuple[Any, ...]]:
        """Travel without what has been found out."""
        return ServedTask, super().__reduce__()[1]

    def __call__(self, page: Page) -> Looked:
        """Return what the file holds. Raises OSError."""
        looked = super().__call__(page)
        data = (self.folder / page.path).read_bytes()
        flaws = dict.fromkeys(_flaws(Base(self.base_url), page, data, self.host))
        return replace(looked, flaws=(*looked.flaws, *flaws))


def _flaws(base: Base, page: Page, data: bytes, host: str) -> Iterator[Flaw]:
    html = LexborHTMLParser(data) if page.path.endswith((".html", ".htm")) else None
    own = _own_of_page(html) if html else _own_of_file(page.path, data)
    for address in own:
        # One without a host is a link like any other, and looked at as such.
        if "://" in address and not f"{address}/".startswith(base.url):
            yield _elsewhere(base, address)
    if html:
        yield from flaws_of_hosts(html, host)
    if html and EXAMPLE.encode() in data and b'"JobPosting"' in data:
        mend = "Delete its file once you have a posting of your own."
        yield Flaw("example-published", "this is an example that came with the site, and no job", mend)


def _elsewhere(base: Base, address: str) -> Flaw:
    there = "/".join(address.split("/", 3)[:3])
    return Flaw(
        "address-elsewhere",
        f"what is built says that it lies at {there}/, not below {base.url}",
        f"Build it for its address: `site-builder build --base-url {base.url}`.",
    )


def _own_of_page(html: LexborHTMLParser) -> Iterator[str]:
    """Yield the addresses under which a page says that it, its translations and its feeds are found."""
    if html.css_first("meta[http-equiv=refresh]"):
        return  # a page that leads to another says so
    for link in html.css('link[rel="canonical"], link[rel="alternate"]'):
        yield link.attributes.get("href") or ""
    for meta in html.css('meta[property="og:url"]'):
        yield meta.attributes.get("content") or ""


_OF_XML = re.compile(
    rb"<loc>\s*([^<]+?)\s*</loc>|<link>\s*([^<]+?)\s*</link>|<(?:\w+:)?link\b[^>]*?\bhref=\"([^\"]+)\"[^>]*?\brel=\"self\""
)


def _own_of_file(path: str, data: bytes) -> Iterator[str]:
    """Yield the addresses of the site's own pages in a sitemap or feed."""
    if path.endswith(".xml"):
        for groups in _OF_XML.findall(data):
            yield next(filter(None, groups)).decode("utf-8", "replace").replace("&amp;", "&")
    elif path.endswith(".json"):
        try:
            feed = msgspec.json.decode(data)
        except msgspec.DecodeError:
            return
        if isinstance(feed, dict) and "jsonfeed.org" in str(feed.get("version")):
            yield from (str(feed[name]) for name in ("home_page_url", "feed_url", "next_url") if name in feed)
            yield from (str(item["url"]) for item in feed.get("items", ()) if "url" in item)
