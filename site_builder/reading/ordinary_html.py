"""The HTML that engines write for ordinary texts, known by one pattern: safe as it stands, so that no parser has to read it.

The pattern is a small language of its own: a few elements in the only places where they may stand, without attributes but for `align`
and plain addresses. A browser reads such HTML exactly as it is written. A property (tests/properties/test_ordinary_html.py) holds it
against the sanitiser, which reads everything else.
"""

import re

from site_builder.reading.controls import CONTROL, may_hold_controls


def sanitised_ordinary(html: str) -> str | None:
    """Return what `sanitiser.sanitise` makes of HTML, where it is ordinary; None where it has to be parsed."""
    if _DOCUMENT.fullmatch(html) is None or _OTHER_LINK.search(html) or html.count(">") != html.count("<"):
        return None
    if (may_hold_controls(html.encode()) and CONTROL.search(html)) or "\r" in html:
        return None
    if "&" in html:
        if _OTHER_REFERENCE.search(html):
            return None
        html = html.replace("&quot;", '"')
    if "!" in html:
        html = html.replace("<!--more-->", "")
    return html.replace(" />", ">").replace("\xa0", "&nbsp;")


_TEXT = "[^<]*+"


def _with(*elements: str) -> str:
    """Return the pattern of a text with these elements in it."""
    return f"{_TEXT}(?:<(?:{'|'.join(elements)}){_TEXT})*"


def _within(names: str, inner: str) -> list[str]:
    """Return the patterns of some elements, from behind their first `<`."""
    return [f"{name}>{inner}</{name}>" for name in names.split()]


def _document() -> str:
    """Return the pattern of all that is ordinary. Any text of it can be read in one way only, so a search never goes back far.

    Nothing is captured but names: groups within possessive repeats fail in Python 3.11.
    """
    code, line_break = *_within("code", _TEXT), "br />"
    link = f'a href="[^"]*+">{_with(*_within("strong em", _TEXT), code)}</a>'
    inner = _with(*_within("strong em", _TEXT), code, link, line_break)
    line = _with(*_within("strong em", inner), code, link, line_break)
    lists = "|".join(_within("ul ol", rf"\n(?:<li>{line}</li>\n)+"))
    item = rf"<li>(?:\n<p>{line}</p>\n|{line})(?:<(?:{lists})\n)?</li>\n"
    cell = '(?: align="(?:left|center|right)")?'
    head = rf"<thead>\n<tr>\n(?:<th{cell}>{line}</th>\n)+</tr>\n</thead>\n"
    body = rf"<tbody>\n(?:<tr>\n(?:<td{cell}>{line}</td>\n)+</tr>\n)+</tbody>\n"
    blocks = (
        f"(p|h[1-6])>{line}</\\1>",
        rf"([uo]l)>\n(?:{item})+</\2>",
        rf"table>\n{head}(?:{body})?</table>",
        rf"blockquote>\n(?:<p>{line}</p>\n)+</blockquote>",
        f"pre><code>{_TEXT}</code></pre>",
        "hr />",
        "!--more-->",
    )
    return rf"(?:<(?:{'|'.join(blocks)})\n?)*"


_DOCUMENT = re.compile(_document())
_HOST = "(?:[a-z0-9]+[.-])+[a-z]{2,63}"
"""A host that no reader takes for anything else: no number (`1.2.3.999`), no `xn--`, no port."""
_SIGNS = "(?:[A-Za-z0-9._~/?=%#+,:;@!$*()-]|&amp;)*"
_ADDRESS = rf"https?://{_HOST}(?:[/?#]{_SIGNS})?|[/#]{_SIGNS}|mailto:[A-Za-z0-9._+-]+@{_HOST}"
_OTHER_LINK = re.compile(f'<a href="(?!(?:{_ADDRESS})">)')
_OTHER_REFERENCE = re.compile("&(?!(?:amp|lt|gt|quot);)")
