"""What a page's markup owes to its readers: a language, a title, landmarks, headings in order, names and labels (WCAG 2.2, level A and AA).

What axe-core finds in a browser and the parsed page shows as well; texts that scripts put in later are not there yet.
"""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.checking.built.found import Flaw


def flaws_of_text(html: LexborHTMLParser) -> Iterator[Flaw]:
    """Yield what is wrong with headings, links and images, which texts bring along as well as templates."""
    headings: list[LexborNode] = []
    for element in html.css(":is(h1, h2, h3, h4, h5, h6, a, img)"):
        if (element.tag or "") in _HEADINGS:
            headings.append(element)
        else:
            yield from _nameless(html, element)
    yield from _of_headings(headings)


def flaws_of_frame(html: LexborHTMLParser) -> Iterator[Flaw]:
    """Yield what is wrong with what templates alone make: the page's head, its landmarks, buttons and fields."""
    landmarks: list[tuple[str, str]] = []
    for element in html.css(":is(main, nav, aside, [role], button, summary, area, iframe, input, select, textarea)"):
        tag, role = element.tag or "", element.attributes.get("role") or ""
        if tag in _FIELDS:
            yield from _unlabelled(html, element)
        elif tag not in _LANDMARKS and tag in _NAMED:
            yield from _nameless(html, element)
        if tag in _LANDMARKS or role in _LANDMARKS.values():
            landmarks.append((role or _LANDMARKS.get(tag, role), _label(html, element)))
    yield from _of_head(html)
    yield from _of_landmarks(html, landmarks)


def _of_head(html: LexborHTMLParser) -> Iterator[Flaw]:
    root, title = html.css_first("html"), html.css_first("title")
    language = (root.attributes.get("lang") or "") if root is not None else ""
    if not _LANGUAGE.fullmatch(language):
        yield Flaw(
            "page-language-missing",
            "the page does not say its language",
            'Write `<html lang="{{ config.language }}">`.',
        )
    if title is None or not title.text(strip=True):
        yield Flaw(
            "page-title-missing", "the page has no title", "Write `<title>{{ page.title }}</title>` into its head."
        )
    metas = html.css("meta[name=viewport]")
    if not metas:
        yield Flaw(
            "zoom-prevented", "the page says nothing of its width on telephones, which then show it tiny", _VIEWPORT
        )
    for meta in metas:
        viewport = meta.attributes.get("content") or ""
        if _NO_ZOOM.search(viewport):
            yield Flaw("zoom-prevented", "readers cannot make the page larger", _VIEWPORT, viewport)


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FIELDS = ("input", "select", "textarea")
_NAMED = ("button", "summary", "area", "iframe")
_LANDMARKS = {"main": "main", "nav": "navigation", "aside": "complementary"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_NO_ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:1|0)(?![0-9])", re.IGNORECASE)
_VIEWPORT = 'Write `<meta name="viewport" content="width=device-width, initial-scale=1">`.'


def _of_headings(headings: list[LexborNode]) -> Iterator[Flaw]:
    levels = [int((one.tag or "h1")[1]) for one in headings]
    if levels.count(1) != 1:
        count = levels.count(1)
        yield Flaw(
            "heading-main",
            f"the page has {count or 'no'} `h1`, and needs one",
            "Give the page's title, and nothing else, an `h1`.",
        )
    before = 0
    for element, level in zip(headings, levels, strict=True):
        words = " ".join(element.text().split())
        if before and level > before + 1:
            message = f"a heading of level {level} follows one of level {before}: “{words[:100]}”"
            yield Flaw("heading-gap", message, f"Make it a heading of level {before + 1}.", words)
        if not words and element.css_first("img[alt]:not([alt=''])") is None:
            yield Flaw("heading-empty", f"an `h{level}` has no words", "Take it out, or write something into it.")
        before = level


