"""What all HTML pages of the site have in common."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from site_builder.model.memory import Memory
from site_builder.model.output import Address, Link, Output, Rendering
from site_builder.model.site import Site
from site_builder.model.value import Shared
from site_builder.outputs.feeds import FeedLink
from site_builder.outputs.language_links import LanguageLink, Links, start_links


class Frame(Shared, frozen=True):
    """What stands around every page: the navigation, the indexes of the listings that exist, and the start pages of all languages, if several."""

    navigation: tuple[Link, ...]
    indexes: tuple[Link, ...]
    languages: Links = ()


class HtmlPage(Output, frozen=True, kw_only=True):
    """A page rendered by a template of the theme, which sees it as `page`.

    `address` is the page's address relative to the site (`jobs/gardener/`), or to its tree in one of several languages; `versions` are the
    links to the same page in all languages in which it is there, or to what is nearest to it; `modified` the last day on which it is
    known to have changed; `noindex` keeps it out of search engines and the sitemap.
    """

    address: str
    title: str
    summary: str
    language: str
    frame: Frame
    feeds: tuple[FeedLink, ...] = ()
    modified: date | None = None
    noindex: bool = False
    versions: Links = ()

    kind: ClassVar[str] = ""

    @property
    def navigation(self) -> tuple[Link, ...]:
        """The links to standalone pages and to what site.toml adds."""
        return self.frame.navigation

    @property
    def indexes(self) -> tuple[Link, ...]:
        """The links to the indexes of the listings, with the number of their terms."""
        return self.frame.indexes

    @property
    def languages(self) -> Links:
        """The links to the page in all languages of the site, in their order, each to the nearest thing that there is; none in a single one."""
        there = {link.tree: link for link in self.versions}
        return tuple([there.get(link.tree) or self._nearest(link) for link in self.frame.languages])

    def _nearest(self, start: LanguageLink) -> LanguageLink:
        """Return the link to this page itself, given that to its own start page, and else that."""
        if start.path or self.kind == "not-found":  # which is shown at any address
            return start
        return LanguageLink(start.tree, self.language, self.address)

    @property
    def alternates(self) -> Links:
        """The links to all versions of the page that search engines may know, itself included; none where it is the only one."""
        same = tuple([link for link in self.versions if link.is_same and link.indexed])
        return same if len(same) > 1 and any(link.path == self.address for link in same) else ()

    @property
    def closes_by_clock(self) -> bool:
        """Whether something on the page closes at a moment that is known, so that it needs the script."""
        return False

    def context(self, rendering: Rendering) -> dict[str, Any]:  # noqa: ARG002  # for subclasses
        """Return what the template sees besides `page`."""
        return {}

    def render(self, rendering: Rendering) -> bytes:
        """Render the page's template."""
        return rendering.html(self.template, page=self, **self.context(rendering))


def frame_of(site: Site) -> Frame:
    """Return the frame that all pages of a site share."""
    pages = [Link(page.title, page.path) for page in site.pages if page.navigation and not page.is_start]
    config = site.config
    added = [
        Link(item.title, config.path_in(item.url[1:]) if item.url.startswith("/") else item.url)
        for item in config.navigation
    ]
    return Frame(
        navigation=(*pages, *added),
        indexes=tuple(Link(listing.title, listing.path, len(listing.terms)) for listing in site.listings),
        languages=start_links(site),
    )


def addresses_of(outputs: Sequence[Output], memory: Memory) -> tuple[Address, ...]:
    """Return the addresses of the pages that search engines may know, in the outputs' order."""
    found = memory.each("addresses", outputs, _address)
    return memory.same("known addresses", tuple([address for address in found if address is not None]))


def _address(output: Output) -> Address | None:
    if not isinstance(output, HtmlPage) or output.noindex:
        return None
    return Address(output.tree + output.address, output.modified.isoformat() if output.modified else None)


def file_of(address: str) -> str:
    """Return the file that a web server gives for an address: `tags/` is `tags/index.html`, `old.html` itself."""
    return f"{address}index.html" if not address or address.endswith("/") else address
