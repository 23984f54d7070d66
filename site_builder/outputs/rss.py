"""RSS 2.0: a listing's newest postings for feed readers."""

from email.utils import format_datetime
from functools import lru_cache
from typing import ClassVar

from site_builder.model.output import Output, Rendering
from site_builder.outputs.absolute import absolute_links
from site_builder.outputs.feed_content import Feed, FeedItem, MadeOnce
from site_builder.outputs.xml_text import cdata, escape

_BEGINNING = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
"""


class RssFeed(Output, frozen=True, kw_only=True):
    """A feed as RSS 2.0 with the modules content, dc and atom; `url` is its own absolute address.

    Rules: the specification and the RSS Best Practices Profile of the RSS Advisory Board (rssboard.org).
    """

    file_name: ClassVar[str] = "feed.xml"
    media_type: ClassVar[str] = "application/rss+xml"

    url: str
    feed: Feed

    def render(self, rendering: Rendering) -> bytes:
        """Return the document in UTF-8. Nothing in it comes from the clock."""
        feed = self.feed
        parts = [
            _BEGINNING,
            _element("title", feed.title),
            _element("link", feed.home_page_url),
            # The element is required, so a site that does not describe itself gives its title.
            _element("description", feed.description or feed.title),
            _element("language", feed.language),
            f'<atom:link href="{escape(self.url)}" rel="self" type="{self.media_type}"/>\n',
            "<generator>site-builder</generator>\n",
        ]
        if feed.newest is not None:
            parts.append(f"<lastBuildDate>{_rfc_822(feed.moment(feed.newest))}</lastBuildDate>\n")
        return b"".join(["".join(parts).encode(), *_ITEMS.items(feed, rendering), b"</channel>\n</rss>\n"])


def _item(item: FeedItem, feed: Feed, html: str) -> bytes:
    parts = [
        "<item>\n",
        _element("title", item.title),
        _element("link", item.url),
        f'<guid isPermaLink="true">{escape(item.url)}</guid>\n',
    ]
    if item.date_posted is not None:
        parts.append(f"<pubDate>{_rfc_822(feed.moment(item.date_posted))}</pubDate>\n")
    # `author` would have to be an email address.
    parts.append(_element("dc:creator", item.organization))
    if item.language != feed.language:
        parts.append(_element("dc:language", item.language))
    parts += [_element("category", category) for category in item.categories]
    if item.summary:
        # An item's description is HTML, so plain text is escaped once for HTML and once for XML.
        parts.append(_element("description", escape(item.summary)))
    parts.append(f"<content:encoded>{cdata(absolute_links(html, item.url))}</content:encoded>\n</item>\n")
    return "".join(parts).encode()


_ITEMS = MadeOnce(_item)

# A moment is always a day's first, of which a site has a few hundred.
_rfc_822 = lru_cache(maxsize=1_000)(format_datetime)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>\n"
