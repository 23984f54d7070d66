"""Where a rule points: words of the text and of the title, found again in the lines of the file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.checking.rule import Found, Subject


class Spot(NamedTuple):
    """A place in the file: line and column count from 1, the length is in characters; `words` is what stands there."""

    line: int
    column: int
    length: int
    words: str

    def found(self, message: str, mend: str) -> Found:
        """Return a finding at this place."""
        return Found(self.line, message, mend, self.column, self.length)


def line_of(subject: Subject, *names: str) -> int:
    """Return the line of the first of some fields that the file states; the first line where it states none."""
    return next((subject.lines[name] for name in names if name in subject.lines), 1)


def in_text(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Spot]:
    """Yield where a pattern stands in the text below the fields, outside of addresses, tags and code."""
    in_code = False
    for line, row in enumerate(subject.rows[subject.body_line - 1 :], subject.body_line):
        if row.lstrip().startswith(("```", "~~~")):
            in_code = not in_code
        elif not in_code and pattern.search(row):
            for found in pattern.finditer(_HIDDEN.sub(_blanks, row)):
                yield Spot(line, found.start() + 1, len(found[0]), found[0])


def in_title(subject: Subject, start: int, end: int) -> Spot:
    """Return the place in the file of some characters of the title, without white space about them; it is a field or the first heading."""
    title = subject.posting.title
    start, end = end - len(title[start:end].lstrip()), start + len(title[start:end].rstrip())
    first, last = (subject.lines["title"],) * 2 if "title" in subject.lines else (subject.body_line, len(subject.rows))
    for line in range(first, last + 1):
        column = subject.rows[line - 1].find(title)
        if column >= 0:
            return Spot(line, column + start + 1, end - start, title[start:end])
    return Spot(first if first <= len(subject.rows) else 1, 0, 0, title[start:end])


def in_field(subject: Subject, name: str, words: str) -> Spot:
    """Return the place of words of a field or of an entry of its list; the field's whole line where they are written otherwise there."""
    for field, line in subject.lines.items():
        if field == name or field.startswith(f"{name}."):
            column = subject.rows[line - 1].find(words)
            if column >= 0:
                return Spot(line, column + 1, len(words), words)
    return Spot(line_of(subject, name), 0, 0, words)


def row_of(subject: Subject, words: str, after: int = 0) -> int:
    """Return the line of the text that holds the beginning of some words, below the line `after`; the text's first where none does."""
    start = words[:_BEGINNING].strip()
    rows = enumerate(subject.rows[subject.body_line - 1 :], subject.body_line)
    return next((line for line, row in rows if line > after and start in row), subject.body_line)


# What a reader of the page does not see as words: addresses, code, tags and where links lead.
_HIDDEN = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|`[^`]*`|<[^<>]*>|(?<=\]\()[^()]*|#\w[\w-]*")
_BEGINNING = 24


def _blanks(hidden: re.Match[str]) -> str:
    return " " * len(hidden[0])
