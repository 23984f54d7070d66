"""The engine `gfm` reads CommonMark as its specification says."""

import json
from pathlib import Path

import comrak
import pytest

from site_builder.reading.markdown import gfm

EXAMPLES = json.loads((Path(__file__).parents[1] / "cases" / "commonmark-0.31.2.json").read_text("utf-8"))

AUTOLINKED = {
    602: '<p>&lt;<a href="https://foo.bar/baz">https://foo.bar/baz</a> bim&gt;</p>\n',
    608: '<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>\n',
    611: '<p><a href="https://example.com">https://example.com</a></p>\n',
    612: '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>\n',
}
"""The four examples that say that a bare address is no link: it is one on GitHub (GFM specification, section 6.9)."""


def test_the_engine_passes_every_example_of_commonmark() -> None:
    """All 652 examples of CommonMark 0.31.2, raw HTML included."""
    options = comrak.RenderOptions()
    options.unsafe_ = True
    wrong = [
        example["example"]
        for example in EXAMPLES
        if comrak.render_markdown(example["markdown"], None, None, options) != example["html"]
    ]
    assert len(EXAMPLES) == 652
    assert wrong == []


def test_githubs_extensions_change_nothing_but_bare_addresses() -> None:
    """With tables, strikethrough, autolinks, task lists, footnotes and alerts, 648 examples stay as they are; four become links."""
    different = {
        example["example"]: gfm(example["markdown"])
        for example in EXAMPLES
        if gfm(example["markdown"]) != example["html"]
    }
    assert different == AUTOLINKED


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("www.commonmark.org", '<a href="http://www.commonmark.org">www.commonmark.org</a>'),
        ("Visit www.commonmark.org/help for more.", 'Visit <a href="http://www.commonmark.org/help">www.commonmark.org/help</a> for more.'),
        ("Visit www.commonmark.org/a.b.", 'Visit <a href="http://www.commonmark.org/a.b">www.commonmark.org/a.b</a>.'),
        ("(www.google.com/search?q=Markup+(business))", '(<a href="http://www.google.com/search?q=Markup+(business)">www.google.com/search?q=Markup+(business)</a>)'),
        ("www.google.com/search?q=commonmark&hl=en", '<a href="http://www.google.com/search?q=commonmark&amp;hl=en">www.google.com/search?q=commonmark&amp;hl=en</a>'),
        ("www.commonmark.org/he<lp", '<a href="http://www.commonmark.org/he">www.commonmark.org/he</a>&lt;lp'),
        ("http://commonmark.org", '<a href="http://commonmark.org">http://commonmark.org</a>'),
        ("(Visit https://encrypted.google.com/search?q=Markup+(business))", '(Visit <a href="https://encrypted.google.com/search?q=Markup+(business)">https://encrypted.google.com/search?q=Markup+(business)</a>)'),
        ("foo@bar.baz", '<a href="mailto:foo@bar.baz">foo@bar.baz</a>'),
        ("a.b-c_d@a.b.", '<a href="mailto:a.b-c_d@a.b">a.b-c_d@a.b</a>.'),
        ("a.b-c_d@a.b-", "a.b-c_d@a.b-"),
        ("mailto:foo@bar.baz", '<a href="mailto:foo@bar.baz">mailto:foo@bar.baz</a>'),
        ("xmpp:foo@bar.baz/txt", '<a href="xmpp:foo@bar.baz/txt">xmpp:foo@bar.baz/txt</a>'),
        ("**www.a.example** [b](https://www.c.example)", '<strong><a href="http://www.a.example">www.a.example</a></strong> <a href="https://www.c.example">b</a>'),
    ],
)  # fmt: skip
def test_bare_addresses_become_links(text: str, html: str) -> None:
    """The examples of the GFM specification, section 6.9."""
    assert gfm(text) == f"<p>{html}</p>\n"
