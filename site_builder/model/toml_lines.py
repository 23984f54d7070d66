"""Where the names of a valid TOML text stand: the line of each, dotted within tables, and the characters of each of its parts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BARE_OR_QUOTED = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_NAME = re.compile(rf"[ \t]*({_BARE_OR_QUOTED}(?:[ \t]*\.[ \t]*{_BARE_OR_QUOTED})*+)[ \t]*=")
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_BARE_OR_QUOTED}(?:[ \t]*\.[ \t]*{_BARE_OR_QUOTED})*+)[ \t]*\]")
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|#[^\n]*+|[\[\]{}\n]|[^\[\]{}\n\"'#]++|.",
    re.DOTALL,
)


class Name(NamedTuple):
    """One part of a name where it is written: dotted with all before it (`jobs.closed_days`), and its characters, with its quotes."""

    dotted: str
    start: int
    end: int


def lines_of(text: str, first: int = 1) -> dict[str, int]:
    """Return the line of every name, dotted (`contact.email`), and of every table, those of a list (`[[locations]]`) with their number (`locations.0`).

    `first` is the text's first line in its file.
    """
    return {dotted: line for dotted, line, *_ in _statements(text, first)}


def names_in(text: str) -> Iterator[Name]:
    """Yield all parts of all names, in their order: those of `[a.b]` and of `a.b = 1` are `a` and `a.b`."""
    for _, _, written, start, dotted in _statements(text, 1):
        for name, part in zip(dotted, re.finditer(_BARE_OR_QUOTED, written), strict=True):
            yield Name(name, start + part.start(), start + part.end())


def _statements(text: str, first: int) -> Iterator[tuple[str, int, str, int, list[str]]]:
    """Yield each name with its line, as it is written, where that begins, and dotted up to each of its parts."""
    table, numbers = "", dict[str, int]()
    position, line = 0, first
    while position < len(text):
        header, name = _HEADER.match(text, position), _NAME.match(text, position)
        if header:
            parts = _dotted(header[2], numbers)
            table = parts[-1]
            if header[1] == "[[":
                numbers[table] = numbers.get(table, -1) + 1
                if not numbers[table]:
                    yield table, line, header[2], header.start(2), parts
                table = f"{table}.{numbers[table]}"
            yield table, line, header[2], header.start(2), parts
            position = header.end()
        elif name:
            parts = _dotted(name[1], {}, table)
            yield parts[-1], line, name[1], name.start(1), parts
            position = name.end()
        end = _end_of_statement(text, position)
        line += text.count("\n", position, end)
        position = end


def _end_of_statement(text: str, position: int) -> int:
    """Return where the statement ends that goes on at a position: after the first line end outside brackets and strings."""
    depth = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            return len(text)
        position = token.end()
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if token[0] == "\n" and depth <= 0:
            break
    return position


def _dotted(written: str, numbers: dict[str, int], table: str = "") -> list[str]:
    """Return a written name without quotes, dotted within its table up to each part; parts that are lists of tables get the number of their last table."""
    dotted: list[str] = []
    for part in re.findall(_BARE_OR_QUOTED, written):
        above = dotted[-1] if dotted else table
        above = f"{above}.{numbers[above]}" if above in numbers else above
        plain = part.strip("\"'")
        dotted.append(f"{above}.{plain}" if above else plain)
    return dotted
