"""The contents of a long text: its sections, by their headings."""

from site_builder.model.config import Markdown
from site_builder.outputs.contents import FEWEST, SHORTEST, contents_of
from site_builder.reading.html_links import Links
from site_builder.reading.markdown import Markup, to_html


def html(*headings: str, paragraph: str = "Bread. " * 200) -> str:
    """Return the HTML of a text with these headings, a paragraph below each."""
    text = "\n\n".join(f"## {heading}\n\n{paragraph}" for heading in headings)
    return to_html(text, Markup.MARKDOWN, Markdown(), Links("https://bakery.example")).html


def test_each_section_is_named_with_its_id() -> None:
    """The words are those of the heading without its markup, the id is where it leads; deeper headings are left out."""
    made = html("What *you* do", "R&D `ovens`", "Über uns\n\n### Deeper", "Über uns")
    assert contents_of(made) == (
        ("What you do", "what-you-do"),
        ("R&D ovens", "r-and-d-ovens"),
        ("Über uns", "uber-uns"),
        ("Über uns", "uber-uns-2"),
    )
    assert all(f'id="{heading.id}"' in made for heading in contents_of(made))


def test_a_short_text_needs_none() -> None:
    """Neither does one of a few sections."""
    assert contents_of(html("One", "Two", "Three", paragraph="Bread.")) == ()
    long = html("One", "Two")
    assert len(long) > SHORTEST
    assert len(["One", "Two"]) < FEWEST
    assert contents_of(long) == ()
