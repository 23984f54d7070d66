"""What a process remembers from one build of a site to the next, so that what did not change is not worked out again."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Result = TypeVar("Result")


class Memory:
    """Results with what they were made of. It holds for one set of settings, one theme and one day; what they decide is not asked again.

    What a build did not ask for is forgotten with the next `begin`. A build that happens once has one that `keeps` nothing.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._before: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._now: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    def begin(self) -> None:
        """Begin a build."""
        self._before, self._now = self._now, {}

    def recall(self, name: Hashable, inputs: tuple[Any, ...], make: Callable[[], Result]) -> Result:
        """Return the result of this name that was made of equal inputs in the last build, or make it now.

        The inputs are all that `make` depends on, beside the settings, the theme and the day.
        """
        if not self._keeps:
            return make()
        known = self._before.get(name)
        if known is None or known[0] != inputs:
            known = inputs, make()
        self._now[name] = known
        result: Result = known[1]
        return result

    def same(self, name: Hashable, value: Result) -> Result:
        """Return the value of this name from the last build when this one is equal to it: comparing that one with itself takes no time."""
        return self.recall(name, (value,), lambda: value)
