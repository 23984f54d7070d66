"""Text to HTML: engines, headings, links, notes, summaries, and limits."""

import re
import time
from html import unescape

import pytest

from site_builder.model.config import Markdown
from site_builder.reading.html_links import Links
from site_builder.reading.html_text import cut
from site_builder.reading.markdown import Html, Markup, markup_of, to_html, unknown_extensions
from site_builder.reading.sanitiser import TooComplex

LINKS = Links("https://bakery.example", "/jobs/", {"team.jpg": "assets/team.1a2b3c4d.jpg"})
GFM = Markdown()
PYTHON = Markdown(engine="python-markdown")
BOTH = pytest.mark.parametrize("settings", [GFM, PYTHON], ids=["gfm", "python-markdown"])


def read(text: str, settings: Markdown = GFM, markup: Markup = Markup.MARKDOWN) -> Html:
    """Read a text with the test's links."""
    return to_html(text, markup, settings, LINKS)


@BOTH
@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# A\n\n## B\n\n### C", '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h4 id="c">C</h4>'),
        ("## A\n\n#### B", '<h2 id="a">A</h2>\n<h3 id="b">B</h3>'),
        ("### A\n\n## B\n\n### C", '<h2 id="a">A</h2>\n<h2 id="b">B</h2>\n<h3 id="c">C</h3>'),
        (
            "# A\n\n# A\n\n# Apply\n\n# Main",
            '<h2 id="a">A</h2>\n<h2 id="a-2">A</h2>\n<h2 id="apply-2">Apply</h2>\n<h2 id="main-2">Main</h2>',
        ),
        ("# Größe *und* `Art`", '<h2 id="grosse-und-art">Größe <em>und</em> <code>Art</code></h2>'),
        ("# <b></b>\n\nx", "<p>x</p>"),
    ],
)
def test_headings_lie_under_the_pages_without_gaps(settings: Markdown, text: str, html: str) -> None:
    """The first is h2, none skips a level (WCAG technique G141), each has an id of its own from its words."""
    assert read(text, settings).html == html


@BOTH
@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[x](/tags/)", '<p><a href="/jobs/tags/">x</a></p>'),
        ("[x](/assets/team.jpg)", '<p><a href="/jobs/assets/team.1a2b3c4d.jpg">x</a></p>'),
        ("![](/assets/team.jpg)", '<p><img src="/jobs/assets/team.1a2b3c4d.jpg" alt="" loading="lazy"></p>'),
        ("[x](https://bakery.example/jobs/a/)", '<p><a href="https://bakery.example/jobs/a/">x</a></p>'),
        (
            "[x](https://bakery.example.evil/)",
            '<p><a href="https://bakery.example.evil/" rel="noopener external">x</a></p>',
        ),
        ("[x](https://bakery.example/)", '<p><a href="https://bakery.example/" rel="noopener external">x</a></p>'),
        ("<a href='/\\other.example'>x</a>", '<p><a href="//other.example" rel="noopener external">x</a></p>'),
        ("[x](mailto:a@b.example)", '<p><a href="mailto:a@b.example">x</a></p>'),
        (
            "[x](#what-we-offer)\n\n## What we offer",
            '<p><a href="#what-we-offer">x</a></p>\n<h2 id="what-we-offer">What we offer</h2>',
        ),
        (
            "[x](#c--rust)\n\n## C++ & Rust",
            '<p><a href="#c-plus-plus-and-rust">x</a></p>\n<h2 id="c-plus-plus-and-rust">C++ &amp; Rust</h2>',
        ),
        (
            "[x](#My_Id)\n\n<p id='My_Id'>y</p>\n<p id='z'>z</p>",
            '<p><a href="#my-id">x</a></p>\n<p id="my-id">y</p>\n<p>z</p>',
        ),
        ("[x](#apply)", '<p><a href="#apply">x</a></p>'),
    ],
)
def test_links_lead_where_they_mean(settings: Markdown, text: str, html: str) -> None:
    """Within the site below its path, to published assets, to headings; outside links say so. Nothing is noted."""
    read_text = read(text, settings)
    assert read_text.html == html
    assert read_text.notes == ()


@BOTH
@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("a\n\n<script>x()</script>", "html-removed", 3, "<script>"),
        ("a\n\n<iframe src='https://v.example'></iframe>", "html-removed", 3, "Link to what it shows"),
        ("a <b onclick='x()'>b</b>", "html-removed", 1, "onclick"),
        ("a\n\n[b](javascript:x)", "unsafe-url", 3, "javascript:"),
        ("[b](about.md)", "relative-link", 1, "Begin it with `/`"),
        ("[b](team.jpg)", "relative-link", 1, "`/assets/team.jpg`"),
        ("[b](anker)", "relative-link", 1, '"anker" is no address'),
        ("![b](taem.jpg)", "relative-link", 1, "Did you mean `/assets/team.jpg`?"),
        ("[b](www.bakery.example)", "relative-link", 1, "https://www.bakery.example"),
        ("![b](/assets/taem.jpg)", "asset-missing", 1, "Did you mean `/assets/team.jpg`?"),
        ("[b](#offr)\n\n## Offer", "fragment-missing", 1, "Did you mean `#offer`?"),
    ],
)
def test_what_is_taken_out_or_leads_nowhere_is_noted(
    settings: Markdown, text: str, code: str, line: int, said: str
) -> None:
    """The author learns what, where and what to do."""
    (note,) = read(text, settings).notes
    assert (note.code, note.line_hint) == (code, line)
    assert said in f"{note.message} {note.mend}"