def _of_landmarks(html: LexborHTMLParser, landmarks: list[tuple[str, str]]) -> Iterator[Flaw]:
    mains = sum(kind == "main" for kind, _ in landmarks)
    if mains != 1:
        yield Flaw(
            "landmark-main",
            f"the page has {mains or 'no'} `main`, and needs one",
            "Put what the page is about into one `<main>`.",
        )
    elif outside := _outside(html):
        yield Flaw(
            "landmark-main",
            f"words stand in no part of the page that has a name: in a `{outside}` right below `body`",
            "Put them into `header`, `nav`, `main`, `aside` or `footer`.",
        )
    kinds = Counter(kind for kind, _ in landmarks)
    for (kind, label), count in Counter(landmarks).items():
        if kind in ("navigation", "complementary", "search", "region") and kinds[kind] > 1 and (not label or count > 1):
            yield Flaw(
                "landmark-unnamed",
                f"the page has several parts of the kind “{kind}”, and {f'two are called “{label}”' if label else 'one has no name'}",
                "Give each an `aria-label` of its own.",
            )


_PARTS = frozenset(
    {"header", "footer", "main", "nav", "aside", "script", "template", "style", "noscript", "dialog", "svg"}
)


def _outside(html: LexborHTMLParser) -> str:
    """Return the tag of an element right below `body` that has words and is no landmark; a link to a place in the page may stand there."""
    body = html.body
    for element in body.iter(include_text=False) if body is not None else ():
        attributes = element.attributes
        if (
            element.tag in _PARTS
            or "role" in attributes
            or "aria-label" in attributes
            or "aria-labelledby" in attributes
            or "hidden" in attributes
        ):
            continue
        if element.tag == "a" and (attributes.get("href") or "").startswith("#"):
            continue
        if element.tag == "div" and element.css_first("main, header, footer") is not None:
            continue
        if element.text(strip=True):
            return element.tag or ""
    return ""


def _nameless(html: LexborHTMLParser, element: LexborNode) -> Iterator[Flaw]:
    tag, attributes = element.tag, element.attributes
    if tag == "img":
        if "alt" not in attributes and attributes.get("role") not in ("presentation", "none"):
            source = attributes.get("src") or ""
            yield Flaw(
                "alt-missing",
                "an image has no `alt`, so its file name is read out",
                'Say what it shows: `alt="…"`; `alt=""` where it is decoration.',
                source,
            )
        return
    if tag == "a" and "href" not in attributes:
        return
    if attributes.get("aria-hidden") == "true" and attributes.get("tabindex") == "-1":
        return
    if not element.text(strip=True) and not _label(html, element) and not (attributes.get("alt") or "").strip():
        image = element.css_first("img[alt], svg title, [aria-label]")
        if image is not None and (
            image.attributes.get("alt") or image.attributes.get("aria-label") or image.text(strip=True)
        ):
            return
        kind = {"a": "a link", "area": "a link of a map", "iframe": "a frame"}.get(tag or "", "a button")
        written = attributes.get("href") or attributes.get("src") or ""
        yield Flaw(
            "name-missing",
            f"{kind} has no words that could be read out",
            "Write words into it, or give it an `aria-label`.",
            written,
        )


def _unlabelled(html: LexborHTMLParser, element: LexborNode) -> Iterator[Flaw]:
    attributes = element.attributes
    kind = attributes.get("type") or "text"
    if kind in ("hidden", "submit", "reset", "button") or _label(html, element):
        return
    if kind == "image" and attributes.get("alt"):
        return
    identifier = attributes.get("id")
    if identifier and any(
        one.text(strip=True) for one in html.css("label[for]") if one.attributes.get("for") == identifier
    ):
        return
    above = element.parent
    while above is not None:
        if above.tag == "label" and above.text(strip=True):
            return
        above = above.parent
    name = attributes.get("name") or kind
    yield Flaw(
        "label-missing",
        f"the field `{name}` has no label",
        "Write `<label for=…>` with the field's `id`; a `placeholder` is no label.",
        name,
    )


def _label(html: LexborHTMLParser, element: LexborNode) -> str:
    """Return the name that attributes give to an element."""
    attributes = element.attributes
    if named := (attributes.get("aria-label") or "").strip():
        return named
    if by := attributes.get("aria-labelledby"):
        wanted = set(by.split())
        return " ".join(one.text(strip=True) for one in html.css("[id]") if one.attributes.get("id") in wanted)
    return (attributes.get("title") or "").strip()
