"""What a long text holds: its headings, to lead to its parts."""

import re
from html import unescape
from typing import NamedTuple

FEWEST = 3
"""Headings from which on a list of them helps."""
SHORTEST = 2_500
"""Characters of HTML from which on a text is long: more than two screens of a telephone."""


class Heading(NamedTuple):
    """A heading's words, and the id under which it is found."""

    text: str
    id: str


def contents_of(html: str) -> tuple[Heading, ...]:
    """Return the headings of a text's sections (`h2`, as reading writes them), if the text is long and has several; else none."""
    if len(html) < SHORTEST:
        return ()
    found = [Heading(_words(match[2]), unescape(match[1])) for match in _HEADING.finditer(html)]
    return tuple(found) if len(found) >= FEWEST else ()


_HEADING = re.compile(r'<h2[^>]*? id="([^"]*)"[^>]*>(.*?)</h2>', re.DOTALL)


def _words(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html) if "<" in html else html).strip()
