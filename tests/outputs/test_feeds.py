"""What both formats of a feed share: where they lie, which postings they hold, texts and days."""

import json
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.config import Config
from site_builder.model.posting import JobPosting, Organization
from site_builder.model.site import Site
from site_builder.outputs.feed_content import Feed, feed_item
from site_builder.outputs.feeds import FeedLink, feed_links, feeds_for
from tests.outputs.feed_samples import (
    CONTENT,
    COOK,
    CREATOR,
    GARDENER,
    feeds,
    json_feed,
    rss,
    texts,
)
from tests.outputs.rendering import Texts, xml


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
    xml_output, json_output = feeds_for(
        text, "", [feed_item(one, config) for one in site.open[: config.feed_items]], config, "site.toml"
    )
    channel = xml(xml_output, Texts(digest=text))[0]
    item = channel.findall("item")[0]
    kept = "".join(c for c in text if (c >= " " or c in "\t\n\r") and c not in "\ufffe\uffff")
    kept = kept.replace("\r\n", "\n").replace("\r", "\n")  # what every XML parser does to line ends
    for element in (channel.find("title"), item.find("title"), item.find(CREATOR), item.find(CONTENT)):
        assert element is not None
        assert (element.text or "") == kept
    document = json.loads(json_output.render(Texts(digest=text)))
    assert document["items"][0]["content_html"] == text
