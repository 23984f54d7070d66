"""Feeds: both formats parse, keep their specifications' rules and say what the postings say."""

import json
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree.ElementTree import Element

import feedparser
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.output import Output
from site_builder.model.posting import EmploymentType, JobPosting, Organization, Place, RemoteRule
from site_builder.model.site import Config, Site
from site_builder.outputs.feed_content import Feed
from site_builder.outputs.feeds import FeedLink, feed_links, feeds_for
from tests.outputs.rendering import Texts, xml

CONFIG = Config(
    title="Work at Fern & Moss",
    base_url="https://fern.example/careers/",
    language="en-GB",
    timezone="Europe/Berlin",
    description="Open positions <here>",
)
GARDENER = JobPosting(
    source="content/gardener.md",
    slug="gardener",
    title="Gardener (C++ & <Rust>)",
    organization=Organization("Fern & Moss"),
    description="gardener-html",
    summary='Plants < 2 m & "more"',
    language="en-GB",
    locations=(Place("Berlin, Germany", locality="Berlin", country="DE"), Place("the old mill")),
    remote=RemoteRule.HYBRID,
    employment_types=(EmploymentType.FULL_TIME, EmploymentType.INTERN),
    department="Outdoors",
    date_posted=date(2026, 7, 1),
    date_modified=date(2026, 7, 20),
    valid_through=datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC),
    tags=("plants", "outdoors"),
    identifier="G-7",
)
COOK = JobPosting(
    source="content/koch.md",
    slug="köchin",
    title="Köchin 🌱",
    organization=Organization("Moss Kitchen"),
    description="cook-html",
    summary="",
    language="de",
    employment_text="nach Absprache",
    employment_types=(EmploymentType.OTHER,),
)
TEXTS = Texts(
    {
        "gardener-html": '<p>See <a href="/careers/about/">us</a> or <a href="#pay">pay</a>, ]]&gt; and x]]>y.</p>',
        "cook-html": "<p>Kochen</p>",
    }
)
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
SELF = "{http://www.w3.org/2005/Atom}link"


def feeds(*postings: JobPosting, config: Config = CONFIG, path: str = "tags/plants/") -> tuple[Output, Output]:
    """Return the feeds of a listing of some postings."""
    site = Site.on(date(2026, 8, 1), config, postings)
    return feeds_for("Plants & more", path, site.open, site, "site.toml")


def rss(*postings: JobPosting, config: Config = CONFIG) -> Element:
    """Return the channel of the RSS feed of some postings."""
    root = xml(feeds(*postings, config=config)[0], TEXTS)
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    return root[0]


def json_feed(*postings: JobPosting, config: Config = CONFIG) -> dict[str, Any]:
    """Return the JSON Feed of some postings."""
    document: dict[str, Any] = json.loads(feeds(*postings, config=config)[1].render(TEXTS))
    return document


def texts(element: Element, tag: str) -> list[str | None]:
    """Return the texts of an element's children of one name."""
    return [child.text for child in element.findall(tag)]


def test_feeds_lie_below_their_listing_and_pages_can_link_to_them() -> None:
    """Both feeds lie in the listing's folder, and the links for the pages' heads name the same paths."""
    assert [feed.path for feed in feeds(GARDENER)] == ["tags/plants/feed.xml", "tags/plants/feed.json"]
    assert [feed.path for feed in feeds(GARDENER, path="")] == ["feed.xml", "feed.json"]
    assert feed_links("Plants", "tags/plants/") == (
        FeedLink("Plants", "tags/plants/feed.xml", "application/rss+xml"),
        FeedLink("Plants", "tags/plants/feed.json", "application/feed+json"),
    )


def test_feeds_hold_the_newest_postings() -> None:
    """A feed holds as many postings as the settings say, from the beginning of the listing."""
    config = Config(title="T", base_url="https://fern.example/", feed_items=1)
    assert texts(rss(COOK, GARDENER, config=config).findall("item")[0], "title") == [GARDENER.title]
    assert [item["title"] for item in json_feed(COOK, GARDENER, config=config)["items"]] == [GARDENER.title]


def test_rss_parses_without_complaint() -> None:
    """A feed reader finds nothing wrong and reads title, link, date and text."""
    parsed = feedparser.parse(feeds(GARDENER, COOK)[0].render(TEXTS))
    assert parsed.bozo == 0
    assert parsed.version == "rss20"
    assert parsed.feed.link == "https://fern.example/careers/tags/plants/"
    assert parsed.feed.generator == "site-builder"
    gardener, cook = parsed.entries
    assert gardener.id == gardener.link == "https://fern.example/careers/jobs/gardener/"
    assert gardener.author == "Fern & Moss"
    assert gardener.published_parsed[:4] == (2026, 6, 30, 22)
    assert [tag.term for tag in gardener.tags] == ["plants", "outdoors", "FULL_TIME", "INTERN"]
    assert [tag.term for tag in cook.tags] == ["nach Absprache"]
    assert "published" not in cook
    assert cook.content[0].value == "<p>Kochen</p>"


