"""A site of pages alone: nothing on it speaks of jobs."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_builder.build import Options
from site_builder.check import check
from site_builder.engine.workers import Workers
from tests.sites import SETTINGS, TODAY, build_site, clean_build, load, published, snapshot, write_posting

START = "---\ntitle: The nursery\n---\n\nWe grow [trees](trees.md).\n"
TREES = "---\ntitle: Trees\n---\n\n" + "\n\n".join(
    f"## Kind {number}\n\n{'It grows and grows. ' * 50}" for number in range(3)
)


@pytest.fixture(params=["base", "studio"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A site of two pages, in each of the themes."""
    site = tmp_path / "site"
    (site / "content/pages").mkdir(parents=True)
    settings = SETTINGS.replace("[organization]", "pages_only = true\n\n[organization]")
    theme = f'\n[theme]\nname = "{request.param}"\n\n[theme.settings]\npage_contents = true\nhero_text = "Since 1987"\n'
    (site / "site.toml").write_text(settings + theme, "utf-8")
    (site / "content/pages/index.md").write_text(START, "utf-8")
    (site / "content/pages/trees.md").write_text(TREES, "utf-8")
    return site


def page(site: Path, path: str) -> BeautifulSoup:
    """Return a built page."""
    return BeautifulSoup((site / "output" / path).read_text("utf-8"), "lxml")


def test_it_has_pages_and_nothing_else(site: Path) -> None:
    """No list, feed, search or page of a job; beside pages and assets what every site has."""
    published(site)
    files = {path for path in snapshot(site / "output") if not path.endswith("/") and not path.startswith("assets/")}
    assert files == {"index.html", "404.html", "trees/index.html", "sitemap.xml", "robots.txt"}


def test_no_page_speaks_of_jobs(site: Path) -> None:
    """Neither in words nor in links: the start page is its own text below its head, and the page for what is not there leads to it."""
    published(site)
    for path in ("index.html", "404.html", "trees/index.html"):
        assert "job" not in re.sub("jobs at the nursery|jobs.example.org", "", page(site, path).get_text().lower())
        assert not page(site, path).select("link[type*=rss], link[type*=json], .empty, form")
    start = page(site, "index.html")
    assert [one.get_text(strip=True) for one in start.select("h1, .lead, main p a")] == [
        "The nursery",
        "Since 1987",
        "trees",
    ]
    assert [one.get_text() for one in page(site, "404.html").select("main a")] == ["To the start page"]
    assert [one.get_text() for one in start.select("nav a")] == ["Trees"]


def test_long_pages_list_their_sections(site: Path) -> None:
    """With the setting a long page begins with its headings; without it, it does not."""
    published(site)
    assert [one["href"] for one in page(site, "trees/index.html").select("nav.contents a")] == [
        "#kind-0",
        "#kind-1",
        "#kind-2",
    ]
    settings = site / "site.toml"
    settings.write_text(settings.read_text("utf-8").replace("page_contents = true", "page_contents = false"), "utf-8")
    published(site)
    assert not page(site, "trees/index.html").select("nav.contents")


def test_the_check_finds_nothing(site: Path) -> None:
    """A right site of pages alone leaves nothing to wish for."""
    with Workers(1) as workers:
        assert check(load(site), TODAY, workers).problems == ()


def test_a_job_is_out_of_place(site: Path) -> None:
    """A posting would be shown nowhere, so nothing is published; with `keep_going` the pages are, and the posting is counted."""
    write_posting(site, 0)
    report = build_site(site)
    assert [(one.path, one.code) for one in report.problems] == [("content/gardener-0000.md", "job-unexpected")]
    assert not report.published
    report = build_site(site, Options(keep_going=True))
    assert (report.published, report.open, report.left_out["refused"]) == (True, 0, ("content/gardener-0000.md",))
    assert not list((site / "output").rglob("*gardener*"))


def test_it_needs_a_start(site: Path) -> None:
    """Without a page for its start, visitors would find nothing: the line of the setting is named."""
    (site / "content/pages/index.md").unlink()
    report = build_site(site)
    assert [(one.path, one.line, one.code) for one in report.problems if one.code != "file-link-missing"] == [
        ("site.toml", 5, "start-missing")
    ]
    assert not report.published


def test_jobs_come_and_go(site: Path, tmp_path: Path) -> None:
    """A site that has jobs again has its lists again, and the other way round, as in a clean build."""
    published(site)
    settings = site / "site.toml"
    alone = settings.read_text("utf-8")
    settings.write_text(alone.replace("pages_only = true", "pages_only = false"), "utf-8")
    published(site)
    assert "No open jobs right now" in page(site, "index.html").get_text()
    assert (site / "output/feed.xml").exists()
    settings.write_text(alone, "utf-8")
    published(site)
    assert snapshot(site / "output") == clean_build(site, tmp_path / "clean")
