"""What base and studio show of a job: the way to apply first, facts in order, nothing that is not true."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from site_builder.build import Options
from tests.sites import SETTINGS, build_site, write_site

POSTING = """\
---
title: Gardener
date_posted: 2026-11-01
valid_through: 2027-01-31
locations: Berlin, Germany
department: Beds
industry: Gardens
salary: 40000-50000 EUR per year
employment_type: FULL_TIME
remote: hybrid
tags: [roses]
apply_email: jobs@example.org
organization: {name: The nursery, url: "https://nursery.example.org/"}
"""
TABLE = "\n| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n"


def job_page(folder: Path, posting: str, theme: str = "base", settings: str = "") -> Tag:
    """Build a site of one posting, and return the `main` element of its page."""
    (folder / "content").mkdir(parents=True)
    (folder / "site.toml").write_text(f'{SETTINGS}\n[theme]\nname = "{theme}"\n{settings}', encoding="utf-8")
    (folder / "content/gardener.md").write_text(posting, encoding="utf-8")
    report = build_site(folder)
    assert report.published, report.problems
    page = BeautifulSoup((folder / "output/jobs/gardener/index.html").read_text(encoding="utf-8"), "html.parser")
    assert page.main is not None
    return page.main


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_the_way_to_apply_comes_first(tmp_path: Path, theme: str) -> None:
    """After the way back there is the organization, and then at once the way to apply."""
    page = job_page(tmp_path, f"{POSTING}---\n[A link](https://example.org/)\n", theme)
    links = [str(link["href"]) for link in page("a") if not link.find_parent("template")]
    assert links[:2] == ["/", "https://nursery.example.org/"]
    assert links[2].startswith("mailto:jobs@example.org")


def test_facts_stand_in_the_order_of_their_weight(tmp_path: Path) -> None:
    """Where, how and for what first; what only the files want to know last."""
    facts = job_page(tmp_path, f"{POSTING}---\nText.\n").select(".facts dt")
    assert [fact.get_text() for fact in facts] == [
        "Place",
        "Workplace",
        "Pay",
        "Employment",
        "Last day to apply",
        "Department",
        "Posted",
        "Industry",
    ]


def test_a_closed_job_has_no_last_day_to_come(tmp_path: Path) -> None:
    """Who closes a job early says nothing of the day on which it would have closed."""
    page = job_page(tmp_path, f"{POSTING}open: false\n---\nText.\n")
    assert "no longer accepted" in page.get_text()
    assert "Last day to apply" not in page.get_text()


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_a_posting_with_nothing_but_a_title_leads_on(tmp_path: Path, theme: str) -> None:
    """Where there is nothing to read and no way to apply, there is at least a way to the other jobs."""
    page = job_page(tmp_path, "---\ntitle: Gardener\n---\n", theme)
    assert [link.get_text() for link in page.select("a.button")] == ["See all open jobs"]
    assert not page.select(".facts")


def test_similar_jobs_are_grouped(tmp_path: Path) -> None:
    """One sees what a link to other jobs is: a department, a place, a kind of employment, a tag."""
    (nav,) = job_page(tmp_path, f"{POSTING}---\nText.\n").select(".job-listings")
    labels = [label.get_text() for label in nav.select("h3")]
    found = list(zip(labels, ([link.get_text() for link in links("a")] for links in nav.select("ul")), strict=True))
    assert found == [
        ("Departments", ["Beds"]),
        ("Places", ["Berlin"]),
        ("Types of employment", ["Full-time"]),
        ("Tags", ["roses"]),
    ]


def test_cells_that_are_aligned_have_a_style(tmp_path: Path) -> None:
    """The classes that a table's cells get for their alignment are known to the style sheet."""
    page = job_page(tmp_path, f"{POSTING}---\n{TABLE}")
    classes = {str(name) for cell in page.select("td") for name in cell.get("class") or ()}
    (style,) = (tmp_path / "output/assets").glob("site.*.css")
    assert {"align-center", "align-right"} <= classes
    assert all(f".{name} " in style.read_text(encoding="utf-8") for name in classes - {"align-left"})