@BOTH
def test_an_image_by_its_name_alone(settings: Markdown) -> None:
    """The name of an asset is that asset, as where it is written with its folder; queries and other folders are not."""
    alone, whole = read("![b](team.jpg)", settings), read("![b](/assets/team.jpg)", settings)
    assert alone.html == whole.html
    assert alone.notes == ()
    (note,) = read("![b](other/team.jpg)", settings).notes
    assert note.code == "relative-link"


def test_code_about_scripts_is_no_script() -> None:
    """What is shown as code is text."""
    shown = read("`<script>`\n\n    <iframe onload=x>")
    assert shown.notes == ()
    assert "&lt;script&gt;" in shown.html


def test_githubs_extensions_are_shown() -> None:
    """Tables, strikethrough, autolinks, task lists, footnotes and alerts."""
    html = read(
        "|a|b|\n|-|-:|\n|c|d|\n\n~~e~~ www.f.example\n\n- [x] g\n- [ ] h\n\ni[^1]\n\n[^1]: j\n\n> [!TIP]\n> k"
    ).html
    for piece in (
        '<th class="align-right">b</th>',
        "<del>e</del>",
        '<a href="http://www.f.example" rel="noopener external">',
        '<ul class="contains-task-list">\n<li class="task-list-item">☑ g</li>',
        "☐ h",
        '<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup>',
        '<li id="fn-1">',
        'href="#fnref-1"',
        '<div class="markdown-alert markdown-alert-tip">',
    ):
        assert piece in html


def test_python_markdown_has_the_listed_extensions() -> None:
    """Its footnotes keep their links, its tables their alignment; without the extension there is no table."""
    html = read("|a|\n|-:|\n|b|\n\ni[^1]\n\n[^1]: j\n\nk\nl", PYTHON).html
    for piece in (
        '<td class="align-right">b</td>',
        '<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">',
        '<li id="fn-1">',
        "k<br>",
    ):
        assert piece in html.replace('href="#fn-1" class="footnote-ref"', 'class="footnote-ref" href="#fn-1"')
    assert "<table>" not in read("|a|\n|-:|\n|b|", Markdown("python-markdown", ())).html


def test_an_unknown_extension_is_named() -> None:
    """Settings are checked before any text is read; the other engine has no extensions."""
    assert unknown_extensions(Markdown("python-markdown", ("extra", "exta", "site_builder.cli"))) == [
        "exta",
        "site_builder.cli",
    ]
    assert unknown_extensions(Markdown("gfm", ("exta",))) == []


@BOTH
def test_empty_paragraphs_and_headings_are_left_out(settings: Markdown) -> None:
    """Also those that hold nothing but spaces that do not break."""
    assert read("<p>&nbsp;</p>\n<h3><strong> </strong></h3>\n<p>a</p>", settings).html == "<p>a</p>"


@BOTH
def test_no_link_is_without_words(settings: Markdown) -> None:
    """An address within a link of HTML is one link, also where others in the text are made links; a place to lead to stays."""
    text = 'Write to <a href="mailto:jobs@mill.example">jobs@mill.example</a>, or see https://mill.example.\n\n<a id="pay"></a>[Pay](#pay)'
    html = read(text, settings).html
    assert html.count('href="mailto:jobs@mill.example"') == 1
    assert ">jobs@mill.example</a>" in html
    assert '<a id="pay"></a>' in html


def test_a_line_in_a_division_is_a_paragraph() -> None:
    """HTML fragments often use `div` where a paragraph is meant."""
    assert read("<div>\n a <b>b</b>\n</div><div><ul><li>c</li></ul></div>", markup=Markup.HTML).html == (
        "<p>a <b>b</b></p><div><ul><li>c</li></ul></div>"
    )


@pytest.mark.parametrize(
    ("suffix", "body", "markup"),
    [
        (".md", "# A\n\nb", Markup.MARKDOWN),
        (".markdown", "a **b**", Markup.MARKDOWN),
        (".md", "A\nb\n\nc", Markup.PLAIN),
        (".txt", "- a", Markup.PLAIN),
        (".txt", "## A\n\n* b", Markup.MARKDOWN),
        (".html", "<h2>A</h2>\n<div>\n  b\n</div>", Markup.HTML),
        (".htm", "  <p>b</p>", Markup.HTML),
        (".html", "# A\n\n* b\n* c\n\n<br>\n", Markup.MARKDOWN),
        (".HTML", "# A\n\n* b\n\n<div>c</div>", Markup.MARKDOWN),
    ],
)
def test_a_files_markup_is_told_by_its_name_and_its_lines(suffix: str, body: str, markup: Markup) -> None:
    """Markdown lies in `.html` files, bare lines in `.md` files."""
    assert markup_of(suffix, body) is markup


