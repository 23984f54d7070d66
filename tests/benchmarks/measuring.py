"""What a run of a generator costs: seconds, CPU seconds, memory and files written."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import supervisor

# Seconds after which a run is ended and counts as failed.
PATIENCE = 1_800.0


class RunFailed(Exception):
    """A command did not end well, or did not do its work: its figures would be no result."""


@dataclass(frozen=True)
class Usage:
    """What one run took: seconds by the clock until the command ended, and CPU seconds (user and system) of all processes.

    The memory is the peak in bytes over all processes at once, as PSS (shared pages count once) and as RSS; it is zero
    unless the run was weighed.
    """

    wall: float
    cpu: float
    pss: int
    rss: int


@dataclass(frozen=True)
class Written:
    """What a run did to a folder: files written (new, or another inode, time or size) and removed, and what is there now."""

    written: int
    removed: int
    files: int
    size: int


Stamps = Mapping[str, tuple[int, int, int]]


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    weigh: bool = False,
    patience: float = PATIENCE,
) -> Usage:
    """Run a command in a folder and measure it and its descendants; raises RunFailed with the last it said.

    `weigh` looks at the memory about every 50 ms. That slows the run down, so times are taken from runs without it.
    """
    asked = {
        "command": list(command),
        "folder": str(folder),
        "environment": dict(environment or {}),
        "weigh": weigh,
        "patience": patience,
    }
    with subprocess.Popen(
        [sys.executable, "-I", supervisor.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            answer, complaint = process.communicate(json.dumps(asked))
        except BaseException:
            # Ctrl-C, say: the supervisor ends all that it started.
            process.terminate()
            process.wait()
            raise
    if process.returncode:
        raise RunFailed(f"{command[0]} could not be run:\n{complaint[-2000:]}")
    said = json.loads(answer)
    if said["status"]:
        raise RunFailed(f"{' '.join(command)} ended with {said['status']}:\n{said['said']}")
    return Usage(wall=said["wall"], cpu=said["cpu"], pss=said["pss"], rss=said["rss"])


def stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Inode, time of change in nanoseconds and size of each file below a folder; nothing when there is no such folder."""
    found: dict[str, tuple[int, int, int]] = {}
    waiting = [str(folder)] if folder.is_dir() else []
    for place in waiting:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    stat = entry.stat(follow_symlinks=False)
                    found[entry.path] = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    return found


def written(before: Stamps, after: Stamps) -> Written:
    """Compare two looks at a folder."""
    return Written(
        written=sum(before.get(path) != stamp for path, stamp in after.items()),
        removed=sum(path not in after for path in before),
        files=len(after),
        size=sum(size for _, _, size in after.values()),
    )
