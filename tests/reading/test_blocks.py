"""Blocks in the text of a page: what each kind holds, and what is said of those that cannot be read."""

import pytest

from site_builder.model.blocks import Block, Item, JobQuery
from site_builder.model.config import Markdown
from site_builder.model.posting import Organization, Page
from site_builder.model.problem import Problem
from site_builder.reading.block_bodies import BODIES
from site_builder.reading.html_links import Links
from site_builder.reading.posting import Reading, ReadingSettings, read

HEAD = "---\ntitle: About\n---\n"


def reading(text: str, engine: str = "gfm") -> Reading:
    """Read a page of this text, whose first line is the fourth of its file."""
    organization = Organization("Rillmark")
    settings = ReadingSettings("en", "UTC", organization, Markdown(engine), {}, {}, Links("https://example.com"))
    return read("content/pages/about.md", f"{HEAD}{text}".encode(), settings)


def page(text: str, engine: str = "gfm") -> tuple[Page, str]:
    """Return a page without a problem, and its HTML."""
    found = reading(text, engine)
    assert found.facts.problems == ()
    assert found.facts.page is not None
    return found.facts.page, found.html


def problem(text: str) -> Problem:
    """Return the only problem of a page's text, for which it is refused."""
    facts = reading(text).facts
    assert facts.refused
    (one,) = facts.problems
    return one


def items(text: str) -> list[tuple[str, str]]:
    """Return the entries of the only block of a text."""
    (block,) = page(text)[0].blocks
    return [(item.title, item.html) for item in block.items]


@pytest.mark.parametrize("engine", ["gfm", "python-markdown"])
def test_a_block_stands_where_it_is_written(engine: str) -> None:
    """Above and below it the text is what it was; in the block's place stands its mark."""
    found, html = page("One.\n\n::: benefits What we *offer*\n- **Leave** of 30 days.\n:::\n\n## Two\n", engine)
    assert html.split("\n") == ["<p>One.</p>", "<!--block 0-->", '<h2 id="two">Two</h2>']
    assert found.blocks == (
        Block("benefits", 6, "What we *offer", "what-we-offer", (Item("Leave", "<p>of 30 days.</p>"),)),
    )
    assert found.summary == "One."


def test_entries_of_a_list() -> None:
    """Each has its title in bold letters, and goes on in lines that are indented; numbers and hyphens are one."""
    text = "::: steps\n1. **A call.** Half an hour\n   with [us](https://example.com/).\n\n   And more.\n2. __Home__\n:::\n"
    assert items(text) == [
        ("A call", '<p>Half an hour\nwith <a href="https://example.com/">us</a>.</p>\n<p>And more.</p>'),
        ("Home", ""),
    ]


def test_questions() -> None:
    """A heading of any level is a question, and what follows it the answer."""
    text = "::: faq\n### May I *ask*?\n\nYes.\n\n- Often\n\n# Why #\nSo.\n:::\n"
    assert items(text) == [("May I ask?", "<p>Yes.</p>\n<ul>\n<li>Often</li>\n</ul>"), ("Why", "<p>So.</p>")]


def test_quotations() -> None:
    """An empty line parts two; the last line of one says who said it, if it begins with a dash."""
    text = "::: quotes\n> I like it,\n> truly.\n> — Ada, engineer\n\n> Me too.\n:::\n"
    assert items(text) == [("Ada, engineer", "<p>I like it,\ntruly.</p>"), ("", "<p>Me too.</p>")]


def test_queries() -> None:
    """Names of departments, places and tags, and how many; without any, the newest jobs."""
    text = "::: jobs\nDepartment: R&D: Tools\nplace: 'Berlin'\ntag: C++\nmost: 3\n:::\n\n::: jobs\n:::\n"
    first, second = page(text)[0].blocks
    assert first.query == JobQuery("R&D: Tools", "Berlin", "C++", 3)
    assert second.query == JobQuery(most=10)


def test_what_stands_in_code_is_no_block() -> None:
    """Fences within code are shown, as are colons that begin no line."""
    found, html = page("```\n::: benefits\n```\n\nA ::: b\n\n    ::: benefits\n")
    assert found.blocks == ()
    assert html.count("::: benefits") == 2


