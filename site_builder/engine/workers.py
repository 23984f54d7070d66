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
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from site_builder.engine.shares import Shares

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
# A fork has all items already, which saves sending them. But what either side touches from then on is there twice: many items are sent,
# to processes that were forked early.
_MOST_INHERITED = 20_000

Watch = Callable[[str, int, int], None]
Forking = Callable[[], AbstractContextManager[None]]


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
        self,
        task: Callable[[Item], Result],
        items: Sequence[Item],
        what: str = "",
        names: Sequence[str] = (),
        forking: Forking = nullcontext,
    ) -> list[Result]:
        """Return what the task makes of each item, in the items' order. Everything else is as with `each`."""
        results = dict(self.each(task, items, what, names, forking))
        return [results[position] for position in range(len(items))]

    def each(
        self,
        task: Callable[[Item], Result],
        items: Sequence[Item],
        what: str = "",
        names: Sequence[str] = (),
        forking: Forking = nullcontext,
    ) -> Iterator[tuple[int, Result]]:
        """Yield what the task makes of each item, with the item's position, as soon as it is made.

        Raises what a task raises, or WorkerDiedError; after an error, Ctrl-C included, no process works on any more. `what` (a verb:
        "reading") and `names` (one for each item; without them, the items themselves) are for messages. Processes are started before this
        returns, within the context `forking()`: who has a SQLite database open closes it there, as a fork would copy its locks.
        """
        if len(items) < FEW or self._processes == 1:
            return self._alone(task, items, what)
        can_fork = _can_fork()
        if can_fork:
            # What is here now stays until the build ends. The garbage collector would go through it again and again, and so copy what forks share.
            gc.freeze()
        try:
            inherits = can_fork and len(items) <= _MOST_INHERITED
            if inherits or (can_fork and not self._crew):
                # What is loaded here, and perhaps what is to be done, is there in a fork of this moment.
                self._end()
                with forking():
                    self._crew = _forked(self._processes, task, items if inherits else None)
            elif not self._crew:
                self._crew = _started(self._processes, type(task).__module__)
        except BaseException:
            self._end()
            raise
        return self._shared(task, items, what, names or [str(item) for item in items])

    def _alone(self, task: Callable[[Item], Result], items: Sequence[Item], what: str) -> Iterator[tuple[int, Result]]:
        for position, item in enumerate(items):
            yield position, task(item)
            self._tell(what, position + 1, len(items))

    def _shared(
        self, task: Callable[[Item], Result], items: Sequence[Item], what: str, names: Sequence[str]
    ) -> Iterator[tuple[int, Result]]:
        """Hand the items out in chunks: whoever is done gets the next. All have begun when this returns."""
        size = min(_LARGEST_CHUNK, max(1, len(items) // (len(self._crew) * _CHUNKS_PER_PROCESS)))
        shares = Shares(len(items), len(self._crew), size)
        busy: dict[Connection, _Worker] = {}
        for worker in self._crew:
            chunk = shares.next_for(worker.number)
            if chunk is not None:
                busy[worker.line] = worker
                worker.hand(task, items, chunk)
        return self._results(busy, shares, items, what, names)

    def _results(
        self,
        busy: "dict[Connection, _Worker]",
        shares: Shares,
        items: Sequence[Item],
        what: str,
        names: Sequence[str],
    ) -> Iterator[tuple[int, Any]]:
        from multiprocessing.connection import Connection, wait

        done = 0
        try:
            while busy:
                for line in wait(list(busy)):
                    assert isinstance(line, Connection)  # noqa: S101  # wait() takes sockets too, for a type checker
                    worker = busy.pop(line)
                    try:
                        positions, made, error = line.recv()
                    except (EOFError, OSError):
                        raise worker.obituary(what, names, done) from None
                    if error is not None:
                        raise error  # noqa: TRY301  # the processes are ended in one place
                    following = shares.next_for(worker.number)
                    if following is not None:
                        busy[line] = worker
                        worker.hand(None, items, following)
                    done += len(made)
                    self._tell(what, done, len(items))
                    yield from zip(positions, made, strict=True)
        except BaseException:
            self._end()
            raise
        if any(worker.has_items for worker in self._crew):
            self._end()  # they have what was to be done now, and nothing of what will be

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
    """A process, the line to it, and the shared list in which each process notes what it has in hand.

    `has_items` says that it has the task and all items already.
    """

    process: "BaseProcess"
    line: "Connection"
    in_hand: Any
    number: int
    has_items: bool

    def hand(self, task: Callable[[Item], object] | None, items: Sequence[Item], chunk: range) -> None:
        """Send a chunk of the items. Without a task, it is that of before."""
        # A broken line is met again when the answer is read.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.line.send((None, chunk, None) if self.has_items else (task, chunk, items[chunk.start : chunk.stop]))

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


def _can_fork() -> bool:
    # A fork of a process with threads (the dev server has some) can deadlock, and macOS's own libraries do not bear any.
    return sys.platform == "linux" and threading.active_count() == 1


def _forked(processes: int, task: Callable[[Any], Any], items: Sequence[Any] | None) -> list[_Worker]:
    """Fork processes that have a task and, unless they will be sent, its items."""
    from multiprocessing import get_context

    context = get_context("fork")
    in_hand = context.RawArray("q", [_NOTHING] * processes)
    crew: list[_Worker] = []
    # Ctrl-C waits until each fork has learnt to take no notice of it.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for number in range(processes):
            line, far_end = context.Pipe()
            # A fork has our ends of all lines too, and no line would end with us while it does.
            ours = [*(worker.line for worker in crew), line]
            arguments = (far_end, in_hand, number, task, items, ours)
            process = context.Process(target=_work, args=arguments, daemon=True)
            process.start()
            far_end.close()  # or the end of the process would not end the line
            crew.append(_Worker(process, line, in_hand, number, has_items=items is not None))
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    return crew


def _started(processes: int, module: str) -> list[_Worker]:
    """Start processes that have what they need to work on the tasks of a module, where none can be forked."""
    from multiprocessing import get_all_start_methods, get_context

    context: Any = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload([module])  # imported once, not once in every process
    in_hand = context.RawArray("q", [_NOTHING] * processes)
    crew: list[_Worker] = []
    for number in range(processes):
        line, far_end = context.Pipe()
        process = context.Process(target=_work, args=(far_end, in_hand, number), daemon=True)
        process.start()
        far_end.close()
        crew.append(_Worker(process, line, in_hand, number, has_items=False))
    return crew


def _work(
    line: "Connection",
    in_hand: Any,
    number: int,
    task: Callable[[Any], Any] | None = None,
    inherited: Sequence[Any] | None = None,
    not_ours: "Sequence[Connection]" = (),
) -> None:
    """Do what comes down the line until it ends."""
    for one in not_ours:
        one.close()
    collect_seldom()
    # Ctrl-C reaches every process of a terminal; the one that handed out the work ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            new_task, chunk, items = line.recv()
            task = new_task or task
            assert task is not None  # noqa: S101  # the first order brings it
            if inherited is not None:
                items = inherited[chunk.start : chunk.stop]
            made = []
            error = None
            for position, item in zip(chunk, items, strict=True):
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
            line.send((chunk, made, error))
