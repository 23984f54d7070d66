"""The sitemap: every address once, in order, with true days, within the protocol's limits."""

from datetime import date

import pytest

from site_builder.model.config import Config
from site_builder.model.output import Address, Output
from site_builder.model.site import Site
from site_builder.outputs import sitemap
from tests.outputs.rendering import Texts, xml

SITE = Site.on(date(2026, 8, 1), Config(title="T", base_url="https://fern.example/careers/"), [])
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESSES = (
    Address("", "2026-07-01"),
    Address("jobs/köchin/", "2026-07-20"),
    Address("tags/r&d/"),
    Address("jobs/a/", "2025-01-01"),
    Address("about/"),
)


def entries(output: Output, root: str = "urlset", element: str = "url") -> list[tuple[str | None, str | None]]:
    """Return the addresses and days of a sitemap or an index, with its form checked."""
    document = xml(output, Texts())
    assert document.tag == NAMESPACE + root
    assert {child.tag for child in document} <= {NAMESPACE + element}
    return [(child.findtext(NAMESPACE + "loc"), child.findtext(NAMESPACE + "lastmod")) for child in document]


def test_sitemap_lists_each_address_with_its_day() -> None:
    """The addresses are absolute and percent-encoded, in the order given; a day that is not known is left out."""
    document, _robots = sitemap.plan(SITE, ADDRESSES)
    assert document.path == "sitemap.xml"
    assert entries(document) == [
        ("https://fern.example/careers/", "2026-07-01"),
        ("https://fern.example/careers/jobs/k%C3%B6chin/", "2026-07-20"),
        ("https://fern.example/careers/tags/r&d/", None),
        ("https://fern.example/careers/jobs/a/", "2025-01-01"),
        ("https://fern.example/careers/about/", None),
    ]


def test_large_sitemap_is_an_index_of_parts() -> None:
    """Beyond the limit the parts hold all addresses in order, and the index gives each part's newest day."""
    index, *parts, robots = sitemap.plan(SITE, ADDRESSES, most_addresses=2)
    assert [output.path for output in (index, *parts, robots)] == [
        "sitemap.xml",
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap-3.xml",
        "robots.txt",
    ]
    assert entries(index, "sitemapindex", "sitemap") == [
        ("https://fern.example/careers/sitemap-1.xml", "2026-07-20"),
        ("https://fern.example/careers/sitemap-2.xml", "2025-01-01"),
        ("https://fern.example/careers/sitemap-3.xml", None),
    ]
    assert [len(entries(part)) for part in parts] == [2, 2, 1]
    whole = entries(sitemap.plan(SITE, ADDRESSES)[0])
    assert [entry for part in parts for entry in entries(part)] == whole


def test_exactly_the_limit_is_one_file() -> None:
    """50,000 addresses are one file, one more makes two."""
    addresses = [Address(f"jobs/{number}/") for number in range(sitemap.MOST_ADDRESSES + 1)]
    assert [output.path for output in sitemap.plan(SITE, addresses[:-1])] == ["sitemap.xml", "robots.txt"]
    assert [output.path for output in sitemap.plan(SITE, addresses)][:3] == [
        "sitemap.xml",
        "sitemap-1.xml",
        "sitemap-2.xml",
    ]


@pytest.mark.parametrize("character", ["a", "&", "🌱", "'"])
def test_no_part_exceeds_the_bytes_allowed(character: str) -> None:
    """However long its addresses become by encoding and escaping, a part stays within the limit."""
    addresses = [Address(f"jobs/{character * 40}{number}/", "2026-01-01") for number in range(50)]
    outputs = sitemap.plan(SITE, addresses, most_bytes=5000)
    assert len(outputs) > 3
    assert max(len(output.render(Texts())) for output in outputs[1:-1]) <= 5000
    assert sum(len(entries(output)) for output in outputs[1:-1]) == 50


def test_one_address_too_long_for_the_limit_is_kept() -> None:
    """No address is lost and no part is empty, even when an address alone exceeds the limit."""
    outputs = sitemap.plan(SITE, ADDRESSES, most_bytes=10)
    assert [len(entries(output)) for output in outputs[1:-1]] == [1, 1, 1, 1, 1]


def test_robots_allows_all_and_names_the_sitemap() -> None:
    """robots.txt forbids nothing and gives the sitemap's absolute address."""
    robots = sitemap.plan(SITE, ADDRESSES)[-1]
    assert robots.path == "robots.txt"
    assert robots.render(Texts()) == (b"User-agent: *\nAllow: /\n\nSitemap: https://fern.example/careers/sitemap.xml\n")
