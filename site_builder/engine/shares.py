"""Which process does which of many items."""

from itertools import pairwise


class Shares:
    """Runs of positions that are still to be handed out: a share for each process.

    A process goes through its own share in order, since neighbours have much in common, which is then worked out once. When that is done it takes
    from the end of the largest share that is left.
    """

    def __init__(self, items: int, processes: int, size: int) -> None:
        """Divide so many items evenly among so many processes, to be handed out in chunks of a size."""
        self._size = size
        bounds = [items * number // processes for number in range(processes + 1)]
        self._left = [range(first, end) for first, end in pairwise(bounds)]

    def next_for(self, process: int) -> range | None:
        """Return the next positions for a process (by its number, from 0), and None when all are handed out."""
        own = self._left[process]
        if own:
            self._left[process] = own[self._size :]
            return own[: self._size]
        largest = max(range(len(self._left)), key=lambda one: len(self._left[one]))
        left = self._left[largest]
        self._left[largest] = left[: -self._size]
        return left[-self._size :] or None
