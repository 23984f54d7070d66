"""What a file turns off for itself: the field, comments in the text, and that these leave no trace."""

import pytest

from site_builder.model.check import Off
from site_builder.model.config import Markdown
from site_builder.model.posting import Organization
from site_builder.reading.html_links import Links
from site_builder.reading.posting import Reading, read
from site_builder.reading.reading_settings import ReadingSettings

COMMENT = "<!-- check: off apply-missing, locations-missing -->"
ENGINES = ("gfm", "python-markdown")


def reading(text: str, path: str = "content/a.md", engine: str = "gfm") -> Reading:
    """Read a file of a site whose organization is known."""
    settings = ReadingSettings(
        "en", "UTC", Organization("Mill Ltd"), Markdown(engine), {}, {}, Links("https://mill.example")
    )
    return read(path, text.encode(), settings)


def test_the_field_names_codes_with_their_lines() -> None:
    """A code in a list has the line of its item."""
    text = "---\ntitle: Baker\ncheck_off:\n  - apply-missing\n  - text-missing\n---\nWe bake.\n"
    assert reading(text).facts.off == (Off(4, "apply-missing"), Off(5, "text-missing"))


def test_the_field_may_be_a_text() -> None:
    """Several codes may stand in one text, with commas."""
    facts = reading("---\ntitle: Baker\ncheck_off: apply-missing, text-missing\n---\nWe bake.\n").facts
    assert [one.code for one in facts.off] == ["apply-missing", "text-missing"]


def test_what_is_no_code_is_refused() -> None:
    """A sentence in the field is an error, on its line."""
    (problem, *_) = [
        one
        for one in reading("---\ntitle: Baker\ncheck_off: Not Now!\n---\nWe bake.\n").facts.problems
        if "wrong" in one.code
    ]
    assert (problem.code, problem.line) == ("check-off-wrong", 3)


TEXTS = {
    "a paragraph": "We bake bread.\n{}\nAnd cakes.\n",
    "between paragraphs": "We bake.\n\n{}\n\nAnd more.\n",
    "a tight list": "- bread\n{}\n- cakes\n\nMore.\n",
    "at the beginning": "{}\nWe bake.\n",
    "at the end": "We bake.\n{}\n",
    "before the heading": "{}\n# Baker\n\nWe bake.\n",
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("path", ["content/a.md", "content/a.txt", "content/a.html"])
def test_a_comment_leaves_no_trace(text: str, path: str, engine: str) -> None:
    """The page with the comment is the page of the text without its line; both codes are turned off, in plain text too."""
    head = "---\ntitle: Baker\n---\n"
    with_comment, without = text.format(COMMENT), text.replace("{}\n", "")
    found, expected = reading(head + with_comment, path, engine), reading(head + without, path, engine)
    assert found.html == expected.html
    assert found.facts.posting is not None
    assert found.facts.posting == expected.facts.posting
    line = with_comment[: with_comment.index(COMMENT)].count("\n") + 4
    assert found.facts.off == (Off(line, "apply-missing"), Off(line, "locations-missing"))


def test_a_comment_beside_words_leaves_them() -> None:
    """Of a line with words, the comment alone goes, with the space before it."""
    found = reading("---\ntitle: Baker\n---\nWe bake <!-- check: off apply-missing --> bread.\n")
    assert found.html == reading("---\ntitle: Baker\n---\nWe bake bread.\n").html


def test_lines_below_a_comment_are_those_of_the_file() -> None:
    """A problem below a comment's line names the line that an editor shows; one above too."""
    text = f"---\ntitle: Baker\n---\n[a](../a)\n{COMMENT}\n\n{COMMENT}\n[b](../b)\n"
    found = [(one.line, one.message[:8]) for one in reading(text).facts.problems if one.code == "relative-link"]
    assert found == [(4, '"../a" i'), (8, '"../b" i')]


def test_other_comments_are_none_of_it() -> None:
    """A comment of an author's own turns nothing off."""
    assert (
        reading("---\ntitle: Baker\n---\nWe bake.\n<!-- check: with Ada -->\n<!-- off apply-missing -->\n").facts.off
        == ()
    )


def test_a_refused_file_says_what_it_turns_off() -> None:
    """The codes are known of a file that is wrong, since its warnings are reported."""
    assert reading(f"---\ndate_posted: soon\n---\nWe bake.\n{COMMENT}\n").facts.off[0].code == "apply-missing"


@pytest.mark.parametrize("shown", [f"Write `{COMMENT}`.", f"```html\n{COMMENT}\n```", f"~~~~\n```\n{COMMENT}\n~~~~"])
def test_what_is_shown_as_code_turns_off_nothing(shown: str) -> None:
    """A text that explains the comment shows it; one below the code is meant."""
    found = reading(f"---\ntitle: Baker\n---\n{shown}\n\n{COMMENT}\n")
    assert "&lt;!--" in found.html
    assert {off.line for off in found.facts.off} == {5 + shown.count("\n") + 1}