def test_a_letter_says_what_it_is_about_and_where_that_was_found(tmp_path: Path) -> None:
    """Subject and text of an application by email name the job; the text has the page's address. RFC 6068 asks for CRLF."""
    page = job_page(tmp_path, POSTING.replace("Gardener", "Gardener & Co") + "---\nText.\n")
    (link,) = {str(link["href"]) for link in page.select(".apply a")}
    fields = parse_qs(urlsplit(link).query)
    assert fields["subject"] == ["Application: Gardener & Co"]
    assert fields["body"][0].split("\r\n")[:2] == ["Gardener & Co", "https://jobs.example.org/jobs/gardener/"]


def test_it_is_shared_where_the_settings_say(tmp_path: Path) -> None:
    """Plain links in their order, with the page's address; no script, and no picture of another host."""
    page = job_page(tmp_path, f"{POSTING}---\nText.\n", settings='[theme.settings]\nshare = ["bluesky", "email"]\n')
    links = page.select(".share a")
    assert [link.get_text() for link in links] == ["Bluesky", "Email"]
    for link in links:
        assert "https%3A%2F%2Fjobs.example.org%2Fjobs%2Fgardener%2F" in str(link["href"])
    assert not page.select("script, img, iframe")
    none = job_page(tmp_path / "none", f"{POSTING}---\nText.\n", settings="[theme.settings]\nshare = []\n")
    assert not none.select(".share")


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_what_the_settings_say_of_equal_opportunity_stands_below_open_jobs(tmp_path: Path, theme: str) -> None:
    """It is Markdown, and made safe; a closed job does not have it."""
    settings = """[jobs]\nequal_opportunity = \'\'\'We hire **whoever** gardens.\n\n<script>alert(1)</script>\'\'\'\n"""
    page = job_page(tmp_path / "open", f"{POSTING}---\nText.\n", theme, settings)
    (section,) = page.select(".equal-opportunity")
    assert section.get_text(" ", strip=True) == "Equal opportunity We hire whoever gardens."
    assert section.select("strong")
    closed = job_page(tmp_path / "closed", f"{POSTING}open: false\n---\nText.\n", theme, settings)
    assert not closed.select(".equal-opportunity")


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_a_long_text_says_what_it_holds(tmp_path: Path, theme: str) -> None:
    """Its sections are linked before it begins, and each link leads to a heading."""
    text = "".join(f"\n## Part {number}\n\n{'Roses. ' * 150}\n" for number in range(4))
    page = job_page(tmp_path, f"{POSTING}---\n{text}", theme)
    targets = [str(link["href"]) for link in page.select(".contents a")]
    assert targets == ["#part-0", "#part-1", "#part-2", "#part-3"]
    assert all(page.select_one(f".prose h2{target}") for target in targets)


def test_an_open_job_names_those_like_it(tmp_path: Path) -> None:
    """They come after all else; on a closed one before its text."""
    site = write_site(tmp_path / "site", 4)
    report = build_site(site)
    assert report.published, report.problems
    page = BeautifulSoup((site / "output/jobs/gardener-0000/index.html").read_text(encoding="utf-8"), "html.parser")
    (similar,) = page.select(".similar-jobs")
    assert [link.get_text() for link in similar.select("a")] == ["Gardener 3"]  # of four, the one in the same place
    assert similar.find_next("footer") is page.footer
    assert not similar.find_next(class_="prose")


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_a_job_that_opens_later_is_seen_in_a_preview_alone(tmp_path: Path, theme: str) -> None:
    """Where drafts are shown it has a page that says when it opens, and no structured data; else it has none."""
    site = write_site(tmp_path / "site", 1)
    (site / "site.toml").write_text(f'{SETTINGS}\n[theme]\nname = "{theme}"\n', encoding="utf-8")
    file = site / "content/gardener-0000.md"
    file.write_text(file.read_text(encoding="utf-8").replace("tags:", "opens_on: 2027-01-11\ntags:"), encoding="utf-8")
    assert build_site(site).published
    assert not (site / "output/jobs").exists()
    assert build_site(site, Options(drafts=True)).published
    text = (site / "output/jobs/gardener-0000/index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html.parser")
    (notice,) = page.select(".notice")
    assert notice.get_text().startswith("This job is not open yet. Opens on January 11, 2027.")
    assert "application/ld+json" not in text
    start = BeautifulSoup((site / "output/index.html").read_text(encoding="utf-8"), "html.parser")
    assert [badge.get_text() for badge in start.select(".card .badge")] == ["Opens on January 11, 2027"]
