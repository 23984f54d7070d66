"""Sanitised HTML made ready for a page: headings under the page's own, unique ids, links that lead somewhere."""

import re
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from msgspec import Struct

from site_builder.model.slug import github_slug, slugify
from site_builder.reading.html_links import (
    MOST_MENDED,
    FileNamed,
    Links,
    Note,
    escape,
    image,
    link,
    nearest,
    plain_link,
    without_outside_image,
)
from site_builder.reading.sanitiser import without_first_lines

RESERVED_IDS = frozenset(
    {
        *("main", "page-main", "content", "apply", "top", "nav"),
        *(f"page-{part}" for part in ("facts", "contents", "similar", "share", "apply")),
    }
)
"""Ids that themes use; a text's own ids keep clear of them, and its links may lead to them."""

_VALUES = {
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "align": re.compile(r"left|center|right"),
    "width": re.compile(r"[1-9]\d{0,4}"),
    "height": re.compile(r"[1-9]\d{0,4}"),
    "colspan": re.compile(r"[1-9]\d{0,2}"),
    "rowspan": re.compile(r"[1-9]\d{0,2}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "start": re.compile(r"-?\d{1,9}"),
    "value": re.compile(r"-?\d{1,9}"),
    "type": re.compile(r"[1aAiI]"),
    "datetime": re.compile(r"[0-9TZPYMWDHS:+. -]{1,40}"),
}
_TO_CHECK = frozenset({*_VALUES, "class", "id"})
_CLASSES = re.compile(
    r"language-[\w+#.-]+|footnotes?|footnote-(?:ref|backref)|toc|contains-task-list|task-list-item|align-(?:left|center|right)"
    r"|markdown-alert(?:-(?:title|note|tip|important|warning|caution))?|admonition(?:-title)?|note|tip|important|warning|caution|danger"
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z-]+=\"[^\"]*\")*)>")
_CHANGED_TAG = re.compile(r"<(/?h[1-6]|[a-z][a-z0-9]*(?= ))([^>]*)>")
_ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
_EMPTY = re.compile(
    r"<(p|h[1-6])(?: [^>]*+)?>(?:\s|&nbsp;|<br>|</?(?:strong|em|b|i|u|s|small|span|code|del|ins|mark|sub|sup)>)*+</\1>\n?"
)
_EMPTY_LINK = re.compile(r"<a(?: (?:href|title|class)=\"[^\"]*\")*></a>")
_LINE_DIVISION = re.compile(
    r"<div>((?:[^<]|<(?!/?(?:blockquote|d[dlt]|details|div|fig|h[1-6r]|li|ol|p|pre|section|summary|t[abdfhr]|ul)\b))*+)</div>"
)
_DIVISION_OR_IMAGE = re.compile("<(?:div>|img)")
_IMAGE = re.compile(r"<img(?: [^>]*)?>")
_NO_SOURCE = re.compile(r"<img(?: (?!src=\"[^\"])[a-z-]+=\"[^\"]*\")*>")
_FRAGMENT = re.compile(r" href=\"#([^\"]*)\"")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Finished(Struct, frozen=True):
    """HTML that is safe to show within a page, what its author should know, and the source files to which its links lead."""

    html: str
    notes: tuple[Note, ...]
    files: tuple[FileNamed, ...] = ()


def finish(sanitised: str, links: Links) -> Finished:
    """Make sanitised HTML ready for a page.

    Without empty paragraphs, its headings below h1 without gaps, its links resolved.

    Headings get ids from their words. Other ids stay where a link of the same text leads to them; links that lead to no
    id are noted.
    """
    cleaned = sanitised
    notes: list[Note] = []
    files: list[FileNamed] = []
    if _DIVISION_OR_IMAGE.search(cleaned):
        cleaned = _LINE_DIVISION.sub(_paragraph, cleaned)
        cleaned = _IMAGE.sub(lambda tag: without_outside_image(tag, links, notes), cleaned)
        cleaned = _NO_SOURCE.sub("", cleaned)
    if '"></a>' in cleaned:
        # An address that was a link already, and was made one once more, leaves one without words before it.
        cleaned = _EMPTY_LINK.sub("", cleaned)
    emptied = 1
    while emptied:
        cleaned, emptied = _EMPTY.subn("", cleaned)
    cleaned = without_first_lines(cleaned)  # an empty paragraph may have come before them
    anchors = _Anchors(cleaned)
    cleaned = "".join(_rewritten(cleaned, links, anchors, notes, files))
    if anchors.wanted:
        cleaned = _FRAGMENT.sub(lambda match: f' href="#{escape(anchors.resolve(match[1], notes))}"', cleaned)
    return Finished(cleaned.strip(), tuple(dict.fromkeys(notes)), tuple(dict.fromkeys(files)))


def text_of(html: str) -> str:
    """Return the words of sanitised HTML on one line."""
    return " ".join(unescape(_TAG.sub("", html) if "<" in html else html).split())


def _paragraph(division: re.Match[str]) -> str:
    """Return a `div` that holds nothing but a line of text as the paragraph that its author meant."""
    return f"<p>{division[1].strip()}</p>" if division[1].strip() else ""


