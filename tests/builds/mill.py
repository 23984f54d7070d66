"""A site of one posting that leaves nothing to wish for, in the tests' own theme, and how it is built."""

from datetime import date
from pathlib import Path

from site_builder.build import Options, Report, build
from site_builder.engine.workers import Workers
from site_builder.project import load_project

SETTINGS = """\
[site]
title = "Jobs"
base_url = "https://mill.example/"
[organization]
name = "Mill Ltd"
[theme]
name = "plain"
"""
BAKER = """\
---
title: Baker
locations: Berlin, Germany
date_posted: 2026-11-02
apply_email: jobs@mill.example
tags: [Bread]
---

We bake.
"""


def run(site: Path, today: date, options: Options | None = None, processes: int = 1) -> Report:
    """Build a site whose settings and theme are right."""
    project, problems = load_project(site)
    assert project is not None, problems
    with Workers(processes) as workers:
        return build(project, today, workers, options or Options())


def codes(report: Report) -> list[str]:
    """Return the codes of a report's problems."""
    return [problem.code for problem in report.problems]
