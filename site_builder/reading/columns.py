"""Where on its line the thing stands that a problem is about."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from site_builder.model.problem import Problem


def with_columns(problems: Iterable[Problem], source: str) -> list[Problem]:
    """Return problems with their column and length, where the text that a message quotes stands on the line it names.

    `source` is the text of the whole file. A problem keeps a column of its own, and has none where nothing is quoted or found.
    """
    rows: list[str] | None = None
    found = []
    for problem in problems:
        quoted = _QUOTED.search(problem.message) if problem.line and not problem.column else None
        if quoted is not None:
            rows = source.split("\n") if rows is None else rows
            text = quoted[1].removesuffix("…")
            start = rows[problem.line - 1].find(text) if text and problem.line <= len(rows) else -1
            if start >= 0:
                found.append(replace(problem, column=start + 1, length=len(text)))
                continue
        found.append(problem)
    return found


_QUOTED = re.compile(r'"([^"]+)"')
