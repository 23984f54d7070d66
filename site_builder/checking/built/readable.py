"""Text that is hard to read: its contrast in the light and in the dark (WCAG 2.2, 1.4.3 "Contrast (Minimum)").

Text on a picture or a gradient and colours that are not known are left alone.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.checking.built.cascade import Declared, Styles, elements_of, hides, with_variables
from site_builder.checking.built.colours import (
    BLACK,
    TRANSPARENT,
    WHITE,
    Colour,
    arguments,
    colour,
    contrast,
    nearest_readable,
)
from site_builder.checking.built.found import Flaw
from site_builder.checking.built.style_sheets import pixels

FOR_TEXT, FOR_LARGE_TEXT = 4.5, 3.0
LARGE, LARGE_IF_BOLD = 24.0, 18.66
"""CSS pixels from which text counts as large: 18 and 14 points."""


def unreadable(html: LexborHTMLParser, styles: Styles, *, is_dark: bool) -> Iterator[Flaw]:
    """Yield text whose contrast is too low, for readers who prefer a scheme."""
    meta = html.css_first('meta[name="color-scheme"]')
    root = styles.get(html.root.mem_id, {}) if html.root is not None else {}
    # The canvas takes the scheme of the root element, which the page's head may give before any style sheet.
    schemes = (meta.attributes.get("content") or "") if meta else ""
    shown_dark = _is_dark(root["color-scheme"].value if "color-scheme" in root else schemes, is_dark)
    start = _Seen(
        WHITE if shown_dark else BLACK,
        "",
        _DARK_CANVAS if shown_dark else WHITE,
        16.0,
        is_bold=False,
        is_dark=shown_dark,
        variables={},
    )
    seen: dict[int, _Seen] = {}
    for element in elements_of(html):
        parent = element.parent
        above = seen.get(parent.mem_id, start) if parent is not None else start
        one = _seen(element, styles.get(element.mem_id, {}), above, reader_is_dark=is_dark)
        seen[element.mem_id] = one
        if one.is_hidden or one.ink is None or one.ground is None or not element.text(deep=False, strip=True):
            continue
        ink = one.ink.over(one.ground)
        wanted = FOR_LARGE_TEXT if one.size >= (LARGE_IF_BOLD if one.is_bold else LARGE) else FOR_TEXT
        has = contrast(ink, one.ground)
        if has < wanted:
            yield _low(one, ink, has, wanted, is_dark=is_dark)


class _Seen(NamedTuple):
    """How an element is seen: its text's colour and who gave it, the ground below it (None: not known), its letters, its variables."""

    ink: Colour | None
    given_by: str
    ground: Colour | None
    size: float
    is_bold: bool
    is_dark: bool
    variables: dict[str, str]
    is_hidden: bool = False


_DARK_CANVAS = Colour(18, 18, 18)
_LINKS = {False: Colour(0, 0, 238), True: Colour(158, 158, 255)}
_CONTROLS = frozenset({"button", "input", "select", "textarea", "mark", "option", "meter", "progress"})
_UNSEEN = frozenset(
    {
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "iframe",
        "video",
        "audio",
        "canvas",
        "option",
        "datalist",
    }
)
_BOLD = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"})
_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "small": 0.83}


def _low(one: _Seen, ink: Colour, has: float, wanted: float, *, is_dark: bool) -> Flaw:
    ground = one.ground or WHITE
    better = nearest_readable(ink, ground, wanted)
    scheme = "dark" if is_dark else "light"
    return Flaw(
        "contrast-low",
        f"in {scheme}, text of `{one.given_by or 'body'}` is {ink.hex} on {ground.hex}, a contrast of {int(has * 10) / 10} where it needs {wanted}",
        f"Make it {better}, or lay it on another ground.",
        one.given_by,
    )


def _is_dark(schemes: str, reader_is_dark: bool) -> bool:  # noqa: FBT001  # a parameter
    words = schemes.split()
    return "dark" in words and (reader_is_dark or "light" not in words)


