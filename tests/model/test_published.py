"""Where old addresses of postings lead: known beyond doubt, asked for, or gone; and the lines that remember it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from site_builder.model.posting import JobPosting, Place
from site_builder.model.published import Addresses, Settled, settle
from site_builder.model.published_lines import HEADER, page_line
from tests.model.test_listing import posting

DAY = date(2026, 11, 1)


def job(slug: str, title: str = "", file: str = "", **facts: Any) -> JobPosting:
    """Return a posting that was posted on a day, in its slug's file unless another is named."""
    one = posting(slug, date_posted=DAY)
    return replace(one, **{"title": title or slug, "source": f"content/{file or slug}.md", **facts})


def settled(
    text: str,
    *postings: JobPosting,
    hidden: tuple[str, ...] = (),
    led: dict[str, str] | None = None,
    whole: bool = True,
) -> Settled:
    """Bring a text to what a site has of some postings, and see that it stays so."""
    lines = {one.slug: page_line(one) for one in postings}
    addresses = Addresses({one.slug: one for one in postings}, lines, frozenset(hidden), led or {}, whole)
    first = settle(text, addresses)
    assert settle(first.text, addresses) == first
    return first


def after(before: JobPosting | tuple[JobPosting, ...], *now: JobPosting, **more: Any) -> Settled:
    """Publish postings, and then others instead."""
    first = before if isinstance(before, tuple) else (before,)
    return settled(settled("", *first).text, *now, **more)


def rows(text: str) -> list[str]:
    """Return the lines without the header, each up to its posting's traits."""
    return [" | ".join(row.split(" | ")[:3]) for row in text.removeprefix(HEADER).splitlines()]


