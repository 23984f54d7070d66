"""Which postings, and which pages, are one in several languages."""

from datetime import UTC, datetime
from typing import Any

import pytest

from site_builder.model.posting import JobPosting, Organization, Page, TranslationOf
from site_builder.model.problem import Severity
from site_builder.model.translations import Linked, One, linked, name_of
from site_builder.model.tree import Tree

TREES = (Tree("en"), Tree("de", "de/"), Tree("ar", "ar/"))


def job(source: str, language: str = "en", translation_of: str = "", **facts: Any) -> JobPosting:
    """Return a posting of a file in content/."""
    of = TranslationOf(translation_of, 7) if translation_of else None
    maker = Organization("Mill Ltd")
    return JobPosting(f"content/{source}", "x", "X", maker, "", "", language, translation_of=of, **facts)


def page(source: str, language: str = "en", translation_of: str = "") -> Page:
    """Return a page of a file in content/pages/."""
    of = TranslationOf(translation_of, 7) if translation_of else None
    return Page(f"content/pages/{source}", "x/", "X", "", "", language, translation_of=of)


def link(*ones: One) -> Linked:
    """Link postings or pages as the files of a site are: in order."""
    in_order = sorted(ones, key=lambda one: one.source)
    return linked(in_order, [name_of(one.source, TREES) for one in in_order], TREES)


def together(found: Linked) -> set[tuple[str, ...]]:
    """Return the files that are versions of each other, in the order of the trees."""
    return {tuple(one.source.removeprefix("content/") for one in members) for members in found.versions.values()}


def codes(found: Linked) -> list[tuple[str, int, str]]:
    """Return where problems are, and which."""
    return [(one.path, one.line, one.code) for one in found.problems]


def test_by_the_names_of_files() -> None:
    """Names that differ by the language alone, whatever their endings are; in the order of the trees."""
    found = link(
        job("x.md"), job("x.ar.txt", "ar"), job("x.de-AT.md", "de-AT"), job("y.md"), job("north/x.de.md", "de")
    )
    assert together(found) == {("x.md", "x.de-AT.md", "x.ar.txt")}
    assert list(found.versions) == ["content/x.md", "content/x.de-AT.md", "content/x.ar.txt"]
    assert found.problems == ()


@pytest.mark.parametrize("said", ["x.md", "x", "x.en.md", "x.de.md"])
def test_by_what_the_file_says(said: str) -> None:
    """A file beside it is named with its ending or without, and with any language; it joins all versions of that one."""
    found = link(job("x.md"), job("x.de.md", "de"), job("y.md", "ar", said))
    assert together(found) == {("x.md", "x.de.md", "y.md")}
    assert found.problems == ()


@pytest.mark.parametrize("said", ["north/x.md", "content/north/x"])
def test_a_file_in_another_folder(said: str) -> None:
    """With a slash, the name counts from content/."""
    assert together(link(job("north/x.md"), job("south/y.md", "de", said))) == {("north/x.md", "south/y.md")}


def test_pages() -> None:
    """Pages are linked as postings are."""
    found = link(page("us.md"), page("us.de.md", "de"), page("wir.md", "ar", "us.de"))
    assert together(found) == {("pages/us.md", "pages/us.de.md", "pages/wir.md")}


def test_a_chain() -> None:
    """Whoever names a version names all of them, in whichever order they are met."""
    found = link(job("a.md", "ar", "c.md"), job("b.md"), job("c.md", "de", "b.md"))
    assert together(found) == {("b.md", "c.md", "a.md")}
    assert found.problems == ()


def test_two_files_for_one_language() -> None:
    """The second, by its path, is an error; the others stay versions of each other."""
    found = link(job("x.md"), job("x.de.md", "de"), job("y.md", "de-CH", "x.md"))
    assert codes(found) == [("content/y.md", 7, "translation-double")]
    assert found.problems[0].severity is Severity.ERROR
    assert "content/x.de.md" in found.problems[0].message
    assert together(found) == {("x.md", "x.de.md")}


def test_a_language_without_a_tree() -> None:
    """It is named, whether the file's name says the language or the file itself; and is linked to nothing."""
    found = link(job("x.md"), job("x.fr.md", "fr"), job("y.md", "fr", "x.md"))
    assert codes(found) == [
        ("content/x.fr.md", 1, "translation-without-tree"),
        ("content/y.md", 7, "translation-without-tree"),
    ]
    assert found.versions == {}


def test_a_name_with_a_dot_is_no_translation() -> None:
    """Without a file beside it that it could be a version of, its name is its own business."""
    assert link(job("head-of.it.md"), job("v1.0.md"), job("v1.md")).problems == ()


def test_a_link_to_what_is_not_there() -> None:
    """The problem stands on the line that says it, and names what was probably meant; a file is no version of itself."""
    found = link(job("gardener.md"), job("x.md", "de", "gardner.md"), job("y.md", "de", "y.md"))
    assert codes(found) == [
        ("content/x.md", 7, "translation-missing"),
        ("content/y.md", 7, "translation-missing"),
    ]
    assert found.problems[0].mend == "Did you mean `translation_of: gardener`?"
    assert found.versions == {}


def test_facts_that_differ() -> None:
    """A fact that both state, or the end that only one has, is the same in every language."""
    ends = datetime(2027, 1, 31, tzinfo=UTC)
    found = link(job("x.md", identifier="7", valid_through=ends), job("x.de.md", "de", identifier="8"))
    assert [(one.path, one.message.split("`")[1]) for one in found.problems] == [
        ("content/x.de.md", "valid_through"),
        ("content/x.de.md", "identifier"),
    ]
    same = link(job("x.md", identifier="7", valid_through=ends), job("x.de.md", "de", valid_through=ends))
    assert same.problems == ()
