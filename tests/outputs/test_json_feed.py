"""JSON Feed: it keeps the specification's rules and says what the postings say."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from tests.outputs.feed_samples import COOK, GARDENER, TEXTS, feeds, json_feed


def test_json_feed_keeps_the_specification() -> None:
    """The whole document, member by member, by jsonfeed.org/version/1.1; unknown facts are not there."""
    assert json_feed(GARDENER, COOK) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Plants & more",
        "home_page_url": "https://fern.example/careers/tags/plants/",
        "feed_url": "https://fern.example/careers/tags/plants/feed.json",
        "description": "Open positions <here>",
        "language": "en-GB",
        "items": [
            {
                "id": "https://fern.example/careers/jobs/gardener/",
                "url": "https://fern.example/careers/jobs/gardener/",
                "title": "Gardener (C++ & <Rust>)",
                "summary": 'Plants < 2 m & "more"',
                "content_html": json_feed(GARDENER)["items"][0]["content_html"],
                "date_published": "2026-07-01T00:00:00+02:00",
                "date_modified": "2026-07-20T00:00:00+02:00",
                "authors": [{"name": "Fern & Moss"}],
                "tags": ["plants", "outdoors", "FULL_TIME", "INTERN"],
                "_job_posting": {
                    "locations": ["Berlin, Germany", "the old mill"],
                    "remote": "hybrid",
                    "employment_types": ["FULL_TIME", "INTERN"],
                    "valid_through": "2026-12-31T23:59:59+01:00",
                    "identifier": "G-7",
                },
            },
            {
                "id": "https://fern.example/careers/jobs/k%C3%B6chin/",
                "url": "https://fern.example/careers/jobs/k%C3%B6chin/",
                "title": "Köchin 🌱",
                "content_html": "<p>Kochen</p>",
                "authors": [{"name": "Moss Kitchen"}],
                "language": "de",
                "tags": ["nach Absprache"],
                "_job_posting": {"employment_types": ["OTHER"]},
            },
        ],
    }


class Author(msgspec.Struct, forbid_unknown_fields=True):
    """An author by JSON Feed 1.1."""

    name: str


class Item(msgspec.Struct, forbid_unknown_fields=True):
    """The members of an item by JSON Feed 1.1 that site-builder uses: those without a default are required."""

    id: str
    content_html: str
    authors: list[Author]
    url: str | None = None
    title: str | None = None
    summary: str | None = None
    date_published: datetime | None = None
    date_modified: datetime | None = None
    language: str | None = None
    tags: list[str] = []
    extension: dict[str, Any] = msgspec.field(name="_job_posting", default_factory=dict)


class Document(msgspec.Struct, forbid_unknown_fields=True):
    """The top of a document by JSON Feed 1.1: those without a default are required."""

    version: str
    title: str
    items: list[Item]
    home_page_url: str | None = None
    feed_url: str | None = None
    description: str | None = None
    language: str | None = None


def test_json_feed_is_read_by_its_specification() -> None:
    """A strict reader of the specification's members and types reads the feed; ids are unique, dates have offsets."""
    document = msgspec.json.decode(feeds(GARDENER, COOK)[1].render(TEXTS), type=Document)
    assert document.version == "https://jsonfeed.org/version/1.1"
    assert len({item.id for item in document.items}) == len(document.items) == 2
    assert document.items[0].date_published == datetime(2026, 6, 30, 22, tzinfo=UTC)