BERLIN, LYON = (Place("Berlin, Germany"),), (Place("Lyon, France"),)
# A posting, what it becomes, and whether it is the same: beyond doubt ("yes"), perhaps ("?") or not ("no").
CASES = {
    "another slug in the same file": (job("a", "Cook", "f"), job("b", "Cook", "f"), "yes"),
    "slug and title mended in the same file": (job("a", "Cok", "f"), job("b", "Cook", "f"), "yes"),
    "the file renamed": (job("a", "Cook"), job("b", "Cook"), "yes"),
    "file, slug and title changed, the number stays": (job("a", "Cook", identifier="7"), job("b", "Chef", identifier="7"), "yes"),
    "another number in the same file": (job("a", "Cook", "f", identifier="7"), job("b", "Cook", "f", identifier="8"), "no"),
    "the same file for the next year's job": (job("a", "Cook", "f"), job("b", "Cook", "f", date_posted=date(2027, 11, 1)), "?"),
    "the same file for another job": (job("a", "Cook", "f"), job("b", "Miller", "f", date_posted=date(2027, 11, 1)), "?"),
    "the file renamed and the title mended": (job("a", "Data Enginer"), job("b", "Data Engineer"), "?"),
    "the same title in another town": (job("a", "Cook", locations=BERLIN), job("b", "Cook", locations=LYON), "?"),
    "the same title in another language": (job("a", "Cook"), job("b", "Cook", language="de"), "?"),
    "the same title on another day": (job("a", "Cook"), job("b", "Cook", date_posted=date(2027, 1, 1)), "?"),
    "the same title and no day": (job("a", "Cook", date_posted=None), job("b", "Cook", date_posted=None), "?"),
    "no day, the same file and title": (job("a", "Cook", "f", date_posted=None), job("b", "Cook", "f", date_posted=None), "yes"),
    "a number is added as the file is renamed": (job("a", "Cook"), job("b", "Cook", identifier="7"), "yes"),
    "another job": (job("a", "Cook"), job("b", "Miller"), "no"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_whether_it_is_the_same_posting(case: str) -> None:
    """What is certain leads on, what may be is asked, what is not is gone."""
    before, now, answer = CASES[case]
    result = after(before, now)
    assert result.moved == ((("a", "b"),) if answer == "yes" else ())
    assert [problem.code for problem in result.problems] == (["address-lost"] if answer == "?" else [])
    mark = {"yes": "a | moved to | b", "?": "a | moved to? | b", "no": f"a | gone | {DAY}"}[answer]
    assert rows(result.text)[0] == (mark if before.date_posted else mark.replace(str(DAY), "-"))


def test_a_question_names_the_address_and_the_line_to_add() -> None:
    """It is asked of the posting's author, in words that can be copied."""
    (problem,) = after(job("a", "Data Enginer"), job("b", "Data Engineer")).problems
    assert (problem.path, problem.severity) == ("content/b.md", "warning")
    assert "/jobs/a/" in problem.message
    assert "`aliases: [/jobs/a/]`" in problem.mend


def test_two_that_it_may_be() -> None:
    """One posting that became two is a question to both, and so are two that became one."""
    split = after(job("a", "Cook"), job("b", "Cook"), job("c", "Cook"))
    assert split.moved == ()
    assert split.problems[0].path == "content/b.md"
    assert "content/c.md" in split.problems[0].message
    joined = after((job("a", "Cook"), job("b", "Cook")), job("c", "Cook"))
    assert joined.moved == ()
    assert [problem.code for problem in joined.problems] == ["address-lost", "address-lost"]


def test_a_posting_that_was_there_already_is_no_new_address() -> None:
    """Of two alike the one that stays is not where the other went."""
    result = after((job("a", "Cook"), job("b", "Cook")), job("b", "Cook"))
    assert (result.moved, result.problems) == ((), ())
    assert rows(result.text) == [f"a | gone | {DAY}", f"b | page | {DAY}"]


def test_a_chain_is_one_step_and_a_way_back_is_none() -> None:
    """After a second renaming both old addresses lead to the newest; named as at first, the posting's page is there again."""
    first = after(job("a", "Cook"), job("b", "Cook"))
    second = settled(first.text, job("c", "Cook"))
    assert second.moved == (("a", "c"), ("b", "c"))
    back = settled(second.text, job("a", "Cook"))
    assert back.moved == (("b", "a"), ("c", "a"))
    assert rows(back.text) == [f"a | page | {DAY}", "b | moved to | a", "c | moved to | a"]


def test_a_question_about_the_newest_is_one_about_all_before() -> None:
    """Where it is not certain that the posting has moved on, no older address leads there either; an answer is one for all."""
    first = after(job("a", "Data Engineer"), job("b", "Data Engineer"))
    asked = settled(first.text, job("c", "Data Engineers"))
    assert asked.moved == ()
    assert rows(asked.text)[:2] == ["a | moved to? | c", "b | moved to? | c"]
    answered = settled(asked.text.replace("moved to?", "moved to"), job("c", "Data Engineers"))
    assert answered.moved == (("a", "c"), ("b", "c"))


def test_an_alias_answers_and_is_remembered() -> None:
    """A redirect that the posting asks for is its alias's; when the alias is taken away, the address leads on all the same."""
    asked = after(job("a", "Data Enginer"), job("b", "Data Engineer"))
    with_alias = settled(asked.text, job("b", "Data Engineer"), led={"a": "b"})
    assert (with_alias.moved, with_alias.problems) == ((), ())
    assert settled(with_alias.text, job("b", "Data Engineer")).moved == (("a", "b"),)


def test_a_redirect_elsewhere_silences() -> None:
    """What site.toml sends elsewhere is nobody's question."""
    result = after(job("a", "Data Enginer"), job("b", "Data Engineer"), led={"a": ""})
    assert (result.moved, result.problems) == ((), ())


def test_a_posting_that_comes_back() -> None:
    """Gone for a while, it is known again under another name; and under its own its line is that of a page."""
    gone = after((job("a", "Cook"), job("z")), job("z"))
    assert rows(gone.text)[0] == f"a | gone | {DAY}"
    assert settled(gone.text, job("z"), job("b", "Cook")).moved == (("a", "b"),)
    assert rows(settled(gone.text, job("z"), job("a", "Cook")).text)[0] == f"a | page | {DAY}"


def test_who_is_long_gone_is_asked_for_no_more() -> None:
    """A new posting of nearly the same title is no question about one that was removed before."""
    gone = after((job("a", "Cook"), job("z")), job("z"))
    later = settled(gone.text, job("z"), job("b", "Cook", date_posted=date(2027, 5, 1)))
    assert (later.moved, later.problems) == ((), ())


def test_what_is_hidden_is_not_lost() -> None:
    """A posting that is a draft again keeps its address; nothing is looked for in its place."""
    result = after((job("a", "Cook"), job("z")), job("z"), job("b", "Cook"), hidden=("a",))
    assert (result.moved, result.problems) == ((), ())
    assert rows(result.text)[0] == f"a | page | {DAY}"


def test_where_a_file_cannot_be_read_nothing_is_concluded() -> None:
    """The lost posting may be in it; when it can be read again, all is found out."""
    before = settled("", job("a", "Cook")).text
    unread = settled(before, job("b", "Cook"), whole=False)
    assert unread == Settled(before, (), ())
    assert settled(unread.text, job("b", "Cook")).moved == (("a", "b"),)


def test_an_address_that_leads_to_nothing_waits() -> None:
    """When the posting to which an address leads is gone, there is no redirect; when it comes back, there is."""
    moved = after((job("a", "Cook"), job("z")), job("b", "Cook"), job("z"))
    gone = settled(moved.text, job("z"))
    assert gone.moved == ()
    assert settled(gone.text, job("b", "Cook"), job("z")).moved == (("a", "b"),)


@pytest.mark.parametrize(
    "row",
    ["<<<<<<< HEAD", "a | there | b", "a | moved to", "a | page | x", "| page", "../../x | moved to | b", "A b | gone | 1 | 2 | 3 | 4 | 5",
     "a | page | - |  | - | 1 | Cook", "x | moved to | b | c"],
)  # fmt: skip
def test_a_line_that_is_none(row: str) -> None:
    """It is reported with its number and left alone, with the whole file; other lines count."""
    text = settled("", job("b", "Cook")).text + f"{row}\nold | moved to | b\n"
    result = settled(text, job("b", "Cook"), job("new"))
    assert [(problem.code, problem.line) for problem in result.problems] == [("published-wrong", 4)]
    assert result.text == text
    assert result.moved == (("old", "b"),)


def test_what_people_and_merges_do_to_it() -> None:
    """Other order, other line ends, spaces, comments, a mark of bytes, doubled lines: all is read, and put in order again."""
    text = "\ufeff# ours\r\n\r\nold|moved to|b\r\nolder   |   moved to |b\nold | moved to | b\n" + page_line(job("b"))
    result = settled(text, job("b"))
    assert (result.moved, result.problems) == ((("old", "b"), ("older", "b")), ())
    assert result.text == f"{HEADER}# ours\n{page_line(job('b'))}\nold | moved to | b\nolder | moved to | b\n"
    assert settled(result.text.replace("\n", "\r\n"), job("b")).text == result.text.replace("\n", "\r\n")


def test_two_branches_that_named_one_posting_differently() -> None:
    """Which of the two its old address leads to is a question, not a guess."""
    text = f"a | moved to | b\na | moved to | c\n{page_line(job('b', 'Cook'))}\n{page_line(job('c', 'Cook'))}\n"
    both = settled(text, job("b", "Cook"), job("c", "Cook"))
    assert both.moved == ()
    assert [problem.code for problem in both.problems] == ["address-lost"]


def test_signs_that_divide_lines_stay_out_of_them() -> None:
    """A title, a file or a number with a bar or a line end is one cell all the same."""
    one = job("a", "Cook | Chef\u2028(m/w/d)", "x|y", identifier="|")
    result = settled("", one)
    assert len(result.text.splitlines()) == 3
    assert settled(result.text, one).text == result.text
    assert settled(result.text, job("b", "Cook | Chef\u2028(m/w/d)", "z", identifier="|")).moved == (("a", "b"),)


def test_without_postings_there_is_no_file() -> None:
    """Nothing was published, so there is nothing to write."""
    assert settled("").text == ""


SLUGS = some.sampled_from(["a", "b", "c", "d"])
JOBS = some.builds(
    job,
    SLUGS,
    title=some.sampled_from(["Cook", "Cooks", "Miller"]),
    file=some.sampled_from(["f", "g", "h"]),
    identifier=some.sampled_from([None, "7", "8"]),
    date_posted=some.sampled_from([DAY, None]),
)
LED = some.dictionaries(SLUGS, some.sampled_from(["", "a", "b"]), max_size=1)


@given(
    some.lists(
        some.tuples(some.lists(JOBS, max_size=4, unique_by=lambda one: one.slug), some.booleans(), LED), max_size=6
    )
)
def test_whatever_happens_redirects_lead_to_pages(states: list[tuple[list[JobPosting], bool, dict[str, str]]]) -> None:
    """No redirect takes a page's place or leads to none; and what was settled once is settled (`settled` compares)."""
    text = ""
    for postings, whole, led in states:
        here = {one.slug for one in postings}
        leads = {old: new for old, new in led.items() if old not in here and (not new or new in here)}
        result = settled(text, *postings, led=leads, whole=whole)
        assert {old for old, _ in result.moved} & (here | leads.keys()) == set()
        assert {new for _, new in result.moved} <= here
        assert not [problem for problem in result.problems if problem.code != "address-lost"]
        text = result.text


def published(text: str, postings: dict[str, JobPosting]) -> Settled:
    """Bring a text to what a site in several languages has: postings by their addresses as the file has them."""
    lines = {slug: page_line(one, slug.removesuffix(one.slug)) for slug, one in postings.items()}
    return settle(text, Addresses(postings, lines, frozenset(), {}))


def test_postings_of_several_languages() -> None:
    """An address below a language's folder has it in its line, and such a line is read again."""
    first = published("", {"a": job("a"), "de/a": job("a", "A", "a.de")})
    assert [row.partition(" | ")[0] for row in first.text.removeprefix(HEADER).splitlines()] == ["a", "de/a"]
    again = published(first.text, {"a": job("a"), "de/b": job("b", "A", "a.de")})
    assert again.problems == ()
    assert again.moved == (("de/a", "de/b"),)


def test_versions_that_share_a_number() -> None:
    """The address of one leads to its own file or language, though another version has its number too."""
    both = {"a": job("a", identifier="7"), "de/a": job("a", file="a.de", identifier="7")}
    renamed = {"b": job("b", "B", identifier="7"), "de/b": job("b", "B", "b.de", identifier="7")}
    assert published(published("", both).text, renamed).moved == (("a", "b"), ("de/a", "de/b"))
    root = {"a": job("a", file="a.de", identifier="7")}
    tree = {"de/a": job("a", file="a.de", identifier="7"), "b": job("b", identifier="7")}
    assert published(published("", root).text, tree).moved == (("a", "de/a"),)


@pytest.mark.parametrize("slug", ["de/a/b", "/a", "de/", "../a", "DE/a", "de/../a"])
def test_what_is_no_address_below_a_language(slug: str) -> None:
    """A line with more folders, or with what could lead out of the site's own, cannot be read."""
    (problem,) = published(f"{slug} | moved to | b\n", {"b": job("b")}).problems
    assert problem.code == "published-wrong"
