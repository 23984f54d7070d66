"""Which part of a value is wrong, so that a problem can name its line: the price that a salary lacks, the third tag."""

from collections.abc import Callable
from typing import Any

from site_builder.reading.wrong import Wrong, quotable, shown

_MOST_PARTS = 50
_DEEPEST = 4


def culprit(read: Callable[[Any], Any], value: Any, message: str, depth: int = 0) -> str:
    """Return the dotted name of the part of a value that its reader complains about, with a dot before it; empty for all of it.

    It is the part without which the reader has another complaint, or none; where that holds for several (without the currency it
    says so), the one whose value the complaint shows. Items of lists are numbered from 0.
    """
    if not isinstance(value, dict | list) or not 0 < len(value) <= _MOST_PARTS or depth > _DEEPEST:
        return ""
    parts: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    guilty = [part for part in parts if _complaint(read, _without(value, part)) != message]
    if len(guilty) > 1:
        guilty = [part for part in guilty if _is_shown(value[part], message)]
    if len(guilty) != 1:
        return ""
    [part] = guilty

    def read_part(inner: Any) -> Any:
        whole = value.copy()
        whole[part] = inner
        return read(whole)

    return f".{part}{culprit(read_part, value[part], message, depth + 1)}"


def shown_name(name: str) -> str:
    """Return a dotted name as authors count, the items of lists from 1, and as a message may hold it."""
    first, *others = name.split(".")
    return quotable(".".join([first, *(str(int(part) + 1) if part.isdecimal() else part for part in others)]))


def _is_shown(value: Any, message: str) -> bool:
    """Say whether a complaint shows a value, or one within it."""
    if isinstance(value, dict | list):
        return any(_is_shown(inner, message) for inner in (value.values() if isinstance(value, dict) else value))
    return shown(value) in message


def _complaint(read: Callable[[Any], Any], value: Any) -> str | None:
    try:
        read(value)
    except Wrong as wrong:
        return wrong.message
    return None


def _without(value: Any, part: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != part}
    return [item for number, item in enumerate(value) if number != part]