def test_two_blocks_of_one_heading_have_ids_of_their_own() -> None:
    """Links lead to the one that is meant."""
    text = "::: numbers Figures\n- **1** a\n:::\n\n::: numbers Figures\n- **2** b\n:::\n"
    assert [block.id for block in page(text)[0].blocks] == ["figures", "figures-x"]


def test_what_is_in_a_block_is_made_safe() -> None:
    """Script and addresses that run are taken out of every part of it, as of any text; no text of an author becomes a mark."""
    text = "::: teams <script>x</script>\n- **<b onclick=x>A</b>** <script>alert(1)</script>[x](javascript:alert(1))\n:::\n\n<!--block 0-->\n"
    found = reading(text)
    assert found.facts.page is not None
    (block,) = found.facts.page.blocks
    assert "<" not in block.items[0].html.replace("<p>", "").replace("</p>", "")
    assert found.html == "<!--block 0-->"


@pytest.mark.parametrize(
    ("text", "line", "code", "message", "mend"),
    [
        ("::: benefit\n:::", 4, "block-unknown", 'there is no block "benefit"', "Did you mean `::: benefits`?"),
        ("::: warning\nx\n:::", 4, "block-unknown", 'there is no block "warning"', f"There are: {', '.join(BODIES)}."),
        ("x\n\n::: faq\n### A?\nB", 6, "block-open", "the block `::: faq` has no end", "Write a line of ::: below its last one."),
        ("x\n\n:::\n", 6, "block-open", "a line of ::: ends a block, and none begins above it", "Delete it, or begin a block: `::: benefits`."),
        ("::: teams\n- Hydrology\n:::", 5, "block-wrong", 'the entry "Hydrology" does not begin with a title in bold letters',
         "Write it between two stars on either side: `- **Hydrology** turns readings into forecasts.`."),
        ("::: numbers\n\nMany people\n:::", 6, "block-wrong", '"Many people" is no entry of a list', "Begin it with a hyphen: `- **126** people from 31 countries`."),
        ("::: benefits\n:::", 4, "block-wrong", "the block is empty", "Write a line for each entry: `- **30 days of leave** on top of public holidays.`."),
        ("::: faq\nHello\n### A?\nB\n:::", 5, "block-wrong", '"Hello" stands above the first question', "Begin each question with `### `, and write the answer below it."),
        ("::: faq\n### A?\n### B?\nC\n:::", 5, "block-wrong", 'the question "A?" has no answer', "Write one below it."),
        ("::: quotes\nI like it.\n:::", 5, "block-wrong", '"I like it." is no part of a quotation',
         "Begin each of its lines with `> `, and the last one with `> — ` and who said it."),
        ("::: quotes\n> — Ada\n:::", 5, "block-wrong", "the quotation has no words", "Write them between `> ` and who said them."),
        ("::: jobs\ndepartmnet: Sales\n:::", 5, "block-wrong", 'jobs are not chosen by "departmnet"', "Did you mean `department`?"),
        ("::: jobs\nSales\n:::", 5, "block-wrong", '"Sales" does not say which jobs', "Write `department: Engineering`."),
        ("::: jobs\nmost: many\n:::", 5, "block-wrong", '`most` cannot be "many"', "Write a number from 1 to 50: `most: 5`."),
        ("::: jobs\ntag: a\ntag: b\n:::", 6, "block-wrong", "`tag` stands there twice", "Leave one; a second list is a block of its own."),
        ("::: all-jobs\nHere\n:::", 5, "block-wrong", '"Here" stands in a block that has no text', "Write it above or below; for some jobs only, use `::: jobs`."),
    ],
)  # fmt: skip
def test_what_cannot_be_read(text: str, line: int, code: str, message: str, mend: str) -> None:
    """Each problem names its line, what is wrong, and what to write."""
    found = problem(text)
    assert (found.line, found.code, found.message, found.mend) == (line, code, message, mend)


def test_a_block_that_opens_within_another() -> None:
    """The first one has no end; the second is read as what it is."""
    found = problem("::: teams\n- **A** b\n\n::: benefits\n- **C** d\n:::\n")
    assert (found.line, found.code) == (4, "block-open")


def test_lines_of_other_problems_stay() -> None:
    """A link that leads nowhere is told at its own line, above, in and below a block."""
    text = "[a](x/y)\n\n::: teams\n- **A** [b](x/y2)\n:::\n\n[c](x/y3)\n"
    assert [one.line for one in reading(text).facts.problems] == [4, 7, 10]
