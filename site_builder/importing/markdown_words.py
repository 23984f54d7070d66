"""Words as Markdown that says the same in either engine, with as few backslashes as a careful person would write."""

import re
from typing import NamedTuple


def escaped(text: str) -> str:
    """Return a text that begins a line, with that escaped which would be taken for markup there; addresses become links."""
    return with_lone_star(at_start(inline(text)))


def inline(text: str, *, in_table: bool = False) -> str:
    """Return a text that stands within a line: escaped is what an engine would take for emphasis, code, a link or HTML."""
    pieces: list[str] = []
    done = 0
    for address in _ADDRESS.finditer(text):
        before, written = _words(text[done : address.start()], text, in_table=in_table), _address(address[0])
        # An exclamation mark before a link makes a picture of it.
        pieces += [before[:-1] + "\\!" if before.endswith("!") and written[0] == "[" else before, written]
        done = address.end()
    return "".join([*pieces, _words(text[done:], text, in_table=in_table)])


def with_lone_star(line: str) -> str:
    """Return Markdown without the backslash before its only star, which can begin no emphasis (`Tutor*in`) unless it begins a line."""
    return line if line.count("*") != 1 or re.search(r"^\\\*", line, re.MULTILINE) else line.replace("\\*", "*")


def link(words: str, address: str) -> str:
    """Return a link of Markdown (`words` are Markdown already), or the address alone where the words say no more."""
    bare = address.removeprefix("mailto:")
    address = _ENTITY.sub(_with_entity, address)
    if words in (address, bare, f"<{bare}>") and _ADDRESS.fullmatch(bare):
        return f"<{bare}>"
    safe = re.sub(r"[\s<>()\\*_`\[\]|]", lambda sign: f"%{ord(sign[0]):02X}" if sign[0].isascii() else sign[0], address)
    # `_` is a letter of many addresses, and means nothing between the brackets of one.
    return f"[{words}]({safe.replace('%5F', '_')})"


_ENDLESS = r"[^\s<>\"`\\{}|^\[\]]"
_OF_HOST = r"[^\s<>\"`\\{}|^\[\]@]"
_ADDRESS = re.compile(
    rf"(?:https?|ftp)://[^\W_]{_ENDLESS}*[^\s<>\"`\\{{}}|^.,;:!?)('*_\]\[~&]"
    rf"|www\.{_OF_HOST}*[^\s<>\"`\\{{}}|^.,;:!?)('*_\]\[~&@]"
    r"|(?<![\w.+/:-])[a-z0-9][a-z0-9.+_-]{0,62}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}(?![\w@-])",
    re.IGNORECASE,
)
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SPECIAL = re.compile(r"[\\*_`\[\]<&~|{]")
_LINE_START = re.compile(r"(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?P<sign>#|[-+*](?=\s|$)|>|-{2,}|=+|:(?=\s)|~{3})")


class _Line(NamedTuple):
    """What the signs of a line depend on: where its last brackets stand that may be a link's, how many tildes, whether it may be a table's."""

    text: str
    last_link: int
    tildes: int
    is_delimiter: bool
    in_table: bool


def _words(text: str, line: str, *, in_table: bool) -> str:
    """Return words between a line's addresses, escaped: two tildes mean something wherever in the line they stand."""
    if not _SPECIAL.search(text):
        return text
    last_link = max(text.rfind("]("), text.rfind("]["), text.rfind("]:"))
    signs = _Line(text, last_link, line.count("~"), "--" in line, in_table)
    return _SPECIAL.sub(lambda found: _sign(found[0], found.start(), signs), text)


def _sign(sign: str, place: int, line: _Line) -> str:  # noqa: PLR0911 - one line a kind
    """Return one sign, escaped where it has a meaning; Python-Markdown knows no backslash before `<`, `&`, `~` and `|`."""
    text = line.text
    before, after = text[place - 1 : place] if place else " ", text[place + 1 : place + 2] or " "
    match sign:
        case "\\":
            return "\\\\" if after in _PUNCTUATION or after.isspace() else sign
        case "*":
            return sign if before.isspace() and after.isspace() and place + 1 < len(text) else "\\*"
        case "_":
            return sign if before.isalnum() and after.isalnum() else "\\_"
        case "[":
            return "\\[" if place < line.last_link or _BRACKET_MEANS.match(text, place) else sign
        case "]":
            return "\\]" if after in "([:" else sign
        case "<":
            return "&lt;" if not after.isspace() and not after.isdigit() and after != "=" else sign
        case "&":
            return "&amp;" if _ENTITY.match(text, place) else sign
        case "~":
            return "&#126;" if line.tildes > 1 else sign
        case "|":
            return "\\|" if line.in_table else "&#124;" if line.is_delimiter else sign
        case _:
            return "\\" + sign


_ENTITY = re.compile(r"&(?:#?\w{1,40};|#\w)")
_BRACKET_MEANS = re.compile(r"\[[ xX]?\]|\[\^")


def _address(address: str) -> str:
    """Return a bare address as a link."""
    if address[:4].lower() != "www." or "@" in address:
        return f"<{_ENTITY.sub(_with_entity, address)}>"
    return link(_words(address, address, in_table=False), f"http://{address}")


def _with_entity(found: re.Match[str]) -> str:
    return "&amp;" + found[0][1:]


def at_start(line: str) -> str:
    """Return a line of Markdown with its first sign escaped where it is meant as a word: a heading's, list's or quote's sign, a rule, a number with its dot."""
    start = _LINE_START.match(line)
    if not start:
        return line
    if start["number"]:
        return f"{start[0]}\\{line[start.end() :]}"
    return (_ENTITIES.get(start[0][0]) or "\\" + start[0][0]) + line[1:]


_ENTITIES = {"=": "&#61;", ":": "&#58;", "~": "&#126;", ">": "&gt;"}
