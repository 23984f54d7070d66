"""Draws seconds against postings, both in powers of ten, as an SVG that reads in light and dark."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tests.benchmarks.cases import CASES, COLD
from tests.benchmarks.peers.ours import NAME as OURS
from tests.benchmarks.rounds import Result

_WIDTH, _HEIGHT = 820, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 250, 48, 56
# Labels at the lines' ends are at least so far apart.
_LABEL = 17
# What is drawn beside the cold builds: what the next build takes, of ours alone, as others build all of it again.
_ALSO = (CASES["nothing"][0].name, CASES["text"][0].name)
# Colours that have contrast on white and on near-black (each pair: light, dark).
_COLOURS = [
    ("#0b57d0", "#8ab4f8"),
    ("#c5221f", "#f28b82"),
    ("#b06000", "#fdd663"),
    ("#137333", "#81c995"),
    ("#8430ce", "#d7aefb"),
    ("#00796b", "#78d9ec"),
]


@dataclass(frozen=True)
class _Line:
    """One line: its name, which colour, whether it is dashed, and its points (postings, seconds)."""

    name: str
    colour: int
    dashes: str
    points: tuple[tuple[int, float], ...]


def draw(results: Sequence[Result]) -> str:
    """Return the chart as SVG: a line for each generator's cold build, and ours after no change and after one edit."""
    lines = _lines([one for one in results if not one.failed])
    if not lines:
        return ""
    counts = [count for line in lines for count, _ in line.points]
    seconds = [value for line in lines for _, value in line.points]
    across = _Scale(min(counts), max(counts), _LEFT, _WIDTH - _RIGHT)
    up = _Scale(min(seconds), max(seconds), _HEIGHT - _BOTTOM, _TOP)
    summary = "; ".join(f"{line.name}: {', '.join(f'{n:,} in {s:.2f} s' for n, s in line.points)}" for line in lines)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="title summary">',
            '<title id="title">Seconds for a build against the number of postings</title>',
            f'<desc id="summary">{escape(summary)}</desc>',
            f"<style>{_style()}</style>",
            f'<rect class="ground" width="{_WIDTH}" height="{_HEIGHT}" rx="8"/>',
            f'<text class="words" x="{_LEFT}" y="26">Seconds for a build (lower is better)</text>',
            *_grid(across, up),
            *(_drawn(line, across, up) for line in lines),
            *_labels(lines, across, up),
            "</svg>\n",
        ]
    )


class _Scale:
    """A logarithmic axis from whole power of ten to whole power of ten."""

    def __init__(self, lowest: float, highest: float, start: float, end: float) -> None:
        self.first = math.floor(math.log10(lowest) + 1e-9)
        self.last = max(math.ceil(math.log10(highest) - 1e-9), self.first + 1)
        self._start, self._end = start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return round(self._start + share * (self._end - self._start), 1)

    @property
    def powers(self) -> list[int]:
        """The exponents of ten that have a line of the grid."""
        return list(range(self.first, self.last + 1))


def _lines(results: Sequence[Result]) -> list[_Line]:
    tools = list(dict.fromkeys(one.tool for one in results))
    wanted = [(tool, COLD) for tool in tools] + [(OURS, case) for case in _ALSO]
    lines = []
    for tool, case in wanted:
        points = sorted((one.postings, one.seconds) for one in results if (one.tool, one.case) == (tool, case))
        if points:
            dashes = "" if case == COLD else ("7 4" if case == _ALSO[1] else "2 4")
            name = tool if case == COLD else f"{tool}, {case}"
            lines.append(_Line(name, tools.index(tool) % len(_COLOURS), dashes, tuple(points)))
    return lines


def _style() -> str:
    light = "".join(f".c{number}{{--line:{light}}}" for number, (light, _) in enumerate(_COLOURS))
    dark = "".join(f".c{number}{{--line:{dark}}}" for number, (_, dark) in enumerate(_COLOURS))
    return (
        "text{font:13px system-ui,sans-serif}.words{fill:#1f1f1f}.ground{fill:#fff}.grid{stroke:#1f1f1f;stroke-opacity:.18}"
        f"path{{fill:none;stroke:var(--line);stroke-width:2.5}}circle,.name{{fill:var(--line)}}{light}"
        "@media(prefers-color-scheme:dark){.words{fill:#e8eaed}.ground{fill:#17191c}.grid{stroke:#e8eaed}" + dark + "}"
    )


def _grid(across: _Scale, up: _Scale) -> list[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    parts = []
    for power in up.powers:
        y = up(10**power)
        parts += [
            f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}"/>',
            f'<text class="words" x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{10**power:g} s</text>',
        ]
    for power in across.powers:
        x = across(10**power)
        parts += [
            f'<line class="grid" x1="{x}" y1="{_TOP}" x2="{x}" y2="{bottom}"/>',
            f'<text class="words" x="{x}" y="{bottom + 20}" text-anchor="middle">{10**power:,}</text>',
        ]
    middle = (_LEFT + right) / 2
    return [*parts, f'<text class="words" x="{middle}" y="{bottom + 42}" text-anchor="middle">postings</text>']


def _drawn(line: _Line, across: _Scale, up: _Scale) -> str:
    places = [(across(count), up(seconds)) for count, seconds in line.points]
    way = "M" + " L".join(f"{x} {y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3.5"/>' for x, y in places)
    dashes = f' stroke-dasharray="{line.dashes}"' if line.dashes else ""
    return f'<g class="c{line.colour}"><path d="{way}"{dashes}/>{dots}</g>'


def _labels(lines: Sequence[_Line], across: _Scale, up: _Scale) -> list[str]:
    """The lines' names at their ends, moved apart where they would lie on each other.

    Where a line ends before others do, its name stands above its end, as theirs may go on beside it.
    """
    parts: list[str] = []
    last = max(line.points[-1][0] for line in lines)
    # Lines end in different columns; only labels of one column can meet.
    lowest: dict[float, float] = {}
    for y, line in sorted(((up(line.points[-1][1]), line) for line in lines), key=lambda one: one[0]):
        x = across(line.points[-1][0]) + 10
        others_go_on = len(line.points) > 1 and line.points[-1][0] < last
        lowest[x] = max(y - _LABEL if others_go_on else y, lowest.get(x, -math.inf) + _LABEL)
        parts.append(f'<text class="name c{line.colour}" x="{x}" y="{lowest[x] + 4:.1f}">{escape(line.name)}</text>')
    return parts
