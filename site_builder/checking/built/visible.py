"""What a visitor sees of a page: the text of its body without what is hidden.

Google's rule is that structured data must be visible to readers of the page
(https://developers.google.com/search/docs/appearance/structured-data/sd-policies#content). So text that is there for screen readers
alone (clipped away, or one pixel large) does not count, and neither do attributes.
"""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

# What no browser shows, whatever the style sheets say. What a visitor can unfold (`details`) is there to be seen.
_NEVER_SHOWN = "head, script, style, template, noscript, [hidden], dialog:not([open]), [style*='display:none'], [style*='display: none']"


def without_hidden(page: LexborHTMLParser, hiding: Iterable[str] = ()) -> LexborHTMLParser:
    """Take what is not shown out of a page, and return it. `hiding` are the selectors of what its style sheets hide."""
    for selector in (_NEVER_SHOWN, *hiding):
        try:
            hidden = page.css(selector)
        except SelectolaxError:  # a selector that the parser does not know hides nothing here
            continue
        for element in hidden:
            element.decompose()
    return page


def text_of(page: LexborHTMLParser) -> str:
    """Return the text of a page's body, white space and the borders of elements as single spaces."""
    body = page.body
    return " ".join(body.text(separator=" ").split()) if body is not None else ""


def hiding_selectors(css: str) -> tuple[str, ...]:
    """Return the selectors of what a style sheet hides from everybody's eyes.

    What a `@media` shows again, save on paper, is seen by some, and counts as shown.
    """
    hidden: dict[str, None] = {}
    shown: set[str] = set()
    for conditions, selectors, declarations in _rules(css):
        for selector in map(str.strip, selectors.split(",")):
            if not conditions and _HIDES.search(declarations) and ":" not in selector:
                hidden[selector] = None
            elif conditions and "print" not in conditions and _SHOWS.search(declarations):
                shown.add(selector)
    return tuple(selector for selector in hidden if selector not in shown)


_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|clip-path\s*:\s*inset\(\s*50%|clip\s*:\s*rect\(")
_SHOWS = re.compile(
    r"(?<![\w-])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible|clip-path\s*:\s*none|clip\s*:\s*auto)"
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Blocks that hold for everybody who has a browser of our days.
_UNCONDITIONAL = ("@layer", "@supports")


def _rules(css: str) -> Iterator[tuple[str, str, str]]:
    """Yield each rule of a style sheet: the conditions that it stands under, its selectors and its declarations."""
    preludes: list[str] = []
    for part in re.findall(r"[^{}]*[{}]", _COMMENT.sub("", css)):
        text, mark = part[:-1].rpartition(";")[2].strip() if part[-1] == "{" else part[:-1], part[-1]
        if mark == "{":
            preludes.append(text)
        elif preludes:
            selectors = preludes.pop()
            if not selectors.startswith("@") and all(one.startswith("@") for one in preludes):
                yield " ".join(one for one in preludes if not one.startswith(_UNCONDITIONAL)), selectors, text
