"""A site of fifty realistic jobs, for those who weigh pages and ask Lighthouse."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.postings import Posting, make_postings
from tests.pages_server import pages_server
from tests.sites import build_site

SETTINGS = """\
[site]
title = "Jobs at Example"
base_url = "https://org.example/repo/"
description = "Come and build bridges with us."

[organization]
name = "Example Ltd"
url = "https://example.org/"

[theme]
name = "{theme}"
"""
JOBS = 50


def written(one: Posting, number: int) -> str:
    """Return a posting's file."""
    return f"""\
---
title: "{one.title}"
department: {one.department}
locations: {one.town}, {one.country}
remote: {("full", "hybrid", "none")[number % 3]}
applicant_locations: {one.country}
employment_type: {one.employment_type}
salary: {{currency: {one.currency}, min: {one.lowest_pay}, max: {one.highest_pay}, unit: YEAR}}
date_posted: 2026-11-{1 + number % 20:02}
valid_through: 2027-01-31
tags: [{", ".join(one.tags)}]
apply_url: {one.apply_url}
identifier: {one.identifier}
---

{one.text}
"""


@contextmanager
def weighed_site(folder: Path, theme: str) -> Iterator[tuple[str, list[str]]]:
    """Build the site and serve it; give its address, and those of its jobs' pages."""
    (folder / "content").mkdir(parents=True)
    (folder / "site.toml").write_text(SETTINGS.format(theme=theme), "utf-8")
    slugs = []
    for number, one in enumerate(make_postings(JOBS)):
        slugs.append(f"job-{number}")
        (folder / f"content/job-{number}.md").write_text(written(one, number), "utf-8")
    report = build_site(folder)
    assert report.published, report.problems
    assert report.open == JOBS
    with pages_server(folder / "output", "/repo/") as address:
        yield address, [f"{address}jobs/{slug}/" for slug in slugs]
