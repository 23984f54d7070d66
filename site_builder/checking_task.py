"""What a worker does with a source file that is checked: read it, and ask the rules. A small picklable value that does its own input."""

from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from site_builder.checking.catalogue import ALL
from site_builder.checking.looking import problems_of
from site_builder.checking.rule import Rule, Subject
from site_builder.model.config import Config
from site_builder.model.posting import JobPosting
from site_builder.model.problem import Problem
from site_builder.model.value import Value
from site_builder.reading.document import Document
from site_builder.reading.fields import Sorted
from site_builder.reading.html_text import lines_of
from site_builder.reading.source_text import decode
from site_builder.reading_task import ReadFile, ReadTask


class Look(Value, frozen=True):
    """What is kept of a look at a file: what the rules found that do not depend on the day, and what the others need.

    `lines` and `body_line` are those of the `Subject`.
    """

    problems: tuple[Problem, ...] = ()
    lines: dict[str, int] = {}
    body_line: int = 0


class CheckedFile(NamedTuple):
    """A file that was read and looked at: its reading, and the `Look` as MessagePack."""

    read: ReadFile
    look: bytes


class CheckTask(Value, frozen=True):
    """Read one file of the site and ask rules that do not depend on the day, by their codes."""

    reading: ReadTask
    config: Config
    codes: tuple[str, ...]

    def __call__(self, path: str) -> CheckedFile:
        """Return what came of the file."""
        read, reading, data = self.reading.read(path)
        look = Look()
        if reading is not None and reading.facts.posting is not None and reading.document and reading.given:
            posting, lines = reading.facts.posting, _canonical(reading.document, reading.given)
            rows = tuple(decode(data).split("\n"))
            words = lines_of(reading.html)
            body_line = reading.document.body_line
            subject = Subject(posting, rows, lines, body_line, words, self.config)
            look = Look(tuple(problems_of(_rules(self.codes), subject, _NO_DAY)), lines, body_line)
        return CheckedFile(read, msgspec.msgpack.encode(look))


_NO_DAY = date.min


def subject_of_day(posting: JobPosting, look: Look, config: Config) -> Subject:
    """Return a posting as rules `by_day` see it: without its file's text, which is not read again every day."""
    return Subject(posting, (), look.lines, look.body_line, "", config)


@cache  # one site's, asked for every file
def _rules(codes: tuple[str, ...]) -> list[Rule]:
    return [rule for rule in ALL if rule.code in codes]


def _canonical(document: Document, given: Sorted) -> dict[str, int]:
    """Return the lines of a file's fields by canonical names, with the parts below them."""
    canonical = {written: name for name, written in given.names.items()}
    lines = dict(given.lines)
    for written, line in document.lines.items():
        first, dot, rest = written.partition(".")
        name = canonical.get(first)
        if name is not None and dot:
            lines[f"{name}.{rest}"] = line
    return lines
