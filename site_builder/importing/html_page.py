"""A saved HTML page or fragment, taken apart safely: its head, its JSON-LD, and its elements as a browser would read them."""

import re
from functools import cache
from html import unescape
from typing import Any

from bs4 import BeautifulSoup, Tag
from msgspec import Struct

from site_builder.reading.wrong import Unreadable

LARGEST_PAGE = 5_000_000
"""Bytes of a saved page that is read; those of large job boards have one or two million."""
MOST_TAGS = 60_000
_MOST_SIGNS = 150_000
DEEPEST = 300
"""Elements within elements. Reading takes time by the square of the depth."""


class HtmlPage(Struct, frozen=True):
    """A page: what its head says (empty where it does not), the texts of its JSON-LD, and its elements without programs and styles.

    `is_fragment` is true where there is no page around the text, so that all of it is meant. `address` is the page's own, as it states it.
    """

    elements: Tag
    is_fragment: bool
    title: str
    language: str
    address: str
    site_name: str
    json_ld: tuple[str, ...]


def read_page(text: str) -> HtmlPage:
    """Take a page apart; nothing in it is run or fetched. Raises Unreadable for what no person's page has: vast or deep."""
    from nh3 import Cleaner

    if len(text) > LARGEST_PAGE:
        raise _too_large(len(text))
    json_ld, rest = _without_programs(text)
    _refuse_depth(rest)
    head = rest[:_LONGEST_HEAD]
    cleaner: Cleaner = _cleaner()
    return HtmlPage(
        elements=BeautifulSoup(cleaner.clean(_NO_BODY.sub(" ", rest)), "html.parser"),
        is_fragment=not re.search(r"<(?:html|body|head)[\s>]|<!doctype", head, re.IGNORECASE),
        title=_found(r"<title[^>]{0,200}>([^<]{1,1000})", head),
        language=_found(r"<html[^>]{0,2000}?\blang\s*=\s*[\"']?([\w-]{2,20})", head),
        address=_found(
            r"<link[^>]{0,500}?\brel\s*=\s*[\"']?canonical[^>]{0,500}?\bhref\s*=\s*[\"']?(https?://[^\s\"'>]{1,2000})",
            head,
        )
        or _found(
            r"<link[^>]{0,500}?\bhref\s*=\s*[\"']?(https?://[^\s\"'>]{1,2000})[\"']?[^>]{0,500}?\brel\s*=\s*[\"']?canonical",
            head,
        )
        or _meta("og:url", head)
        or _found(r"<!-- saved from url=\(\d+\)(https?://\S{1,2000}) -->", head),
        site_name=_meta("og:site_name", head),
        json_ld=tuple(json_ld),
    )


def _too_large(size: int) -> Unreadable:
    return Unreadable(
        "file-too-large",
        0,
        f"the page has {size / 1e6:.0f} MB; at most {LARGEST_PAGE // 1_000_000} MB are read",
        "Save the page without its pictures, or copy its text into a .txt file.",
    )


_LONGEST_HEAD = 300_000


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.IGNORECASE)
    return " ".join(unescape(found[1]).split()) if found else ""


def _meta(name: str, head: str) -> str:
    key, content = (
        rf"\b(?:property|name)\s*=\s*[\"']?{re.escape(name)}[\"']?",
        r"\bcontent\s*=\s*[\"']([^\"']{1,2000})[\"']",
    )
    return _found(rf"<meta\s[^>]{{0,500}}?{key}[^>]{{0,500}}?{content}", head) or _found(
        rf"<meta\s[^>]{{0,500}}?{content}[^>]{{0,500}}?{key}", head
    )


_PROGRAM = re.compile(r"<(script|style|template|svg)\b([^<>]{0,500})>", re.IGNORECASE)
# html5ever reads a page as a fragment: what is not shown of its head would be text.
_NO_BODY = re.compile(r"<title[^>]{0,200}>[^<]*</title\s*>|<head\b[^>]{0,500}>|</head\s*>", re.IGNORECASE)


def _without_programs(text: str) -> tuple[list[str], str]:
    """Return the texts of a page's JSON-LD, and the page without scripts, styles and drawings, which can be most of it."""
    lowered = text.lower() if text.isascii() else re.sub(r"[A-Z]", lambda letter: letter[0].lower(), text)
    json_ld, rest, done = [], [], 0
    for start in _PROGRAM.finditer(text):
        if start.start() < done:
            continue
        end = lowered.find(f"</{start[1].lower()}", start.end())
        if end < 0:
            break
        if start[1].lower() == "script" and "ld+json" in start[2].lower():
            json_ld.append(text[start.end() : end])
        rest.append(text[done : start.start()])
        closing = lowered.find(">", end)
        done = closing + 1 if closing >= 0 else len(text)
    return json_ld, " ".join([*rest, text[done:]])


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ENDED_BY_THE_NEXT = frozenset("p li dt dd tr td th option tbody thead".split())


def _refuse_depth(html: str) -> None:
    """Follow the open elements, as far as one can without a parser; an end ends all that was opened since its beginning."""
    opened: list[str] = []
    if html.count("<") + html.count("&") > _MOST_SIGNS:
        raise _too_complex(f"has more than {_MOST_SIGNS:,} signs of HTML")
    for number, (slash, written) in enumerate(_TAG.findall(html)):
        name = written.lower()
        if number > MOST_TAGS:
            raise _too_complex(f"has more than {MOST_TAGS:,} HTML elements")
        if slash and name in opened[-_LOOK_BACK:]:
            while opened.pop() != name:
                pass
        elif not slash and name not in _VOID and not (name in _ENDED_BY_THE_NEXT and opened and opened[-1] == name):
            opened.append(name)
            if len(opened) > DEEPEST:
                raise _too_complex(f"nests HTML elements more than {DEEPEST} deep")


def _too_complex(what: str) -> Unreadable:
    return Unreadable(
        "page-too-complex", 0, f"the page {what}", "Copy the job's text from the browser into a .txt file."
    )


_LOOK_BACK = 100
_INLINE = "a abbr b bdi bdo br cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time u var wbr"
_BLOCKS = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html "
    "label legend li link main meta nav ol option p pre search section select summary table tbody td tfoot th thead tr ul button"
)


@cache
def _cleaner() -> Any:
    """Return a cleaner that leaves the elements by which a page's parts are known, and puts them in order as browsers do."""
    from nh3 import Cleaner

    everywhere = {
        "class",
        "id",
        "role",
        "hidden",
        "aria-hidden",
        "style",
        "itemprop",
        "itemscope",
        "itemtype",
        "content",
        "datetime",
    }
    return Cleaner(
        tags=frozenset(f"{_INLINE} {_BLOCKS}".split()),
        clean_content_tags=frozenset(
            "script style template noscript iframe object svg math textarea video audio title".split()
        ),
        attributes={
            "*": everywhere,
            "a": {"href"},
            "img": {"alt", "src"},
            "link": {"href"},
            "ol": {"start"},
            "td": {"colspan"},
            "th": {"colspan"},
        },
        strip_comments=True,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
