"""The example's feeds and sitemap, as feed readers and search engines read them."""

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime

import feedparser

from tests.example_site.building import Example, open_pages
from tests.site_checks import attribute, sitemap_urls


def test_rss_feeds_are_right(example: Example) -> None:
    """feedparser has no complaint about any feed; it names itself, and its items are postings with stable names and dates."""
    files = sorted(example.site.folder.rglob("feed.xml"))
    assert len(files) > 10
    for file in files:
        path = file.relative_to(example.site.folder).as_posix()
        feed = feedparser.parse(file.read_bytes())
        assert feed.bozo == 0, path
        assert feed.version == "rss20"
        (own,) = (link.href for link in feed.feed.links if link.rel == "self")
        assert own == example.site.base_url + path
        assert feed.feed.link == example.site.base_url + path.removesuffix("feed.xml")
        pages = open_pages(example)
        for entry in feed.entries:
            assert entry.id == entry.link
            page = pages[entry.link.removeprefix(example.site.base_url)]
            assert entry.title == page.h1.get_text() if page.h1 else ""
            assert entry.content[0].value
            assert parsedate_to_datetime(entry.published).tzinfo is not None
        published = [parsedate_to_datetime(entry.published) for entry in feed.entries]
        assert published == sorted(published, reverse=True)
        assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0
    entire = feedparser.parse((example.site.folder / "feed.xml").read_bytes())
    assert len(entire.entries) == example.report.open


def test_json_feeds_are_right(example: Example) -> None:
    """By JSON Feed 1.1: what is required is there, addresses are absolute, ids are unique, dates are RFC 3339."""
    for file in sorted(example.site.folder.rglob("feed.json")):
        path = file.relative_to(example.site.folder).as_posix()
        feed = json.loads(file.read_bytes())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == example.site.base_url + path
        assert feed["home_page_url"] == example.site.base_url + path.removesuffix("feed.json")
        for item in feed["items"]:
            assert item["id"] == item["url"]
            assert item["content_html"]
            assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
            assert all(isinstance(tag, str) for tag in item["tags"])
        xml = feedparser.parse(file.with_name("feed.xml").read_bytes())
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in xml.entries]


def test_the_sitemap_holds_the_indexable_pages(example: Example) -> None:
    """Each page that search engines may show is in it once by its canonical address; no other page is."""
    site = example.site
    urls = sitemap_urls(site)
    indexable = []
    for path, page in site.pages().items():
        if page.find("meta", {"name": "robots", "content": "noindex"}) is None:
            canonical = page.find("link", rel="canonical")
            assert canonical is not None, path
            assert attribute(canonical, "href") == site.url_of(path)
            indexable.append(site.url_of(path))
    assert sorted(urls) == sorted(indexable)
    assert {site.base_url, f"{site.base_url}benefits/", f"{site.base_url}tags/"} < set(urls)
    days = re.findall("<lastmod>(.*?)</lastmod>", (site.folder / "sitemap.xml").read_text())
    assert len(days) > example.report.open
    assert max(days) <= "2026-11-21"
    assert f"Sitemap: {site.base_url}sitemap.xml" in (site.folder / "robots.txt").read_text()