def test_rss_channel_has_what_the_specification_requires() -> None:
    """The channel has one title, link and description, its own address and the newest day of its items."""
    channel = rss(GARDENER, COOK)
    assert texts(channel, "title") == ["Plants & more"]
    assert texts(channel, "link") == ["https://fern.example/careers/tags/plants/"]
    assert texts(channel, "description") == ["Open positions <here>"]
    assert texts(channel, "language") == ["en-GB"]
    assert [link.attrib for link in channel.findall(SELF)] == [
        {"href": "https://fern.example/careers/tags/plants/feed.xml", "rel": "self", "type": "application/rss+xml"}
    ]
    assert texts(channel, "lastBuildDate") == ["Mon, 20 Jul 2026 00:00:00 +0200"]


def test_rss_channel_without_description_and_dates() -> None:
    """The required description falls back to the title; without a date in the data there is no lastBuildDate."""
    channel = rss(COOK, config=Config(title="T", base_url="https://fern.example/"))
    assert texts(channel, "description") == ["Plants & more"]
    assert texts(channel, "lastBuildDate") == []
    assert channel.find("item/pubDate") is None


def test_rss_items_keep_the_specification() -> None:
    """Each item has a title and one permanent, unique guid that is its link; its day begins in the site's time zone."""
    items = rss(GARDENER, COOK).findall("item")
    guids = [guid for item in items for guid in item.findall("guid")]
    assert [guid.get("isPermaLink") for guid in guids] == ["true", "true"]
    assert len({guid.text for guid in guids}) == len(items)
    assert [texts(item, "guid") == texts(item, "link") for item in items] == [True, True]
    assert texts(items[1], "link") == ["https://fern.example/careers/jobs/k%C3%B6chin/"]
    assert texts(items[0], "title") == ["Gardener (C++ & <Rust>)"]
    assert texts(items[0], "pubDate") == ["Wed, 01 Jul 2026 00:00:00 +0200"]
    assert texts(items[0], CREATOR) == ["Fern & Moss"]
    assert [texts(item, LANGUAGE) for item in items] == [[], ["de"]]


def test_rss_summary_is_html_of_plain_text() -> None:
    """An item's description is HTML, so a plain summary is escaped for it; without a summary there is none."""
    items = rss(GARDENER, COOK).findall("item")
    assert [texts(item, "description") for item in items] == [["Plants &lt; 2 m &amp; &quot;more&quot;"], []]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1920, 5, 1), date(2026, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Pacific/Kiritimati", "Africa/Monrovia", "UTC"])
def test_dates_keep_their_day_in_both_formats(day: date, zone: str) -> None:
    """Any day comes back from RFC 822 and RFC 3339 as itself, with an offset of whole minutes."""
    config = Config(title="T", base_url="https://fern.example/", timezone=zone)
    posting = JobPosting("a.md", "a", "A", Organization("O"), "cook-html", "", "en", date_posted=day)
    (published,) = texts(rss(posting, config=config).findall("item")[0], "pubDate")
    assert published is not None
    for moment in (
        parsedate_to_datetime(published) if day.year > 1000 else datetime(day.year, day.month, day.day, tzinfo=UTC),
        datetime.fromisoformat(json_feed(posting, config=config)["items"][0]["date_published"]),
    ):
        assert moment.date() == day
        assert (moment.utcoffset() or timedelta()) % timedelta(minutes=1) == timedelta()


def test_links_in_texts_are_absolute() -> None:
    """Links within the site and within the page are whole in both feeds, since readers show the text elsewhere."""
    whole = (
        '<p>See <a href="https://fern.example/careers/about/">us</a> or '
        '<a href="https://fern.example/careers/jobs/gardener/#pay">pay</a>, ]]&gt; and x]]>y.</p>'
    )
    assert texts(rss(GARDENER).findall("item")[0], CONTENT) == [whole]
    assert json_feed(GARDENER)["items"][0]["content_html"] == whole


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


def test_an_empty_listing_has_valid_feeds() -> None:
    """A listing without postings still has both feeds, without items; JSON Feed requires the empty list."""
    assert rss().findall("item") == []
    assert json_feed()["items"] == []


def test_formats_share_one_value() -> None:
    """Both formats hold the same feed, so they cannot differ in what they say."""
    first, second = (output.feed for output in feeds(GARDENER, COOK) if hasattr(output, "feed"))
    assert isinstance(first, Feed)
    assert first is second


any_text = st.text() | st.text(alphabet="]>&<\"'\x00\x0b\x1f\ufffe\uffff\r\n\t a", max_size=12)


@given(text=any_text, language=any_text)
def test_any_text_makes_well_formed_feeds(text: str, language: str) -> None:
    """Whatever a posting and the settings hold, RSS is well-formed XML of the text XML can hold; JSON keeps it all."""
    posting = JobPosting("a.md", "a", text, Organization(text), "digest", text, language, tags=(text,), department=text)
    config = Config(title="T", base_url="https://fern.example/", description=text, language=text)
    site = Site.on(date(2026, 8, 1), config, [posting])
    xml_output, json_output = feeds_for(text, "", site.open, site, "site.toml")
    channel = xml(xml_output, Texts(digest=text))[0]
    item = channel.findall("item")[0]
    kept = "".join(c for c in text if (c >= " " or c in "\t\n\r") and c not in "\ufffe\uffff")
    kept = kept.replace("\r\n", "\n").replace("\r", "\n")  # what every XML parser does to line ends
    for element in (channel.find("title"), item.find("title"), item.find(CREATOR), item.find(CONTENT)):
        assert element is not None
        assert (element.text or "") == kept
    document = json.loads(json_output.render(Texts(digest=text)))
    assert document["items"][0]["content_html"] == text
