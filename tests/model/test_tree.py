"""Which tree of a site in several languages a page lies in, and what a file's name says."""

import pytest

from site_builder.model.config import Config
from site_builder.model.tree import Tree, has_tree, prefix_of, split_name

TREES = (Tree("en"), Tree("de", "de/"), Tree("pt-BR", "br/"), Tree("pt-PT", "pt/"))
MAIN = Config("Jobs", "https://mill.example/repo/", trees=TREES)


@pytest.mark.parametrize(
    ("language", "prefix"),
    [
        ("en", ""),
        ("en-GB", ""),
        ("de", "de/"),
        ("de-AT", "de/"),
        ("DE", "de/"),
        ("pt-PT", "pt/"),
        ("pt-pt", "pt/"),
        ("pt", "br/"),
        ("fr", ""),
    ],
)
def test_the_tree_of_a_language(language: str, prefix: str) -> None:
    """The very language goes before another form of it; what has no tree lies at the root."""
    assert prefix_of(language, TREES) == prefix


def test_a_language_without_a_tree() -> None:
    """French at the root is still no language of the site."""
    assert (has_tree("de-CH", TREES), has_tree("fr", TREES)) == (True, False)


@pytest.mark.parametrize(
    ("stem", "parts"),
    [
        ("gardener.de", ("gardener", "de")),
        ("gardener.de-AT", ("gardener", "de-AT")),
        ("gardener.pt_BR", ("gardener", "pt_BR")),
        ("gardener.en", ("gardener", "en")),
        ("gardener", ("gardener", "")),
        ("gardener.fr", ("gardener.fr", "")),
        (".de", (".de", "")),
        ("de", ("de", "")),
        ("v1.0", ("v1.0", "")),
        ("gardener.de.md", ("gardener.de.md", "")),
    ],
)
def test_what_a_name_says(stem: str, parts: tuple[str, str]) -> None:
    """The last part of a name is a language if the site has a tree for it, and else a part of the name."""
    assert split_name(stem, TREES) == parts


def test_a_site_in_one_language_has_names_alone() -> None:
    """`.de` is then a part of the name, as it always was."""
    assert split_name("gardener.de", ()) == ("gardener.de", "")


def test_links_between_trees() -> None:
    """What another tree has, the assets at the root and what site.toml names are found from every tree."""
    german = MAIN.in_tree(TREES[1])
    assert (german.base_url, german.prefix) == ("https://mill.example/repo/de/", "de/")
    assert german.url("jobs/baker/") == "/repo/de/jobs/baker/"
    assert german.url(german.path_to("", "jobs/baker/")) == "/repo/jobs/baker/"
    assert german.absolute_url(german.path_to("br/", "jobs/x/")) == "https://mill.example/repo/br/jobs/x/"
    assert MAIN.url(MAIN.path_to("de/", "jobs/bäcker/")) == "/repo/de/jobs/b%C3%A4cker/"
    assert [german.url(german.path_in(path)) for path in ("de/us/", "us/")] == ["/repo/de/us/", "/repo/us/"]
    assert MAIN.in_tree(TREES[0]) == MAIN


def test_what_is_in_another_language() -> None:
    """A form of the list's own language is none; one that has a tree of its own is."""
    assert [MAIN.is_other(language) for language in ("en", "en-GB", "de", "fr")] == [False, False, True, True]
    brazilian = MAIN.in_tree(TREES[2])
    assert [brazilian.is_other(language) for language in ("pt-BR", "pt", "pt-PT")] == [False, False, True]
    assert not Config("Jobs", "https://mill.example/").is_other("fr")
