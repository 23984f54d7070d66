"""TOML as values with their lines: front matter between lines of `+++`, and `site.toml`."""

import re
import tomllib
from typing import Any

from site_builder.model.toml_lines import lines_of
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
    return values, lines_of(text, first)


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
