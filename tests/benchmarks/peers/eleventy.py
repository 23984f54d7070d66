"""Eleventy, with Nunjucks templates and all outputs that ours makes."""

import json
import subprocess
from pathlib import Path

from tests.benchmarks.peers.peer import (
    ASSETS,
    BASE_URL,
    DESCRIPTION,
    FEED_ITEMS,
    LESS,
    ORGANIZATION,
    PER_PAGE,
    TEMPLATES,
    TITLE,
    Peer,
    Words,
    fill_in,
    read_tree,
    write_tree,
)
from tests.benchmarks.postings import Posting


def eleventy(program: Path) -> Peer:
    """Eleventy as `npm` installs it."""
    answer = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    return Peer(
        name="Eleventy",
        version=answer.strip().splitlines()[-1],
        note=(
            f"{LESS}. Similar jobs are the newest of the job's department, which costs nothing; cards and what feeds say are made "
            "once, in plain JavaScript. The page of a removed job stays in its output."
        ),
        command=(str(program), "--quiet"),
        content="content/jobs",
        output="output",
        write_settings=_write_settings,
        source=_source,
        template=Words("includes/job.njk", "any language"),
        settings=Words("eleventy.config.js", TITLE),
    )


def _write_settings(site: Path) -> None:
    values = {
        "title": TITLE,
        "base_url": BASE_URL,
        "description": DESCRIPTION,
        "organization": ORGANIZATION,
        "per_page": str(PER_PAGE),
        "feed_items": str(FEED_ITEMS),
    }
    files = read_tree(TEMPLATES / "eleventy")
    settings = fill_in(files.pop("eleventy.config.js"), values)
    pages = {path.replace("pages/", "content/"): text for path, text in files.items()}
    assets = {f"theme-assets/{path}": text for path, text in read_tree(ASSETS).items()}
    jobs = {"layout": "job.njk"}
    own = {
        "eleventy.config.js": settings,
        "content/jobs/jobs.json": json.dumps(jobs),
        "package.json": json.dumps({"type": "module"}),
    }
    write_tree(site, {**pages, **assets, **own})


def _source(posting: Posting) -> str:
    return f"""\
---
title: {json.dumps(posting.title)}
date: {posting.date_posted}
department: {posting.department}
place: {json.dumps(posting.place)}
town: {posting.town}
country_code: {posting.country_code}
employment: {posting.employment_words}
employment_type: {posting.employment_type}
valid_through: "{posting.valid_through}T23:59:59+00:00"
salary:
  currency: {posting.currency}
  min: {posting.lowest_pay}
  max: {posting.highest_pay}
topics: [{", ".join(posting.tags)}]
apply_url: {posting.apply_url}
identifier: {posting.identifier}
---

{posting.text}"""
