"""Links from a text to the file of another: to the page that is made of it, wherever that lies today."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_builder.build import Builder, Options
from site_builder.check import check
from site_builder.engine.workers import Workers
from tests.site_checks import attribute, structured_data
from tests.sites import TODAY, build_site, clean_build, load, published, snapshot, write_posting, write_site

TEXT = "Read of [pay](pages/benefits.md#holidays--pay), of [the other bed](./gardener-0001.md#what-youll-do) and of [us](pages/index.md)."
OTHER = "Weeds.\n\n## What you'll do\n\nPull them."
BENEFITS = """\
---
title: Benefits
---

As [gardener](../gardener-0000.md), with [a form](../../assets/form.pdf) and ![a bed](../../assets/beds/bed.svg).

::: faq
### How?
Ask the [other gardener](../gardener-0001.md?ask#what-youll-do).
:::

## Holidays & pay

Thirty days.
"""
INDEX = "---\ntitle: Come and garden\n---\n\nWe have [benefits](benefits.md) and <a title='a>b' href='/pages/benefits.md'>more</a>.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three postings and two pages that lead to each other."""
    site = write_site(tmp_path / "site", 3)
    write_posting(site, 0, text=TEXT)
    write_posting(site, 1, text=OTHER)
    pages = site / "content/pages"
    pages.mkdir()
    (pages / "benefits.md").write_text(BENEFITS, "utf-8")
    (pages / "index.md").write_text(INDEX, "utf-8")
    (site / "assets/beds").mkdir(parents=True)
    (site / "assets/form.pdf").write_bytes(b"%PDF")
    (site / "assets/beds/bed.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return site


def links(site: Path, path: str) -> dict[str, str]:
    """Return where the links of a page's own text lead, by their words."""
    html = (site / "output" / path / "index.html").read_text("utf-8")
    return {
        link.text: attribute(link, "href")
        for link in BeautifulSoup(html, "lxml").select(".prose a, .block a")
        if link.has_attr("href")
    }


def problems(site: Path) -> list[tuple[str, int, str]]:
    """Return what a build says."""
    report = build_site(site)
    assert report.published
    return [(one.path, one.line, one.code) for one in report.problems]


def test_they_lead_to_pages(site: Path) -> None:
    """Of postings, pages, blocks and the start page; to headings as GitHub writes them; to assets; with what follows the path."""
    published(site)
    assert links(site, "jobs/gardener-0000") == {
        "pay": "/benefits/#holidays-and-pay",
        "the other bed": "/jobs/gardener-0001/#what-you-ll-do",
        "us": "/",
    }
    own = links(site, "benefits")
    assert own["gardener"] == "/jobs/gardener-0000/"
    assert own["other gardener"] == "/jobs/gardener-0001/?ask#what-you-ll-do"
    assert re.fullmatch(r"/assets/form\.\w+\.pdf", own["a form"])
    assert re.search(r'<img src="/assets/beds/bed\.\w+\.svg"', (site / "output/benefits/index.html").read_text("utf-8"))
    assert links(site, ".") == {"benefits": "/benefits/", "more": "/benefits/"}


def test_they_lead_there_from_elsewhere(site: Path) -> None:
    """Feeds and structured data have the whole address."""
    published(site)
    pay = "https://jobs.example.org/benefits/#holidays-and-pay"
    page = BeautifulSoup((site / "output/jobs/gardener-0000/index.html").read_text("utf-8"), "lxml")
    assert f'href="{pay}"' in str(structured_data(page)[0]["description"])
    items = json.loads((site / "output/feed.json").read_text("utf-8"))["items"]
    assert f'href="{pay}"' in next(one for one in items if "0000" in one["url"])["content_html"]
    assert pay in (site / "output/feed.xml").read_text("utf-8")
    assert not [path for path, data in snapshot(site / "output").items() if b'"file:' in data]


def test_the_check_finds_nothing(site: Path) -> None:
    """Links and headings are where the pages say; a heading that is not there is named with the line on which it is written."""
    with Workers(1) as workers:
        links_of = {"link-broken", "anchor-missing", "relative-link", "asset-missing"}
        assert not links_of & {one.code for one in check(load(site), TODAY, workers).problems}
        (site / "content/gardener-0002.md").write_text(
            (site / "content/gardener-0002.md").read_text("utf-8") + "\n[x](pages/benefits.md#holydays)\n", "utf-8"
        )
        found = [one for one in check(load(site), TODAY, workers).problems if one.code in links_of]
    assert [(one.path, one.line, one.code) for one in found] == [("content/gardener-0002.md", 11, "anchor-missing")]


def test_what_is_not_there_is_named(site: Path) -> None:
    """A file that is missing, a draft, a job that opens later and a file that is refused: with the line, and without a dead link."""
    write_posting(
        site,
        2,
        text="Of [a](pages/benifits.md),\n[b](pages/gardener-0001.md) and [c](gardener-0003.md) or [d](later.md).",
    )
    draft = write_posting(site, 3)
    draft.write_text(draft.read_text("utf-8").replace("tags:", "draft: true\ntags:"), "utf-8")
    later = site / "content/later.md"
    later.write_text(draft.read_text("utf-8").replace("draft: true", "opens_on: 2027-01-01"), "utf-8")
    report = build_site(site)
    assert [(one.line, one.code) for one in report.problems if one.path == "content/gardener-0002.md"] == [
        (9, "file-link-missing"),
        (10, "file-link-hidden"),
        (10, "file-link-hidden"),
        (10, "file-link-missing"),
    ]
    said = "\n".join(f"{one.message} {one.mend}" for one in report.problems)
    for piece in (
        "Did you mean `pages/benefits.md`?",
        "Did you mean `gardener-0001.md`?",
        "is a draft",
        "opens on 2027-01-01",
    ):
        assert piece in said
    assert links(site, "jobs/gardener-0002") == {}


def test_they_follow_what_changes(site: Path, tmp_path: Path) -> None:
    """A new address or heading of what is linked to, and its end, change the pages that lead to it and no others; the result is that of a clean build."""
    published(site)
    benefits = site / "content/pages/benefits.md"
    benefits.write_text(BENEFITS.replace("title: Benefits", "title: Benefits\nslug: perks\nnavigation: false"), "utf-8")
    published(site)
    assert links(site, "jobs/gardener-0000")["pay"] == "/perks/#holidays-and-pay"
    assert snapshot(site / "output") == clean_build(site, tmp_path / "renamed")
    benefits.write_text(
        benefits.read_text("utf-8").replace("## Holidays & pay", "### Holidays & pay\n\n## Holidays &  pay"), "utf-8"
    )
    before = snapshot(site / "output")
    report = build_site(site)
    assert report.counts.rendered < 12
    assert snapshot(site / "output") == clean_build(site, tmp_path / "edited")
    assert snapshot(site / "output")["jobs/gardener-0002/index.html"] == before["jobs/gardener-0002/index.html"]
    benefits.unlink()
    assert {code for _, _, code in problems(site)} == {"file-link-missing"}
    assert "pay" not in links(site, "jobs/gardener-0000")
    assert links(site, ".") == {}


def test_they_follow_an_edited_text(site: Path, tmp_path: Path) -> None:
    """Of an edited posting nothing but its text may be other than before, and yet a page that leads to one of its headings changes."""
    long = "Weeds and weeds. " * 20
    write_posting(site, 1, text=f"{long}\n\n## What you'll do\n\nPull them.")
    published(site)
    write_posting(site, 1, text=f"{long}\n\n## What you ll do\n\nNothing.\n\n## What you'll do\n\nPull them.")
    published(site)
    assert links(site, "jobs/gardener-0000")["the other bed"] == "/jobs/gardener-0001/#what-you-ll-do-2"
    assert snapshot(site / "output") == clean_build(site, tmp_path / "clean")


@pytest.fixture
def builder() -> Iterator[Builder]:
    """The dev server's builder, which remembers."""
    with Workers(1) as workers, closing(Builder(workers)) as one:
        yield one


def test_the_dev_server_follows_too(site: Path, builder: Builder) -> None:
    """What is remembered of a posting is not taken for its page when what it links to has moved."""

    def build(*touched: str) -> None:
        assert builder.build(load(site), date(2026, 11, 21), Options(), touched or None).published

    build()
    other = site / "content/gardener-0001.md"
    other.write_text(
        other.read_text("utf-8").replace("tags:", "slug: weeder\ntags:").replace("you'll", "you will"), "utf-8"
    )
    build("content/gardener-0001.md")
    assert links(site, "jobs/gardener-0000")["the other bed"] == "/jobs/weeder/#what-youll-do"
    items = json.loads((site / "output/feed.json").read_text("utf-8"))["items"]
    assert "/jobs/weeder/#" in next(one for one in items if "0000" in one["url"])["content_html"]


def test_in_the_language_of_the_text(site: Path) -> None:
    """A link leads to the version in its text's own language, and to the only one where there is no other."""
    settings = site / "site.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[languages.de]\ntitle = "Stellen"\n', "utf-8")
    pages = site / "content/pages"
    (pages / "benefits.de.md").write_text(
        "---\ntitle: Vorteile\nslug: vorteile\n---\n\n[Stelle](../gardener-0000.md), [Start](index.md)\n\n## Holidays & pay\n",
        "utf-8",
    )
    (site / "content/gardener-0002.de.md").write_text(write_posting(site, 2, text=TEXT).read_text("utf-8"), "utf-8")
    build_site(site)
    assert links(site, "jobs/gardener-0002")["pay"] == "/benefits/#holidays-and-pay"
    assert links(site, "de/jobs/gardener-0002")["pay"] == "/de/vorteile/#holidays-and-pay"
    assert links(site, "de/vorteile") == {"Stelle": "/jobs/gardener-0000/", "Start": "/"}


def test_texts_without_them_are_as_they_were(tmp_path: Path) -> None:
    """A site without such links knows of none: nothing is asked of any page."""
    site = write_site(tmp_path / "site", 3)
    write_posting(site, 0, text="See <https://example.org/a.md>, [b](/about.html) and [c](https://example.org/c.md).")
    report = build_site(site)
    assert report.published
    assert "file-link-missing" not in {one.code for one in report.problems}
    assert links(site, "jobs/gardener-0000")["b"] == "/about.html"
