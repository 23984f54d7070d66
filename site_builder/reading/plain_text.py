"""Plain text without markup as Markdown: its headings, lists and paragraphs found by their looks."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct

from site_builder.reading.escaping import escaped


def to_markdown(text: str, escape: Callable[[str], str] = escaped) -> str:
    """Return plain text as Markdown. Every word comes out, in order; `escape` makes a line of words a line of Markdown.

    - Heading: a short line without a full stop that introduces others: a longer text, or a list. - List: lines with a
    bullet or number each; several short lines of like kind between empty lines or after an introduction. - Paragraph:
    every other line; lines that were broken at one width are joined again.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n\n".join(_written(_blocks(_Lines(lines)), escape))


class _Block(Struct, frozen=True):
    """A piece of the text.

    `kind` is heading, paragraph, intro (a paragraph that ends with a colon), bullets or numbers.
    """

    kind: str
    lines: list[str]
    first_number: int = 1


class _Lines:
    """The lines of a text, without runs of empty ones, with the width at which they were broken, if they were."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        self.width = _broken_at(self.lines)
        self._ends = list(range(len(self.lines)))
        for number in range(len(self.lines) - 1, -1, -1):
            if self.lines[number]:
                self._ends[number] = self._ends[number + 1] if self.at(number + 1) else number + 1

    def at(self, number: int) -> str:
        """Return a line; after the last all are empty."""
        return self.lines[number] if number < len(self.lines) else ""

    def end_of_group(self, number: int) -> int:
        """Return the number after the last line that follows without an empty one between."""
        return self._ends[number] if number < len(self.lines) else number


_BULLET = re.compile(r"(?:[•·▪▫◦‣●○■□◆◇➢➤►▶→✓✔✅★☆・*]+\s*|[-–—+»>]\s+)(?=\S)")
_LETTER_BULLET = re.compile(r"o\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_LABEL = re.compile(r"((?:[^\s:]+ ){0,2}[^\s:]{1,30}:) +\S")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]* +[A-ZÀ-Þ\"“(]|[。！？](?=.)")
_STOPS = (".", "!", "…", "。", "！", ",", ";", "、")
_ADDRESS = re.compile(r"https?://\S|www\.\S|\S@\S+\.\S")
_WIDEST_BROKEN = 100
_LONG = 100
"""Characters from which a line is a text, wherever it stands."""
_LONGEST_ITEM = 220
_LONGEST_LIST = 200
_LONGEST_HEADING = 80
_MOST_WORDS_OF_HEADING = 12
_MOST_WORDS_BEFORE_COLON = 6


def _blocks(text: _Lines) -> Iterator[_Block]:
    """Divide a text into its blocks, line after line."""
    number = 0
    before = ""  # the kind of the block before
    while number < len(text.lines):
        line = text.at(number)
        if not line:
            number += 1
            continue
        block = _marked_list(text, number) or _broken_paragraph(text, number) or _unmarked(text, number, before)
        number += max(len(block.lines), 1)
        before = block.kind
        yield block


def _marked_list(text: _Lines, start: int) -> _Block | None:
    """Read the lines with bullets, or with numbers that count up, from here on."""
    for mark, fewest in ((_BULLET, 1), (_LETTER_BULLET, 2)):
        end = start
        while mark.match(text.at(end)):
            end += 1
        if end - start >= fewest:
            return _Block("bullets", text.lines[start:end])
    first = _NUMBER.match(text.at(start))
    end = start
    while first and (number := _NUMBER.match(text.at(end))) and int(number[1]) == int(first[1]) + end - start:
        end += 1
    return _Block("numbers", text.lines[start:end], int(first[1])) if first and end - start > 1 else None


def _broken_paragraph(text: _Lines, start: int) -> _Block | None:
    """Read the lines that one paragraph was broken into.

    The first word of each would not have fitted on the one before.
    """
    if not text.width:
        return None
    end = start + 1
    while text.at(end) and _overflows(text.at(end - 1), text.at(end), text.width) and not _is_marked(text.at(end)):
        end += 1
    return _Block("paragraph", text.lines[start:end]) if end - start > 1 else None


def _unmarked(text: _Lines, start: int, before: str) -> _Block:
    """Read one line without a mark, or a list of such lines."""
    line, end_of_group = text.at(start), min(text.end_of_group(start), start + _LONGEST_LIST)
    introduced = before in {"heading", "intro"}
    if not introduced and _introduces(text, start):
        return _Block("intro" if line.endswith((":", "：")) and not _looks_like_heading(line) else "heading", [line])
    end = start
    while end < end_of_group and _looks_like_item(text.at(end), introduced=introduced) and not _is_marked(text.at(end)):
        end += 1
    if (
        end < end_of_group
        and end > start + 1
        and _looks_like_heading(text.at(end - 1))
        and _is_longer(text.at(end), text.at(end - 1))
    ):
        end -= 1  # the last short line before a text is the text's heading
    framed = end == end_of_group
    if (
        end - start >= (2 if introduced else 3)
        and (introduced or framed)
        and _are_alike(text.lines[start:end], introduced=introduced)
    ):
        return _Block("bullets", text.lines[start:end])
    if _introduces(text, start):
        return _Block("heading", [line])
    return _Block("intro" if line.endswith((":", "：")) else "paragraph", [line])


def _introduces(text: _Lines, start: int) -> bool:
    """Say whether a line is the heading or introduction of what follows it."""
    line, following = text.at(start), text.at(start + 1)
    next_group = start + 2 if not following else start + 1
    following = text.at(next_group)
    if not following:
        return False
    items = text.end_of_group(next_group) - next_group
    a_list = _is_marked(following) or (
        items > 1 and all(_looks_like_item(item, introduced=True) for item in text.lines[next_group : next_group + 3])
    )
    if line.endswith((":", "：")) and a_list:
        return True
    if not _looks_like_heading(line):
        return False
    if next_group == start + 1 and not _is_marked(following):  # no empty line between
        return _is_longer(following, line) or (
            items > 2
            and len(line.split()) <= 4
            and all(len(item) > len(line) for item in text.lines[next_group : next_group + min(items, _LONGEST_LIST)])
        )
    return a_list or _is_longer(following, line) or bool(text.width and text.at(next_group + 1))


def _looks_like_heading(line: str) -> bool:
    words = line.split()
    return (
        0 < len(line) <= (_LONGEST_HEADING if line.isascii() or len(words) > 1 else _LONGEST_HEADING // 2)
        and len(words) <= _MOST_WORDS_OF_HEADING
        and not line.endswith(_STOPS)
        and (not line[0].islower() or line[1:2].isupper())  # “iOS developers”
        and any(map(str.isalpha, line))
        and not _SENTENCE_END.search(line)
        and not (line.endswith((":", "：")) and len(words) > _MOST_WORDS_BEFORE_COLON)
        and not _LABEL.match(line)
        and not _ADDRESS.search(line)
    )


def _looks_like_item(line: str, *, introduced: bool) -> bool:
    return (
        bool(line)
        and len(line) <= (_LONGEST_ITEM if introduced else _LONGEST_ITEM * 2 // 3)
        and not _SENTENCE_END.search(line)
        and not _LABEL.match(line)
        and not line.endswith((":", "："))
    )


def _is_longer(text: str, heading: str) -> bool:
    """Say whether a line is a text to which the one before could be the heading."""
    return len(text) >= _LONG or (
        text.endswith((".", "!", "?", "。", "！", "？")) and _weight(text) > max(1.3 * _weight(heading), 20)
    )


def _weight(line: str) -> int:
    """Return a line's length, with two for every wide letter (Japanese says in one what takes two or three elsewhere)."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line[:500])


