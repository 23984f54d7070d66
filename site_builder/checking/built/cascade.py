"""How a page looks by its style sheets, as far as that can be said without a browser: the declarations that hold for each of its elements.

Selectors are matched by the parser; those that it does not know, that hold in passing (`:hover`) or are of generated content match nothing. Layers count
as unlayered, and the screen is 1280 pixels wide.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from site_builder.checking.built.style_sheets import Rule, holds, weight

WIDTH = 1280
PASSING = re.compile(
    r":(?:hover|focus(?:-visible|-within)?|active|visited|target|checked|disabled|invalid|placeholder-shown)(?![\w-])"
)
_GENERATED = re.compile(
    r"::?(?:before|after|marker|placeholder|selection|first-line|first-letter|backdrop|-[\w-]+|file-[\w-]+|details-[\w-]+)\b|::"
)

Styles = dict[int, dict[str, "Declared"]]
"""What is declared for each element, by the element's number (`mem_id`) and the property."""


class Declared(NamedTuple):
    """A declaration that holds: its value, the selector that gave it, and what it wins by."""

    value: str
    selector: str
    rank: tuple[bool, tuple[int, int, int], int]


def styles_of(html: LexborHTMLParser, rules: Iterable[Rule], *, dark: bool) -> Styles:
    """Return what style sheets declare for the elements of a page, in one of the schemes."""
    styles: Styles = {}
    for number, rule in enumerate(rules):
        if not all(holds(one, width=WIDTH, dark=dark) for one in rule.conditions):
            continue
        for selector in rule.selectors:
            elements = matching(html, selector)
            if not elements:
                continue
            own_weight = weight(selector)
            for element in elements:
                declared = styles.setdefault(element.mem_id, {})
                for name, value in rule.declarations.items():
                    important = value.endswith("!important")
                    rank = (important, own_weight, number)
                    before = declared.get(name)
                    if before is None or before.rank <= rank:
                        text = value.removesuffix("!important").rstrip() if important else value
                        declared[name] = Declared(text, selector, rank)
    return styles


def matching(html: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """Return the elements that a selector fits as the page stands there, untouched."""
    if PASSING.search(selector) or _GENERATED.search(selector):
        return []
    try:
        return html.css(selector)
    except SelectolaxError:
        return []


def elements_of(html: LexborHTMLParser) -> Iterator[LexborNode]:
    """Return the elements of a page, parents before what is in them."""
    return html.root.traverse(include_text=False) if html.root is not None else iter(())


def hides(declared: Mapping[str, "Declared"]) -> bool:
    """Say whether what is declared for an element hides it, or clips it away."""

    def is_(name: str, *values: str) -> bool:
        return name in declared and declared[name].value.replace(" ", "").startswith(values)

    return (
        is_("display", "none")
        or is_("visibility", "hidden", "collapse")
        or is_("clip-path", "inset(50%", "inset(100%")
        or is_("clip", "rect(0", "rect(1px")
    )


def with_variables(value: str, variables: dict[str, str], depth: int = 0) -> str | None:
    """Return a value with its `var()` replaced; None where a variable is not known."""
    if "var(" not in value:
        return value
    found = _VARIABLE.search(value)
    if not found or depth > _DEEPEST:
        return None
    name, otherwise = found.groups()
    known: str | None = variables.get(name, otherwise)
    if known is None:
        return None
    return with_variables(value[: found.start()] + known.strip() + value[found.end() :], variables, depth + 1)


_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_DEEPEST = 50
