"""Values as YAML that a person would have written: quotes only where they are needed, and read back equal."""

import re
from datetime import date, datetime
from typing import Any

from site_builder.reading.yaml_schema import meaning

Plain = str | int | float | bool | date | list[Any] | dict[str, Any] | None


def field(name: str, value: Plain) -> str:
    """Return a field as lines of YAML with a line end: one line, or a block of items or names for what is long or nested.

    `value` is one of `plain_values.plain`. What `document.parse` reads of the lines is equal to it.
    """
    return "\n".join(_entry(scalar(name), value, "")) + "\n"


def in_line(value: Plain) -> str:
    """Return a value as YAML on one line, as it may stand behind a name."""
    match value:
        case list():
            return "[" + ", ".join(_flow(item) for item in value) + "]"
        case dict():
            return "{" + ", ".join(f"{_flow(name)}: {_flow(item)}" for name, item in value.items()) + "}"
        case _:
            return scalar(value)


def scalar(value: Plain) -> str:  # noqa: PLR0911 - one line a kind
    """Return a single value as YAML: `Berlin, Germany`, `"yes: no"`, `2026-11-21`, `true`."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case float():
            return _number(value)
        case int():
            return str(value)
        case str():
            return value if _is_plain(value) else quoted(value)
        case _:
            return in_line(value)


def quoted(text: str) -> str:
    """Return a text in double quotes on one line (YAML 1.2, section 5.7): whatever is in it, it is read back equal."""
    return '"' + "".join(map(_escaped, text)) + '"'


_WIDEST = 100
_SIMPLE = (str, int, float, bool, date, type(None))


def _entry(name: str, value: Plain, indent: str) -> list[str]:
    """Return the lines of a name and its value; what is nested stands below it, indented by two spaces."""
    fits = isinstance(value, _SIMPLE) or (
        not value or (all(isinstance(item, _SIMPLE) for item in _items(value)) and len(in_line(value)) <= _WIDEST)
    )
    if fits and not (isinstance(value, dict) and value):
        return [f"{indent}{name}: {in_line(value)}"]
    if isinstance(value, dict):
        inner = [line for key, item in value.items() for line in _entry(scalar(key), item, indent + "  ")]
        return [f"{indent}{name}:", *inner]
    return [f"{indent}{name}:", *(line for item in _items(value) for line in _item(item, indent + "  "))]


def _items(value: Plain) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _item(value: Plain, indent: str) -> list[str]:
    """Return the lines of one item of a list: a mapping's names begin behind the hyphen."""
    if isinstance(value, dict) and value:
        lines = [line for key, item in value.items() for line in _entry(scalar(key), item, indent + "  ")]
        return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]
    return [f"{indent}- {in_line(value)}"]


def _flow(value: Plain) -> str:
    """Return a value as it may stand within brackets, where commas and brackets have a meaning."""
    written = scalar(value)
    return quoted(value) if isinstance(value, str) and written == value and _FLOW.search(value) else written


_FLOW = re.compile(r"[,\[\]{}]|:$|^$")
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`="
_HAS_MEANING = re.compile(r": |:$| #|\t|^<<$|^---|^\.\.\.")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _is_plain(text: str) -> bool:
    """Say whether a text needs no quotes: it is none of YAML's other values, and no sign in it has a meaning."""
    return (
        bool(text)
        and text == text.strip()
        and text.isprintable()
        and "\ufeff" not in text
        and (text[0] not in _INDICATORS or (text[0] == "-" and text[1:2].isalnum()))
        and not _HAS_MEANING.search(text)
        and isinstance(meaning(text), str)
        and meaning(text) == text
    )


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() and char not in "\ufeff\ufffe\uffff":
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004


def _number(value: float) -> str:
    """Return a number that YAML 1.2's core schema reads as one: it wants a dot before an exponent."""
    text = repr(value)
    head, sign, exponent = text.partition("e")
    return f"{head}.0{sign}{exponent}" if sign and "." not in head else text
