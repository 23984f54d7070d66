"""What search engines read first: sitemap.xml (in parts, when it is large) and robots.txt.

Rules: the protocol at sitemaps.org and RFC 9309 (robots.txt).
"""

from collections.abc import Iterable, Iterator, Sequence

from site_builder.model.config import Config
from site_builder.model.output import Address, Output, Rendering
from site_builder.model.site import Site
from site_builder.outputs.xml_text import escape

MOST_ADDRESSES = 50_000
MOST_BYTES = 52_428_800

_ORIGIN = "site.toml"
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class Sitemap(Output, frozen=True, kw_only=True):
    """Addresses of pages in the order given, each with the day it last changed where that is known."""

    config: Config
    addresses: tuple[Address, ...]

    def render(self, rendering: Rendering) -> bytes:  # noqa: ARG002
        """Return the document in UTF-8."""
        return _document("urlset", "url", self.addresses, self.config)


class SitemapIndex(Output, frozen=True, kw_only=True):
    """The addresses of the parts of a sitemap that is too large for one file, each with its newest page's day."""

    config: Config
    parts: tuple[Address, ...]

    def render(self, rendering: Rendering) -> bytes:  # noqa: ARG002
        """Return the document in UTF-8."""
        return _document("sitemapindex", "sitemap", self.parts, self.config)


class Robots(Output, frozen=True, kw_only=True):
    """robots.txt: everything may be read, and here is the sitemap.

    Crawlers ask for it at the root of a host only, so on a site under a sub-path it tells people, and does no harm.
    """

    sitemap_url: str

    def render(self, rendering: Rendering) -> bytes:  # noqa: ARG002
        """Return the file in UTF-8."""
        return f"User-agent: *\nAllow: /\n\nSitemap: {self.sitemap_url}\n".encode()


def plan(
    site: Site, addresses: Sequence[Address], *, most_addresses: int = MOST_ADDRESSES, most_bytes: int = MOST_BYTES
) -> list[Output]:
    """Return sitemap.xml and robots.txt.

    Beyond the protocol's limits for one file, sitemap.xml is an index of sitemap-1.xml, sitemap-2.xml and so on.
    """
    config = site.config
    parts = list(_parts(addresses, config, most_addresses, most_bytes))
    robots = Robots(path="robots.txt", origin=_ORIGIN, sitemap_url=config.absolute_url("sitemap.xml"))
    if len(parts) == 1:
        return [Sitemap(path="sitemap.xml", origin=_ORIGIN, config=config, addresses=parts[0]), robots]
    sitemaps = [
        Sitemap(path=f"sitemap-{number}.xml", origin=_ORIGIN, config=config, addresses=part)
        for number, part in enumerate(parts, 1)
    ]
    entries = tuple(Address(sitemap.path, _newest(sitemap.addresses)) for sitemap in sitemaps)
    return [SitemapIndex(path="sitemap.xml", origin=_ORIGIN, config=config, parts=entries), *sitemaps, robots]


def _parts(
    addresses: Sequence[Address], config: Config, most_addresses: int, most_bytes: int
) -> Iterator[tuple[Address, ...]]:
    # The sizes are upper bounds, so that no URL is made while planning: a character becomes at most four bytes of three
    # characters each (`%F0%9F%8C%B1`), and the elements about an address take fewer than 100.
    per_address = 100 + len(escape(config.base_url))
    start, size = 0, 200
    for position, address in enumerate(addresses):
        length = per_address + 12 * len(address.path)
        if position - start == most_addresses or (position > start and size + length > most_bytes):
            yield tuple(addresses[start:position])
            start, size = position, 200
        size += length
    yield tuple(addresses[start:])


def _newest(addresses: Iterable[Address]) -> str | None:
    return max((address.last_modified for address in addresses if address.last_modified), default=None)


def _document(root: str, element: str, addresses: Iterable[Address], config: Config) -> bytes:
    parts = [f'<?xml version="1.0" encoding="utf-8"?>\n<{root} {_NAMESPACE}>\n']
    for address in addresses:
        modified = f"<lastmod>{address.last_modified}</lastmod>" if address.last_modified else ""
        parts.append(f"<{element}><loc>{escape(config.absolute_url(address.path))}</loc>{modified}</{element}>\n")
    parts.append(f"</{root}>\n")
    return "".join(parts).encode()
