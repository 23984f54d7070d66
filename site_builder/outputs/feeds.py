"""The feeds of a listing: one file for each format, and the links by which pages point at them."""

from collections.abc import Sequence

from site_builder.model.config import Config
from site_builder.model.output import Output
from site_builder.model.value import Value
from site_builder.outputs.feed_content import FeedItem, feed_of
from site_builder.outputs.json_feed import JsonFeed
from site_builder.outputs.rss import RssFeed


class FeedLink(Value, frozen=True):
    """What a page's head says of a feed: its title, its address relative to the site and its media type."""

    title: str
    path: str
    media_type: str


def feeds_for(
    title: str,
    listing_path: str,
    items: Sequence[FeedItem],
    config: Config,
    origin: str,
) -> tuple[Output, Output]:
    """Return a listing's feeds in RSS and JSON Feed.

    `listing_path` is the listing's address relative to the site (`""`, `tags/python/`), below which the feeds lie;
    `items` are its newest postings, newest first; `origin` is the file that wants the feeds.
    """
    feed = feed_of(title, listing_path, items, config)
    rss, json_feed = (listing_path + file_name for file_name in (RssFeed.file_name, JsonFeed.file_name))
    tree = config.prefix
    return (
        RssFeed(path=tree + rss, tree=tree, origin=origin, url=config.absolute_url(rss), feed=feed),
        JsonFeed(path=tree + json_feed, tree=tree, origin=origin, url=config.absolute_url(json_feed), feed=feed),
    )


def feed_links(title: str, listing_path: str) -> tuple[FeedLink, FeedLink]:
    """Return the links to a listing's feeds, for the heads of its pages."""
    return (
        FeedLink(title=title, path=listing_path + RssFeed.file_name, media_type=RssFeed.media_type),
        FeedLink(title=title, path=listing_path + JsonFeed.file_name, media_type=JsonFeed.media_type),
    )
