"""Ordinary HTML needs no parser: what is taken for ordinary is exactly what the sanitiser makes of it, and nothing else is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.reading.document import decode, parse
from site_builder.reading.markdown import gfm, python_markdown
from site_builder.reading.ordinary_html import sanitised_ordinary
from site_builder.reading.plain_text import to_markdown
from site_builder.reading.removed import removed, unsafe_addresses
from site_builder.reading.sanitiser import TooComplex, sanitise, sanitise_well_formed
from tests.benchmarks.postings import make_postings
from tests.conftest import REAL_POSTINGS

PROJECT = Path(__file__).parents[2]
COMMONMARK = json.loads((PROJECT / "tests/cases/commonmark-0.31.2.json").read_text("utf-8"))
EXAMPLE_SITE = sorted((PROJECT / "content").rglob("*.md"))

MARKDOWN = (
    "word", "two words", " ", "\n", "\n\n", "  \n", "    ", "*", "**", "***", "_", "`", "```", "# ", "## ", "- ", "1. ", "2) ", "> ", "---\n", "|a|b|\n|-|:-:|\n|c|d|\n", "| ",
    "[x](https://a.example/b?c=d&e=f#g)", "[x](/y)", "[x](//y)", "[x](#y)", "[x](javascript:y)", "[x](mailto:a@b.example)", "[x](<a b>)", "[x](http://1.2.3.999)", "](https://b.example)",
    "[", "]", "[**x**](z.html)", "![x](y.png)", "https://c.example/", "www.d.example", "a@b.example", "~~x~~", "- [ ] ", "[^1]", "\n[^1]: ", "<!--more-->", "<!-- -->", "<p>", "</p>", "<br>",
    "<div>", "<script>", "&", "&amp;", "&nbsp;", "&copy;", "&#1;", "&#13;", "&lt;script&gt;", '"', "'", "<", ">", "\\", "\xa0", "\x85", "\t", "é", "„“", "日本", "\u200b", "href=javascript:x", "> [!NOTE]\n",
)  # fmt: skip
MARKDOWNS = st.lists(st.sampled_from(MARKDOWN) | st.text(max_size=3), max_size=20).map("".join)

SCHEMES = ("https:", "http:", "mailto:", "tel:", "ftp:", "data:", "javascript:", "vbscript:", "HTTPS:", "")
SIGNS = ("//", "/", "#", "?", "a", "b.example", "example", ".", "..", "-", "--", "xn--a", ":", ":80", ":99999", "@", "1", "999", "0x1", "[::1]", "%", "%20", "%zz", "&amp;", "&", "&quot;",
         "&#106;", "=", "+", ",", ";", "!", "$", "*", "(", ")", "'", "\\", "|", "^", "`", "{", " ", "\t", "\n", "\xa0", "é", "\u00ad", "_", "~", "<", ">")  # fmt: skip
ADDRESSES = st.builds(lambda scheme, signs: scheme + "".join(signs), st.sampled_from(SCHEMES), st.lists(st.sampled_from(SIGNS), max_size=7))  # fmt: skip

ALL_OF_IT = """\
<p>a<strong>b<em>c</em><strong>d</strong><code>e</code><a href="/f">g<em>h</em><strong>i</strong><code>j</code></a><br />
k</strong><em>l<em>m</em><strong>n</strong><a href="#o">p</a></em><code>q</code><a href="https://r.example/?s&amp;t">u</a><br />
&quot;&amp;&lt;&gt;"</p>
<!--more-->
<h1>a</h1>
<h6><em>b</em></h6>
<ul>
<li>a</li>
<li>
<p>b</p>
</li>
<li>c
<ol>
<li>d</li>
<li>e</li>
</ol>
</li>
<li>
<p>f</p>
<ul>
<li>g</li>
</ul>
</li>
</ul>
<ol>
<li>h</li>
</ol>
<table>
<thead>
<tr>
<th>a</th>
<th align="left">b</th>
</tr>
</thead>
<tbody>
<tr>
<td>c</td>
<td align="right">d</td>
</tr>
</tbody>
</table>
<blockquote>
<p>a</p>
<p>b</p>
</blockquote>
<pre><code>a
</code></pre>
<hr />
<p>z</p>
"""
"""A document with everything in it that is ordinary."""
PIECE = re.compile(r"</?|>|/>|&\w+;|\n|\w+|.")
PIECES = PIECE.findall(ALL_OF_IT)
OTHERS = (
    *sorted(set(PIECES)), *(f"<{name}>" for name in ("p", "ul", "li", "em", "a", "td", "tr", "table", "code", "pre", "h2", "div", "b", "script", "svg", "title", "br", "img")),
    *(f"</{name}>" for name in ("p", "ul", "ol", "li", "em", "strong", "a", "td", "tr", "table", "code", "pre", "h2", "div", "script", "tbody", "blockquote")),
    "<p>x</p>", "<li>x</li>", "<em>x</em>", "<b>x</b>", "<del>x</del>", '<a href="/x">x</a>', '<a href="javascript:x">x</a>', '<a href="//x">x</a>', "<ul>\n<li>x</li>\n</ul>", "<td>x</td>",
    "<br>", "<br/>", '<img src="/x" />', "<!-- x -->", "<!--more", "-->", "<?x>", "<![CDATA[x]]>", ' class="note"', ' id="x"', ' align="left"', ' align="x"', ' style="x"', ' onclick="x"', ' title="x"',
    ' lang="de"', ' start="2"', " x", "/", "&nbsp;", "&#39;", "&copy;", "&quot;", "&", "'", "<", ">", "\n\n", "\t", "\r", "\f", "\x00", "\x01", "\x7f", "\x85", "\xa0", "\ufeff", "\ufffe", "é", "日", "javascript:", "href=javascript:x", "style", "class", "script",
)  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, len(PIECES)), st.integers(0, 2), st.sampled_from(OTHERS) | st.text(max_size=2)), max_size=4)  # fmt: skip


def check(html: str) -> bool:
    """Hold the two ways against each other: one, or the sanitiser alone; say whether HTML is ordinary."""
    found = sanitised_ordinary(html)
    if found is None:
        return False
    assert found == sanitise_well_formed(html) == sanitise(html)
    assert unsafe_addresses(html) == removed(html)
    return True


def _texts() -> Iterator[str]:
    """Yield the Markdown and HTML of the example site, of generated postings and of real ones, where they are there."""
    yield from (posting.text for posting in make_postings(100))
    real = sorted(file for file in REAL_POSTINGS.rglob("*") if file.suffix in {".md", ".txt", ".html"})
    for file in (*EXAMPLE_SITE, *real):
        yield parse(decode(file.read_bytes())).body if file.suffix == ".md" else file.read_text("utf-8", "replace")


@given(MARKDOWNS)
@example("href=javascript:alert(1)")
def test_markdown(text: str) -> None:
    """Whatever Markdown holds, the HTML of either engine is read the same way by both, or declined."""
    try:
        for html in (gfm(text), python_markdown(text, ("extra",)), python_markdown(text, ())):
            check(html)
    except TooComplex:
        return


def test_every_single_change() -> None:
    """HTML is read the same way by both, or declined, whatever single piece of it is lost, replaced or added, and wherever it begins."""
    assert check(ALL_OF_IT)
    for place in range(len(PIECES) + 1):
        before, after = "".join(PIECES[:place]), "".join(PIECES[place:])
        check(after)
        check(before)
        check(before + "".join(PIECES[place + 1 :]))
        for other in OTHERS:
            check(before + other + after)
            check(before + other + "".join(PIECES[place + 1 :]))


@pytest.mark.parametrize(
    "other",
    [
        "p",
        "h2",
        "li",
        "ul",
        "ol",
        "em",
        "code",
        "a",
        "td",
        "table",
        "tbody",
        "pre",
        "blockquote",
        "div",
        "b",
        "del",
        "script",
        "svg",
        "title",
    ],
)
def test_every_other_element(other: str) -> None:
    """So it is where any element is another one, or stands around or beside another one."""
    for element in re.finditer(r"<([a-z0-9]+)((?: [^<>]*)?)>((?:(?!</?\1[ >]).)*)</\1>", ALL_OF_IT, re.DOTALL):
        name, attributes, inner = element.groups()
        before, after = ALL_OF_IT[: element.start()], ALL_OF_IT[element.end() :]
        check(f"{before}<{other}>{inner}</{other}>{after}")
        check(f"{before}<{other}{attributes}>{inner}</{other}>{after}")
        check(f"{before}<{other}>{element[0]}</{other}>{after}")
        check(f"{before}<{name}{attributes}><{other}>{inner}</{other}></{name}>{after}")
        check(f"{before}{element[0]}<{other}>x</{other}>{after}")
        check(f"{before}{element[0]}\n<{other}>x</{other}>{after}")


@given(EDITS)
def test_several_changes(edits: list[tuple[int, int, str]]) -> None:
    """So it is with several pieces lost, replaced or added."""
    pieces = [*PIECES]
    for place, lost, other in edits:
        pieces[place : place + lost] = [other]
    check("".join(pieces))


@given(ADDRESSES)
@example("/a&quot;b")
@example("https://1.2.3.999/")
@example("https://xn--a.example/")
@example("https://a.example:99999/")
def test_addresses(address: str) -> None:
    """A link is ordinary only with an address that the sanitiser leaves as it is written."""
    check(f'<p><a href="{address}">x</a></p>\n')


@pytest.mark.parametrize(
    "attribute", ["class", "id", "style", "title", "onclick", "lang", "dir", "start", "align", "href"]
)
@pytest.mark.parametrize("name", ["p", "h2", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "hr", "br", "table", "tr"])  # fmt: skip
def test_no_attribute_is_ordinary(name: str, attribute: str) -> None:
    """No tag is ordinary with an attribute, be it allowed or not; cells of tables and links have one."""
    for html in (
        "<p><strong>a</strong><em>b</em><code>c</code><br />\nd</p>\n<h2>e</h2>\n<pre><code>f</code></pre>\n<hr />\n",
        "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>\n<blockquote>\n<p>c</p>\n</blockquote>\n",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n",
    ):
        assert check(html)
        with_attribute = html.replace(f"<{name}", f'<{name} {attribute}="x"', 1)
        assert with_attribute == html or not check(with_attribute)


@pytest.mark.parametrize(
    "scheme", ["javascript", "vbscript", "data", "file", "ftp", "tel", "xmpp", "JavaScript", "HTTPS"]
)
def test_schemes(scheme: str) -> None:
    """Of schemes, `http`, `https` and `mailto` alone are ordinary."""
    assert not check(f'<p><a href="{scheme}:a@b.example">x</a></p>\n')
    assert not check(f'<p><a href="{scheme}://b.example/">x</a></p>\n')


def test_commonmark() -> None:
    """Every example of CommonMark gives HTML that both read the same way, by either engine."""
    for one in COMMONMARK:
        check(one["html"])
        check(gfm(one["markdown"]))
        check(python_markdown(one["markdown"], ("extra",)))


def test_texts_of_the_example_site_and_others() -> None:
    """So do the texts of the example site, generated and real ones, as Markdown, as plain text and as HTML."""
    for text in _texts():
        check(text)
        check(gfm(text))
        check(gfm(to_markdown(text)))


def test_ordinary_texts() -> None:
    """Texts without images, footnotes and HTML are ordinary: every generated one, and nearly all of the example site's."""
    assert all(check(gfm(posting.text)) for posting in make_postings(300))
    others = [file.name for file in EXAMPLE_SITE if not check(gfm(parse(decode(file.read_bytes())).body))]
    assert others == ["about.md"]


def test_time_grows_with_the_length() -> None:
    """Long texts that turn out not to be ordinary at their very end are declined, and no search goes back again and again."""
    for piece in ("<p>a</p>\n", "<ul>\n<li><em>a</em></li>\n</ul>\n", "<p><strong>a<em>b</em></strong></p>", "<p>"):
        assert sanitised_ordinary(piece * 20_000 + "<x>") is None
    for piece in ("<em>a</em>", '<a href="/">a</a>', "<strong><em>a</em></strong>", '<a href="https://a.a'):
        assert sanitised_ordinary(f"<p>{piece * 20_000}<x></p>") is None
        assert sanitised_ordinary(f"<ul>\n<li>{piece * 20_000}<x></li>\n</ul>") is None
    assert sanitised_ordinary(f'<p><a href="https://{"a." * 100_000}!">x</a></p>') is None
