"""A site in several languages: a tree of pages for each, and which file belongs to which."""

import re
from functools import lru_cache

from site_builder.model.value import Value


class MenuItem(Value, frozen=True):
    """`[[navigation]]`: a link beside those of the pages; `url` is absolute or starts with `/` (the site's root)."""

    title: str
    url: str


class Tree(Value, frozen=True, cache_hash=True):
    """The pages of a site in one language: the site's own, at its root, or `[languages.TAG]`.

    `language` is a BCP 47 tag. `prefix` is the folder of its pages with `/` at its end (`de/`), empty for the root.
    """

    language: str
    prefix: str = ""
    title: str = ""
    description: str = ""
    navigation: tuple[MenuItem, ...] = ()
    equal_opportunity: str = ""


@lru_cache(maxsize=1_000)  # a site has few languages, and asks for each posting
def prefix_of(language: str, trees: tuple[Tree, ...]) -> str:
    """Return the prefix of the tree in which pages of a language lie: its own, or one of its primary language; else the root's."""
    return next((tree.prefix for tree in _trees_of(language, trees)), "")


def has_tree(language: str, trees: tuple[Tree, ...]) -> bool:
    """Say whether one of the trees is in a language, or in another form of it (`de-AT` in `de`)."""
    return bool(_trees_of(language, trees))


def split_name(stem: str, trees: tuple[Tree, ...]) -> tuple[str, str]:
    """Return a file's name without its ending in two parts: `gardener.de` is `gardener` and `de`, where the site has a tree for German.

    The language is as the name has it, and empty where it names none.
    """
    name, dot, last = stem.rpartition(".")
    if trees and dot and name and _TAG.fullmatch(last) and has_tree(last.replace("_", "-"), trees):
        return name, last
    return stem, ""


def seems_language(text: str) -> bool:
    """Say whether the last part of a file's name looks as if it named a language: `de`, `pt-BR`."""
    return bool(_TAG.fullmatch(text))


_TAG = re.compile("[a-z]{2}(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}))?", re.IGNORECASE)


def _trees_of(language: str, trees: tuple[Tree, ...]) -> list[Tree]:
    """Return the trees that may hold pages of a language, the nearest first."""
    wanted = language.casefold()
    exact = [tree for tree in trees if tree.language.casefold() == wanted]
    return exact or [tree for tree in trees if _primary(tree.language) == _primary(wanted)]


def _primary(language: str) -> str:
    return language.partition("-")[0].casefold()
