"""A title: the field's, or that of the heading with which a text begins; and what is wrong with it."""

import re
from html import unescape

from msgspec import Struct

from site_builder.model.problem import Problem, Severity
from site_builder.reading.fields import Sorted
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong

LONGEST_TITLE = 200
"""Characters of a title that lists and search engines can show."""
_LONGEST_READ = 1_000


class Heading(Struct, frozen=True):
    """The heading with which a text begins (None: with none, or with one that says something else than the title), and the text without it."""

    title: str | None
    line: int
    body: str
    body_line: int


def heading_of(body: str, body_line: int, stated: str | None) -> Heading:
    """Look for a heading at a text's beginning that is the title, or says the same as the title that is stated.

    `body_line` is the line of the file on which the text begins.
    """
    text = body.lstrip()
    line = body_line + body.count("\n", 0, len(body) - len(text))
    found = _HEADING.match(text[:_LONGEST_HEADING])
    words = _plain_words(found["atx"] or found["setext"] or found["html"] or "") if found else ""
    is_cut = found is not None and found.end() == _LONGEST_HEADING < len(text)
    if (
        found is None
        or is_cut
        or not words
        or (stated is not None and words.casefold() != " ".join(stated.split()).casefold())
    ):
        return Heading(None, line, body, body_line)
    rest = text[found.end() :]
    return Heading(words, line, rest, line + text.count("\n", 0, found.end()))


def title_problems(path: str, title: str | None, given: Sorted, heading: Heading, what: str) -> list[Problem]:
    """Return what is wrong with a title; `what` is what has it, for the author: "posting" or "page"."""
    if title is None and "title" not in given.wrong:
        return [
            Problem(
                path,
                1,
                "title-missing",
                f"the {what} has no title",
                "Write `title: Data Engineer` between two lines of --- at its beginning, or begin its text with `# Data Engineer`.",
            )
        ]
    if title is None:
        return []
    line = given.lines.get("title", heading.line)
    message = f"the title has {len(title):,} characters"
    mend = f"Write at most {LONGEST_TITLE}; the rest belongs into the text."
    if len(title) > _LONGEST_READ:
        return [Problem(path, line, "title-wrong", message, mend)]
    try:
        read_text(title)
    except Wrong as error:
        return [Problem(path, line, "title-wrong", f"the title: {error.message}", error.mend)]
    return [Problem(path, line, "title-long", message, mend, Severity.WARNING)] if len(title) > LONGEST_TITLE else []


# Titles are matched within the text's beginning, so that no pattern can take longer than a title may be.
_LONGEST_HEADING = 2_000
_HEADING = re.compile(
    r"""
        \#{1,6}(?:[ \t]+(?P<atx>[^\n]*+))?(?:\n|\Z)                  # # Title
      | (?![-*+>][ \t]|\||\#)(?P<setext>[^\n]++)\n(?:=++|-{2,}+)[ \t]*+(?:\n|\Z)          # Title, underlined
      | <h(?P<level>[1-6])\b[^>]*+>(?P<html>.{1,1000}?)</h(?P=level)>   # <h2>Title</h2>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def _plain_words(heading: str) -> str:
    """Return a heading's words without its markup: `**Data** [Engineer](x) {#top} ##` is "Data Engineer"."""
    words = re.sub(r"[ \t]+#+[ \t]*$|[ \t]*\{[#.:][^{}]*\}[ \t]*$", "", heading)
    words = re.sub(r"<[^<>]*>|!?\[([^\[\]]*)\]\([^()]*\)", r"\1", words)
    words = re.sub(r"(?<![\w\\])[*_`]+|(?<!\\)[*_`]+(?!\w)", "", words)
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unescape(words)).split())
