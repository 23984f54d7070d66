"""What is measured of a run: all of its processes, and what they wrote."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measuring import RunFailed, run, stamps, written

# Uses CPU seconds and holds mebibytes for a moment.
_WORK = """
import sys, time
seconds, size = float(sys.argv[1]), int(sys.argv[2])
held = bytearray(size << 20)
held[::4096] = b"x" * len(held[::4096])
while time.process_time() < seconds:
    pass
time.sleep(0.4)
"""
# Starts such a process: waits for it, or leaves it behind.
_PARENT = """
import subprocess, sys
process = subprocess.Popen([sys.executable, "-c", sys.argv[2], *sys.argv[3:]])
if sys.argv[1] == "wait":
    process.wait()
process.returncode = 0
"""


@pytest.mark.parametrize("manner", ["wait", "leave"])
def test_grandchildren_count(tmp_path: Path, manner: str) -> None:
    """The CPU seconds and the memory of a grandchild are the run's own, also when its parent did not wait for it."""
    shell = f'"{sys.executable}" -c "$1" {manner} "$2" 0.3 80'
    usage = run(["sh", "-c", f"{shell}; exit", "sh", _PARENT, _WORK], tmp_path, weigh=True)
    assert 0.3 <= usage.cpu < 2
    assert usage.pss <= usage.rss
    if manner == "wait":
        assert usage.pss > 80 << 20


def test_a_sleeper_uses_no_cpu(tmp_path: Path) -> None:
    """Waiting is time by the clock and no CPU time; memory is looked at only when that is asked for."""
    usage = run(["sleep", "0.3"], tmp_path)
    assert usage.wall >= 0.3
    assert usage.cpu < 0.1
    assert (usage.pss, usage.rss) == (0, 0)


def test_a_failure_is_no_result(tmp_path: Path) -> None:
    """A command that fails raises with what it said; so does one that does not end in time, or is not there."""
    with pytest.raises(RunFailed, match=r"(?s)ended with 3.*not like this"):
        run(["sh", "-c", "echo not like this >&2; exit 3"], tmp_path)
    with pytest.raises(RunFailed, match="ended with -9"):
        run(["sleep", "30"], tmp_path, patience=0.2)
    with pytest.raises(RunFailed, match="could not be run"):
        run(["./is-not-there"], tmp_path)


@pytest.mark.parametrize("weigh", [False, True], ids=["timed", "weighed"])
def test_an_end_ends_all(tmp_path: Path, *, weigh: bool) -> None:
    """When a run is broken off, nothing that it started goes on, nor what looks at its memory."""
    command = ["sh", "-c", "sleep 60 & echo $! > new; mv new pid; wait"]

    def interrupt(*_: object) -> None:
        if (tmp_path / "pid").exists():
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            run(command, tmp_path, weigh=weigh)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert not Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}").exists()


def test_environment_and_folder(tmp_path: Path) -> None:
    """A command runs in its folder with the environment given to it."""
    run(["sh", "-c", 'echo "$WORD" > said.txt'], tmp_path, {"WORD": "hello"})
    assert (tmp_path / "said.txt").read_text() == "hello\n"


def test_written_files(tmp_path: Path) -> None:
    """A file counts as written when it is new, was written again or was replaced; one that stayed does not."""
    site = tmp_path / "site"
    assert stamps(site) == {}
    (site / "deep").mkdir(parents=True)
    for name in ("stays", "again", "replaced", "goes"):
        (site / "deep" / name).write_text("old")
        os.utime(site / "deep" / name, (1, 1))
    before = stamps(site)
    (site / "deep/again").write_text("new")
    (site / "deep/other").write_text("old")
    os.utime(site / "deep/other", (1, 1))
    (site / "deep/other").replace(site / "deep/replaced")
    (site / "deep/goes").unlink()
    (site / "new").write_text("12345")
    done = written(before, stamps(site))
    assert (done.written, done.removed, done.files, done.size) == (3, 1, 4, 14)