@BOTH
def test_the_summary_is_the_texts_beginning(settings: Markdown) -> None:
    """Up to the mark, which leaves no trace; else the first paragraphs, without headings and lists."""
    marked = read("A &amp; b.\n\n<!-- more -->\n\nC.", settings)
    assert marked.text == "A & b."
    assert "more" not in marked.html
    assert read("# A\n\nB.\n\n- c\n\nD.", settings).text == "B. D."
    assert read("# A\n\n- b\n- c", settings).text == "b c"


def test_a_summary_is_cut_between_words() -> None:
    """At most 200 characters; scripts without spaces are cut between letters, signs with their accents stay whole."""
    assert cut("word " * 60) == "word " * 39 + "word…"
    assert cut("パン" * 150) == "パン" * 99 + "パ…"
    assert cut("e\u0301" * 150) == "e\u0301" * 99 + "…"
    assert cut("short") == "short"


@pytest.mark.parametrize(
    "text",
    [
        "> " * 10_000,
        ">" * 100_000,
        "<div>" * 100_000,
        "<div><table></div></table>" * 5_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|a\n" * 5_000,
    ],
    ids=["quotes", "tight quotes", "open tags", "open tags out of order", "a vast table"],
)
def test_what_would_take_minutes_is_refused(text: str) -> None:
    """Each of these took from seconds to minutes, or gigabytes, in the engine or the sanitiser."""
    with pytest.raises(TooComplex) as refused:
        read(text)
    assert refused.value.mend


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "<![CDATA[" * 2_000, "> " * 3_000], ids=["brackets", "sections", "quotes"]
)
def test_what_python_markdown_cannot_read_is_refused(text: str) -> None:
    """The engine looks for the end of every bracket, and calls itself for every quote. Afterwards it reads on."""
    with pytest.raises(TooComplex):
        read(text, PYTHON)
    assert read("*a*", PYTHON).html == "<p><em>a</em></p>"


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "*a " * 20_000, "a\0b", "\x01\x85", "word " * 50_000, "# a\n" * 20_000], ids=str.__len__
)
def test_big_and_odd_texts_are_read(text: str) -> None:
    """A long text is no reason to refuse; control characters are left out."""
    html = read(text).html
    assert not {"\0", "\x01", "\x85"} & set(html)


# Python's white space, all of which a browser keeps but the ASCII part; marks that nobody sees; both in front of a scheme.
UNSEEN = [*map(chr, (0x00, 0x09, 0x0A, 0x20, 0xA0, 0x1680, 0x2003, 0x2028, 0x202F, 0x3000, 0x200B, 0xFEFF, 0xAD))]


@pytest.mark.parametrize("engine", [GFM, PYTHON], ids=lambda settings: settings.engine)
@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_no_white_space_hides_an_unsafe_address(engine: Markdown, sign: str, scheme: str) -> None:
    """An address is looked at again in the form in which it is written, since sanitising sees another one."""
    written = f"&#{ord(sign)};"
    for text in (
        f'<p><a href="{written}{scheme}">y</a> <img src="{written}{scheme}" alt="z"></p>',
        f"[y]({written}{scheme}) ![z]({written}{scheme})",
        f'<p><a href="{scheme[0]}{written}{scheme[1:]}">y</a></p>',
    ):
        read_text = read(text, engine)
        html = read_text.html
        assert 'src=""' not in html
        if re.search(r"<(?:a|img) [^>]*(?:href|src)=", text):
            assert {"unsafe-url", "relative-link"} & {note.code for note in read_text.notes}
        found = [unescape(value) for value in re.findall(r'(?:href|src)="([^"]*)"', html)]
        assert not [value for value in found if re.match(r"[\s\x00-\x20\u200b\ufeff\xad]*[a-z]+:", value)], html


@pytest.mark.parametrize(
    "source",
    ["https://evil.example/x.png", "//evil.example/x.png", "\\\\evil.example/x.png", "/&#9;/evil.example/x.png"],
)
def test_an_image_on_another_host_is_its_alt(source: str) -> None:
    """A page makes no request to another host; what the image shows is said in words, and its author told."""
    html = read(f'<p>See <img src="{source}" alt="the team &amp; us"> here.</p>', markup=Markup.HTML)
    assert html.html == "<p>See the team &amp; us here.</p>"
    assert [note.code for note in html.notes] == ["image-outside"]


def test_what_grows_without_end_is_refused() -> None:
    """A footnote that is used many times becomes many times as long."""
    with pytest.raises(TooComplex, match="grows"):
        read("[^1] " * 20_000 + "\n\n[^1]: [^1]\n")


def test_a_row_of_bars_takes_no_time() -> None:
    """What looks like the line below a table's head is found without trying every division of it."""
    started = time.process_time()
    read("|" * 200_000 + "x")
    assert time.process_time() - started < 5
