"""A site of sixty jobs for tests of the search in a browser: with drafts, other languages, pay of every kind, and jobs that close."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from site_builder.build import Options
from tests.pages_server import pages_server
from tests.sites import TODAY, build_site

SETTINGS = """\
[site]
title = "Jobs at the mill"
base_url = "https://org.example/repo/"
timezone = "America/New_York"
language = "{language}"
per_page = 20

[organization]
name = "The mill"

[theme]
name = "{theme}"
"""
# What the front matter of some jobs says; the others are bakers.
JOBS = (
    "title: Miller\nlocations: Kiel, Germany\ndepartment: Mill\nremote: none\nsalary: 30000-40000 EUR per year\ntags: [Rye, Night shift]",
    "title: Software Engineer, Ovens\nlocations: Berlin, Germany\ndepartment: Workshop\nremote: hybrid\nsalary: 60000-75000 EUR per year\ntags: [Rust]\nemployment_type: full-time",
    "title: Senior Software Engineer\nremote: full\nlocations: Berlin, Germany\ndepartment: Workshop\ntags: [Rust, C++]\nemployment_type: [full-time, part-time]\nvalid_through: 2026-11-30",
    "title: Ingénieur logiciel\nlanguage: fr\nlocations: Lyon, France\ndepartment: Workshop\nremote: hybrid\nsalary: {currency: EUR, min: 55000.50, unit: YEAR}\nvalid_through: 2026-12-31",
    "title: Driver\nlocations:\n  - Kiel, Germany\n  - Lyon, France\n  - Graz, Austria\n  - Wien, Austria\n  - Linz, Austria\nsalary: competitive\nemployment_type: permanent\nvalid_through: 2027-01-31",
    "title: Trust & Safety\nlocations: Worldwide\norganization: The other mill\nsalary: {currency: USD, max: 20, unit: HOUR}",
    "title: مهندس أفران\nlanguage: ar\nlocations: Graz, Austria\ndepartment: Workshop\nsalary: 18.50 EUR per hour",
    "title: Not yet\ndraft: true\ndepartment: Mill",
)
BAKERS = 52


def write_site(folder: Path, *, theme: str = "base", language: str = "en") -> Path:
    """Write the site and return its folder."""
    (folder / "content").mkdir(parents=True)
    (folder / "site.toml").write_text(SETTINGS.format(theme=theme, language=language), encoding="utf-8")
    bakers = [
        f"title: Baker {number}\nlocations: Graz, Austria\ndepartment: Shop\ntags: [bed {number % 3}]"
        for number in range(BAKERS)
    ]
    for number, fields in enumerate((*JOBS, *bakers)):
        posted = TODAY.replace(day=20) if number < len(JOBS) else TODAY.replace(month=10, day=1 + number % 28)
        text = f"---\n{fields}\ndate_posted: {posted}\napply_email: jobs@example.org\n---\n\nYou work here.\n"
        (folder / "content" / f"job-{number:02}.md").write_text(text, encoding="utf-8")
    return folder


@contextmanager
def served_site(folder: Path, *, theme: str = "base", language: str = "en") -> Iterator[str]:
    """Build the site, drafts and all, and serve it below a path; give its address."""
    site = write_site(folder / "site", theme=theme, language=language)
    report = build_site(site, Options(drafts=True))
    assert report.published, report.problems
    with pages_server(site / "output", "/repo/") as address:
        yield address
    shutil.rmtree(site)


def opened(browser: Browser, width: int = 1280, **options: object) -> BrowserContext:
    """Return a window on the day of the tests, in the site's language."""
    context = browser.new_context(viewport={"width": width, "height": 740}, **options)  # type: ignore[arg-type]  # Playwright's own
    context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    return context


def titles(page: Page) -> list[str]:
    """Return the titles of the jobs that are shown."""
    return page.locator("[data-results] li h2, [data-jobs] li h2").filter(visible=True).all_inner_texts()


def settled(page: Page, words: str) -> None:
    """Wait until the number of jobs is said so in the page."""
    page.wait_for_function(
        "words => document.querySelector('[data-job-count]')?.textContent.trim() === words", arg=words
    )
