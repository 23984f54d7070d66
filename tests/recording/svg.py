"""What appeared in a terminal as an SVG that plays by itself, and stands still for whoever wants no motion."""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from tests.recording.session import COLUMNS, Event

_CHARACTER = 8.4  # pixels
_ROW = 19
_MARGIN = 20
_BAR = 34
_SGR = re.compile(r"\x1b\[([\d;]*)m")
_CLASSES = {"1": "b", "2": "d", "31": "r", "33": "y", "36": "c"}
_STYLE = """\
text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d7dce2;white-space:pre}
.b{font-weight:700;fill:#fff}.d{fill:#8b949e}.r{fill:#ff7b72}.y{fill:#e3b341}.c{fill:#79c0ff}.t{fill:#7ee787}
@media (prefers-reduced-motion:no-preference){.e{opacity:0;animation:e 1ms forwards}}
@keyframes e{to{opacity:1}}"""


class _Piece(NamedTuple):
    """A piece of a row: its column, its text, how it looks, when it appears (in seconds)."""

    row: int
    column: int
    text: str
    look: str
    at: float


def svg_of(events: list[Event], title: str) -> str:
    """Return the SVG."""
    pieces = list(_pieces(events))
    rows = max(piece.row for piece in pieces) + 1
    width = round(COLUMNS * _CHARACTER + 2 * _MARGIN)
    height = _BAR + rows * _ROW + _MARGIN
    dots = "".join(f'<circle cx="{20 + 20 * n}" cy="17" r="6" fill="{fill}"/>' for n, fill in enumerate(("#ff5f57", "#febc2e", "#28c840")))  # fmt: skip
    texts = "\n".join(
        f'<text class="e {piece.look}" style="animation-delay:{piece.at:.2f}s" x="{_MARGIN + piece.column * _CHARACTER:.1f}" '
        f'y="{_BAR + (piece.row + 1) * _ROW}">{escape(piece.text, quote=False)}</text>'.replace(' "', '"')
        for piece in pieces
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{escape(title)}">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n"
        f'<rect width="{width}" height="{height}" rx="10" fill="#0d1117"/>{dots}\n{texts}\n</svg>\n'
    )


def text_of(events: list[Event]) -> str:
    """Return what stands in the terminal at the end, without its colours."""
    rows: dict[int, str] = {}
    for piece in _pieces(events):
        rows[piece.row] = rows.get(piece.row, "") + piece.text
    return "\n".join(rows.get(number, "") for number in range(max(rows) + 1))


def _pieces(events: list[Event]) -> Iterator[_Piece]:
    row, column, look, at = 0, 0, "", 0.0
    for event in events:
        at += event.after + (0.06 * len(event.text) if event.typed else 0)
        for part in re.split(r"(\n|\x1b\[[\d;]*m)", event.text):
            if part == "\n":
                row, column = row + 1, 0
            elif found := _SGR.fullmatch(part):
                look = _CLASSES.get(found[1], "")
            else:
                left = part
                while left:  # a terminal goes on in the next row
                    text, left = left[: COLUMNS - column], left[COLUMNS - column :]
                    if text.strip():
                        yield _Piece(row, column, text, "t" if event.typed else look, at)
                    column += len(text)
                    if left:
                        row, column = row + 1, 0
