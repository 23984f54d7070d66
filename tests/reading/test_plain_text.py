"""Plain text: its structure is found, its words are kept."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.config import Markdown
from site_builder.reading.board_tags import without_board_tags
from site_builder.reading.html_links import Links
from site_builder.reading.markdown import Markup, to_html
from site_builder.reading.plain_text import to_markdown

CASES = Path(__file__).parents[1] / "cases" / "plain-text"
LINKS = Links("https://bakery.example")
ENGINES = ("gfm", "python-markdown")


def _cases() -> list[pytest.param]:  # type: ignore[valid-type]
    cases = []
    for file in sorted(CASES.glob("*.txt")):
        for case in file.read_text("utf-8").split("=== ")[1:]:
            title, rest = case.split("\n--- input\n", 1)
            text, markdown = rest.split("\n--- markdown\n", 1)
            cases.append(pytest.param(text, markdown.strip("\n"), id=title))
    return cases


@pytest.mark.parametrize(("text", "markdown"), _cases())
def test_plain_text_becomes_the_markdown_that_the_case_shows(text: str, markdown: str) -> None:
    """Headings, lists and paragraphs are found by their looks: tests/cases/plain-text."""
    assert to_markdown(without_board_tags(text)[0]) == markdown


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=12
)
_SIGNS = st.sampled_from(
    ["*", "**", "_x_", "__init__", "# x", "##", "1.", "2)", "- ", "•", "o", "<b>", "</div>", "&amp;", "&", "[a](b)", "[^1]:", "![x]", "`c`",
     "~~~", "```", "|a|b|", "|-|-|", "---", "===", ":", ": x", "{: .c}", "{#id}", "http://a.b/c_d_e", "https://x.y/(z)", "a@b.co", "\\", "\\*",
     "<!-- x -->", "<http://a.b>", "> q", "+", "Label: value", "*[HTML]: x", "www.a.b/c_d", "^", "~", "!", "(", ")", "About us", "a.", ";"]
)  # fmt: skip
_TEXTS = st.lists(st.lists(st.one_of(_SIGNS, _WORDS), max_size=8).map(" ".join), max_size=12).map("\n".join)


@pytest.mark.parametrize("engine", ENGINES)
@given(text=_TEXTS)
def test_every_word_of_a_plain_text_is_on_the_page_in_order(engine: str, text: str) -> None:
    """Nothing is lost and nothing read as markup, but the signs before a list's items are shown by the list."""
    html = to_html(text, Markup.PLAIN, Markdown(engine=engine), LINKS).html
    shown, _ = without_board_tags(text)
    assert _without_bullets(_text(html)) == _without_bullets(shown)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "ol":
            self.pieces.append(" ")


def _text(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.pieces)


def _without_bullets(text: str) -> str:
    """Return the letters of a text alone: without white space and the signs that may stand before items."""
    return "".join(
        sign for sign in "".join(text.split()) if sign not in "•·▪▫◦‣●○■□◆◇➢➤►▶→✓✔✅★☆・*-–—+»>o.)0123456789"
    )
