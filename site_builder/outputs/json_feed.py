"""JSON Feed 1.1: a listing's newest postings for feed readers and programs."""

from typing import ClassVar

from msgspec import Raw, json

from site_builder.model.output import Output, Rendering
from site_builder.outputs.absolute import absolute_links
from site_builder.outputs.feed_content import Feed, FeedItem, MadeOnce


class JsonFeed(Output, frozen=True, kw_only=True):
    """A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1); `url` is its own absolute address."""

    file_name: ClassVar[str] = "feed.json"
    media_type: ClassVar[str] = "application/feed+json"

    url: str
    feed: Feed

    def render(self, rendering: Rendering) -> bytes:
        """Return the document in UTF-8."""
        feed = self.feed
        document = _stated(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": feed.title,
                "home_page_url": feed.home_page_url,
                "feed_url": self.url,
                "description": feed.description,
                "language": feed.language,
            }
        )
        document["items"] = _ITEMS.items(feed, rendering)
        return json.encode(document) + b"\n"


def _item(item: FeedItem, feed: Feed, html: str) -> Raw:
    posted, modified, valid_through = item.date_posted, item.date_modified, item.valid_through
    stated = _stated(
        {
            "id": item.url,
            "url": item.url,
            "title": item.title,
            "summary": item.summary,
            "date_published": feed.moment(posted).isoformat() if posted else None,
            "date_modified": feed.moment(modified).isoformat() if modified else None,
            "authors": [{"name": item.organization}],
            "language": item.language if item.language != feed.language else None,
            "tags": item.categories,
            # An extension's name begins with an underscore; the names in it are those of a posting's front matter.
            "_job_posting": _stated(
                {
                    "locations": item.locations,
                    "remote": item.remote,
                    "employment_types": item.employment_types,
                    "valid_through": valid_through.astimezone(feed.zone).isoformat() if valid_through else None,
                    "identifier": item.identifier,
                }
            ),
        }
    )
    stated["content_html"] = absolute_links(html, item.url)  # required, so given even when it is empty
    return Raw(json.encode(stated))


_ITEMS = MadeOnce(_item)


def _stated(members: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in members.items() if value}
