"""An author's mistake as a value: what is wrong, where, and what to write instead."""

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a problem matters: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True, order=True):
    """One mistake in one place.

    `path` is relative to the site's folder, with `/`; `line` counts from 1 and is 0 where the whole file is meant.
    `code` is stable and in kebab case (`title-missing`). `message` says what is wrong, `mend` what to write instead.
    """

    path: str
    line: int
    code: str
    message: str
    mend: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Give the problem as people and editors read it: `path:line: severity: message [code]`, then what to do."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.severity}: {self.message} [{self.code}]\n    {self.mend}"
