"""Sources that are made to harm: each ends with a message or a posting, and runs, fetches and expands nothing."""

import pytest

from site_builder.importing.page_source import read_html
from site_builder.reading.wrong import Unreadable

LD = '<html><script type="application/ld+json">{}</script><body><p>Text</p></body></html>'
BOMB = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10))

REFUSED = {
    "ten megabytes": "<p>hello world</p>" * 600_000,
    "open elements": "<html><body>" + "<div>" * 100_000,
    "open emphasis": "<html><b>" + "<i><b>" * 1_000,
    "many elements": "<html>" + "<p>x</p>" * 70_000,
    "many entities": "<html>" + "&amp;" * 400_000,
    "many scripts": "<script>" * 200_000,
    "lists in lists": "<html><body>" + "<ul><li>" * 100,
    "quotes in quotes": "<html><body>" + "<blockquote>" * 200,
    "a text that nobody reads": "<p>" + "_" * 400_000 + "</p>",
    "depth in a description": LD.format('{"@type": "JobPosting", "description": "' + "<div>" * 5_000 + '"}'),
}
READ = {
    "entities of entities": f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{BOMB}]><html><body><p>&a9; Text</p></body></html>',
    "brackets of JSON": LD.format("[" * 100_000),
    "JSON in itself": LD.format('{"@graph": ' * 500 + "[]" + "}" * 500),
    "brackets": "<p>Text " + "[x](" * 50_000 + "</p>",
    "stars": "<p>Text " + "* _ ~~ " * 20_000 + "</p>",
    "lists of links": "<html><body><p>Text</p>" + "<ul><li><a href=x>aa</a></ul>" * 1_000,
    "a vast table": "<p>Text</p><table>" + "<tr><td>x</td><td>y</td></tr>" * 4_000 + "</table>",
}


@pytest.mark.parametrize("page", REFUSED.values(), ids=REFUSED)
def test_what_nobody_writes_is_refused(page: str) -> None:
    """The message says what is too much, and how to get at the text."""
    with pytest.raises(Unreadable) as refused:
        read_html(page)
    assert refused.value.code in ("file-too-large", "page-too-complex")
    assert refused.value.mend.endswith(".")


@pytest.mark.parametrize("page", READ.values(), ids=READ)
def test_what_only_looks_dangerous_is_read(page: str) -> None:
    """Entities are not expanded, broken JSON is passed over, and the text is there."""
    (found,) = read_html(page)
    assert "Text" in found.text
    assert "aaaaaaaaaa" not in found.text


def test_programs_leave_nothing() -> None:
    """Scripts, handlers, frames and addresses that run are not in the text, nor are their words."""
    (found,) = read_html(
        '<html><body onload="x()"><p onclick="steal()">Bake <a href="javascript:steal()">bread</a> <a href=" java&#x0A;script:steal()">well</a>.</p>'
        "<script>steal()</script><iframe src='https://evil.example'>steal</iframe><svg><script>steal()</script></svg><style>p { steal }</style>"
        "<math><mtext>steal</mtext></math></body></html>"
    )
    assert found.text == "Bake bread well."
