"""What is wrong with YAML front matter, in words for somebody who has never seen YAML."""

import re
from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from site_builder.reading.wrong import Unreadable, quotable, right_line, shown, within_quotes


def explained(error: yaml.MarkedYAMLError, text: str, first: int) -> Unreadable:
    """Explain an error by the mistakes that people make; `first` is the text's first line in its file."""
    mark = error.problem_mark or error.context_mark
    rows = text.split("\n")
    at = _row_of(mark, rows)
    place = _Place(
        reason=f"{error.context or ''}: {error.problem or ''}",
        rows=rows,
        row=at,
        column=mark.column if mark else 0,
        begun=_row_of(error.context_mark, rows) if error.context_mark else at,
    )
    for sign, explain in _EXPLANATIONS:
        found = explain(place) if sign in place.reason else None
        if found is not None:
            row, message, mend = found
            return Unreadable("yaml-syntax", first + row, message, mend)
    return Unreadable(
        "yaml-syntax",
        first + at,
        f"this line cannot be read: {quotable(error.problem or error.context or 'it is no YAML')}",
        f"Write `name: value`, a line each. {_QUOTE}",
    )


def no_space_after_colon(row: str) -> tuple[str, str] | None:
    """Return what is wrong with a line such as `title:Data Cook`, and what to write; None for any other line."""
    found = _UNSPACED.fullmatch(row)
    if found is None:
        return None
    name = quotable(found[1])
    return f"there is no space after the colon of `{name}`", f"Write {right_line(name, found[2])}."


_UNSPACED = re.compile(r"([A-Za-z_][\w-]{0,40}):(?!//)(\S.*)")


class _Place(Struct, frozen=True):
    """Where reading stopped: the parser's words, all rows, the row (from 0) and column, and the row on which the matter began."""

    reason: str
    rows: list[str]
    row: int
    column: int
    begun: int

    @property
    def line(self) -> str:
        return self.rows[self.row]


Explanation = tuple[int, str, str]
_QUOTE = 'Put the value in double quotes, such as `title: "Developer: web"`.'


def _row_of(mark: Any, rows: list[str]) -> int:
    return min(mark.line, len(rows) - 1) if mark else 0


def _quoted(place: _Place) -> str:
    """Tell to put the line's own value into quotes."""
    name, colon, value = place.line.partition(":")
    value = within_quotes(value) or value.strip()
    can_be_shown = len(place.line) <= 80 and place.line.isprintable() and "\\" not in value  # noqa: PLR2004 - a screen's line
    if not colon or not value or not can_be_shown:
        return _QUOTE
    quote = "'" if '"' in value and "'" not in value else '"'
    return f"Put the value in quotes: `{name.strip()}: {quote}{value if quote not in value else value.replace(quote, '')}{quote}`."


def _tab(place: _Place) -> Explanation | None:
    indent = place.line[: len(place.line) - len(place.line.lstrip())]
    if "\t" in indent or "tab character" in place.reason:
        return place.row, "the line begins with a tab", "Delete the tab, and type spaces instead."
    return None


def _no_quotes_closed(place: _Place) -> Explanation | None:
    if "quoted scalar" not in place.reason:
        return None
    return (
        place.begun,
        "a quotation mark that begins here is never closed",
        "Close it at the end of the value, or take it away.",
    )


def _second_colon(place: _Place) -> Explanation | None:
    if ": " in place.line[: place.column]:
        return place.row, "the value holds a colon followed by a space", _quoted(place)
    if place.line.startswith((" ", "\t")):
        return (
            place.row,
            "the line is indented, but the line above it has a value already",
            "Take away the spaces at its beginning.",
        )
    before = max(place.row - 1, 0)
    unspaced = no_space_after_colon(place.rows[before])
    if unspaced is not None:
        return before, *unspaced
    return before, f"the line {shown(place.rows[before])} has no colon", "Write `name: value`, a line each."


def _no_colon(place: _Place) -> Explanation:
    unspaced = no_space_after_colon(place.rows[place.begun])
    if unspaced is not None:
        return place.begun, *unspaced
    line = shown(place.rows[place.begun])
    return (
        place.begun,
        f"the line {line} has no colon after a name",
        "Write `name: value`; or, if it goes on from above, indent it.",
    )


def _kept_character(place: _Place) -> Explanation:
    char = place.line[place.column : place.column + 1]
    return (
        place.row,
        f"the value begins with `{quotable(char)}`, which has a meaning of its own in YAML",
        _quoted(place),
    )


def _star(place: _Place) -> Explanation:
    return place.row, "the value begins with `*`, which has a meaning of its own in YAML", _quoted(place)


def _after_value(place: _Place) -> Explanation | None:
    if place.line.lstrip().startswith("- "):
        return (
            place.row,
            "a list item stands after a field that has a value",
            "Write the list's name with a colon alone above it: `tags:`.",
        )
    begun = re.match(r"[^:]+:[ \t]+([\"'\[{])", place.line)
    if begun is None:
        return None
    return place.row, f"the value begins with `{begun[1]}`, and goes on after that was closed", _quoted(place)


def _open_bracket(place: _Place) -> Explanation:
    sign = "{" if "mapping" in place.reason else "["
    return (
        place.begun,
        f"a `{sign}` that begins here is never closed, or a comma is missing",
        "Close it; if it begins a text, put the text in quotes.",
    )


def _indented(place: _Place) -> Explanation:
    return (
        place.row,
        "the line does not belong to those above it",
        "Begin all names of fields in the same column, without spaces before them.",
    )


def _list_beside_name(place: _Place) -> Explanation:
    return (
        place.row,
        "a list cannot begin beside its name",
        "Write `tags: [one, two]`, or each `- item` on a line of its own below.",
    )


def _backslash(place: _Place) -> Explanation:
    return place.row, "a backslash in double quotes has a meaning of its own", "Put the value in single quotes."


def _empty_bracket(place: _Place) -> Explanation:
    return _kept_character(place)


def _tag(place: _Place) -> Explanation:
    tag = re.search(r"'([^']{1,80})'", place.reason)
    written = tag[1].replace("tag:yaml.org,2002:", "!!") if tag else "!"
    return (
        place.row,
        f"`{quotable(written)}` means nothing here",
        "Take it away, and write the value alone; put a text that begins with `!` in quotes.",
    )


# By what libyaml says; the first that has something to say explains.
_EXPLANATIONS: tuple[tuple[str, Callable[[_Place], Explanation | None]], ...] = (
    ("", _tab),
    ("unexpected end of stream", _no_quotes_closed),
    ("mapping values", _second_colon),
    ("could not find expected ':'", _no_colon),
    ("cannot start any token", _kept_character),
    ("undefined alias", _star),
    ("scanning an alias", _star),
    ("did not find expected key", _after_value),
    ("',' or", _open_bracket),
    ("<document start>", _indented),
    ("expected '-' indicator", _indented),
    ("block sequence entries", _list_beside_name),
    ("unknown escape", _backslash),
    ("invalid Unicode character escape", _backslash),
    ("expected node content", _empty_bracket),
    ("could not determine a constructor", _tag),
)
