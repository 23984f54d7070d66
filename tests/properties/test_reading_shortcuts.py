"""Properties of reading: what the usual form of a value spares is nothing but time."""

from html import escape

import comrak
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder.reading.controls import may_hold_controls
from site_builder.reading.html_links import Links, link, plain_link
from site_builder.reading.markdown import gfm
from site_builder.reading.sanitiser import TooComplex
from site_builder.reading.values import read_url
from site_builder.reading.wrong import Wrong

LINKS = Links("https://example.org", "/jobs/", {"a.png": "assets/a.1a2b.png"})
addresses = st.lists(
    st.sampled_from(
        ["https://", "http://", "HTTPS://", "//", "example.org", "example.org/jobs/", "www.a.example", "a-b.example:80", "user@", "[::1]", "1.2.3.4",
         "-", ".", "..", "/", "?a=b", "&", "&amp;", "#c", "%20", "%", "\\", " ", '"', "<", "é", "\u202e", "x" * 70, "javascript:", "999", "_"],
    ),
    min_size=1,
    max_size=6,
).map("".join)  # fmt: skip


@given(addresses)
@example("https://example.org/jobs/7")
@example("https://example.org/jobs")
@example("https://example.org/other")
@example("https://example.org/&nbsp;")
@example("javascript:alert")
def test_plain_links(address: str) -> None:
    """A link whose address is plain is written as any link is, and no other link takes this way."""
    href = address if address.endswith("&nbsp;") else escape(address)
    written = f' href="{href}"'
    attributes = link({"href": href}, LINKS, [], [])
    assert plain_link(written, LINKS) in (None, "".join(f' {name}="{value}"' for name, value in attributes.items()))


@given(addresses)
@example("user@example.org/")
@example("example.org:0/")
@example("EXAMPLE.org")
def test_plain_urls(address: str) -> None:
    """A plain URL is read as one whose scheme is in capitals, which are never taken for plain."""
    assert _url(f"https{address}") == _url(f"HTTPS{address}")
    assert _url(f"https://{address}") == _url(f"HTTPS://{address}")


def _url(text: str) -> str | None:
    try:
        return read_url(text)
    except Wrong:
        return None


markdown = st.lists(
    st.sampled_from(
        ["www.", "www.a.example", "WWW.b.example", "ww", "w.", "http://c.example/d", "https://www.e.example?f=g&amp;h", "ftp://i.example", "xmpp:j@k.example/l", "mailto:m@n.example", "HTTP://", "http:", "http",
         "://", ":", "/", "//", "@", "o@p.example", "q.r-s@t.example", "&#64;", "&commat;", "&#58;//", "&sol;", "&#119;ww.", "\\", "\\@", "[", "]", "](", "](/x)", "](www.u.example)", "](https://www.v.example)",
         '](http://w.example "https://x.example")', "](x@y.example)", "![", "[^", "[^1]", "\n[^1]: ", "\n\n[z]: https://www.z.example\n", "[z]", "][z]", "<", ">", "<https://a.example>", "<b@c.example>", '<a href="https://www.d.example">',
         "</a>", '<b title="http://">', "<!-- www. -->", "`", "``", "*", "**", "_", "~~", "(", ")", ".", ",", '"', "='", '="https://www.', '="http://', " ", "\n", "\n\n", "    ", "- ", "> ", "> [!NOTE] ", "# ", "|", "|a|b|\n|-|-|\n", "word", "é", "日"],
    ),
    max_size=14,
).map("".join)  # fmt: skip


@given(markdown)
@example("Write to jobs&#64;example.org.")
@example("![www.a.example](/b)")
@example('a="https://www.b.example" c="www.d.example" e="http://f.example"')
@example("[www.a.example][b]\n\n[b]: https://www.c.example")
@example("[^a]\n\n[^a]: https://b.example")
@example("|www.a.example|\n|-|\n|https://b.example|c|")
def test_addresses_in_texts(text: str) -> None:
    """A text in which nothing looks like a bare address is the same HTML as when they are looked for."""
    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.strikethrough = extensions.autolink = extensions.footnotes = extensions.alerts = True
    rendering.unsafe_ = True
    try:
        assert gfm(text) == comrak.render_markdown(text, extensions, comrak.ParseOptions(), rendering)
    except TooComplex:
        return


def test_every_control_character() -> None:
    """Every control character is seen, alone and between others; plain texts in Latin, Cyrillic and Japanese hold none."""
    controls = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]
    assert [code for code in controls if not may_hold_controls(f"a{chr(code)}é".encode())] == []
    assert not any(may_hold_controls(text.encode()) for text in ("a\tb\r\nc ~", "Größe, élève", "Работа", "求人 東京"))
