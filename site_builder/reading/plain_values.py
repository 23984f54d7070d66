"""What YAML, TOML and JSON give, brought to the values that all of them have; refused where there is too much of it."""

import math
from datetime import date, time
from typing import Any

from site_builder.reading.wrong import Unreadable

# An alias bomb of ten lines stands for 10^9 values; an honest posting has fewer than a hundred.
MOST_VALUES = 10_000
MOST_FIELDS = 500
DEEPEST = 20
_SMALLEST_INTEGER, _LARGEST_INTEGER = -(2**63), 2**64 - 1  # what MessagePack can hold


def plain(values: dict[Any, Any], line: int) -> dict[str, Any]:
    """Return a file's fields as str, int (64 bits), finite float, bool, None, date, datetime, list and dict with names.

    Other values (times of day, bytes, numbers that no field can hold) become text. Raises Unreadable, on the line on
    which the fields begin, for more values or deeper nesting than a posting can have.
    """
    if len(values) > MOST_FIELDS:
        raise Unreadable(
            "front-matter-too-complex",
            line,
            f"the front matter has {len(values)} fields; at most {MOST_FIELDS} are read",
            "Keep the fields of this one posting.",
        )
    left = MOST_VALUES

    def of(value: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        if left < 0 or depth > DEEPEST:
            raise too_complex(line)
        if isinstance(value, dict):
            return {_text(str(name)): of(item, depth + 1) for name, item in value.items()}
        if isinstance(value, list | tuple | set):
            return [of(item, depth + 1) for item in value]
        return single(value)

    return {_text(str(name)): of(value, 1) for name, value in values.items()}


def too_complex(line: int) -> Unreadable:
    """Return the complaint about values that are nested too deeply, or are too many."""
    return Unreadable(
        "front-matter-too-complex",
        line,
        "values are nested too deeply here, or grow too many",
        "Write short lists and values; the posting's text belongs below the front matter.",
    )


def without_dates(value: Any) -> Any:
    """Return plain values with dates as ISO 8601 text: what comes back from MessagePack as it went in."""
    if isinstance(value, dict):
        return {name: without_dates(item) for name, item in value.items()}
    if isinstance(value, list):
        return [without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def single(value: Any) -> Any:  # noqa: PLR0911 - one line a kind
    """Return a value that is neither list nor mapping as `plain` makes it."""
    match value:
        case None | bool() | date():
            return value
        case str():
            return _text(value)
        case int():
            return value if _SMALLEST_INTEGER <= value <= _LARGEST_INTEGER else "a number of more than 19 digits"
        case float():
            return value if math.isfinite(value) else str(value)
        case time():
            return value.isoformat()
        case bytes():
            return value.decode(errors="replace")
        case _:
            return str(value)


def _text(text: str) -> str:
    r"""Return a text without halves of characters, which JSON can write (`\ud800`) and no file can hold."""
    return text if text.isascii() else text.encode(errors="replace").decode()
