"""Links made absolute: as a browser on the posting's page would resolve them, and nothing else touched."""

from html import escape
from urllib.parse import urljoin

import nh3
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from site_builder.outputs.absolute import absolute_links

PAGE = "https://fern.example/careers/jobs/gardener/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/careers/x/">x</a>', '<a href="https://fern.example/careers/x/">x</a>'),
        ('<img src="/p.png" alt="">', '<img src="https://fern.example/p.png" alt="">'),
        ('<a href="#pay">p</a>', '<a href="https://fern.example/careers/jobs/gardener/#pay">p</a>'),
        ('<a href="../cook/">c</a>', '<a href="https://fern.example/careers/jobs/cook/">c</a>'),
        ('<q cite="//cdn.example/a">q</q>', '<q cite="https://cdn.example/a">q</q>'),
        ('<a href="/?a=1&amp;b=2">x</a>', '<a href="https://fern.example/?a=1&amp;b=2">x</a>'),
    ],
)
def test_relative_links_become_absolute(html: str, expected: str) -> None:
    """A link relative to the root, the folder, the page or the scheme is resolved against the page's address."""
    assert absolute_links(html, PAGE) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://other.example/a">x</a>',
        '<a href="mailto:jobs@fern.example">x</a>',
        '<code>&lt;a href="/x"&gt;</code>',
        '<p>href="/x"</p><a href="https://other.example/">y</a>',
        '<a title="see href=" href="tel:+491">x</a>',
        '<p title="&lt;a href=">/x</p>',
        '<a title="> href=" rel="/x" href="mailto:a@fern.example">/y</a>',
        '<a href="//[">x</a>',
    ],
)
def test_everything_else_is_left_alone(html: str) -> None:
    """Absolute links, text and other attributes that look like links stay byte for byte."""
    assert absolute_links(html, PAGE) == html


pieces = st.text(alphabet="ab/#?&<>\"'= .", max_size=10)


@given(st.lists(st.tuples(pieces, pieces, pieces), max_size=4))
def test_links_resolve_as_in_a_browser_and_text_stays(parts: list[tuple[str, str, str]]) -> None:
    """For any sanitised HTML, an HTML parser finds each link resolved, and the same text and titles as before."""
    html = nh3.clean(
        "".join(
            f'{escape(text)}<a title="{escape(title)}" href="{escape(link)}">{escape(text)}</a>'
            for text, title, link in parts
        ),
        attributes={"a": {"title", "href"}},
    )
    before, after = (BeautifulSoup(text, "html.parser") for text in (html, absolute_links(html, PAGE)))
    assert before.get_text() == after.get_text()
    for old, new in zip(before.find_all("a"), after.find_all("a"), strict=True):
        assert old["title"] == new["title"]
        if "href" in old.attrs:
            assert _resolved(str(old["href"])) == new["href"]


def _resolved(link: str) -> str:
    try:
        return urljoin(PAGE, link)
    except ValueError:
        return link
