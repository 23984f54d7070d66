"""Problems say where on their line the thing stands that they are about."""

import pytest

from site_builder.model.problem import Problem
from site_builder.reading.columns import with_columns


@pytest.mark.parametrize(
    ("line", "message", "column", "length"),
    [
        (2, '"60k" does not say the currency', 9, 3),
        (2, '`salary`: "60k" and "x"', 9, 3),
        (2, f'"{"6" * 3}…" is long', 0, 0),
        (3, '"a very long text that is cut…" says too much', 8, 28),
        (2, '"70k" stands elsewhere', 0, 0),
        (2, "nothing is quoted", 0, 0),
        (0, '"60k" in a file without lines', 0, 0),
        (9, '"60k" below the last line', 0, 0),
    ],
)
def test_columns(line: int, message: str, column: int, length: int) -> None:
    """The first quoted text counts, where it stands on the line; one that is cut by as much as is shown of it."""
    source = "---\nsalary: 60k\ntitle: a very long text that is cut off somewhere\n---\n"
    (problem,) = with_columns([Problem("a.md", line, "x-y", message, "Mend.")], source)
    assert (problem.column, problem.length) == (column, length)


def test_a_column_that_is_known_stays() -> None:
    """Whoever made the problem knows better."""
    known = Problem("a.md", 1, "x-y", '"a" and "b"', "Mend.", column=7, length=2)
    assert with_columns([known], "a b") == [known]
