"""Hugo, with all outputs that ours makes (`equal`), and with the few that the comparison needs at least (`lean`)."""

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
    read_tree,
    write_tree,
)
from tests.benchmarks.postings import Posting

# Taxonomy in front matter, address, heading.
_LISTINGS = [
    ("departments", "/departments/", "Departments"),
    ("locations", "/locations/", "Places"),
    ("employment-types", "/employment-types/", "Types of employment"),
    ("tags", "/tags/", "Tags"),
]
_SHARED = (
    "What several pages show is made once, with `.Store`: `partialCached` keeps the latest alone, too few of thousands. "
    "The page of a removed job stays in its output."
)


def hugo(program: Path) -> Peer:
    """Hugo with the index, listings of four kinds, an RSS and a JSON feed for the index and each term."""
    note = (
        f"{LESS}. Similar jobs are the newest of the job's department, which costs nothing: its own related content compares each "
        f"job with all others, which took six times all the rest at 10,000. {_SHARED}"
    )
    return _peer(program, "Hugo", note, _LISTINGS, (["html", "rss", "jsonfeed"], ["html", "rss", "jsonfeed"]))


def hugo_lean(program: Path) -> Peer:
    """Hugo with the index, tag pages and one RSS feed."""
    note = (
        "makes tag pages only, no departments, places and types of employment; one RSS feed in all, no JSON feed; similar jobs "
        f"are the newest of the job's first tag. {_SHARED}"
    )
    return _peer(program, "Hugo (lean)", note, _LISTINGS[-1:], (["html", "rss"], ["html"]), _LEAN_WITHOUT)


# A rare tag has fewer than four other jobs; 404 and home lead to tags alone.
_LEAN_WITHOUT = frozenset(
    ["similar jobs", "ways to the lists", "RSS link", "JSON Feed link", "JSON Feed items", "JSON Feed texts"]
)


def _peer(
    program: Path,
    name: str,
    note: str,
    listings: list[tuple[str, str, str]],
    formats: tuple[list[str], list[str]],
    without: frozenset[str] = frozenset(),
) -> Peer:
    def write_settings(site: Path) -> None:
        indexes = {
            f"content/{path.strip('/')}/_index.md": _front_matter({"title": title}) for _, path, title in listings
        }
        assets = {f"assets/{path}": text for path, text in read_tree(ASSETS).items()}
        write_tree(
            site, {"hugo.toml": _settings(listings, *formats), **read_tree(TEMPLATES / "hugo"), **indexes, **assets}
        )

    return Peer(
        name=name,
        version=_version(program),
        command=(str(program), "--quiet"),
        note=note,
        serve=(str(program), "server", "--port", "{port}", "--bind", "127.0.0.1"),
        content="content/jobs",
        output="public",
        caches=("resources", ".hugo_build.lock"),
        write_settings=write_settings,
        source=_source,
        template=Words("layouts/page.html", "any language"),
        settings=Words("hugo.toml", TITLE),
        without=without,
    )


def _version(program: Path) -> str:
    answer = subprocess.run([program, "version"], check=True, capture_output=True, text=True).stdout
    return next(word for word in answer.split() if word.startswith("v")).split("-")[0].removeprefix("v")


def _settings(listings: list[tuple[str, str, str]], home: list[str], term: list[str]) -> str:
    taxonomies = "\n".join(f'{name} = "{name}"' for name, _, _ in listings)
    shown = "\n".join(
        f'[[params.listings]]\ntaxonomy = "{name}"\npath = "{path}"\ntitle = "{title}"'
        for name, path, title in listings
    )
    return f"""\
baseURL = {json.dumps(BASE_URL)}
title = {json.dumps(TITLE)}
locale = "en"
enableRobotsTXT = true
capitalizeListTitles = false
disableHugoGeneratorInject = true
# There is no page above the jobs but the home page.
disableKinds = ["section"]

[taxonomies]
{taxonomies}

[permalinks.page]
jobs = "/jobs/:contentbasename/"

[markup.goldmark.extensions.typographer]
disable = true

[pagination]
pagerSize = {PER_PAGE}
disableAliases = true

[mediaTypes."application/feed+json"]
suffixes = ["json"]

[outputFormats.rss]
baseName = "feed"

[outputFormats.jsonfeed]
mediaType = "application/feed+json"
baseName = "feed"
isPlainText = true

[outputs]
home = {json.dumps(home)}
taxonomy = ["html"]
term = {json.dumps(term)}

[params]
description = {json.dumps(DESCRIPTION)}
organization = {json.dumps(ORGANIZATION)}
feed_items = {FEED_ITEMS}

{shown}
"""


def _source(posting: Posting) -> str:
    return f"""\
---
title: {json.dumps(posting.title)}
date: {posting.date_posted}
expiryDate: {posting.valid_through}T23:59:59Z
departments: [{posting.department}]
locations: [{posting.town}]
employment-types: [{posting.employment_words}]
tags: [{", ".join(posting.tags)}]
params:
  department: {posting.department}
  place: {json.dumps(posting.place)}
  town: {posting.town}
  country_code: {posting.country_code}
  employment: {posting.employment_words}
  employment_type: {posting.employment_type}
  salary:
    currency: {posting.currency}
    min: {posting.lowest_pay}
    max: {posting.highest_pay}
  apply_url: {posting.apply_url}
  identifier: {posting.identifier}
---

{posting.text}"""


def _front_matter(fields: dict[str, str]) -> str:
    return "".join(["---\n", *(f"{name}: {json.dumps(value)}\n" for name, value in fields.items()), "---\n"])
