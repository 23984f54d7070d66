"""TOML as values with their lines: front matter between lines of `+++`, and `site.toml`."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from site_builder.reading.plain_values import MOST_VALUES, too_complex
from site_builder.reading.wrong import Unreadable


def read_toml(text: str, first: int, whole: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return a TOML text's values and the line of every name, dotted within tables (`contact.email`, `locations.0.country`).

    `first` is the text's first line in its file; `whole` names the text for the author ("the front matter"). Raises Unreadable.
    """
    if text.count("\n") > MOST_VALUES or _MANY_DOTS.search(text):
        raise too_complex(first)
    try:
        values = tomllib.loads(text)
    except RecursionError:
        raise too_complex(first) from None
    except ValueError as error:  # TOMLDecodeError is one; so are numbers of more than 4,300 digits
        raise _explained(str(error), text, first, whole) from None
    return values, dict(_lines(text, first))


# tomllib takes time by the square of a name's parts: a megabyte of `a.a.a.` takes hours.
_MANY_DOTS = re.compile(r"^(?:[^\n.]*+\.){1000}", re.MULTILINE)


def _explained(reason: str, text: str, first: int, whole: str) -> Unreadable:
    """Explain what tomllib says in words for somebody who has never seen TOML."""
    rows = text.split("\n")
    place = re.search(r" \(at line (\d+), column \d+\)$", reason)
    number = int(place[1]) - 1 if place else len(text.rstrip().split("\n")) - 1
    row = rows[number].strip() if number < len(rows) else ""
    said = re.sub(r" \(at [^()]*\)$", "", reason)
    line = first + max(number, 0)
    if "overwrite" in said or "twice" in said:
        return Unreadable("field-repeated", line, "a name is given a second time", "Keep one of the two lines.")
    message, mend = next(((message, mend) for sign, message, mend in _REASONS if sign in said), (said, _EXAMPLE))
    if _is_yaml(row):
        message, mend = "there is a colon where TOML wants an equals sign", _EXAMPLE
    return Unreadable("toml-syntax", line, f"{whole} cannot be read as TOML: {message}", mend)


def _is_yaml(row: str) -> bool:
    """Say whether a line is written as in YAML: `title: Data Engineer`."""
    return re.match(r"[\w-]+[ \t]*:(?:[ \t]|$)", row) is not None


_EXAMPLE = 'Write `name = "value"`, texts in double quotes: `title = "Data Engineer"`.'
_REASONS = (
    ("Invalid value", "a value is missing, or is a text without quotes", _EXAMPLE),
    ("Expected '='", "there is no equals sign after the name", _EXAMPLE),
    ("Invalid statement", "the line is no name with a value", _EXAMPLE),
    ("Illegal character '\\n'", "a quotation mark is never closed", "Close it at the end of the value."),
    ("Unterminated string", "a quotation mark is never closed", "Close it at the end of the value."),
    ("Expected newline", "something follows after the value", 'Write one name with its value a line; quotes within a text as `\\"`.'),
    ("Unclosed array", "a bracket `[` is never closed, or a comma is missing", 'Write a list as `["one", "two"]`.'),
    ("Unclosed inline table", "a brace `{` is never closed, or a comma is missing", 'Write `{name = "Ada", email = "ada@example.com"}`.'),
    ("Invalid date", "there is no such day or time", "Write the day as year-month-day: 2026-11-21."),
    ("Unescaped '\\'", "a backslash in double quotes means something else", "Write the value in single quotes."),
    ("integer string conversion", "a number has thousands of digits", "Write a shorter one."),
)  # fmt: skip

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


def _lines(text: str, first: int) -> Iterator[tuple[str, int]]:
    """Give each name of a valid TOML text with its line; tables too, those of a list (`[[locations]]`) with their number."""
    table, numbers = "", dict[str, int]()
    position, line = 0, first
    while position < len(text):
        header, name = _HEADER.match(text, position), _NAME.match(text, position)
        if header:
            table = _dotted(header[2], numbers)
            if header[1] == "[[":
                numbers[table] = numbers.get(table, -1) + 1
                if not numbers[table]:
                    yield table, line
                table = f"{table}.{numbers[table]}"
            yield table, line
            position = header.end()
        elif name:
            dotted = _dotted(name[1], {})
            yield (f"{table}.{dotted}" if table else dotted), line
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


def _dotted(written: str, numbers: dict[str, int]) -> str:
    """Return a written name without quotes; parts that are lists of tables get the number of their last table."""
    dotted = ""
    for part in re.findall(_BARE_OR_QUOTED, written):
        above = f"{dotted}.{numbers[dotted]}" if dotted in numbers else dotted
        dotted = f"{above}.{part.strip(chr(34) + chr(39))}" if above else part.strip(chr(34) + chr(39))
    return dotted
