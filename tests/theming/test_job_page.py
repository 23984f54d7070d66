"""What base and studio show of a job: the way to apply first, facts in order, nothing that is not true."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.sites import SETTINGS, build_site

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


def job_page(folder: Path, posting: str, theme: str = "base") -> Tag:
    """Build a site of one posting, and return the `main` element of its page."""
    (folder / "content").mkdir(parents=True)
    (folder / "site.toml").write_text(f'{SETTINGS}\n[theme]\nname = "{theme}"\n', encoding="utf-8")
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
