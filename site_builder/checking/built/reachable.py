"""Who cannot point well: focus that is not seen, and targets that are hard to hit (WCAG 2.2, 2.4.7 and 2.5.8).

Sizes that come of what is in an element are left alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.checking.built.cascade import WIDTH, Declared, Styles, hides, matching
from site_builder.checking.built.found import Flaw
from site_builder.checking.built.style_sheets import Rule, holds, pixels, weight

SMALLEST_TARGET = 24.0

_FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]"
_FOCUS = re.compile(r":focus(?:-visible|-within)?(?![\w-])")
_BOX = re.compile(r"::?(?:before|after)")
_INDICATORS = re.compile(r"outline(?!-offset)|box-shadow|border(?!.*radius)|background|text-decoration|filter")


def without_focus(html: LexborHTMLParser, rules: Sequence[Rule]) -> Iterator[Flaw]:
    """Yield rules that take the outline of focus away from what can have it, and put nothing in its place."""
    candidates = [
        (number, selector)
        for number, rule in enumerate(rules)
        if _takes_outline(rule) and _applies(rule)
        for selector in rule.selectors
        if ":not(:focus" not in selector
    ]
    if not candidates:
        return
    focusable = {
        one.mem_id: one
        for one in html.css(_FOCUSABLE)
        if (one.attributes.get("tabindex") or "0").lstrip("-") == (one.attributes.get("tabindex") or "0")
    }
    for number, selector in candidates:
        elements = [one for one in matching(html, _base(selector)) if one.mem_id in focusable]
        kept = {one.mem_id for other in _replacing(html, rules, number, selector) for one in other}
        if any(one.mem_id not in kept for one in elements):
            yield Flaw(
                "focus-hidden",
                f"`{selector}` takes away the outline of what has the focus, and nothing shows it instead",
                "Leave `outline` as it is, or give the selector with `:focus-visible` an outline of your own.",
                selector,
            )


def _replacing(
    html: LexborHTMLParser, rules: Sequence[Rule], number: int, selector: str
) -> Iterator[Iterable[LexborNode]]:
    """Yield the elements whose focus other rules, or the rule's own other declarations, show."""
    own_rank = (weight(selector), number)
    for other, rule in enumerate(rules):
        shows = {name for name, value in rule.declarations.items() if _INDICATORS.match(name) and not _is_none(value)}
        if not shows or not _applies(rule):
            continue
        for one in rule.selectors:
            if not _FOCUS.search(one):
                continue
            only_outline = all(name.startswith("outline") for name in shows) and not _BOX.search(one)
            if only_outline and (weight(one), other) < own_rank:
                continue
            yield matching(html, _base(one))


def _applies(rule: Rule) -> bool:
    return all(holds(one, width=WIDTH, dark=False) for one in rule.conditions)


def _takes_outline(rule: Rule) -> bool:
    return any(
        _is_none(rule.declarations[name])
        for name in ("outline", "outline-style", "outline-width")
        if name in rule.declarations
    )


def _is_none(value: str) -> bool:
    return value.removesuffix("!important").strip() in ("none", "0", "0px", "none 0", "0 none", "transparent")


def _base(selector: str) -> str:
    """Return a selector without what holds while something has the focus, and without generated boxes."""
    text = _BOX.sub("", _FOCUS.sub("", selector)).strip()
    return "*" if not text else re.sub(r"([\s>+~])$", r"\1*", text)


_TARGETS = "a[href], button, select, summary, textarea, input, [role=button]"
_SMALL_BY_NATURE = frozenset({"checkbox", "radio", "hidden"})


def small_targets(html: LexborHTMLParser, styles: Styles) -> Iterator[Flaw]:
    """Yield rules that state a size below 24 by 24 CSS pixels for what can be pressed."""
    for element in html.css(_TARGETS):
        declared = styles.get(element.mem_id, {})
        if not declared or hides(declared) or element.attributes.get("type") in _SMALL_BY_NATURE:
            continue
        if (
            element.tag == "a"
            and declared.get("display", _INLINE).value.startswith("inline")
            and "-" not in declared.get("display", _INLINE).value
        ):
            continue  # its size is that of its words, whatever is stated
        if any(name.startswith("padding") for name in declared) and (
            "box-sizing" not in declared or declared["box-sizing"].value != "border-box"
        ):
            continue  # its padding comes on top
        for side in ("width", "height"):
            stated = [
                one for name in (side, f"max-{side}") if (one := declared.get(name)) and pixels(one.value) is not None
            ]
            least = pixels(declared[f"min-{side}"].value) if f"min-{side}" in declared else 0.0
            if not stated or least is None:
                continue
            smallest = min(stated, key=lambda one: pixels(one.value) or 0.0)
            size = max(pixels(smallest.value) or 0.0, least)
            if size < SMALLEST_TARGET:
                yield Flaw(
                    "target-small",
                    f"`{smallest.selector}` makes something to press {size:g} pixels in {side}, where fingers need {SMALLEST_TARGET:g}",
                    f"Write `min-{side}: 1.5rem` or more; 2.75rem is what thumbs like.",
                    smallest.selector,
                )


_INLINE = Declared("inline", "", (False, (0, 0, 0), 0))
