"""Headings that are titles, and what keeps a file off the site."""

import pytest

from site_builder.model.config import Markdown
from site_builder.model.posting import Organization
from site_builder.reading.heading import Heading, heading_of
from site_builder.reading.html_links import Links
from site_builder.reading.posting import ReadingSettings, read

SITE = Organization("Rillmark", "https://example.org/", "logo.svg")
SETTINGS = ReadingSettings("en", "Europe/Berlin", SITE, Markdown(), {}, {}, Links("https://example.com"))


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("# Title\nText", "Title", "Text"),
        ("\n\n  \n# Title #\nText", "Title", "Text"),
        ("#Title\nText", None, "#Title\nText"),
        ("####### Title\nText", None, "####### Title\nText"),
        ("# \nText", None, "# \nText"),
        ("# C#\nText", "C#", "Text"),
        ("# C\\# and **Go** &amp; [Rust](x)", "C# and Go & Rust", ""),
        ("# snake_case_name", "snake_case_name", ""),
        ("Title\n=====\nText", "Title", "Text"),
        ("Title\n-\nText", None, "Title\n-\nText"),
        ("- item\n---\nText", None, "- item\n---\nText"),
        ("| a |\n---\n", None, "| a |\n---\n"),
        ("<h2 id='a'>The <b>Title</b></h2>Text", "The Title", "Text"),
        ("<h1>One</h2>", None, "<h1>One</h2>"),
        ("<header>One</header>", None, "<header>One</header>"),
        ("# " + "x" * 3_000, None, "# " + "x" * 3_000),
        ("x" * 2_000 + "\n---", None, "x" * 2_000 + "\n---"),
    ],
)  # fmt: skip
def test_headings(text: str, title: str | None, rest: str) -> None:
    """A heading at a text's beginning is taken off and its words returned; what is none stays."""
    heading = heading_of(text, 1, None)
    assert (heading.title, heading.body) == (title, rest)


def test_lines_below_a_heading() -> None:
    """A heading knows its own line and that of the text below it."""
    assert heading_of("\n\nTitle\n===\nText", 7, None) == Heading("Title", 9, "Text", 11)


@pytest.mark.parametrize("sign", ["# ", "[", "<", "*", "\\", "=", "-", " ", "<h2>", "[](", "{#", "&", "`"])
def test_headings_take_no_time(sign: str) -> None:
    """A heading of a megabyte of signs is given up at once, or read: no pattern goes back and forth in it."""
    heading_of("# " + sign * (1_000_000 // len(sign)), 1, None)
    heading_of(sign * (1_000_000 // len(sign)) + "\nx", 1, "x")


def test_organizations() -> None:
    """The site's address and logo go with its own name only, however it is spelt."""
    own = read("content/a.md", b"---\ntitle: A\norganization: RILLMARK\n---\nText.", SETTINGS).facts.posting
    other = read("content/a.md", b"---\ntitle: A\norganization: Other\n---\nText.", SETTINGS).facts.posting
    assert own is not None
    assert other is not None
    assert own.organization == Organization("RILLMARK", SITE.url, SITE.logo)
    assert other.organization == Organization("Other")


def test_a_refused_file_gives_problems_alone() -> None:
    """Of a file with an error neither facts nor HTML are kept."""
    reading = read("content/a.md", b"---\ntitle: A\ndate: soon\n---\nText.", SETTINGS)
    assert reading.facts.refused
    assert (reading.facts.posting, reading.html) == (None, "")


@pytest.mark.parametrize(
    ("length", "code"), [(200, None), (201, "title-long"), (1_000, "title-long"), (1_001, "title-wrong")]
)
@pytest.mark.parametrize("pattern", ["---\ntitle: {}\n---\nText.", "# {}\n\nText."])
def test_long_titles(pattern: str, length: int, code: str | None) -> None:
    """A long title is published with a warning, one of more than a thousand characters is not."""
    facts = read("content/a.md", pattern.format("a" * length).encode(), SETTINGS).facts
    assert [problem.code for problem in facts.problems if problem.code.startswith("title")] == ([code] if code else [])
    assert facts.refused == (code == "title-wrong")


def test_a_title_that_is_not_what_it_seems() -> None:
    """A heading that turns the direction of writing is no title."""
    facts = read("content/a.md", "# Engi\u202eneer\n\nText.".encode(), SETTINGS).facts
    assert [(problem.code, problem.line) for problem in facts.problems if problem.code.startswith("title")] == [
        ("title-wrong", 1)
    ]


def test_the_line_of_a_note_on_the_text() -> None:
    """What is wrong within a text is named with the file's line, below front matter and a heading too."""
    facts = read("content/a.md", b"---\ntitle: A\n---\n\n# A\n\nText.\n\n<script>x</script>\n", SETTINGS).facts
    assert [problem.line for problem in facts.problems if problem.code == "html-removed"] == [9]
