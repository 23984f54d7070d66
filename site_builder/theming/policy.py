"""The Content-Security-Policy of every page, in a `<meta>`: nothing but the site's own files, and what the page itself was built with.

Content Security Policy Level 3 (w3.org/TR/CSP3): a policy in a `<meta>` holds for what comes after it, and knows no `frame-ancestors`, `report-uri` and
`sandbox` (section 3.3).
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape

Sources = Mapping[str, tuple[str, ...]]
"""What a policy allows beyond the usual: directives (`frame-src`), each with its sources (`https://player.example.org`)."""

USUAL: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),  # the index of the search
    "media-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
"""What each page may do: load files of its own site, and send forms to it. Frames, plug-ins, workers and what is written into attributes are nothing's."""


class PagePolicy:
    """Puts the policy into the pages of a theme."""

    def __init__(self, more: Sources, templates: Iterable[str]) -> None:
        """`templates` are the sources of all templates: where none of them holds a script of its own, pages need not be looked through for any."""
        self._more = more
        self._alike = None if any(map(_MAY_ADD.search, templates)) else _element(written(more))

    def put_into(self, html: str) -> str:
        """Return a page with its policy (see `with_policy`)."""
        if self._alike is None:
            return with_policy(html, self._more)
        place = _place(html)
        return html if place is None else f"{html[:place]}\n{self._alike}{html[place:]}"


def with_policy(html: str, more: Sources) -> str:
    """Return a page with its policy as early as can be: right after the declaration of its encoding, or at the beginning of its head.

    Scripts and styles that the page holds are allowed by their hashes; none stands in a posting's text, which was sanitised. A page that has a policy of
    its own keeps it; one without a head gets none.
    """
    place = _place(html)
    if place is None or _has_policy(html):
        return html
    added: dict[str, list[str]] = {}
    for found in _INLINE.finditer(html):
        tag, attributes, text = found["tag"].lower(), found["attributes"], found["text"]
        if tag == "style" or not (_SRC.search(attributes) or _is_data(attributes)):
            added.setdefault(f"{tag}-src", []).append(hash_of(text))
    if _DATA_IMAGE.search(html):
        added["img-src"] = ["data:"]
    return f"{html[:place]}\n{_element(written(added, more))}{html[place:]}"


def _place(html: str) -> int | None:
    found = _CHARSET.search(html, 0, _FIRST) or _HEAD.search(html, 0, _FIRST)
    return None if found is None else found.end()


def _element(policy: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def with_embedded(sources: Sources, sheets: Iterable[bytes]) -> Sources:
    """Return what a policy allows, with the pictures and letters that style sheets hold within themselves (`url(data:…)`)."""
    kinds = {found[1] for sheet in sheets for found in _DATA_OF_SHEETS.finditer(sheet)}
    embedded = {"img-src" if kind == b"image" else "font-src": ("data:",) for kind in kinds}
    return {**sources, **{name: (*sources.get(name, ()), *data) for name, data in embedded.items()}}


def extended(html: bytes, more: Sources) -> bytes:
    """Return a page whose policies, where it has some, allow more."""

    def with_more(found: re.Match[bytes]) -> bytes:
        text = found[2].decode("utf-8", "replace")
        directives = dict(one.strip().partition(" ")[::2] for one in text.split(";"))
        for name, sources in more.items():
            before = (source for source in directives.get(name, "").split() if source != "'none'")
            directives[name] = " ".join(dict.fromkeys((*before, *sources)))
        return found[1] + "; ".join(f"{name} {sources}" for name, sources in directives.items()).encode()

    return _POLICY.sub(with_more, html)


def hash_of(text: str) -> str:
    """Return the source that allows an inline script or style of this very text (CSP 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def written(*more: Mapping[str, tuple[str, ...] | list[str]]) -> str:
    """Return the usual policy with more sources, as it stands in an attribute in double quotes."""
    directives = {name: list(sources) for name, sources in USUAL.items()}
    for added in more:
        for name, sources in added.items():
            known = directives.setdefault(name, [])
            known += [source for source in sources if source not in known]
    return "; ".join(
        f"{name} {' '.join(escape(source, quote=False) for source in sources)}" for name, sources in directives.items()
    )


# An encoding is declared within the first 1024 bytes (html.spec.whatwg.org, "Specifying the document's character encoding").
_FIRST = 2048
_CHARSET = re.compile(r"<meta\s+charset\s*=\s*[\"']?[\w-]+[\"']?\s*/?>", re.IGNORECASE)
_HEAD = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)
_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_INLINE = re.compile(
    r"<(?P<tag>script|style)(?P<attributes>(?:\s[^>]*)?)>(?P<text>.*?)</(?P=tag)\s*>", re.IGNORECASE | re.DOTALL
)
_OWN = re.compile(r"<meta[^>]+http-equiv\s*=\s*[\"']?content-security-policy", re.IGNORECASE)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
# What a browser runs; all else is data, of which policies say nothing (html.spec.whatwg.org, "prepare the script element").
_RUNS = re.compile(r"|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma)script", re.IGNORECASE)
# What makes the policy of a page another than that of all others, in a template's source.
_MAY_ADD = re.compile(
    r"content-security-policy|data:image/|<style\b|\|\s*safe\b"
    r"|<script(?![^>]*\s(?:src\s*=|type\s*=\s*[\"']?application/(?:ld\+)?json\b))",
    re.IGNORECASE,
)
_DATA_OF_SHEETS = re.compile(rb"url\(\s*[\"']?data:(image|font|application/(?:x-)?font)")
_DATA_IMAGE = re.compile(r"\ssrc(?:set)?\s*=\s*[\"']?data:image/", re.IGNORECASE)


def _has_policy(html: str) -> bool:
    return _OWN.search(html[: html.find("</head>")]) is not None


def _is_data(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return kind is not None and not _RUNS.fullmatch(kind[1])
