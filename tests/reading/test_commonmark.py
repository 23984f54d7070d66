"""The engine `gfm` reads CommonMark as its specification says."""

import json
from pathlib import Path

import comrak

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
