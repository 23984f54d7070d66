"""The parts of pages and feeds that all generators make, so that none is measured for making less than another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.peers.peer import FEED_ITEMS, PER_PAGE
from tests.benchmarks.postings import Posting


@dataclass(frozen=True)
class Part:
    """A part of a file: words of its own, which templates have as well, and what it looks like when it is made, how often.

    `mark` is empty where a part has no words of its own in the templates.
    """

    name: str
    mark: str
    made: str
    times: int = 1

    def is_in(self, text: str) -> bool:
        """Whether a file has the part, and as often as it should."""
        return len(re.findall(self.made, text)) >= self.times


_EVERY_PAGE = (
    Part("policy", 'http-equiv="Content-Security-Policy"', r'<meta http-equiv="Content-Security-Policy" content="default-src \'none\''),
    Part("tags for networks", 'name="twitter:card"', r'<meta (?:property="og:(?:title|type|site_name)"|name="twitter:card")', 4),
    Part("lists in the footer", 'class="site-footer"', r'(?s)(?<=site-footer).*<a href="/tags/">Tags'),
)  # fmt: skip
_EVERY_ADDRESS = (
    Part("address", 'rel="canonical"', r'<link rel="canonical" href="https://\S+/"'),
    Part("address for networks", 'property="og:url"', r'<meta property="og:url" content="https://\S+/"'),
    Part("description", 'name="description"', r'<meta name="description" content="[^"]{40,}"'),
    Part("address on paper", 'class="on-paper"', r'<p class="on-paper">https://\S+/</p>'),
)
_SCRIPT = Part("script that closes jobs", "data-soon-days", r'<script src="\S+" defer blocking="render" data-soon-days')
_LIST = (
    Part("cards", 'class="card"', r'<article class="card" data-closes="\d'),
    Part("summaries", 'class="summary"', r'<p class="summary">As '),
    Part("badges of jobs that close soon", "data-when-soon", r"<template data-when-soon><li>"),
    Part("RSS link", "", r'<link rel="alternate" type="application/rss\+xml"'),
    Part("JSON Feed link", "", r'<link rel="alternate" type="application/feed\+json"'),
)
_BROWSE = Part("ways to the lists", 'class="browse"', r'(?s)<nav class="browse".*?(?:<a href="/[^>]*/">.*?){2}</nav>')
_JOB = (
    Part("description for networks", 'property="og:description"', r'<meta property="og:description" content="[^"]{40,}"'),
    Part("day of publication", 'property="article:published_time"', r'<meta property="article:published_time" content="\d{4}-'),
    Part("structured data", '"JobPosting"', r'"@type": ?"JobPosting"'),
    Part("department in the structured data", "department", r'"department": ?\{[^}]*"Organization"'),
    Part("what it says when it has closed", "data-when-closed", r"<template data-when-closed>"),
    Part("what it says when it closes soon", "closing-soon", r"<template data-when-soon>"),
    Part("ways to apply", 'class="apply"', r'<a class="button" href="https://apply\.', 2),
    Part("headings with ids", "", r'<h2 id="(?!page-)[^"]+">', 4),
    Part("contents", 'id="page-contents"', r'(?s)id="page-contents">On this page</h2>.*?(?:<a href="#[^"]+">.*?){4}</ul>'),
    Part("share by e-mail", "mailto:?subject=", r'href="mailto:\?subject=[^" ]*%20[^" ]*&amp;body=https%3[aA]%2[fF]%2[fF]'),
    Part("share with LinkedIn", "www.linkedin.com", r'href="https://www\.linkedin\.com/[^" ]*=https%3[aA]%2[fF]%2[fF]'),
    Part("lists that it is in", 'class="job-listings"', r'<a (?:rel="tag" )href="/tags/[^"]+/" dir="auto">', 3),
    Part("similar jobs", 'id="page-similar"', r'<li data-closes="[^"]+"><a href="/jobs/[^"]+/">[^<]+</a>\s*<ul class="line">\s*<li><bdi>', 4),
)  # fmt: skip


def parts_of(count: int) -> dict[str, tuple[Part, ...]]:
    """The files of a site of `count` postings in which parts are looked for: paths, in which `{slug}` is a posting's and `{tag}` its first tag's."""
    items, cards = min(count, FEED_ITEMS), min(count, PER_PAGE)
    return {
        "jobs/{slug}/index.html": (*_EVERY_PAGE, *_EVERY_ADDRESS, _SCRIPT, *_JOB),
        "tags/{tag}/index.html": (*_EVERY_PAGE, *_EVERY_ADDRESS, _SCRIPT, *_LIST),
        "index.html": (
            *_EVERY_PAGE,
            *_EVERY_ADDRESS,
            _SCRIPT,
            *_LIST,
            _BROWSE,
            Part("a whole page of cards", "", r'<article class="card"', cards),
            Part("form of the search", 'role="search"', r'<form class="search"[^>]* role="search"'),
        ),
        "tags/index.html": (*_EVERY_PAGE, *_EVERY_ADDRESS, Part("terms", 'class="terms"', r'class="count"[^>]*>\d', 20)),
        "404.html": (*_EVERY_PAGE, _BROWSE, Part("no entry in search engines", 'name="robots"', r'content="noindex"')),
        "feed.xml": (
            Part("RSS items", "", r"<item>", items),
            Part("RSS texts", "", r"<content:encoded><!\[CDATA\[<p>As ", items),
        ),
        "feed.json": (
            Part("JSON Feed items", "", r'"_job_posting": ?\{', items),
            Part("JSON Feed texts", "", r'"content_html": ?"(?:<|\\u003c)p', items),
        ),
    }  # fmt: skip


def file_of(pattern: str, posting: Posting) -> str:
    """Return a path of `parts_of` as it is for a posting."""
    return pattern.format(slug=posting.slug, tag=posting.tags[0].lower().replace(" ", "-"))


def missing(output: Path, posting: Posting, count: int, without: frozenset[str]) -> Iterator[str]:
    """Name the parts that a built site of `count` postings lacks, on the pages of one of them and in lists, except those that need not be."""
    for pattern, parts in parts_of(count).items():
        wanted = [part for part in parts if part.name not in without]
        file = output / file_of(pattern, posting)
        text = file.read_text(encoding="utf-8") if wanted and file.is_file() else ""
        yield from [f"{part.name} ({pattern})" for part in wanted if not part.is_in(text)]
