"""RSS: it parses, keeps the specification's rules and says what the postings say."""

import feedparser

from site_builder.model.config import Config
from tests.outputs.feed_samples import COOK, CREATOR, GARDENER, TEXTS, feeds, rss, texts

LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
SELF = "{http://www.w3.org/2005/Atom}link"


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
