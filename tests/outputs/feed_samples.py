"""Two postings and their feeds, as a reader of each format takes them apart."""

import json
from datetime import UTC, date, datetime
from typing import Any
from xml.etree.ElementTree import Element

from site_builder.model.config import Config
from site_builder.model.output import Output
from site_builder.model.posting import EmploymentType, JobPosting, Organization, Place, RemoteRule
from site_builder.model.site import Site
from site_builder.outputs.feed_content import feed_item
from site_builder.outputs.feeds import feeds_for
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


def feeds(*postings: JobPosting, config: Config = CONFIG, path: str = "tags/plants/") -> tuple[Output, Output]:
    """Return the feeds of a listing of some postings."""
    site = Site.on(date(2026, 8, 1), config, postings)
    return feeds_for(
        "Plants & more", path, [feed_item(one, config) for one in site.open[: config.feed_items]], config, "site.toml"
    )


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
