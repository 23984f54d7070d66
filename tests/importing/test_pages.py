"""Saved pages: where a JobPosting is found, what is the main text, and how its elements are written."""

import json

import pytest

from site_builder.importing.found import Found
from site_builder.importing.page_source import read_html

JOB = {"@type": "JobPosting", "title": "Baker", "description": "<p>You bake.</p>"}
FORMS = {
    "alone": JOB,
    "in a list": [{"@type": "WebSite"}, JOB],
    "in a graph": {"@context": "https://schema.org", "@graph": [{"@type": "Organization"}, JOB]},
    "as one of two types": {**JOB, "@type": ["Thing", "JobPosting"]},
    "by its address": {**JOB, "@type": "http://schema.org/JobPosting"},
    "as what the page is about": {"@type": "WebPage", "mainEntity": JOB},
}


def page(body: str, head: str = "<title>x</title>") -> str:
    """Return a page."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def said(found: Found) -> dict[str, object]:
    """Return what a source states."""
    return {one.name: one.value for one in found.said}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_job_posting_is_found(form: object) -> None:
    """In whatever form JSON-LD holds it, it is the source, and the page's own words are not."""
    (found,) = read_html(page("<h1>Menu</h1>", f'<script type="application/ld+json">{json.dumps(form)}</script>'))
    assert said(found)["title"] == "Baker"
    assert found.text == "You bake."


def test_several_job_postings_are_several() -> None:
    """A list page that publishes two jobs gives two; the page's own address is neither's."""
    jobs = [JOB, {**JOB, "title": "Cook"}]
    head = f'<link rel="canonical" href="https://x.example/"><script type="application/ld+json">{json.dumps(jobs)}</script>'
    found = read_html(page("", head))
    assert [said(one) for one in found] == [{"title": "Baker"}, {"title": "Cook"}]


def test_line_ends_within_json_and_marks_around_it() -> None:
    """JSON-LD as systems really write it: with line ends in texts, within CDATA or a comment."""
    for text in (
        '{"@type": "JobPosting", "title": "Ba\nker"}',
        '<!--{"@type": "JobPosting", "title": "Ba\nker"}-->',
        '//<![CDATA[\n{"@type": "JobPosting", "title": "Ba\nker"}\n//]]>',
    ):
        (found,) = read_html(page("<p>Text.</p>", f"<script type='application/ld+json'>{text}</script>"))
        assert said(found)["title"] == "Ba\nker"
        assert found.text == "Text."


def test_a_description_that_is_cut_gives_way_to_the_page() -> None:
    """Where the page's text is much longer than a short description, it is the text, and the JobPosting's values stay."""
    body = f"<main><h1>Baker</h1><p>{'You bake, and you know why. ' * 40}</p></main>"
    (found,) = read_html(page(body, f'<script type="application/ld+json">{json.dumps(JOB)}</script>'))
    assert said(found)["title"] == "Baker"
    assert found.text.startswith("You bake, and you know why.")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a&nbsp;b</p><p>&nbsp;</p><p></p>", "a b"),
        ("<h1>A</h1><h4>B</h4><h4>C</h4><h2>D</h2>", "## A\n\n### B\n\n### C\n\n### D"),
        ("<p><b>Duties:</b></p><ul><li>a</li></ul>", "## Duties\n\n- a"),
        ("<p>x <b> y </b>z <i></i><em>w</em></p>", "x **y** z *w*"),
        ("<p><b><b>x</b> y</b> z</p>", "**x y** z"),
        ("<p>• a<br>• b</p>", "- a\n- b"),
        ("<p>1) a</p>", "1\\) a"),
        ("<p>a<br>b<br><br>c</p>", "a  \nb\n\nc"),
        ("<ul><li><p>a</p></li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n    - c"),
        ("<ul><div><li>a</li><li>b</li></div></ul>", "- a\n- b"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n- b"),
        ("<ol start=3><li>c<li>d</ol>", "3. c\n4. d"),
        ("<dl><dt>Place</dt><dd>Rome</dd></dl>", "**Place:** Rome"),
        ("<table><tr><th>A<th>B<tr><td>1|2<td>3</table>", "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |"),
        ("<table><tr><td><h2>A</h2>b</table>", "## A\n\nb"),
        ("<blockquote><p>a</p></blockquote>", "> a"),
        (
            "<a href='https://x.example/a'> </a><p><a href='https://x.example/a'>b</a>, <a href='#c'>d</a></p>",
            "[b](https://x.example/a), d",
        ),
        ("<p>See!<a href='https://x.example/'>x</a></p>", "See\\![x](https://x.example/)"),
        ("<p>Tutor*in, R&amp;D, &lt;b&gt;, C#</p>", "Tutor*in, R&D, &lt;b>, C#"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<p>a<p>b", "a\n\nb"),
        ("<p>À la carte : 30 000 € « net »</p>", "À la carte : 30 000 € « net »"),
        ("<p>職人<b>募集</b></p>", "職人**募集**"),
    ],
)
def test_elements_are_written_as_by_hand(html: str, markdown: str) -> None:
    """Headings from level 2 on, real lists, no empty links, emphasis only where words are; other scripts intact."""
    (found,) = read_html(page(f"<p>Text.</p>{html}<p>End.</p>"))
    assert found.text == f"Text.\n\n{markdown}\n\nEnd."


SURROUNDINGS = {
    "navigation": "<nav><a href=/>Menu</a></nav>",
    "role": "<div role=navigation>Menu</div>",
    "cookies": "<div class='cookie-notice'>Menu</div>",
    "identifier": "<div id='site-footer'>Menu</div>",
    "hidden": "<div style='display: none'>Menu</div>",
    "form": "<form><label>Menu</label></form>",
    "links": "<ul><li><a href=a>Menu one</a><li><a href=b>Menu two</a><li><a href=c>Menu three</a></ul>",
    "copyright": "<div>© 2026 Menu Ltd</div>",
}


@pytest.mark.parametrize("around", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_what_stands_around_the_text_is_left_out_and_named(around: str) -> None:
    """Navigation, banners, forms and footers are not the posting's; the report quotes what was left out."""
    text = "<p>We bake bread for a whole town, by night, <a href='https://x.example/a'>as you see</a>, and sell it by day.</p>"
    (found,) = read_html(page(f"{around}<div class='page'><h2>Bread</h2>{text * 3}</div>{around}"))
    assert "Menu" not in found.text
    assert found.text.count("sell it by day") == 3
    (note,) = found.notes
    assert "Menu" in note.message


def test_the_title_is_certain_where_page_and_heading_agree() -> None:
    """A heading that the page's title holds is the title; a page that only says "Careers" proposes none of the kind."""
    (found,) = read_html(page("<h1>Baker</h1><p>You bake.</p>", "<title>Baker | Mill Ltd</title>"))
    assert (said(found), found.text) == ({"title": "Baker"}, "You bake.")
    (found,) = read_html(page("<h1>Careers</h1><p>You bake.</p>", "<title>Careers | Mill Ltd</title>"))
    assert "title" not in said(found)
    assert "## Careers" in found.text
