"""Tables of a text scroll by themselves, and a keyboard can scroll them."""

from markupsafe import Markup

from site_builder.theming.scrolling import with_scrolling_tables

BOX = '<div class="scroll" role="group" tabindex="0" aria-label="Table">'


def test_each_table_lies_in_a_box() -> None:
    """Around each table comes a box with a name; nothing else changes."""
    html = Markup("<p>a</p>\n<table><tr><td>1</td></tr></table>\n<p>b</p><table></table>")
    assert with_scrolling_tables(html, "Table") == (
        f"<p>a</p>\n{BOX}<table><tr><td>1</td></tr></table></div>\n<p>b</p>{BOX}<table></table></div>"
    )
    assert with_scrolling_tables(Markup("<p>no tables &lt;table&gt;</p>"), "Table") == "<p>no tables &lt;table&gt;</p>"


def test_tables_within_tables() -> None:
    """The outermost scrolls with all that is in it; a word with marks is no markup."""
    html = Markup("<table><tr><td><table></table></td></tr></table>x")
    assert with_scrolling_tables(html, "Table") == f"{BOX}{html[:-1]}</div>x"
    assert 'aria-label="&lt;&#34;"' in with_scrolling_tables(html, '<"')
