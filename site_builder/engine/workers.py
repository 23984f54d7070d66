"""Many items, one small task: in this process when they are few, on all cores when they are many.

Not concurrent.futures: its processes stay behind when ours is killed, cannot be ended at once, and do not tell which item one of
them had in hand when it died.
"""

import os
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting processes costs about 0.2 s; an item costs about a millisecond.
FEW = 100
_CHUNKS_PER_PROCESS = 16
_LARGEST_CHUNK = 100
_NOTHING = -1

Watch = Callable[[str, int, int], None]


class WorkerDiedError(Exception):
    """A process was killed from outside, or ran out of memory. `item` names what it had in hand, if anything."""

    def __init__(self, message: str, item: str = "") -> None:
        """Say how far the work had come."""
        super().__init__(message)
        self.item = item


class Workers:
    """Processes that are started when they are first needed. Tasks are small picklable callables that do their own input and output."""

    def __init__(self, processes: int | None = None, watch: Watch | None = None) -> None:
        """Use `processes` at most (all cores by default); `watch(what, done, total)` is told of progress."""
        self._processes = processes or os.cpu_count() or 1
        self._watch = watch
        self._crew: list[_Worker] = []

    def map(
        self, task: Callable[[Item], Result], items: Sequence[Item], what: str = "", names: Sequence[str] = ()
    ) -> list[Result]:
        """Return what the task makes of each item, in the items' order. Raises what a task raises, or WorkerDiedError.

        After an error, Ctrl-C included, no process works on any more. `what` (a verb: "reading") and `names` (one for each item; without
        them, the items themselves) are for messages.
        """
        if len(items) < FEW or self._processes == 1:
            results: list[Result] = []
            for item in items:
                results.append(task(item))
                self._tell(what, len(results), len(items))
            return results
        try:
            return self._share(task, items, what, names or [str(item) for item in items])
        except BaseException:
            self._end()
            raise

    def _share(
        self, task: Callable[[Item], Result], items: Sequence[Item], what: str, names: Sequence[str]
    ) -> list[Result]:
        """Hand the items out in chunks: whoever is done gets the next."""
        size = min(_LARGEST_CHUNK, max(1, len(items) // (self._processes * _CHUNKS_PER_PROCESS)))
        chunks = iter(range(0, len(items), size))
        results: dict[int, list[Result]] = {}
        done = 0
        busy: dict[Connection, _Worker] = {}
        for worker in self._start(type(task).__module__):
            first = next(chunks, None)
            if first is not None:
                busy[worker.line] = worker
                worker.hand(task, first, items[first : first + size])
        while busy:
            for line in wait(list(busy)):
                assert isinstance(line, Connection)  # noqa: S101  # wait() takes sockets too, for a type checker
                worker = busy.pop(line)
                try:
                    first, made, error = line.recv()
                except (EOFError, OSError):
                    raise worker.obituary(what, names, done) from None
                if error is not None:
                    raise error
                results[first] = made
                done += len(made)
                self._tell(what, done, len(items))
                first = next(chunks, None)
                if first is not None:
                    busy[line] = worker
                    worker.hand(None, first, items[first : first + size])
        return [result for first in sorted(results) for result in results[first]]

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._watch is not None:
            self._watch(what, done, total)

    def _start(self, module: str) -> "list[_Worker]":
        if not self._crew:
            # Not "fork": a fork of a process with threads (the dev server has some) can deadlock.
            context: Any = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
            if context.get_start_method() == "forkserver":
                context.set_forkserver_preload([module])  # imported once, not once in every process
            in_hand = context.RawArray("q", [_NOTHING] * self._processes)
            for number in range(self._processes):
                line, far_end = context.Pipe()
                process = context.Process(target=_work, args=(far_end, in_hand, number), daemon=True)
                process.start()
                far_end.close()  # or the end of the process would not end the line
                self._crew.append(_Worker(process, line, in_hand, number))
        return self._crew

    def _end(self) -> None:
        """End the processes at once: what they have in hand is nobody's any more."""
        for worker in self._crew:
            worker.process.kill()
        for worker in self._crew:
            worker.process.join()
            worker.process.close()
            worker.line.close()
        self._crew = []

    def __enter__(self) -> Self:
        """Return the workers; leaving the block ends the processes."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        self._end()


class _Worker(NamedTuple):
    """A process, the line to it, and the shared list in which each process notes what it has in hand."""

    process: BaseProcess
    line: Connection
    in_hand: Any
    number: int

    def hand(self, task: Callable[[Item], object] | None, first: int, items: Sequence[Item]) -> None:
        """Send items; `first` is the number of the first of them. None: the task is that of before."""
        # A broken line is met again when the answer is read.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.line.send((task, first, items))

    def obituary(self, what: str, names: Sequence[str], done: int) -> WorkerDiedError:
        """Say what the dead process had in hand, and how much was done."""
        self.process.join()
        code = self.process.exitcode or 0
        how = f"was killed (signal {-code})" if code < 0 else "ended"
        number = self.in_hand[self.number]
        item = names[number] if number != _NOTHING else ""
        return WorkerDiedError(
            f"a worker process {how} while {what or 'working on'} {item or '…'} ({done} of {len(names)} were done)",
            item,
        )


def _work(line: Connection, in_hand: Any, number: int) -> None:
    """Do what comes down the line until it ends."""
    # Ctrl-C reaches every process of a terminal; the one that handed out the work ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    task: Callable[[Any], Any] | None = None
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            new_task, first, items = line.recv()
            task = task if new_task is None else new_task
            assert task is not None  # noqa: S101  # the first order brings it
            made = []
            error = None
            for position, item in enumerate(items, first):
                in_hand[number] = position
                if line.poll():
                    return  # nothing is sent to a busy worker: the line has ended, and with it whoever wanted the work
                try:
                    made.append(task(item))
                except Exception as raised:  # noqa: BLE001  # it is raised again where the work was handed out
                    raised.add_note("".join(traceback.format_exception(raised)))
                    error = raised
                    break
            in_hand[number] = _NOTHING
            line.send((first, made, error))
