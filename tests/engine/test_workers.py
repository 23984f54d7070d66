import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from site_builder.engine.workers import FEW, WorkerDiedError, Workers
from tests.engine.tasks import Die, Double, Log, Refuse

MANY = 3 * FEW
ROOT = Path(__file__).parents[2]


def wait_until_gone(processes: set[int]) -> set[int]:
    """Wait at most ten seconds for processes to end, and return those that have not."""
    deadline = time.monotonic() + 10
    while (alive := {process for process in processes if is_alive(process)}) and time.monotonic() < deadline:
        time.sleep(0.02)
    return alive


def is_alive(process: int) -> bool:
    """Tell whether a process runs: one that ended but was not asked for its exit status does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    listed = Path(f"/proc/{process}/stat")
    return not listed.exists() or listed.read_text().rpartition(") ")[2][0] != "Z"


def processes_in(folder: Path) -> set[int]:
    """Return the processes that logged into a folder."""
    return {int(file.name) for file in folder.iterdir()}


def items_in(folder: Path) -> int:
    """Return how many items were logged into a folder."""
    return sum(file.stat().st_size for file in folder.iterdir())


@pytest.mark.parametrize("count", [0, 1, FEW - 1, FEW, MANY + 1])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    """What comes back is in the items' order, whichever process made it."""
    with Workers(3) as workers:
        assert workers.map(Double(), range(count)) == [2 * number for number in range(count)]


def test_items_are_sent_when_they_are_too_many_to_inherit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above a number of items each chunk is sent to the processes; the results are the same."""
    monkeypatch.setattr("site_builder.engine.workers._MOST_INHERITED", MANY - 1)
    with Workers(2) as workers:
        assert workers.map(Double(), range(MANY)) == [2 * number for number in range(MANY)]
        assert workers.map(Refuse(-1), range(MANY)) == list(range(MANY))


def test_processes_serve_several_tasks() -> None:
    """The processes of one task do the next one too."""
    with Workers(2) as workers:
        assert workers.map(Double(), range(MANY)) == [2 * number for number in range(MANY)]
        assert workers.map(Refuse(-1), range(MANY)) == list(range(MANY))


def test_many_items_are_shared_between_processes(tmp_path: Path) -> None:
    """Many items are worked on by as many processes as were asked for, none of them ours."""
    with Workers(2) as workers:
        workers.map(Log(tmp_path), range(FEW))
    processes = processes_in(tmp_path)
    assert len(processes) == 2
    assert os.getpid() not in processes
    assert not wait_until_gone(processes)


def test_few_items_stay_in_this_process(tmp_path: Path) -> None:
    """Starting processes costs more than a few items."""
    with Workers(2) as workers:
        workers.map(Log(tmp_path), range(3))
    assert processes_in(tmp_path) == {os.getpid()}


def test_progress_is_told_to_the_last_item() -> None:
    """Whoever watches is told how many items are done, in rising order up to all of them."""
    told: list[tuple[str, int, int]] = []
    with Workers(2, watch=lambda *progress: told.append(progress)) as workers:
        workers.map(Double(), range(MANY), "doubling")
    assert told == sorted(told)
    assert told[-1] == ("doubling", MANY, MANY)


@pytest.mark.parametrize("count", [3, MANY])
def test_a_tasks_error_is_raised_here(count: int) -> None:
    """What a task raises is raised where the work was handed out, and the next work is done all the same."""
    with Workers(2) as workers:
        with pytest.raises(ValueError, match="not 2"):
            workers.map(Refuse(2), range(count))
        assert workers.map(Double(), range(count)) == [2 * number for number in range(count)]


def test_a_tasks_error_says_where_it_was_raised() -> None:
    """The traceback of the other process comes along."""
    with Workers(2) as workers, pytest.raises(ValueError, match="not 2") as raised:
        workers.map(Refuse(2), range(MANY))
    assert any("tasks.py" in note for note in raised.value.__notes__)


def test_a_killed_process_names_what_it_had_in_hand() -> None:
    """A process that is killed ends the work with an error that names the item and says how far the work had come."""
    names = [f"item {number}" for number in range(MANY)]
    with Workers(2) as workers:
        with pytest.raises(
            WorkerDiedError, match=r"signal 9\) while dying item 250 \(\d+ of 300 were done\)"
        ) as raised:
            workers.map(Die(250), range(MANY), "dying", names)
        assert raised.value.item == "item 250"
        assert workers.map(Double(), range(MANY)) == [2 * number for number in range(MANY)]


def test_after_an_error_no_process_works_on(tmp_path: Path) -> None:
    """When the error arrives, every process has ended: nothing is written behind the caller's back."""

    def stop(_what: str, _done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with Workers(2, watch=stop) as workers, pytest.raises(KeyboardInterrupt):
        workers.map(Log(tmp_path), range(MANY))
    assert not {process for process in processes_in(tmp_path) if is_alive(process)}


def test_processes_end_when_ours_is_killed(tmp_path: Path) -> None:
    """Processes whose master was killed finish what they have in hand, and end."""
    program = (
        "from pathlib import Path\nfrom site_builder.engine.workers import Workers\nfrom tests.engine.tasks import Log\n"
        f"Workers(2).map(Log(Path({str(tmp_path)!r})), range(5000))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT) as master:
        deadline = time.monotonic() + 30
        while len(processes_in(tmp_path)) < 2:
            assert time.monotonic() < deadline, "the processes did not begin"
            time.sleep(0.02)
        before = items_in(tmp_path)
        master.send_signal(signal.SIGKILL)
    assert not wait_until_gone(processes_in(tmp_path))
    assert items_in(tmp_path) - before < 60  # what they were handed is a hundred each
