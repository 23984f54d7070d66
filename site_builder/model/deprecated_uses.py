"""What is said where a name is used that was replaced or will go."""

from collections.abc import Iterable

from msgspec.structs import replace

from site_builder.model import deprecated
from site_builder.model.deprecated import Deprecated
from site_builder.model.problem import Problem, Severity


def use_of(one: Deprecated, path: str, line: int, column: int = 0, length: int = 0) -> Problem:
    """Return the problem that a name is used in a place."""
    return Problem(path, line, one.code, one.message, one.what_to_write, Severity.WARNING, column, length)


def said_once(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Return problems with each old name said once, at the first of its places, with the number of the others."""
    messages = {one.message for one in deprecated.NAMES}
    if not messages:
        return problems
    others: list[Problem] = []
    uses: dict[str, list[Problem]] = {}
    for problem in sorted(problems):
        (uses.setdefault(problem.message, []) if problem.message in messages else others).append(problem)
    return [*others, *map(_first_of, uses.values())]


def _first_of(uses: list[Problem]) -> Problem:
    first, more = uses[0], len(uses) - 1
    if not more:
        return first
    message = f"{first.message} (here and in {more} more {'place' if more == 1 else 'places'})"
    return replace(first, message=message, mend=f"{first.mend} `site-builder check` names all places.")
