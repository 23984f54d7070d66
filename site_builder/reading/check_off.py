"""What a file says that it does not want to be told of: the field `check_off`, and comments `<!-- check: off code -->` in its text."""

import re

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.check import Off
from site_builder.model.posting import Facts
from site_builder.reading.codes import BETWEEN
from site_builder.reading.document import Document
from site_builder.reading.fields import Sorted

_COMMENT = re.compile(
    r"(?:(?<=\S)[ \t]+)?(?<!`)<!--[ \t]*check[ \t]*:[ \t]*off\b[ \t:]*(?P<codes>[^<>\n]*?)[ \t]*-->", re.IGNORECASE
)

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


class Comments(Struct, frozen=True):
    """The comments of a text that turn codes off, taken out of it: the codes, and the lines of the file that held nothing else."""

    off: tuple[Off, ...] = ()
    lines: tuple[int, ...] = ()


def without_comments(document: Document) -> tuple[Document, Comments]:
    """Take the comments that turn codes off out of a text, each with its line where nothing else stands there: they leave no trace in the page.

    What a text shows as code, in a fence or between backticks, turns off nothing.
    """
    if "<!--" not in document.body or not _COMMENT.search(document.body):
        return document, Comments()
    rows = []
    off: list[Off] = []
    lines: list[int] = []
    fence = ""  # the signs that end the block of code in which the row stands
    for number, row in enumerate(document.body.split("\n"), document.body_line):
        if fence:
            rows.append(row)
            fence = "" if row.strip().startswith(fence) else fence
            continue
        if opened := _FENCE.match(row):
            rows.append(row)
            fence = opened[1]
            continue
        found = list(_COMMENT.finditer(row))
        off += [Off(number, code) for one in found for code in filter(None, BETWEEN.split(one["codes"].lower()))]
        rest = _COMMENT.sub("", row)
        if found and not rest.strip():
            lines.append(number)
        else:
            rows.append(rest.rstrip() if found else row)
    return replace(document, body="\n".join(rows)), Comments(tuple(off), tuple(lines))


def with_off(facts: Facts, document: Document, given: Sorted, comments: Comments) -> Facts:
    """Return facts with what their file turns off, and problems on the lines that they have in the file."""
    name = given.names.get("check_off", "")
    stated = [Off(_line_of(document, name, code), code) for code in given.values.get("check_off", ())]
    if not stated and not comments.off:
        return facts
    problems = facts.problems
    if comments.lines:
        problems = tuple(
            replace(problem, line=_line_in_file(problem.line, comments.lines))
            if problem.line >= document.body_line
            else problem
            for problem in problems
        )
    return replace(facts, problems=problems, off=tuple(sorted({*stated, *comments.off})))


def _line_of(document: Document, name: str, code: str) -> int:
    """Return the line of a code within the field, where the file has one for each."""
    value = document.values.get(name)
    place = next((place for place, item in enumerate(value) if item == code), 0) if isinstance(value, list) else 0
    return document.line_of(f"{name}.{place}")


def _line_in_file(line: int, lines_taken_out: tuple[int, ...]) -> int:
    for taken_out in lines_taken_out:
        line += taken_out <= line
    return line
