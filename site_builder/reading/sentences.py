"""A posting's text as sentences, of which each character stands where it stood: markup is blanked out, not taken out."""

import html
import re
from collections.abc import Iterator

from msgspec import Struct


class Sentence(Struct, frozen=True):
    """A sentence, an item of a list or a heading: its text, without markup, and the offset in the whole at which it begins.

    `label` is what stands before a colon at its beginning, in small letters ("salary", "start date"), and `after_label` where what
    the label is about begins in `text`; both are empty where there is none. `alone` is true where the sentence is all of its line or
    item, as people write facts in a list ("100% remote").
    """

    text: str
    start: int
    label: str = ""
    after_label: int = 0
    alone: bool = False


_END = "\v"
_SPACES = "\t\u00a0\u202f\u2009\u2007\u2002\u2003\u200b"
_COMMENT_OR_CODE = re.compile(
    r"<!--.{0,5000}?-->|<(script|style)\b.{0,9000}?</\1\s{0,9}>|^(```|~~~).{0,9000}?^\2",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]{0,500}>")
_WITHIN_LINES = frozenset("a abbr b bdi cite code em i kbd mark q s small span strong sub sup u font".split())
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,6});")
_ADDRESS = re.compile(
    r"\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)|<?(?:https?://|mailto:|www\.)[^\s<>)]{1,2000}>?|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
)
_ITEM = re.compile(r"^[ >]{0,40}(?:[-*+•·▪◦–]|\d{1,2}[.)](?= ))(?= |\*\*|\S)", re.MULTILINE)
_HEADING = re.compile(
    r"^[ >]{0,40}#{1,6}(?= )[^\n]{0,300}(?:\n|$)|^[^\n]{1,300}\n[=-]{3,90} {0,9}(?:\n|$)", re.MULTILINE
)
_MARKS = "*_`#>~\\[]"
_PARAGRAPH = re.compile(r"\n(?=[ ]{0,40}\n)")
_LINE = re.compile(r"\n")
_LABEL = re.compile(r"\s{0,90}(?P<label>[^\W\d_][^:\v\n?!;.]{0,38}?)\s{0,90}[:：]\s{0,90}(?=\S)")
_STOP = re.compile(r"[.!?。][\"”’)]{0,3}(?=\s{1,90}[A-ZÀ-ÞŒ\"“„(¿¡]|\s{0,90}$|[ぁ-んァ-ヶ一-龠])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:p\.a|p\.h|p\.m|ca|approx|max|min|mind|no|nr|st|dr|prof|bzw|inkl|e\.g|i\.e|z\.b|u\.s|u\.k|incl|tsd|max|jan|feb|mar|apr|aug|sept?|oct|nov|dec|sfr|kr|\d{1,2}))\.$",
    re.IGNORECASE,
)
_LONG_LINE = 60


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, be it Markdown, HTML or plain."""
    plain = _blanked(text)
    start = 0
    for piece in plain.split(_END):
        if piece.strip():
            yield from _of_piece(piece, start)
        start += len(piece) + 1


def without_entities(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with HTML's character references as characters, and for each where it ends there and how much shorter it has become."""
    parts, shifts, end, length, shift = [], [], 0, 0, 0
    for found in _ENTITY.finditer(text) if "&" in text else ():
        character = html.unescape(found[0])
        if len(character) != 1:
            continue
        parts += [text[end : found.start()], character]
        length += found.start() - end + 1
        shift += len(found[0]) - 1
        shifts.append((length, shift))
        end = found.end()
    return "".join([*parts, text[end:]]), shifts


def _blanked(text: str) -> str:
    """Return a text of the same length, with what is not words as spaces, and ends of lines, items and blocks as one sign."""
    text = _COMMENT_OR_CODE.sub(lambda found: _END + " " * (len(found[0]) - 1), _blank(text, _SPACES))
    text = _HEADING.sub(lambda found: _END + found[0][1:-1] + _END if len(found[0]) > 1 else _END, text)
    text = _TAG.sub(
        lambda found: (" " if found[2].lower() in _WITHIN_LINES else _END) + " " * (len(found[0]) - 1), text
    )
    text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    text = _ITEM.sub(lambda found: _END + " " * (len(found[0]) - 1), text)
    text = _PARAGRAPH.sub(_END, _blank(text, _MARKS).replace("|", _END))
    return _LINE.sub(lambda found: _END if _ends(text, found.start()) else " ", text)


def _blank(text: str, characters: str) -> str:
    for character in characters:  # many times as fast as `str.translate`
        text = text.replace(character, " ")
    return text


def _ends(text: str, end: int) -> bool:
    """Say whether a sentence ends with its line: not where the next begins small, or where a long line has merely been broken."""
    following = text[end + 1 : end + 80].lstrip(" ")
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    if following[:1] in ("\n", "", _END) or _LABEL.match(following.split("\n", 1)[0]):
        return True
    return following[:1].isupper() and (len(line) < _LONG_LINE or line.endswith((".", "!", "?", ":")))


def _of_piece(piece: str, start: int) -> Iterator[Sentence]:
    begin = 0
    stops = [
        found.end()
        for found in _STOP.finditer(piece)
        if not _ABBREVIATION.search(piece, max(0, found.end() - 8), found.end())
    ]
    for end in [*stops, len(piece)]:
        part = piece[begin:end]
        if part.strip():
            label = _LABEL.match(part)
            yield Sentence(
                part,
                start + begin,
                " ".join(label["label"].casefold().split()) if label else "",
                label.end() if label else 0,
                alone=not piece[:begin].strip() and not piece[end:].strip(),
            )
        begin = end
