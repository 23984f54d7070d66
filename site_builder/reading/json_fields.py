"""JSON front matter as values with their lines."""

import json
import re
from typing import Any

from site_builder.reading.plain_values import too_complex
from site_builder.reading.wrong import Unreadable

_START = re.compile(r'\{[ \t]*\n|\{\s*["}]')


def begins_json(text: str) -> bool:
    """Say whether a text begins with a JSON object."""
    return _START.match(text) is not None


def read_json(text: str, first: int) -> tuple[dict[str, Any], dict[str, int], list[tuple[str, int]], str]:
    """Return the values of the object with which a text begins, their lines by dotted names, names given twice, and the rest.

    `first` is the text's first line in its file. Of names given twice the first counts. Raises Unreadable.
    """
    # NaN and Infinity are no JSON: they come as text, which no field takes for a number.
    decoder = json.JSONDecoder(object_pairs_hook=_first_wins, parse_constant=str)
    try:
        values, end = decoder.raw_decode(text)
    except RecursionError:
        raise too_complex(first) from None
    except json.JSONDecodeError as error:
        message, mend = _REASONS.get(error.msg, (error.msg, _EXAMPLE))
        line = first + error.lineno - 1
        raise Unreadable("json-syntax", line, f"the front matter cannot be read as JSON: {message}", mend) from None
    except ValueError:  # a number of more than 4,300 digits
        raise Unreadable("json-syntax", first, "a number has thousands of digits", "Write a shorter one.") from None
    lines, repeated = _lines(text[:end], first)
    return values, lines, repeated, text[end:]


def _first_wins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        values.setdefault(name, value)
    return values


_EXAMPLE = 'Write `"name": "value",` a line each, without a comma after the last.'
_REASONS = {
    "Expecting ',' delimiter": ("a comma or a closing bracket is missing before this line's text", _EXAMPLE),
    "Expecting property name enclosed in double quotes": ("here a name in double quotes is missing, or a comma before is too many", _EXAMPLE),
    "Illegal trailing comma before end of object": ("a comma before the closing brace is too many", _EXAMPLE),
    "Expecting ':' delimiter": ("there is no colon after a name", _EXAMPLE),
    "Expecting value": ("a value is missing, or is a text without quotes", _EXAMPLE),
    "Unterminated string starting at": ("a quotation mark is never closed", "Close it at the end of the value."),
    "Invalid control character at": ("a quotation mark is not closed on its line", "Close it; write a new line within a text as `\\n`."),
    "Invalid \\escape": ("a backslash means something else in JSON", "Write two of them: `\\\\`."),
}  # fmt: skip

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:\n]')


def _lines(text: str, first: int) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """Return the lines of the names and items in valid JSON, and the names given twice with the second's line."""
    lines: dict[str, int] = {}
    repeated: list[tuple[str, int]] = []
    path: list[str | int | None] = []  # the name or number at each depth; None where a name is to come
    line = first
    for token in _TOKEN.findall(text):
        match token:
            case "\n":
                line += 1
            case "{":
                path.append(None)
            case "[":
                path.append(0)
                lines.setdefault(_dotted(path), line)
            case "}" | "]":
                path.pop()
            case ",":
                here = path[-1]
                path[-1] = here + 1 if isinstance(here, int) else None
                if isinstance(here, int):
                    lines.setdefault(_dotted(path), line)
            case _ if token != ":" and path[-1] is None:
                path[-1] = str(json.loads(token))
                name = _dotted(path)
                if name in lines:
                    repeated.append((name, line))
                lines.setdefault(name, line)
    return lines, repeated


def _dotted(path: list[str | int | None]) -> str:
    return ".".join(map(str, path))
