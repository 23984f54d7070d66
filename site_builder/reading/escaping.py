"""Text as Markdown that says the same: what either engine would take for markup is escaped, addresses become links."""

import re


def escaped(line: str) -> str:
    """Return a line with all escaped that either engine would take for markup, and with its addresses as links."""
    pieces: list[str] = []
    done = 0
    for url in _URL.finditer(line):
        bare = url[0].lower().startswith("www.") and "@" not in url[0]
        written = f"[{_plain(url[0], at_start=False)}](<http://{url[0]}>)" if bare else f"<{url[0]}>"
        pieces += [_plain(line[done : url.start()], at_start=done == 0), written]
        done = url.end()
    return "".join([*pieces, _plain(line[done:], at_start=done == 0)])


_WITHIN_URL = r"[^\s<>\"`\\{}|^]*[^\s<>\"`\\{}|^.,;:!?)('*_\]\[~]"
_EMAIL = r"(?<![a-z0-9.+_-])[a-z0-9.+_-]{0,63}[a-z0-9]@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}(?![a-z0-9])"  # bounded: no line takes long
_URL = re.compile(rf"(?:https?|ftp)://{_WITHIN_URL}|www\.{_WITHIN_URL}|{_EMAIL}", re.IGNORECASE)
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&~:|#+=.)!^-]")
_ENTITIES = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "~": "&#126;",
    "|": "&#124;",
    ":": "&#58;",
    "=": "&#61;",
    "^": "&#94;",
}
_ONLY_AT_START = frozenset(":#+=-.)!^")


def _plain(text: str, *, at_start: bool) -> str:
    """Escape by backslash what Python-Markdown knows so, the rest as entities."""
    start = re.match(r"(?:\d{1,9}[.)]|[:#+=-]+)", text) if at_start else None
    end = start.end() if start else 0
    written = [_sign(sign, first=place < end) if not sign.isalnum() else sign for place, sign in enumerate(text)]
    return "".join(written)


def _sign(sign: str, *, first: bool) -> str:
    if not _SPECIAL.match(sign) or (sign in _ONLY_AT_START and not first):
        return sign
    return _ENTITIES.get(sign) or "\\" + sign
