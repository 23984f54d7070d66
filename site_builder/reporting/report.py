"""What all formats of a report have in common: the problems, and the lines of the files that they are about."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from site_builder.engine.regular_file import read_start
from site_builder.model.problem import Problem, Severity
from site_builder.reading.source_text import LARGEST_FILE


class Span(NamedTuple):
    """Part of a line: the column of its first character, from 1, and its length in characters."""

    column: int
    length: int


class CheckReport(Struct, frozen=True, dict=True):
    """What a check of the site in `root` found on a day.

    `files` lie in `content/`. `prefix` leads from the folder in which the program was started to the site's (`site/`), where the one lies below the
    other: GitHub knows files by their path in the repository. `most_alike` is how many warnings of one code people are shown (None: all).
    """

    root: Path
    today: date
    problems: tuple[Problem, ...]
    files: int
    prefix: str = ""
    most_alike: int | None = None

    def row(self, problem: Problem) -> str | None:
        """Return the line that a problem is about, None where it is about no line that says anything."""
        # What a whole file lacks is noted on its first line, which has nothing to do with it.
        is_of_file = not problem.line or (problem.line == 1 and problem.code.endswith("-missing"))
        rows = () if is_of_file else self._rows(problem.path)
        row = rows[problem.line - 1] if 0 < problem.line <= len(rows) else ""
        return None if not row.strip() or _MARK.fullmatch(row) else row

    @cached_property
    def _rows(self) -> "_Rows":
        return _Rows(self.root)


_MARK = re.compile(r"\s*(?:-{3,}|\+{3,})\s*")
"""Above the fields stands a line that says nothing: there belongs what the whole file lacks."""


class _Rows:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._read = lru_cache(maxsize=16)(self._read_file)  # problems come file by file

    def __call__(self, path: str) -> tuple[str, ...]:
        return self._read(path)

    def _read_file(self, path: str) -> tuple[str, ...]:
        try:
            data, size = read_start(self._root / path, LARGEST_FILE + 1)
        except (OSError, ValueError):
            return ()
        if size > LARGEST_FILE:
            return ()
        text = data.decode("utf-8", errors="replace").replace("\ufeff", "")
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def span_of(problem: Problem, row: str) -> Span:
    """Return the part of its line that a problem is about.

    It is what the problem says; else the first thing that its message quotes and that stands in the line; else the whole line.
    """
    if problem.column:
        return Span(problem.column, max(1, problem.length or len(row.rstrip()) - problem.column + 1))
    for quoted in _quoted(problem.message):
        place = row.find(quoted)
        if place >= 0:
            return Span(place + 1, len(quoted))
    indent = len(row) - len(row.lstrip())
    return Span(indent + 1, max(1, len(row.strip())))


_QUOTED = re.compile(r'"([^"]+)"')
_NAMED = re.compile(r"`([^`]+)`")


def _quoted(message: str) -> list[str]:
    """Return what a message quotes: values before names, and of dotted names the last part too."""
    values = [value.removesuffix("…").rstrip() for value in _QUOTED.findall(message)]
    names = _NAMED.findall(message)
    return [one for one in (*values, *names, *(name.rpartition(".")[2] for name in names)) if one]


def counts_of(problems: tuple[Problem, ...]) -> Mapping[tuple[Severity, str], int]:
    """Return how many problems there are by severity and code: errors first, then the most frequent."""
    counts: dict[tuple[Severity, str], int] = {}
    order = list(Severity)
    for problem in problems:
        key = (problem.severity, problem.code)
        counts[key] = counts.get(key, 0) + 1
    return dict(sorted(counts.items(), key=lambda one: (order.index(one[0][0]), -one[1], one[0][1])))
