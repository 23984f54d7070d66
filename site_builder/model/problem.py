"""An author's mistake as a value: what is wrong, where, and what to write instead."""

from enum import StrEnum
from typing import Self

from msgspec.structs import replace

from site_builder.model.value import Value


class Severity(StrEnum):
    """How much a problem matters: an error stops publishing, a warning does not, and a note is advice that nobody need follow."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def printable(text: str) -> str:
    """Return a text on one line, with what does not print (escapes, line ends, marks of direction) as `[U+001B]`."""
    return "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in text)


class Problem(Value, frozen=True, order=True):
    """One mistake in one place.

    `path` is relative to the site's folder, with `/`; `line` counts from 1 and is 0 where the whole file is meant.
    `code` is stable and in kebab case (`title-missing`). `message` says what is wrong, `mend` what to write instead. `column` counts from 1, in
    characters, and is 0 where the whole line is meant; `length` is in characters.
    """

    path: str
    line: int
    code: str
    message: str
    mend: str
    severity: Severity = Severity.ERROR
    column: int = 0
    length: int = 0

    def printable(self) -> Self:
        """Return the problem as a terminal may show it: what files and texts hold cannot steer it, nor begin a new line."""
        return replace(self, path=printable(self.path), message=printable(self.message), mend=printable(self.mend))

    @property
    def place(self) -> str:
        """The place as editors read it: `path:line`, or the path alone."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        """Give the problem as people and editors read it: `path:line: severity: message [code]`, then what to do."""
        safe = self.printable()
        return f"{safe.place}: {safe.severity}: {safe.message} [{safe.code}]\n    {safe.mend}"
