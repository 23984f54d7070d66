"""Which codes are looked for in which files: what rules say, then site.toml's [check], then the file."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from msgspec.structs import replace

from site_builder.model.check import Check, Off
from site_builder.model.problem import Problem, Severity
from site_builder.model.source_files import below_content


class Switches:
    """Says what is on where."""

    def __init__(
        self, check: Check, groups: Mapping[str, str], asked: Collection[str] = (), *, always: Collection[str] = ()
    ) -> None:
        """Take `[check]`, the group of each code, the codes that have to be asked for, and codes and groups that were just asked for."""
        self._check, self._groups, self._asked = check, groups, asked
        self._always = always
        self.is_on = cache(self._is_on)

    def _is_on(self, folder: str, code: str) -> bool:
        """Say whether a code is looked for in a folder of the site (`content/engineering/`)."""
        names = (self._groups.get(code, ""), code)
        if any(name in self._always for name in names):
            return True
        on = code not in self._asked
        below = below_content(folder)
        for level in _levels(below):
            for name in names:  # a code's word after that of its group
                if name in self._check.off.get(level, ()):
                    on = False
                if name in self._check.ask.get(level, ()):
                    on = True
        return on

    def is_on_anywhere(self, code: str) -> bool:
        """Say whether a code is looked for in any folder."""
        return any(self.is_on(folder, code) for folder in {"", *self._check.off, *self._check.ask})

    def settled(
        self, problems: Iterable[Problem], off: Mapping[str, Iterable[Off]], own: Collection[str]
    ) -> list[Problem]:
        """Return the problems that are to be reported, with their severities; `off` are the codes that files turn off, `own` those of rules.

        An error that is none of a rule's keeps a file off the site: it cannot be turned off, nor made less.
        """
        codes_off = {path: {one.code for one in some} for path, some in off.items()}
        reported = []
        for problem in problems:
            if problem.severity is Severity.ERROR and problem.code not in own:
                reported.append(problem)
                continue
            names = {problem.code, self._groups.get(problem.code, "")}
            if names & codes_off.get(problem.path, set()) or not self.is_on(_folder(problem.path), problem.code):
                continue
            severity = self._check.severity.get(problem.code, problem.severity)
            reported.append(problem if severity is problem.severity else replace(problem, severity=severity))
        return reported


def _folder(path: str) -> str:
    return path.rpartition("/")[0] + "/"


@cache
def _levels(folder: str) -> tuple[str, ...]:
    """Return a folder's name with those above it, the uppermost (`""`) first."""
    parts = [part for part in folder.split("/") if part]
    return ("", *("/".join(parts[: count + 1]) + "/" for count in range(len(parts))))
