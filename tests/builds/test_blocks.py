"""Blocks on built pages: what they show, and when a page with a list of jobs is made anew."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.sites import SETTINGS, build_site, snapshot, write_posting, write_site

ABOUT = """\
---
title: About
---

Hello.

::: jobs In Berlin
place: berlin
most: 2
:::

::: numbers
- **126** people
:::

Bye.
"""
INDEX = """\
---
title: Come and garden
---

::: quotes
> I like it.
> — Ada
:::

::: all-jobs
:::

::: jobs
tag: bed 1
:::

The end.
"""


def write_page(site: Path, name: str, text: str) -> None:
    """Write a page of a site."""
    (site / "content/pages").mkdir(exist_ok=True)
    (site / "content/pages" / name).write_text(text, encoding="utf-8")


def page(site: Path, path: str) -> BeautifulSoup:
    """Return a built page."""
    return BeautifulSoup((site / "output" / path / "index.html").read_text(encoding="utf-8"), "html.parser")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of nine postings, every third of them in Berlin."""
    return write_site(tmp_path / "site", 9)


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_a_page_shows_its_blocks_in_order(site: Path, theme: str) -> None:
    """Text, jobs and numbers come as they are written, each block with its heading; there are more jobs than it lists."""
    (site / "site.toml").write_text(f'{SETTINGS}\n[theme]\nname = "{theme}"\n', encoding="utf-8")
    write_page(site, "about.md", ABOUT)
    assert build_site(site).problems == ()
    main = page(site, "about").main
    assert main is not None
    parts = [
        " ".join(sorted(str(name) for name in one["class"])) for one in main.select("div.prose:not(.block *), .block")
    ]
    assert parts == ["prose", "block block-jobs", "block block-numbers", "prose"]
    (jobs,) = main.select(".block-jobs")
    assert [one.get_text() for one in jobs.select("h2")] == ["In Berlin", "Gardener 0", "Gardener 3"]
    assert [(str(one["href"]), one.get_text()) for one in jobs.select(".more-jobs a")] == [
        ("/locations/berlin/", "All: Berlin (3)")
    ]
    assert [one.get_text(strip=True) for one in main.select(".block-numbers :is(dt, dd)")] == ["people", "126"]


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_the_start_page_has_a_text(site: Path, theme: str) -> None:
    """Its blocks stand around the list where the text says so; it is no page of its own, and no link of the navigation."""
    (site / "site.toml").write_text(
        f'{SETTINGS}per_page = 4\n\n[theme]\nname = "{theme}"\n'.replace(
            '[organization]\nname = "The nursery"\nper_page = 4', 'per_page = 4\n\n[organization]\nname = "The nursery"'
        ),
        encoding="utf-8",
    )
    write_page(site, "index.md", INDEX)
    assert build_site(site).problems == ()
    start = page(site, "")
    order = [
        one.name if one.name == "h1" else str(one["class"][-1])
        for one in start.select("h1, .block-quotes, [data-jobs] > ol, [data-jobs] > div, .block-jobs, main .prose")
    ]
    assert order[:2] == ["h1", "block-quotes"]
    assert order[-2:] == ["block-jobs", "prose"]
    assert [one.get_text() for one in start.select("h1")] == ["Come and garden"]
    assert start.title is not None
    assert start.title.get_text() == "Jobs at the nursery"
    second = page(site, "page/2")
    assert not second.select(".block")
    assert not (site / "output/index").exists()
    assert "Come and garden" not in [link.get_text() for link in start.select("nav a")]


def test_a_list_is_made_anew_when_its_jobs_change(site: Path) -> None:
    """The page changes with a job that it shows, and with the number of others; not with any other job."""
    write_page(site, "about.md", ABOUT)
    assert build_site(site).published

    def about() -> tuple[int, bytes]:
        file = site / "output/about/index.html"
        return file.stat().st_mtime_ns, file.read_bytes()

    before = about()
    write_posting(site, 1, title="Somewhere else")
    write_posting(site, 0, text="Another text, which no list shows, below the same beginning. " * 8)
    write_posting(site, 4, text="Other words.")
    assert build_site(site).published
    assert about()[1] == before[1] or b"Another text" in about()[1]
    write_posting(site, 0)
    assert build_site(site).published
    before = about()
    write_posting(site, 7, title="Away")
    assert build_site(site).published
    assert about() == before
    write_posting(site, 3, title="Head gardener")
    assert build_site(site).published
    assert b"Head gardener" in about()[1]
    clean = snapshot(site / "output")
    for path in (site / "output", site / ".cache"):
        path.rename(path.with_name(f"{path.name}-before"))
    assert build_site(site).published
    assert snapshot(site / "output") == clean


def test_a_list_without_jobs_says_so(site: Path) -> None:
    """It leads to all others; a name that is nearly another is told."""
    write_page(site, "about.md", "---\ntitle: About\n---\n::: jobs\nplace: Berln\n:::\n")
    report = build_site(site)
    assert report.published
    (problem,) = report.problems
    assert (problem.path, problem.line, problem.code) == ("content/pages/about.md", 4, "jobs-none")
    assert problem.mend == "Did you mean `place: Berlin`?"
    (block,) = page(site, "about").select(".block-jobs")
    assert block.get_text(" ", strip=True) == "Nothing is open here at the moment. See all open jobs"


def test_all_criteria_count(site: Path) -> None:
    """Only jobs that have the tag and the place are listed."""
    write_page(site, "about.md", "---\ntitle: About\n---\n::: jobs\nplace: Berlin\ntag: Bed-1\n:::\n")
    assert build_site(site).problems == ()
    assert [one.get_text() for one in page(site, "about").select(".card h2")] == ["Gardener 6"]
