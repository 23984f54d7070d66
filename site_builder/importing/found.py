"""What a source says, whatever its form: the values it states, its text, and what people should know of it."""

from typing import Any, NamedTuple

from msgspec import Struct

from site_builder.model.problem import Problem, Severity
from site_builder.reading.proposals import Proposal


class Said(NamedTuple):
    """A value that a source states, under the name it uses.

    `where` says where, for people: "line 3", "its JSON-LD". `words` are those of a text that leave it for the field (`Ort: Bonn`), else empty.
    """

    name: str
    value: Any
    where: str
    words: str = ""


def likely(field: str, value: str, reason: str, line: int = 0, column: int = 0, length: int = 0) -> Proposal:
    """Return a proposal that is not certain, of words on a line, or of none that a line is known of."""
    return Proposal(field, value, certain=False, line=line, column=column, length=length, reason=reason)


class Note(NamedTuple):
    """What people should know of a source, on a line of it (0: no line): what is wrong or left out, and what to do."""

    line: int
    code: str
    message: str
    mend: str

    def problem(self, path: str) -> Problem:
        """Return it as a warning about a file."""
        return Problem(path, self.line, self.code, self.message, self.mend, Severity.WARNING)


class Found(Struct, frozen=True):
    """What a source says of one job.

    `said` are the values it states. `text` is its text as Markdown, `prose` the same as plain lines, of which the first is the source's line
    `prose_line` (0: the source has no lines that people see, as a saved page). `likely` are values that its form makes likely (a page's
    heading).
    """

    said: tuple[Said, ...] = ()
    text: str = ""
    prose: str = ""
    prose_line: int = 0
    likely: tuple[Proposal, ...] = ()
    notes: tuple[Note, ...] = ()
