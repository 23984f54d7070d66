"""Safe HTML from any HTML: an allow-list of tags, attributes and kinds of addresses, in one form that reads only one way."""

import re
from functools import cache

from nh3 import Cleaner

from site_builder.reading.controls import CONTROL, may_hold_controls
from site_builder.reading.html_links import SAFE_SCHEMES

DEEPEST = 200
"""Elements within elements. Sanitising takes time by the square of the depth (100,000 open `<div>`: 27 seconds)."""

_TAGS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins "
    "kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var "
    "wbr".split()
)
_REMOVED_WITH_CONTENT = frozenset(
    "script style title template noscript iframe object svg math select textarea video audio".split()
)
_ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href", "title", "class", "aria-label"},
    "abbr": {"title"},
    "code": {"class"},
    "details": {"open"},
    "div": {"class"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"value", "class"},
    "ol": {"start", "reversed", "type"},
    "p": {"class"},
    "section": {"class"},
    "sup": {"class"},
    "td": {"colspan", "rowspan", "align", "class"},
    "th": {"colspan", "rowspan", "align", "class", "scope", "abbr"},
    "time": {"datetime"},
    "ul": {"class"},
}
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ENDED_BY_THE_NEXT = frozenset("p li dt dd tr td th option".split())
_HTML_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_PRE_LINES = re.compile(r"(<pre(?: [^>]*)?>)\n+")


class TooComplex(Exception):
    """A text that no author would write and that no page could show in reasonable time.

    `message` and `mend` are for its author.
    """

    def __init__(self, message: str, mend: str) -> None:
        """Say what is too much, and what to do."""
        super().__init__(message)
        self.message = message
        self.mend = mend


def sanitise(html: str) -> str:
    """Return HTML with nothing in it but the allowed tags and attributes, as a parser would read it.

    What is returned has one form, on which `finish` relies: lower-case names, every attribute with a value in double
    quotes, `<`, `>` and `&` escaped in texts and values, no comments. Sanitising it again changes nothing.

    Raises: TooComplex: elements lie more than `DEEPEST` deep in each other.
    """
    cleaned = sanitise_well_formed(html)
    for _ in range(8):  # a table in a link, for one, is read otherwise the second time
        again = _tidy(_cleaner().clean(cleaned))
        if again == cleaned:
            break
        cleaned = again
    return cleaned


def sanitise_well_formed(html: str) -> str:
    """Return the same as `sanitise` for HTML whose elements lie in each other as they should.

    It is read once, in half the time.

    Raises: TooComplex: elements lie more than `DEEPEST` deep in each other.
    """
    if html.count("<") > 2 * DEEPEST:
        _refuse_depth(html)
    return _tidy(_cleaner().clean(html))


def without_first_lines(html: str) -> str:
    """Return sanitised HTML without empty lines at the beginning of a `pre`: a browser drops the first, and so would every reading."""
    return _PRE_LINES.sub(r"\1", html) if "<pre" in html else html


@cache
def _cleaner() -> Cleaner:
    return Cleaner(
        tags=_TAGS,
        clean_content_tags=_REMOVED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        strip_comments=True,
        link_rel=None,
        url_schemes=set(SAFE_SCHEMES),
    )


def _tidy(html: str) -> str:
    """Take out what a second reading would change or a page must not hold.

    Control characters, a `pre`'s first empty lines.
    """
    if may_hold_controls(html.encode()):
        html = CONTROL.sub("", html)
    return without_first_lines(html)


def _refuse_depth(html: str) -> None:
    """Follow the open elements.

    A closing tag ends only the innermost one, so broken HTML counts as deeper than it may be.
    """
    open_tags: list[str] = []
    for slash, written in _HTML_TAG.findall(html):
        name = written.lower()
        if slash:
            if open_tags and open_tags[-1] == name:
                open_tags.pop()
            elif len(open_tags) > 1 and open_tags[-1] in _ENDED_BY_THE_NEXT and open_tags[-2] == name:
                del open_tags[-2:]
        elif name not in _VOID and not (name in _ENDED_BY_THE_NEXT and open_tags and open_tags[-1] == name):
            open_tags.append(name)
            if len(open_tags) > DEEPEST:
                message = f"the text nests quotes, lists or HTML elements more than {DEEPEST} deep"
                raise TooComplex(
                    message, "Close what is opened (`<div>` … `</div>`), and put fewer quotes or lists into each other."
                )
