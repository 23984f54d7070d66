"""What a process remembers from one build of a site to the next, so that what did not change is not worked out again."""

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Memory:
    """Results with what they were made of. It holds for one set of settings, one theme and one day; what they decide is not asked again.

    What a build did not ask for is forgotten with the next `begin`, unless that build stopped before its end. A build that happens once has
    a memory that `keeps` nothing.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._before: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._now: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._is_complete = True
        self._parts: dict[str, Memory] = {}

    def part(self, name: str) -> "Memory":
        """Return a memory within this one, whose names are its own: for one tree of a site in several languages. The empty name is this one's."""
        if not name:
            return self
        if name not in self._parts:
            self._parts[name] = Memory(keeps=self._keeps)
            self._parts[name].begin()
        return self._parts[name]

    @property
    def keeps(self) -> bool:
        """Whether anything is kept for the next build."""
        return self._keeps

    def begin(self) -> None:
        """Begin a build."""
        self._before, self._now = (self._now if self._is_complete else self._before | self._now), {}
        self._is_complete = False
        for part in self._parts.values():
            part.begin()

    def complete(self) -> None:
        """Say that the build has asked for all that it will."""
        self._is_complete = True
        for part in self._parts.values():
            part.complete()

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
            return list(map(make, items))
        known = self._before.get(name)
        if known is None or known[0] != inputs:
            results = [make(item) for item in items]
        else:
            then, made = known[1]
            results = made if then is items else _made_before(then, made, items, make)
        self._now[name] = inputs, (items, results)
        return results

    def in_order(self, name: Hashable, items: Sequence[Item], key: Callable[[Item], Any]) -> list[Item]:
        """Return values that never change in the order of a key."""
        known = self._before.get(name) if self._keeps else None
        if known is None:
            ordered = sorted(items, key=key)
        else:
            then, in_order = known[1]
            start, end_then, end = differing(then, items)
            ordered = list(in_order)
            for item in then[start:end_then]:
                place = bisect_left(ordered, key(item), key=key)
                del ordered[next(at for at in range(place, len(ordered)) if ordered[at] is item)]
            for item in items[start:end]:
                insort(ordered, item, key=key)
        if self._keeps:
            self._now[name] = (), (items, ordered)
        return ordered

    def same(self, name: Hashable, value: Result) -> Result:
        """Return the value of this name from the last build when this one is equal to it: comparing that one with itself takes no time."""
        return self.recall(name, (value,), lambda: value)


def differing(before: Sequence[object], now: Sequence[object]) -> tuple[int, int, int]:
    """Return where two sequences differ: `start`, `end_before`, `end_now`.

    They begin with the same `start` objects, and `before[end_before:]` and `now[end_now:]` are the same ones too. It looks into none of them.
    """
    shortest = min(len(before), len(now))
    start = next(_places_of_others(before, now), shortest)
    ending = min(next(_places_of_others(reversed(before), reversed(now)), shortest), shortest - start)
    return start, len(before) - ending, len(now) - ending


def others(before: Sequence[object], now: Sequence[object]) -> list[int]:
    """Return the places at which two sequences of one length do not hold the same object. It looks into none of them."""
    return list(_places_of_others(before, now))


def _places_of_others(before: Iterable[object], now: Iterable[object]) -> Iterator[int]:
    return compress(count(), map(is_not, before, now))


def _made_before(
    then: Sequence[Item], made: list[Result], items: Sequence[Item], make: Callable[[Item], Result]
) -> list[Result]:
    """Return what is made of each item: what was `made` of that very one `then`, or else made now."""
    if len(then) == len(items):
        places = others(then, items)
        known = {id(then[place]): made[place] for place in places}
        results = list(made)
        for place in places:
            item = items[place]
            results[place] = known[id(item)] if id(item) in known else make(item)
        return results
    start, end_then, end = differing(then, items)
    known = dict(zip(map(id, then[start:end_then]), made[start:end_then], strict=True))
    anew = [known[id(item)] if id(item) in known else make(item) for item in items[start:end]]
    return [*made[:start], *anew, *made[end_then:]]
