"""What is wrong with a text that is no TOML, in words for somebody who has never seen TOML."""

import re
from typing import NamedTuple


class Mistake(NamedTuple):
    """The first mistake: its line (from 0) in the text, what is wrong and what to write. `is_double` says that a name is there twice."""

    line: int
    message: str
    mend: str
    is_double: bool = False


def mistake_in(text: str, reason: str) -> Mistake:
    """Explain what tomllib said of a text."""
    rows = text.split("\n")
    place = re.search(r" \(at line (\d+), column \d+\)$", reason)
    number = int(place[1]) - 1 if place else len(text.rstrip().split("\n")) - 1
    row = rows[number].strip() if number < len(rows) else ""
    said = re.sub(r" \(at [^()]*\)$", "", reason)
    line = max(number, 0)
    if "overwrite" in said or "twice" in said:
        return Mistake(line, "a name is given a second time", "Keep one of the two lines.", is_double=True)
    message, mend = next(((message, mend) for sign, message, mend in _REASONS if sign in said), (said, _EXAMPLE))
    if _is_yaml(row):
        message, mend = "there is a colon where TOML wants an equals sign", _EXAMPLE
    elif quoted := _QUOTED.fullmatch(row[:_LONGEST]):
        message = "a text stands in typographic quotation marks"
        mend = f'Write `{quoted["name"]} = "{quoted["text"]}"`, with straight ones.'
    return Mistake(line, message, mend)


def _is_yaml(row: str) -> bool:
    """Say whether a line is written as in YAML: `title: Data Engineer`."""
    return re.match(r"[\w-]+[ \t]*:(?:[ \t]|$)", row) is not None


_LONGEST = 200
_QUOTED = re.compile(r"(?P<name>[\w.-]+)\s*=\s*[“”„«»‚‘’](?P<text>[^“”„«»‚‘’\"\\]*)[“”„«»‚‘’]")

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
