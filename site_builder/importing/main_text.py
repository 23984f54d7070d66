"""The text of a page that is about the job: without navigation, cookie banners, forms and what else stands around it."""

import re
from collections.abc import Iterator

from bs4 import Tag
from msgspec import Struct

from site_builder.importing.html_page import HtmlPage


class MainText(Struct, frozen=True):
    """The element that holds the text, and the words of what was left out around it, piece by piece."""

    element: Tag
    left_out: tuple[str, ...]


def find_main_text(page: HtmlPage) -> MainText:
    """Find the largest part of a page that is a text; of a fragment all is meant. Takes elements out of the page."""
    if page.is_fragment:
        return MainText(page.elements, ())
    left_out = [*_without_surroundings(page.elements)]
    element = _largest(page.elements)
    inside = {id(tag) for tag in element.find_all()} | {id(element)}
    around = [
        words for tag in page.elements.find_all() if id(tag) not in inside and not tag.find() and (words := _words(tag))
    ]
    return MainText(element, tuple(dict.fromkeys([*left_out, *around])))


_SURROUNDINGS = frozenset("nav footer aside form button select option dialog label".split())
_ROLES = frozenset(
    "navigation banner contentinfo dialog alertdialog complementary search form menu menubar toolbar tablist status alert".split()
)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookie-?\w*|consent|gdpr|nav|navbar|navigation|topbar|breadcrumbs?|footer|sidebar|share|sharing|social(?:-?media)?"
    r"|newsletter|related|similar|recommend(?:ed|ations)?|skip(?:-?link)?|skiplinks?|modal|popup|overlay|advert\w*|ads?|login|sign-?in|sign-?up"
    r"|comments|sr-only|visually-?hidden|screen-?reader(?:-text)?)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_LINKS = 0.7
_SHORTEST_WORDS = 20
_FEWEST_LINKS = 3
_FOOTING = re.compile(
    r"©|\(c\) ?\d{4}|all rights reserved|alle rechte vorbehalten|tous droits réservés|powered by", re.IGNORECASE
)
_LONGEST_FOOTING = 300


def _without_surroundings(root: Tag) -> Iterator[str]:
    """Take out what stands around a text, by its element, role or name; what holds half of all words is no surrounding."""
    half = len(root.get_text()) / 2
    for tag in root.find_all():
        if tag.decomposed or tag.parent is None or tag.name in ("html", "body", "main", "article"):
            continue
        if _is_surrounding(tag):
            text = tag.get_text(" ")
            if len(text) > half or (tag.name == "header" and tag.find(["main", "article"])):
                continue
            heading = tag.find("h1")
            if heading is not None and tag.name not in ("dialog", "aside"):
                tag.insert_before(heading.extract())
            words = _words(tag)
            tag.decompose()
            if words:
                yield words


def _is_surrounding(tag: Tag) -> bool:
    role = str(tag.get("role", "")).lower()
    named = f"{_classes(tag)} {tag.get('id', '')}"
    return (
        tag.name in _SURROUNDINGS
        or role in _ROLES
        or (tag.name == "header" and tag.find_parent(["main", "article"]) is None)
        or tag.has_attr("hidden")
        or str(tag.get("aria-hidden", "")).lower() == "true"
        or bool(_HIDDEN.search(str(tag.get("style", ""))))
        or bool(_NAMES.search(named))
        or _is_list_of_links(tag)
        or (not tag.find(["h1", "h2", "li"]) and bool(_is_footing(tag)))
    )


def _classes(tag: Tag) -> str:
    classes = tag.get("class") or ""
    return classes if isinstance(classes, str) else " ".join(classes)


def _is_list_of_links(tag: Tag) -> bool:
    """Say whether most of an element's words are those of several links, as in menus and lists of other jobs."""
    if tag.name not in ("ul", "ol", "div", "section") or any(_says_more(paragraph) for paragraph in tag.find_all("p")):
        return False
    links = tag.find_all("a", limit=200)
    if len(links) < _FEWEST_LINKS:
        return False
    total = len(_words(tag))
    return total > 0 and sum(len(_words(link)) for link in links) / total > _MOST_LINKS


def _says_more(paragraph: Tag) -> bool:
    """Say whether a paragraph has words beside those of its links."""
    links = sum(len(_words(link)) for link in paragraph.find_all("a"))
    return len(_words(paragraph)) - links > _SHORTEST_WORDS


def _is_footing(tag: Tag) -> bool:
    if tag.name not in ("p", "div", "small", "section"):
        return False
    text = _words(tag)
    return len(text) < _LONGEST_FOOTING and bool(_FOOTING.search(text))


def _largest(root: Tag) -> Tag:
    """Return the element that is marked as the page's text and holds most of its words, else all of them."""
    total = len(_words(root))
    marked = root.find_all(["main", "article"]) + root.select('[role="main"]')
    best = max(marked, key=lambda tag: len(_words(tag)), default=root)
    return best if len(_words(best)) * 2 > total else root


def _words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())
