"""What sanitising takes out of a text, named for its author."""

import re
from html import unescape

from site_builder.reading.html_links import SAFE_SCHEMES, Note, scheme_of
from site_builder.reading.wrong import shown


def removed(html: str) -> list[Note]:
    """Name what sanitising takes out of an engine's HTML and its author may miss; each kind once."""
    notes = {}
    for tag in {name.lower(): None for name in _REMOVED_TAG.findall(html)}:
        mend = "Remove it. " + _INSTEAD.get(tag, "Texts, lists, tables, links and images are shown.")
        notes[tag] = Note(
            "html-removed", 0, f"<{tag}> is not shown: a text can hold no program, style or form", mend, f"<{tag}"
        )
    for name in {name.lower(): None for name in _REMOVED_ATTRIBUTE.findall(html)}:
        mend = (
            "Remove it: the theme gives texts their looks."
            if name == "style"
            else "Remove it: a text can hold no program."
        )
        notes[name] = Note("html-removed", 0, f"the attribute {name}=… is taken out", mend, name)
    return [*notes.values(), *unsafe_addresses(html)]


def unsafe_addresses(html: str) -> list[Note]:
    """Name the addresses in an engine's HTML that are of no safe kind; each once."""
    notes = {}
    for quoted, single, bare in _ADDRESS.findall(html):
        if quoted.startswith(_SAFE):
            continue
        address = re.sub(r"[\s\x00-\x20\u200b-\u200f\ufeff]", "", unescape(quoted or single or bare))
        scheme = scheme_of(address)
        if scheme and scheme not in SAFE_SCHEMES:
            message = f"the address {shown(address)} is taken out: {scheme}: is no safe kind"
            notes[address] = Note("unsafe-url", 0, message, "Use https:, http:, mailto: or tel:.", address)
    return list(notes.values())


_REMOVED_TAG = re.compile(
    r"<(?i:(?=[abefilmostv])(script|style|iframe|frame|object|embed|form|input|button|select|textarea|svg|math|video|audio|link|meta|base)\b)"
)
_REMOVED_ATTRIBUTE = re.compile(r"<(?i:[a-z][^<>]*?\s(on[a-z]+|style)\s*=)")
_ADDRESS = re.compile(r"=(?:(?<=href=)|(?<=HREF=)|(?<=src=)|(?<=SRC=))\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SAFE = ("https://", "http://", "mailto:")
_INSTEAD = {
    "iframe": "Link to what it shows.",
    "video": "Link to the video.",
    "audio": "Link to the recording.",
    "form": "Link to the form, or set `apply_url`.",
    "svg": "Put the drawing into `assets/` and show it as an image.",
}
