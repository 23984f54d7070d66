"""What style sheets do to people, worked out without a browser: text that is hard to read, focus that is not seen, small targets."""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser

from site_builder.checking.built.cascade import styles_of
from site_builder.checking.built.found import Flaw
from site_builder.checking.built.reachable import small_targets, without_focus
from site_builder.checking.built.readable import unreadable
from site_builder.checking.built.style_sheets import Rule


def flaws_of_look(html: LexborHTMLParser, rules: Sequence[Rule]) -> Iterator[Flaw]:
    """Yield what is wrong with a page as its style sheets show it."""
    light, dark = (styles_of(html, rules, dark=dark) for dark in (False, True))
    found: dict[Flaw, None] = {}
    for is_dark, styles in ((False, light), (True, dark)):
        found |= dict.fromkeys(unreadable(html, styles, is_dark=is_dark))
    yield from found
    yield from dict.fromkeys(without_focus(html, rules))
    yield from dict.fromkeys(small_targets(html, light))