def _are_alike(lines: list[str], *, introduced: bool) -> bool:
    """Say whether most lines end alike, and not like sentences unless they were introduced as a list."""
    stops = sum(line.endswith((".", "。")) for line in lines)
    if stops <= len(lines) // 4:
        return True
    return (
        introduced
        and stops >= len(lines) - max(1, len(lines) // 4)
        and len(lines) > 2
        and max(map(len, lines)) <= _LONGEST_ITEM * 3 // 4
    )


def _is_marked(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def _broken_at(lines: list[str]) -> int:
    """Return the width at which a text's lines were broken, or 0 where each line is a piece of its own."""
    width = max(map(len, lines), default=0)
    pairs = [
        (line, following) for line, following in pairwise(lines) if line and following and not _is_marked(following)
    ]
    full = [pair for pair in pairs if len(pair[0]) > width * 0.6 and _overflows(*pair, width)]
    return (
        width
        if 40 <= width <= _WIDEST_BROKEN
        and len(full) >= max(2, 0.6 * len(pairs))
        and any(b[0].islower() for _, b in full)
        else 0
    )


def _overflows(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - 2


def _written(blocks: Iterator[_Block], escape: Callable[[str], str]) -> Iterator[str]:
    """Write blocks as Markdown that both engines read alike."""
    for block in blocks:
        lines = block.lines
        match block.kind:
            case "heading":
                yield "## " + re.sub(r"#(?=#*$)", r"\#", escape(lines[0]))  # signs at its end would be no words
            case "bullets":
                mark = _LETTER_BULLET if all(map(_LETTER_BULLET.match, lines)) and len(lines) > 1 else _BULLET
                yield "\n".join(f"- {escape(_without(mark, line))}" for line in lines)
            case "numbers":
                first = block.first_number
                yield "\n".join(
                    f"{first + place}. {escape(_without(_NUMBER, line))}" for place, line in enumerate(lines)
                )
            case _:
                yield _labelled(" ".join(lines), escape)


def _without(mark: re.Pattern[str], line: str) -> str:
    match = mark.match(line)
    return line[match.end() :] if match else line


def _labelled(line: str, escape: Callable[[str], str]) -> str:
    """Return a paragraph, its label bold (`**Location:** Rome`)."""
    label = _LABEL.match(line)
    if not label or _ADDRESS.search(label[1]):
        return escape(line)
    return f"**{escape(label[1])}** {escape(line[label.end(1) :].lstrip())}"
