"""Whatever a posting holds, its HTML runs no program and leads to no unsafe address."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.config import Markdown
from site_builder.reading.html import RESERVED_IDS
from site_builder.reading.html_links import Links
from site_builder.reading.markdown import Markup, to_html
from site_builder.reading.sanitiser import TooComplex, sanitise

LINKS = Links("https://bakery.example", "/", {"team.jpg": "assets/team.1a2b3c4d.jpg"})
ENGINES = ("gfm", "python-markdown")
ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}
NASTY = (
    "<script>", "</script>", "<script src=//e.example>", "<scr<script>ipt>", "<style>", "</style>", "<svg onload=alert(1)>", "<svg><style>", "<math>",
    "<mtext>", "<annotation-xml encoding=text/html>", "<img src=x onerror=alert(1)>", "<img src='data:text/html,x'>", "<img/src='x'/onerror=x>",
    "<a href=javascript:alert(1)>", "<a href='java\nscript:x'>", '<a href="&#106;avascript:x">', "<a href='\x01javascript:x'>", "<a href=//e.example>",
    "<a href='/\\\\e.example'>", "<a href=vbscript:x>", "[x](javascript:alert(1))", "[x](<java\tscript:x>)", "![x](data:image/svg+xml,x)",
    "<javascript:alert(1)>", "[x]: javascript:x", "[x]", "<iframe srcdoc='<script>'>", "<iframe>", "<object data=x>", "<embed src=x>", "<form action=x>",
    "<input onfocus=x autofocus>", "<button formaction=javascript:x>", "<textarea>", "</textarea>", "<title>", "</title>", "<noscript>", "<template>",
    "<plaintext>", "<xmp>", "</xmp>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?x", "?>", "<base href=//e>", "<meta http-equiv=refresh>",
    "<link rel=stylesheet href=x>", "<p style='background:url(x)'>", "<div class='x note' id=main>", "<h1 id=apply>", "<h3 onclick=x>", "</h1>", "<h6>",
    "<table>", "<tr>", "<td background=x>", "</table>", "<caption>", "<select>", "<option>", "<a id=x name=y>", "[y](#x)", "<p>", "</p>", "<b>", "</a>",
    "<details open ontoggle=x>", "<pre>\n\n", "</pre>", "```", "`", "'", '"', "<", ">", "&lt;script&gt;", "&#60;script>", "\x00", "\n", "\n\n", "    ", "# ",
    "> ", "- ", "* x", "|a|b|\n|-|-|\n", "- [x] ", "[^1]", "\n[^1]: ", "{onclick=x}", "{: onclick=x #id}", "<!--more-->", "<ul>", "<li>", "</div>", "\ufffe",
)  # fmt: skip
_TEXTS = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=6)), max_size=25).map("".join)
_MARKUPS = st.sampled_from(Markup)


class _Seen(HTMLParser):
    """Every tag with its attributes, as another parser than the sanitiser's sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def _html(text: str, markup: Markup, engine: str) -> str:
    try:
        return to_html(text, markup, Markdown(engine=engine), LINKS).html
    except TooComplex:
        return ""


def _tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Return the tags as two parsers see them."""
    seen = _Seen(html)
    assert not seen.other
    body = BeautifulSoup(html, "html5lib").body
    assert body is not None
    return seen.tags + [(tag.name, {name: str(value) for name, value in tag.attrs.items()}) for tag in body.find_all()]


@pytest.mark.parametrize("engine", ENGINES)
@given(text=_TEXTS, markup=_MARKUPS)
def test_no_program_and_no_unsafe_address_comes_through(engine: str, text: str, markup: Markup) -> None:
    """No script, frame, form or foreign element, no handler, style or target, and of addresses only safe kinds."""
    for tag, attributes in _tags(_html(text, markup, engine)):
        assert tag not in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "svg",
            "math",
            "base",
            "meta",
            "link",
            "template",
        }
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "target", "srcset", "srcdoc", "action", "formaction", "background", "name"}
            if name in {"href", "src"}:
                scheme = re.match(r"[a-z][a-z0-9+.-]*(?=:)", re.sub(r"[\x00-\x20]", "", str(value)), re.IGNORECASE)
                assert scheme is None or scheme[0].lower() in ALLOWED_SCHEMES


@pytest.mark.parametrize("engine", ENGINES)
@given(text=_TEXTS, markup=_MARKUPS)
def test_headings_and_ids_fit_into_the_page(engine: str, text: str, markup: Markup) -> None:
    """No h1, no level skipped, no id twice, none of the theme's, no image without `alt`."""
    tags = _Seen(_html(text, markup, engine)).tags
    levels = [1, *(int(tag[1]) for tag, _ in tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"})]
    assert all(2 <= following <= level + 1 for level, following in pairwise(levels))
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert not RESERVED_IDS & set(ids)
    assert all("alt" in attributes for tag, attributes in tags if tag == "img")


@given(text=_TEXTS)
def test_sanitised_html_is_its_own_sanitised_form(text: str) -> None:
    """What `finish` relies on: one form, whatever the input was."""
    try:
        once = sanitise(text)
    except TooComplex:
        return
    assert sanitise(once) == once


@pytest.mark.parametrize("engine", ENGINES)
@given(text=_TEXTS, markup=_MARKUPS)
def test_a_pages_html_read_as_html_is_the_same(engine: str, text: str, markup: Markup) -> None:
    """The finished HTML is stable too: ids, levels and links are not changed a second time."""
    html = _html(text, markup, engine)
    assert _html(html, Markup.HTML, engine) == html
