"""The plain form that nearly all front matter in YAML has, read row by row, in a quarter of the time that all of YAML takes.

What is read here means the same to `yaml_fields`, which reads everything else: at the first thing that is not certain this reader
declines. A property (tests/properties/test_reading_yaml.py) holds the two against each other.
"""

import re
from collections.abc import Iterator
from typing import Any

from site_builder.reading.plain_values import MOST_FIELDS
from site_builder.reading.yaml_schema import meaning


def read_plain_yaml(text: str, first: int) -> tuple[dict[str, Any], dict[str, int]] | None:
    """Return the values of front matter as `plain_values.plain` makes them, and their lines; None where all of YAML has to be read.

    `first` is the text's first line in its file. Read are rows such as `name: value`, `- item` and `- name: value`, rows indented
    below `name:`, and comments. Values stand on one line: plain, in quotes without escapes, or `[one, two]` and `{name: value}` of
    these.
    """
    # Tabs, other line ends and whatever else nobody sees are left to the full reader.
    if len(text) > _LONGEST or text.count("\n") >= MOST_FIELDS or not text.replace("\n", "").isprintable():
        return None
    reader = _Reader(
        [
            (len(indent), dash, key, rest.rstrip(" "), number)
            for number, (indent, dash, key, rest) in enumerate(_ROW.findall(text), first)
            if key or dash or (rest and rest[0] != "#")
        ]
    )
    try:
        values = reader.mapping(0, "", 0)
    except _Uncertain:
        return None
    return values, reader.lines


class _Uncertain(Exception):
    """There is something that this reader does not know for certain."""


_Row = tuple[int, str, str, str, int]
"""A row `    - key: rest` taken apart: its column, its dash, its key, its rest; and its line."""

_LONGEST = 8_000
"""Characters of front matter: too few to hold more values than `plain_values` allows."""
_DEEPEST = 8
_NAME = "([A-Za-z_][A-Za-z0-9_-]{0,60})"
_ROW = re.compile(rf"^( *)(- )?(?:{_NAME}:(?: +|$))?(.*)$", re.MULTILINE)
_QUOTED = r"""(?:"([^"\\]*)"|'([^']*)')"""
_IN_QUOTES = re.compile(_QUOTED)
_PLAIN = r"""([^\s\-?:,\[\]{}#&*!|>'"%@`][^\[\]{},:?]*(?::(?=[A-Za-z0-9/])[^\[\]{},:?]+)*)"""
_IN_BRACKETS = re.compile(rf" *(?:{_NAME}: +)?(?:{_QUOTED}|{_PLAIN}) *(?:,|$)")
_NO_BEGINNING = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""Signs with which no value without quotes begins (https://yaml.org/spec/1.2.2/#c-indicator)."""


class _Reader:
    """Reads rows one after another; `lines` are those of the names read so far."""

    def __init__(self, rows: list[_Row]) -> None:
        self.lines: dict[str, int] = {}
        self._rows = rows
        self._next = 0

    def mapping(self, column: int, parent: str, depth: int) -> dict[str, Any]:
        """Read the rows that begin in this column, up to one that begins before it."""
        values: dict[str, Any] = {}
        while self._next < len(self._rows):
            indent, dash, key, rest, line = self._rows[self._next]
            if indent < column:
                break
            if indent > column or dash or not key or key in values or depth > _DEEPEST:
                raise _Uncertain
            name = f"{parent}.{key}" if parent else key
            self.lines[name] = line
            self._next += 1
            values[key] = self._value(rest, name, line) if rest else self._below(column, name, depth)
        return values

    def _below(self, column: int, name: str, depth: int) -> Any:
        """Read what stands in the rows below a name; a list may begin in the name's own column."""
        indent, dash = self._rows[self._next][:2] if self._next < len(self._rows) else (-1, "")
        if dash and indent >= column:
            return self._sequence(indent, name, depth + 1)
        return self.mapping(indent, name, depth + 1) if indent > column else None

    def _sequence(self, column: int, parent: str, depth: int) -> list[Any]:
        items: list[Any] = []
        while self._next < len(self._rows):
            indent, dash, key, rest, line = self._rows[self._next]
            if indent != column or not dash:
                break  # whether such a row may stand there is known where the rows around this list are read
            name = f"{parent}.{len(items)}"
            self.lines[name] = line
            if key:
                # The dash begins a mapping, whose other rows begin in the column of the first one's key.
                below = column + len(dash)
                self._rows[self._next] = (below, "", key, rest, line)
                items.append(self.mapping(below, name, depth + 1))
            else:
                self._next += 1
                items.append(self._value(rest.lstrip(" "), name, line))
        return items

    def _value(self, text: str, name: str, line: int) -> Any:
        """Read a value on one line."""
        if text[:1] not in ("[", "{"):
            return _scalar(text)
        ends = text[0] + text[-1]
        if ends not in ("[]", "{}"):
            raise _Uncertain
        found = list(_in_brackets(text[1:-1]))
        values = dict(found) if ends == "{}" else dict(enumerate(value for key, value in found if key is None))
        if len(values) < len(found) or None in values:
            raise _Uncertain  # a name twice, or names where there should be none, or the other way round
        self.lines.update((f"{name}.{key}", line) for key in values)
        return values if ends == "{}" else list(values.values())


def _in_brackets(text: str) -> Iterator[tuple[str | None, Any]]:
    """Yield what stands between commas, each with its name if it has one."""
    if " #" in text:
        raise _Uncertain
    end = 0 if text.strip(" ") else len(text)
    while end < len(text):
        found = _IN_BRACKETS.match(text, end)
        if found is None:
            raise _Uncertain
        name, *quoted, unquoted = found.groups()
        yield name, meaning(unquoted.rstrip(" ")) if unquoted else "".join(filter(None, quoted))
        end = found.end()


def _scalar(text: str) -> Any:
    """Return what a single value on a row stands for, without the comment behind it."""
    if text[:1] in _NO_BEGINNING:
        quoted = _IN_QUOTES.fullmatch(text)
        if quoted is None:
            raise _Uncertain
        return quoted[1] or quoted[2] or ""
    if " #" in text:
        text = text[: text.index(" #")].rstrip(" ")
    if not text or ": " in text or text[-1] == ":":
        raise _Uncertain
    return meaning(text)