def _rewritten(html: str, links: Links, anchors: "_Anchors", notes: list[Note], files: list[FileNamed]) -> list[str]:
    """Write the tags anew that a page needs otherwise; the rest is left as it is."""
    pieces: list[str] = []
    done = 0
    outline: list[int] = []
    heading = nested = 0  # the new level of the heading that is open, and how many lie in it
    for tag in _CHANGED_TAG.finditer(html):
        name, written = tag.groups()
        pieces.append(html[done : tag.start()])
        done = tag.end()
        if name == "a" and (attributes_of_link := plain_link(written, links)):
            pieces.append(f"<a{attributes_of_link}>")
            continue
        if name in _HEADINGS:
            if heading:  # a heading within a heading is part of its words
                nested += 1
                continue
            heading = _level(int(name[1]), outline)
            words = text_of(html[done : html.find(f"</{name}>", done)])
            given = dict(_ATTRIBUTE.findall(written)) if written else {}
            attributes = _checked(given) | {"id": anchors.heading(given.get("id"), words)}
            pieces.append(_tag(f"h{heading}", attributes))
            continue
        if name[0] == "/":
            if nested:
                nested -= 1
            else:
                pieces.append(f"</h{heading}>")
                heading = 0
            continue
        attributes = dict(_ATTRIBUTE.findall(written))
        identifier = anchors.element(attributes.pop("id", None))
        attributes = _checked(attributes)
        if identifier:
            attributes["id"] = identifier
        if name == "a" and "href" in attributes:
            attributes = link(attributes, links, notes, files)
        elif name == "img":
            attributes = image(attributes, links, notes)
        pieces.append(_tag(name, attributes))
    pieces.append(html[done:])
    return pieces


def _level(level: int, outline: list[int]) -> int:
    """Return the level that a heading has under the page's h1: one below the last heading before it that is above it.

    So the first is h2, and none skips a level (WCAG technique G141).
    """
    while outline and outline[-1] >= level:
        outline.pop()
    outline.append(level)
    return min(1 + len(outline), 6)


def _checked(attributes: dict[str, str]) -> dict[str, str]:
    """Keep the attributes whose values HTML allows, known classes, and `align` as a class."""
    if _TO_CHECK.isdisjoint(attributes):
        return attributes
    checked = {
        name: value for name, value in attributes.items() if name not in _VALUES or _VALUES[name].fullmatch(value)
    }
    align = checked.pop("align", None)
    classes = [word for word in checked.pop("class", "").split() if _CLASSES.fullmatch(word)]
    if align:
        classes.append(f"align-{align}")
    if classes:
        checked["class"] = " ".join(dict.fromkeys(classes))
    checked.pop("id", None)
    return checked


def _tag(name: str, attributes: dict[str, str]) -> str:
    written = "".join([f' {key}="{value}"' for key, value in attributes.items()])
    return f"<{name}{written}>"


class _Anchors:
    """The ids of one text.

    Which are wanted by its links, which are taken, and what became of those that the author wrote.
    """

    def __init__(self, html: str) -> None:
        self.wanted = {unquote(unescape(target)) for target in _FRAGMENT.findall(html)} if ' href="#' in html else set()
        self._taken = set(RESERVED_IDS)
        self._became: dict[str, str] = {}
        self._last_number: dict[str, int] = {}

    def heading(self, written: str | None, words: str) -> str:
        """Return the id of a heading: the author's where a link wants it, else one from the words."""
        kept = self.element(written)
        identifier = kept or self._unique(_slug(words))
        if self.wanted:
            for name in (identifier, github_slug(words), _slug(words)):
                self._became.setdefault(name, identifier)
        return identifier

    def element(self, written: str | None) -> str | None:
        """Return the id that an element keeps, or None where no link wants the one it has."""
        name = unescape(written) if written else ""
        if not name or name not in self.wanted or name in self._became:
            return None
        self._became[name] = self._unique(_slug(name))
        return self._became[name]

    def resolve(self, written: str, notes: list[Note]) -> str:
        """Return the id to which a link leads, as it is written in an address.

        What leads nowhere stays, and is noted.
        """
        target = unquote(unescape(written))
        found = self._became.get(target) or self._became.get(_slug(target)) if target else None
        if found is None and target and target not in RESERVED_IDS:
            mend = (
                nearest(target, self._became, "#") if len(notes) < MOST_MENDED else ""
            ) or "Link to a heading of this text by its words: `## What we offer` is `#what-we-offer`."
            notes.append(
                Note(
                    "fragment-missing",
                    0,
                    f"the link #{target} leads to no heading of this text",
                    mend,
                    f"#{unescape(written)}",
                )
            )
        return found or unescape(written)

    def _unique(self, slug: str) -> str:
        identifier = slug
        while identifier in self._taken:
            self._last_number[slug] = self._last_number.get(slug, 1) + 1
            identifier = f"{slug}-{self._last_number[slug]}"
        self._taken.add(identifier)
        return identifier


_slug = lru_cache(4096)(slugify)  # postings share most of their headings
