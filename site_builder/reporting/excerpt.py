"""A line of a file with a mark below the part that is meant, in the columns of a terminal."""

import unicodedata

from site_builder.reporting.report import Span

LONGEST = 100
"""Columns of an excerpt."""
_BEFORE = 30
"""Columns that are shown before the part that is meant, where the line is cut."""
_TAB = "    "


def excerpt(row: str, span: Span) -> tuple[str, str]:
    """Return a line as a terminal may show it, and the marks to write below it.

    What does not print is shown as `[U+001B]`, a tab as four spaces. Wide letters (Unicode's East Asian Width, UAX #11) take two columns, combining marks
    none. A line of more columns is cut around the part.
    """
    cells = [_cell(char) for char in row.rstrip()]
    widths = [width for _, width in cells]
    first = min(span.column - 1, max(len(cells) - 1, 0))
    while first and not widths[first]:  # a mark on a letter is shown with it
        first -= 1
    last = max(first + 1, min(first + span.length, len(cells)))
    begin = 0
    if sum(widths) > LONGEST:
        begin = first
        while begin and sum(widths[begin - 1 : first]) <= _BEFORE:
            begin -= 1
    end = len(cells)
    while sum(widths[begin:end]) > LONGEST:
        end -= max(1, (sum(widths[begin:end]) - LONGEST) // 2)
    shown = "".join(text for text, _ in cells[begin:end])
    before, behind = "…" * (begin > 0), "…" * (end < len(cells))
    blank = " " * (len(before) + sum(widths[begin:first]))
    return before + shown + behind, blank + "^" * max(1, sum(widths[first : min(last, end)]))


def _cell(char: str) -> tuple[str, int]:
    """Return how a character is shown, and the columns that it takes."""
    if char == "\t":
        return _TAB, len(_TAB)
    if not char.isprintable():
        shown = f"[U+{ord(char):04X}]"
        return shown, len(shown)
    if unicodedata.combining(char) or unicodedata.category(char) == "Mn":
        return char, 0
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1
