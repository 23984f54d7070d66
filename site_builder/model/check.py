"""What shall be looked for where: `[check]` in site.toml, and what a file says for itself."""

from site_builder.model.problem import Severity
from site_builder.model.value import Value


class Check(Value, frozen=True):
    """`[check]`: codes and names of groups that are turned off, and those that are asked for, by folder below `content/` (`""` for all of it).

    The nearest folder's word counts, and that of a code before that of its group. `severity` gives codes another severity. A posting without an
    end that is open for more than `oldest_days` is reported: four months, by which most jobs are filled.
    """

    off: dict[str, tuple[str, ...]] = {}
    ask: dict[str, tuple[str, ...]] = {}
    severity: dict[str, Severity] = {}
    oldest_days: int = 120


class Off(Value, frozen=True, order=True):
    """A code that a file turns off for itself, and the line on which it says so."""

    line: int
    code: str
