"""The line of a problem and the marks below it."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.problem import Problem
from site_builder.reporting.excerpt import LONGEST, excerpt
from site_builder.reporting.report import Span, span_of
from tests.reporting.reports import PROBLEMS, report


def test_marks_stand_below_the_part() -> None:
    """One mark for each character."""
    assert excerpt("title: BAKER", Span(8, 5)) == ("title: BAKER", "       ^^^^^")


def test_wide_letters_take_two_columns() -> None:
    """Letters of Japanese are two columns wide, before the part and in it; combining marks have none."""
    assert excerpt("日本語 [x]", Span(5, 3)) == ("日本語 [x]", "       ^^^")
    assert excerpt("x 日本", Span(3, 2)) == ("x 日本", "  ^^^^")
    assert excerpt("e\u0301 x", Span(4, 1)) == ("e\u0301 x", "  ^")


def test_what_does_not_print_is_shown() -> None:
    """A tab is four spaces, an escape is named, and the marks are where they belong."""
    assert excerpt("\tx", Span(2, 1)) == ("    x", "    ^")
    assert excerpt("a\x1b[31mb", Span(7, 1)) == ("a[U+001B][31mb", " " * 13 + "^")


def test_a_long_line_is_cut_around_the_part() -> None:
    """Some words before the part stay, and signs say that there is more on either side."""
    shown, marks = excerpt("a" * 500 + "HERE" + "b" * 500, Span(501, 4))
    assert shown == "…" + "a" * 30 + "HERE" + "b" * 66 + "…"
    assert marks == " " * 31 + "^^^^"


@given(st.text(alphabet="aé日\u0301\t\x1b ", max_size=300), st.integers(1, 310), st.integers(1, 310))
def test_any_line_and_part(row: str, column: int, length: int) -> None:
    """Whatever the line: the excerpt prints, is not wider than it may be, and has a mark within it."""
    shown, marks = excerpt(row, Span(column, length))
    width = sum(0 if unicodedata.combining(char) else 2 if char == "日" else 1 for char in shown)
    assert shown.isprintable()
    assert width <= LONGEST + 2
    assert set(marks.lstrip(" ")) == {"^"}
    assert len(marks) <= max(width, 1)


@pytest.mark.parametrize(
    ("message", "row", "span"),
    [
        ('"maybe" does not say', "remote: maybe", Span(9, 5)),
        ('`remote`: "perhaps" does not say', "remote: maybe", Span(1, 6)),
        ('`salary.unit`: "" is missing', "  unit: ''", Span(3, 4)),
        ('"a very long tex…" is too long', "x: a very long text that", Span(4, 15)),
        ("the posting is wrong", "  title: x  ", Span(3, 8)),
    ],
)
def test_the_part_is_what_the_message_quotes(message: str, row: str, span: Span) -> None:
    """A quoted value that stands in the line, else a name, else the whole line without the spaces around it."""
    assert span_of(Problem("a.md", 1, "x-wrong", message, ""), row) == span


def test_what_the_whole_file_lacks_has_no_line(tmp_path: Path) -> None:
    """Neither has a problem of line 0, nor one on a line of hyphens."""
    assert [report(tmp_path).row(problem) is None for problem in PROBLEMS] == [True, False, False, False, True]
    assert report(tmp_path).row(Problem("content/a.md", 4, "front-matter-open", "", "")) is None
