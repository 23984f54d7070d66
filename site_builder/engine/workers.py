"""Many items, one small task: in this process when they are few, on all cores when they are many.

Not concurrent.futures: its processes stay behind when ours is killed, cannot be ended at once, and do not tell which item one of
them had in hand when it died.
"""

import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

if TYPE_CHECKING:  # a build with little to do never loads these
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting processes costs about as much as a hundred items.
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


def collect_seldom() -> None:
    """Let Python's cyclic garbage collector look less often through what lives until the end of a build anyway."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


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
        if not self._shares(len(items)):
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

    def will_start(self, items: int) -> bool:
        """Tell whether processes would be started for that many items."""
        return self._shares(items) and not self._crew

    def start(self, task: type) -> None:
        """Start the processes for a kind of task now. `map` does so too, but a fork copies the locks of an open SQLite database."""
        self._crew = _crew(self._processes, task.__module__)

    def _shares(self, items: int) -> bool:
        return items >= FEW and self._processes > 1

    def _share(
        self, task: Callable[[Item], Result], items: Sequence[Item], what: str, names: Sequence[str]
    ) -> list[Result]:
        """Hand the items out in chunks: whoever is done gets the next."""
        from multiprocessing.connection import Connection, wait

        if not self._crew:
            self.start(type(task))
        size = min(_LARGEST_CHUNK, max(1, len(items) // (self._processes * _CHUNKS_PER_PROCESS)))
        chunks = iter(range(0, len(items), size))
        results: dict[int, list[Result]] = {}
        done = 0
        busy: dict[Connection, _Worker] = {}
        for worker in self._crew:
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

    process: "BaseProcess"
    line: "Connection"
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


def _crew(processes: int, module: str) -> list[_Worker]:
    """Start processes that have what they need to work on the tasks of a module."""
    from multiprocessing import get_all_start_methods, get_context

    # A fork is there at once, with all that is loaded here. But one of a process with threads (the dev server has some) can
    # deadlock, and macOS's own libraries do not bear any.
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    method = "fork" if can_fork else "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context: Any = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([module])  # imported once, not once in every process
    in_hand = context.RawArray("q", [_NOTHING] * processes)
    crew: list[_Worker] = []
    for number in range(processes):
        line, far_end = context.Pipe()
        # A fork has our ends of all lines too, and no line would end with us while it does.
        ours = [*(worker.line for worker in crew), line] if can_fork else []
        process = context.Process(target=_work, args=(far_end, in_hand, number, ours), daemon=True)
        process.start()
        far_end.close()  # or the end of the process would not end the line
        crew.append(_Worker(process, line, in_hand, number))
    return crew


def _work(line: "Connection", in_hand: Any, number: int, not_ours: "list[Connection]") -> None:
    """Do what comes down the line until it ends."""
    for one in not_ours:
        one.close()
    collect_seldom()
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