def _seen(element: LexborNode, declared: dict[str, Declared], above: _Seen, *, reader_is_dark: bool) -> _Seen:
    tag = element.tag or ""
    if above.is_hidden or tag in _UNSEEN or hides(declared) or "hidden" in element.attributes:
        return above._replace(is_hidden=True)
    if not declared and tag not in _CONTROLS and tag not in _BOLD and tag not in _SIZES and tag != "a":
        return above
    own = {name: one.value for name, one in declared.items() if name.startswith("--")}
    variables = above.variables | own if own else above.variables
    dark = _is_dark(declared["color-scheme"].value, reader_is_dark) if "color-scheme" in declared else above.is_dark
    ink, given_by = above.ink, above.given_by
    if tag in _CONTROLS or (tag == "a" and "href" in element.attributes):
        ink, given_by = (_LINKS[dark] if tag == "a" else None), tag
    if "color" in declared and (value := with_variables(declared["color"].value, variables)) is not None:
        inherits = value.strip() in ("inherit", "unset")
        ink, given_by = above.ink if inherits else colour(value, above.ink, dark=dark), declared["color"].selector
    elif "color" in declared:
        ink = None
    ground = _ground(declared, variables, ink, above.ground, dark=dark, is_control=tag in _CONTROLS)
    opacity = declared.get("opacity")
    if opacity is not None and opacity.value not in ("1", "100%"):
        ink = None
    return _Seen(
        ink, given_by, ground, _size(declared, variables, tag, above.size), _bold(declared, tag, above), dark, variables
    )


def _ground(  # all that a ground is made of
    declared: dict[str, Declared],
    variables: dict[str, str],
    ink: Colour | None,
    below: Colour | None,
    *,
    dark: bool,
    is_control: bool,
) -> Colour | None:
    values = sorted((declared[name].rank, declared[name].value) for name in _GROUNDS if name in declared)
    if not values:
        return None if is_control else below
    ground: Colour | None = None if is_control else TRANSPARENT
    for _, written in values:
        value = with_variables(written, variables)
        if value is None or "url(" in value or "gradient(" in value:
            return None
        parts = [colour(part, ink, dark=dark) for part in _words(value)]
        known = [part for part in parts if part is not None]
        if known:
            ground = known[-1]
        elif value.strip() in ("none", "initial", "0", "inherit"):
            ground = TRANSPARENT
        elif not re.search(r"position|size|repeat|attachment|%|px|rem", value):
            return None
    if ground is None:
        return None
    if ground.alpha == 1:
        return ground
    return ground.over(below) if below is not None else None


_GROUNDS = ("background", "background-color", "background-image")


def _words(value: str) -> list[str]:
    """Split a value at its outer spaces."""
    return arguments(re.sub(r"\s+(?![^()]*(?:\([^()]*\)[^()]*)*\))", ",", value.strip()))


def _size(declared: dict[str, Declared], variables: dict[str, str], tag: str, above: float) -> float:
    values = sorted((declared[name].rank, name) for name in ("font", "font-size") if name in declared)
    if not values:
        return above * _SIZES.get(tag, 1.0)
    name = values[-1][1]
    value = with_variables(declared[name].value, variables) or ""
    if name == "font":
        value = next(
            (word.split("/")[0] for word in _words(value) if re.match(r"(?:\d*\.?\d+(?:r?em|px|%)|clamp\()", word)),
            "inherit",
        )
    if value.startswith(("clamp(", "max(", "min(")):  # the smallest that it can be
        value = arguments(value[value.index("(") + 1 : -1])[0]
    if found := re.fullmatch(r"([\d.]+)(em|%)", value):
        return above * float(found[1]) * (1 if found[2] == "em" else 0.01)
    size = pixels(value)
    return above if size is None else size


def _bold(declared: dict[str, Declared], tag: str, above: _Seen) -> bool:
    bold = tag in _BOLD or above.is_bold
    for _, name in sorted((declared[name].rank, name) for name in ("font", "font-weight") if name in declared):
        found = re.search(r"(?:^|\s)(bold|bolder|[1-9]\d{2,3})(?=\s|$)", declared[name].value)
        bold = (
            bool(found) and (found[1].startswith("bold") or int(found[1]) >= _FROM_BOLD)
            if found
            else name != "font" and bold
        )
    return bold


_FROM_BOLD = 700
