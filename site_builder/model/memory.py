"""What a process remembers from one build of a site to the next, so that what did not change is not worked out again."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Memory:
    """Results with what they were made of. It holds for one set of settings, one theme and one day; what they decide is not asked again.

    What a build did not ask for is forgotten with the next `begin`. A build that happens once has one that `keeps` nothing.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._before: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._now: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}

    @property
    def keeps(self) -> bool:
        """Whether anything is kept for the next build."""
        return self._keeps

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

    def each(
        self, name: Hashable, items: Sequence[Item], make: Callable[[Item], Result], *inputs: object
    ) -> list[Result]:
        """Return what is made of each of some values that never change, and of other inputs.

        When those are equal to the last build's, the same is given for the same values as then: a walk over them that looks into none.
        """
        if not self._keeps:
            return [make(item) for item in items]
        known = self._before.get(name)
        if known is None or known[0] != inputs:
            results = [make(item) for item in items]
        else:
            then, made = known[1]
            places: dict[int, int] = {}

            def found(item: Item) -> Result:
                if not places:
                    places.update({id(one): place for place, one in enumerate(then)})
                place = places.get(id(item))
                result: Result = make(item) if place is None else made[place]
                return result

            if len(then) == len(items):
                triples = zip(items, then, made, strict=True)
                results = [result if item is one else found(item) for item, one, result in triples]
            else:
                results = [found(item) for item in items]
        self._now[name] = inputs, (items, results)
        return results

    def same(self, name: Hashable, value: Result) -> Result:
        """Return the value of this name from the last build when this one is equal to it: comparing that one with itself takes no time."""
        return self.recall(name, (value,), lambda: value)
