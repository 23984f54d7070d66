"""Many items, one small task: in this process when they are few, on all cores when they are many."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from types import TracebackType
from typing import Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting processes costs about 0.2 s; an item costs about a millisecond.
FEW = 100
_CHUNKS_PER_PROCESS = 16

Watch = Callable[[str, int, int], None]


class WorkerDiedError(Exception):
    """A process was killed from outside, or ran out of memory."""


class Workers:
    """A pool that is started when it is first needed. Tasks are small picklable callables that do their own input and output."""

    def __init__(self, processes: int | None = None, watch: Watch | None = None) -> None:
        """Use `processes` at most (all cores by default); `watch(what, done, total)` is told of progress."""
        self._processes = processes or os.cpu_count() or 1
        self._watch = watch
        self._pool: ProcessPoolExecutor | None = None

    def map(self, task: Callable[[Item], Result], items: Sequence[Item], what: str = "") -> list[Result]:
        """Return what the task makes of each item, in the items' order. Raises what a task raises, or WorkerDiedError."""
        if len(items) < FEW or self._processes == 1:
            results: list[Result] = []
            for item in items:
                results.append(task(item))
                self._tell(what, len(results), len(items))
            return results
        chunk = max(1, len(items) // (self._processes * _CHUNKS_PER_PROCESS))
        results = []
        try:
            for result in self._start().map(task, items, chunksize=chunk):
                results.append(result)
                self._tell(what, len(results), len(items))
        except BrokenProcessPool as broken:
            raise WorkerDiedError(
                f"a worker process died while {what or 'working'} ({len(results)} of {len(items)} were done)"
            ) from broken
        return results

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._watch is not None:
            self._watch(what, done, total)

    def _start(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not "fork": a fork of a process with threads (the dev server has some) can deadlock.
            method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
            self._pool = ProcessPoolExecutor(self._processes, mp_context=get_context(method))
        return self._pool

    def __enter__(self) -> Self:
        """Return the workers; leaving the block ends the processes."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the processes; after an error without waiting for what they have in hand."""
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)
            self._pool = None
