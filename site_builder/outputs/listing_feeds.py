"""The feeds of the start page and of every listing's terms: which postings stand in which."""

from collections.abc import Collection, Sequence
from functools import partial

from site_builder.model.memory import Memory
from site_builder.model.output import Output
from site_builder.model.posting import JobPosting
from site_builder.model.site import Site
from site_builder.outputs.feed_content import FeedItem, feed_item
from site_builder.outputs.feeds import feeds_for
from site_builder.outputs.file_links import leads_of

_ORIGIN = "site.toml"


def list_feeds(
    site: Site, memory: Memory, items: dict[str, FeedItem], title: str, path: str, postings: Sequence[JobPosting]
) -> tuple[Output, Output]:
    """Plan the feeds of a list at an address. `items` are those of other lists, to which those of this one are added."""
    newest = postings[: site.config.feed_items]
    for posting in newest:
        if posting.source not in items:
            leads = leads_of(site, posting.source)
            make = partial(feed_item, posting, site.config, leads)
            items[posting.source] = memory.recall(("feed item", posting.source), (posting, leads), make)
    in_feed = [items[posting.source] for posting in newest]
    return feeds_for(title, path, in_feed, site.config, _ORIGIN)


def feeds_of(site: Site, sources: Collection[str]) -> list[Output]:
    """Return the feeds in which postings from some files stand, as the plan of all lists has them."""
    title = site.config.title
    lists = [
        (title, "", site.open),
        *((feed_title(site, term.name), term.path, term.postings) for one in site.listings for term in one.terms),
    ]
    memory, items = Memory(keeps=False), dict[str, FeedItem]()
    return [
        feed
        for title, path, postings in lists
        if any(posting.source in sources for posting in postings[: site.config.feed_items])
        for feed in list_feeds(site, memory, items, title, path, postings)
    ]


def feed_title(site: Site, term: str) -> str:
    """Return the title of the feed of a term's list."""
    return f"{site.config.title} – {term}"
