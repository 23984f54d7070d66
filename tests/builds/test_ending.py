"""How a job ends on the site: marked before, closed on its page for a while, and then hardly there."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_builder.build import Options
from tests.builds.mill import BAKER, SETTINGS, run
from tests.site_checks import structured_data, tree, write_files

BASE = SETTINGS.replace('"plain"', '"base"')
LAST_DAY = date(2026, 11, 20)
MILLER = """\
---
title: Miller
locations: Berlin, Germany
department: Mill
date_posted: 2026-10-01
valid_through: 2026-11-20
apply_url: https://apply.example/miller
contact: {name: Ada}
organization: {name: Mill Ltd, same_as: [https://elsewhere.example/mill]}
tags: [Bread]
summary: Early to rise.
---

We mill with stones from Brittany.
"""
PAGE = "output/jobs/miller/index.html"


@pytest.fixture(params=["base", "studio"])
def ending(request: pytest.FixtureRequest, site: Path) -> Path:
    """A site in one of the themes, of a job that stays open and one that ends."""
    settings = SETTINGS.replace('"plain"', f'"{request.param}"')
    return write_files(site, {"site.toml": settings, "content/miller.md": MILLER})


def page(site: Path, path: str = PAGE) -> BeautifulSoup:
    """Return a page of the site."""
    return BeautifulSoup((site / path).read_bytes(), "html.parser")


@pytest.mark.parametrize(("days_before", "is_marked"), [(0, True), (6, True), (7, False)])
def test_who_ends_soon_is_marked(ending: Path, days_before: int, *, is_marked: bool) -> None:
    """In its last days a job's card and page say so, without any script; before, the mark waits for one where no reader finds it."""
    run(ending, LAST_DAY - timedelta(days_before))
    for path in (PAGE, "output/index.html", "output/departments/mill/index.html"):
        shown = page(ending, path)
        (mark,) = shown.find_all(class_="badge")
        assert (mark.find_parent("template") is None) is is_marked
        assert ("Closing soon" in shown.get_text()) is is_marked


@pytest.mark.parametrize("days_after", [1, 60])
def test_a_closed_job_keeps_its_page(ending: Path, days_after: int) -> None:
    """For sixty days it says that the job is closed and names open ones; no way to apply, no structured data, noindex."""
    run(ending, LAST_DAY + timedelta(days_after))
    closed = page(ending)
    text = closed.get_text()
    assert "This job is closed." in text
    assert "stones from Brittany" in text
    assert [link["href"] for link in closed.select(".similar-jobs a")] == ["/jobs/baker/"]
    assert not closed.select('a[href*="apply.example"]')
    assert "Ada" not in text
    assert structured_data(closed) == []
    assert closed.select('meta[name="robots"][content="noindex"]')
    naming = {path for path, data in tree(ending / "output").items() if b"jobs/miller" in data}
    assert naming == {"jobs/miller/index.html"}


def test_later_hardly_anything_is_left(ending: Path) -> None:
    """After that the page says what the job was, that it is closed, and where the open ones are."""
    run(ending, LAST_DAY + timedelta(61))
    left = page(ending)
    assert left.main is not None
    words = " ".join(left.main.get_text(" ").split())
    assert words.startswith(
        "All jobs This job is closed. Applications are no longer accepted. See all open jobs Miller"
    )
    for fact in ("Brittany", "Berlin", "October", "rise", "Ada", "Other open jobs", "At a glance", "elsewhere"):
        assert fact not in str(left)
    assert left.select('meta[name="robots"][content="noindex"]')
    assert structured_data(left) == []
    assert {str(link["href"]) for link in left.main.select("a")} == {"/"}


def test_how_long_is_a_setting(site: Path) -> None:
    """`closed_days = 0` leaves hardly anything at once, `closing_soon_days = 0` marks nothing."""
    write_files(
        site, {"site.toml": BASE + "[jobs]\nclosed_days = 0\nclosing_soon_days = 0\n", "content/miller.md": MILLER}
    )
    run(site, LAST_DAY)
    assert "Brittany" in page(site).get_text()
    assert "Closing soon" not in page(site).get_text()
    run(site, LAST_DAY + timedelta(1))
    assert "Brittany" not in page(site).get_text()


def test_who_was_closed_by_hand_keeps_its_text(site: Path) -> None:
    """`open: false` without a last day does not say since when: the text stays, whatever other days are named."""
    shut = MILLER.replace("valid_through: 2026-11-20", "open: false\ndate_modified: 2026-10-02")
    write_files(site, {"site.toml": BASE, "content/miller.md": shut})
    run(site, date(2036, 1, 1))
    assert "Brittany" in page(site).get_text()
    assert "This job is closed." in page(site).get_text()


def test_the_script_is_only_where_something_ends(site: Path, today: date) -> None:
    """A page on which no job names its end has no script (the baker's names the miller's job, which is like it), and the posting's own data stays as it is in the file."""
    write_files(
        site,
        {"site.toml": BASE, "content/miller.md": MILLER.replace("2026-11-20", "2026-12-31").replace("Bread", "Flour")},
    )
    run(site, today)
    with_script = {
        path for path, data in tree(site / "output").items() if path.endswith(".html") and b"assets/closing." in data
    }
    terms = ("departments/", "departments/mill/", "locations/", "locations/berlin/", "tags/", "tags/flour/")
    assert with_script == {f"{place}index.html" for place in ("", "jobs/miller/", "jobs/baker/", *terms)}
    (script,) = page(site).select("script[src]")
    assert (script.get("defer"), script.get("data-soon-days")) == ("", "7")
    assert not page(site).select("script:not([src]):not([type='application/ld+json'])")
    assert structured_data(page(site))[0]["validThrough"] == "2026-12-31T23:59:59+00:00"


def test_on_a_chosen_day_no_clock_interferes(site: Path) -> None:
    """`--as-of` shows the site of that day, marks included, whatever day it is where it is looked at."""
    write_files(site, {"site.toml": BASE, "content/miller.md": MILLER})
    run(site, LAST_DAY, Options(as_of=True))
    for path, data in tree(site / "output").items():
        assert not path.endswith(".html") or not any(
            word in data for word in (b"data-closes", b"data-closing-times", b"assets/closing.")
        )
    assert "Closing soon" in page(site).get_text()


def test_a_draft_has_no_clock(site: Path, today: date) -> None:
    """Its author sees it whatever its last day is."""
    write_files(
        site,
        {
            "site.toml": BASE,
            "content/miller.md": MILLER.replace("title:", "draft: true\ntitle:"),
            "content/baker.md": BAKER,
        },
    )
    run(site, today, Options(drafts=True))
    assert (site / PAGE).is_file()
    assert not any(b"assets/closing." in data for path, data in tree(site / "output").items() if path.endswith(".html"))


def test_an_edited_open_job_costs_no_closed_page(site: Path, today: date) -> None:
    """What a closed page does not show of a similar job may change without it."""
    write_files(site, {"site.toml": BASE, "content/miller.md": MILLER})
    run(site, today)
    before = tree(site / "output")
    write_files(site, {"content/baker.md": BAKER.replace("We bake.", "We bake bread.")})
    run(site, today)
    after = tree(site / "output")
    changed = {path for path in after if after[path] != before[path]}
    assert "jobs/baker/index.html" in changed
    assert "jobs/miller/index.html" not in changed


def test_the_words_are_in_the_sites_language(site: Path) -> None:
    """What the script shows stands in the page beforehand, in German on a German site."""
    write_files(
        site,
        {"site.toml": BASE.replace("[organization]", 'language = "de"\n[organization]'), "content/miller.md": MILLER},
    )
    run(site, LAST_DAY)
    (notice,) = page(site).find_all("template", attrs={"data-when-closed": True})
    assert notice.parent is not None
    assert notice.parent["role"] == "status"
    assert "<strong>Diese Stelle ist nicht mehr offen.</strong>" in str(notice)
    assert "nicht mehr offen" not in page(site).get_text()
    assert "Endet bald" in page(site).get_text()
    (count,) = page(site, "output/index.html").select("[data-closing-times]")
    assert count["data-words"] == '{"one":"{count} offene Stelle","other":"{count} offene Stellen"}'
