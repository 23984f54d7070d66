"""Runs one command and says what it and all its descendants used. Called by `measuring.py`, in a process of its own.

It reads {"command", "folder", "environment", "weigh", "patience"} as JSON from standard input and writes {"status", "wall",
"cpu", "pss", "rss", "said"} to standard output: seconds and bytes. It needs the standard library and Linux.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Thread
from typing import Any

_PR_SET_CHILD_SUBREAPER = 36
# Seconds between two looks at the memory, and how much of one core the looking may take.
_INTERVAL = 0.05
_SHARE = 0.1
# Seconds that descendants have to end after the command itself did.
_GRACE = 10.0


def main() -> None:
    """Run what standard input asks for; when told to end, end all that was started."""
    signal.signal(signal.SIGTERM, _end_all)
    print(json.dumps(supervise(**json.load(sys.stdin))))  # noqa: T201 - the answer


def supervise(
    command: list[str],
    folder: str,
    environment: dict[str, str],
    weigh: bool,  # noqa: FBT001 - the arguments come as JSON
    patience: float,
) -> dict[str, Any]:
    """Run a command to its end; `weigh` looks at the memory meanwhile, which costs the command some speed."""
    # Orphans come to us and not to init, so that no process of the tree is waited for by anybody else: the usage of each
    # is counted once, by whoever waits for it, and all of it arrives here.
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        watch = _MemoryWatch() if weigh else None
        limit = Thread(target=_end_after, args=(process.pid, patience), daemon=True)
        limit.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        cpu = usage.ru_utime + usage.ru_stime + _reap_orphans()
        peak_pss, peak_rss = watch.end() if watch else (0, 0)
        said.seek(0)
        tail = said.read()[-2000:].decode(errors="replace")
    process.returncode = os.waitstatus_to_exitcode(status)
    return {"status": process.returncode, "wall": wall, "cpu": cpu, "pss": peak_pss, "rss": peak_rss, "said": tail}


def _end_all(*_: object) -> None:
    for pid in descendants(os.getpid()):
        os.kill(pid, signal.SIGKILL)
    _reap_orphans()
    raise SystemExit(1)


def _end_after(pid: int, patience: float) -> None:
    time.sleep(patience)
    for one in [pid, *descendants(os.getpid())]:
        os.kill(one, signal.SIGKILL)


def _reap_orphans() -> float:
    """Wait for what the command left behind; returns the CPU seconds of that."""
    cpu = 0.0
    deadline = time.monotonic() + _GRACE
    while True:
        try:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return cpu
        if pid:
            cpu += usage.ru_utime + usage.ru_stime
        elif time.monotonic() > deadline:
            for one in descendants(os.getpid()):
                os.kill(one, signal.SIGKILL)
        else:
            time.sleep(0.01)


class _MemoryWatch:
    """Looks at the memory of all descendants until told to end."""

    def __init__(self) -> None:
        self._peaks = (0, 0)
        self._over = Event()
        # Without `daemon`, whoever ends the supervisor would wait for it for ever.
        self._thread = Thread(target=self._look_often, daemon=True)
        self._thread.start()

    def end(self) -> tuple[int, int]:
        """Return the highest sums that were seen, in bytes: PSS (shared pages count once), and RSS."""
        self._over.set()
        self._thread.join()
        return self._peaks

    def _look_often(self) -> None:
        cost = 0.0
        # Walking the pages of a process of 2 GB takes 20 ms; looked at all the time, it would be slowed down.
        while not self._over.wait(max(_INTERVAL, cost / _SHARE)):
            started = time.perf_counter()
            now = memory_of(descendants(os.getpid()))
            self._peaks = (max(self._peaks[0], now[0]), max(self._peaks[1], now[1]))
            cost = time.perf_counter() - started


def memory_of(pids: list[int]) -> tuple[int, int]:
    """PSS and RSS of processes in bytes (proc_pid_smaps_rollup(5)); a process that has just ended counts nothing."""
    pss = rss = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        sizes = {line.split(":")[0]: int(line.split()[1]) * 1024 for line in lines[1:]}
        pss += sizes.get("Pss", 0)
        rss += sizes.get("Rss", 0)
    return pss, rss


def descendants(of: int) -> list[int]:
    """All processes below one, by the parents that /proc names now."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                stat = (entry / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            # The command's name, in brackets, may hold anything; the parent is the second field after it.
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    found = list(children.get(of, []))
    for pid in found:
        found += children.get(pid, [])
    return found


if __name__ == "__main__":
    main()
