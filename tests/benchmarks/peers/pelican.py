"""Pelican: as it builds by itself, and with its cache of read postings.

It has categories and tags, and no further kinds of listing: departments and tags are made, places and types of employment are
left out, and there is no JSON feed. So it makes less than ours.
"""

import subprocess
from pathlib import Path

from tests.benchmarks.peers.peer import (
    ASSETS,
    BASE_URL,
    DESCRIPTION,
    FEED_ITEMS,
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

# https://docs.getpelican.com/en/stable/settings.html#reading-only-modified-content
_CACHE = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CONTENT_CACHING_LAYER="generator"')

_WITHOUT = frozenset(
    [
        "contents",
        "similar jobs",
        "form of the search",
        "JSON Feed link",
        "JSON Feed items",
        "JSON Feed texts",
        "RSS texts",
    ]
)


def pelican(program: Path) -> Peer:
    """Pelican without a cache, as is its default."""
    return _peer(program, "Pelican", ())


def pelican_cached(program: Path) -> Peer:
    """Pelican that keeps what it has read for the next build."""
    return _peer(program, "Pelican (cache)", _CACHE)


def _peer(program: Path, name: str, options: tuple[str, ...]) -> Peer:
    return Peer(
        name=name,
        version=subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip(),
        note=(
            "makes departments and tags, no places and types of employment, no JSON feeds, no list of a text's sections, no similar "
            "jobs and no form of a search; its RSS feeds are its own. Removed jobs' pages stay."
        ),
        without=_WITHOUT,
        command=(str(program), "--quiet", "--fatal", "errors", "--settings", "pelicanconf.py", *options),
        content="content/jobs",
        output="output",
        caches=("cache",),
        write_settings=_write_settings,
        source=_source,
        template=Words("theme/templates/article.html", "any language"),
        settings=Words("pelicanconf.py", TITLE),
    )


def _write_settings(site: Path) -> None:
    values = {
        "title": TITLE,
        "base_url": BASE_URL.rstrip("/"),
        "description": DESCRIPTION,
        "organization": ORGANIZATION,
        "per_page": str(PER_PAGE),
        "feed_items": str(FEED_ITEMS),
    }
    files = read_tree(TEMPLATES / "pelican")
    files["pelicanconf.py"] = fill_in(files.pop("pelicanconf.template"), values)
    write_tree(site, {**files, **{f"theme/static/{path}": text for path, text in read_tree(ASSETS).items()}})


def _source(posting: Posting) -> str:
    return f"""\
Title: {posting.title}
Slug: {posting.slug}
Date: {posting.date_posted}
Category: {posting.department}
Tags: {", ".join(posting.tags)}
Place: {posting.place}
Town: {posting.town}
Country_code: {posting.country_code}
Employment: {posting.employment_words}
Employment_type: {posting.employment_type}
Valid_through: {posting.valid_through}
Currency: {posting.currency}
Lowest_pay: {posting.lowest_pay}
Highest_pay: {posting.highest_pay}
Pay: {posting.currency} {posting.lowest_pay:,}–{posting.highest_pay:,} per year
Apply_url: {posting.apply_url}
Identifier: {posting.identifier}

{posting.text}"""
