"""Words as Markdown: both engines show them as they were, and ordinary words stay as they are written."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.importing.markdown_words import escaped, link
from site_builder.reading.markdown import gfm, python_markdown

ENGINES: dict[str, Callable[[str], str]] = {
    "gfm": gfm,
    "python-markdown": lambda text: python_markdown(text, ("extra", "sane_lists", "nl2br")),
}
pieces = st.sampled_from(
    "a Tutor*in * ** _ __ snake_case `x` ` [x] [ ] [m/w/d] [a](b) ![a](b) [^1] [a]: <b> < <3 a<b & R&D &amp; &#38; ~ ~~x~~ ~5 | a|b {x} {: .c} # ## - + 1. 1) "
    "> --- === : ::: ``` ~~~ \\ \\* C# C++ $ % http://x.example/a_b*c https://x.example/?a=1&amp;b a@b.example www.x.example ! é 日本 😀 ( ) <!-- --> </p> <?x "
    ". , ; 50% *bold* _it_ __b__ a_ _a *a a* ** *** :) 3.5 12. ^ = + -1 1986.".split(" ")
)
lines = st.lists(pieces, min_size=1, max_size=6).map(" ".join) | st.lists(pieces, min_size=1, max_size=4).map("".join)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=1000)
@given(line=lines)
def test_both_engines_show_the_words_as_they_were(engine: str, line: str) -> None:
    """Whatever signs a line holds, the engine shows these signs, and makes nothing but links of them."""
    html = BeautifulSoup(ENGINES[engine](escaped(line)), "html.parser")
    assert " ".join(html.get_text().split()) == " ".join(line.split())
    assert {tag.name for tag in html.find_all(True)} <= {"p", "a"}


@pytest.mark.parametrize(
    "line",
    [
        "R&D engineer (m/w/d) - C++, C#, .NET",
        "Data & AI [remote]",
        "Salary < 50 k, up to 3 * 20 %",
        "We use snake_case | kebab-case",
        "~5 years: $60/hr + bonus!",
        "2,000 USD per annum; 401(k)",
        "開発をよくする（Python, Perlなど）",
    ],
)
def test_ordinary_words_stay_as_they_are(line: str) -> None:
    """No backslash and no entity comes into a line that no engine mistakes."""
    assert escaped(line) == line


@pytest.mark.parametrize(
    ("words", "address", "written"),
    [
        ("Apply", "https://x.example/a_b?c=1", "[Apply](https://x.example/a_b?c=1)"),
        ("https://x.example/a", "https://x.example/a", "<https://x.example/a>"),
        ("jobs@x.example", "mailto:jobs@x.example", "<jobs@x.example>"),
        ("Apply", "https://x.example/a (1)", "[Apply](https://x.example/a%20%281%29)"),
    ],
)
def test_links(words: str, address: str, written: str) -> None:
    """A link whose words are its address is written once; what would end a link early is percent-encoded."""
    assert link(words, address) == written
