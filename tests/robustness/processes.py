"""`site-builder build` as a process of its own, and the processes that it starts."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.sites import (
    TODAY,
)

ROOT = Path(__file__).parents[2]


def start(site: Path, *options: str, **how: Any) -> subprocess.Popen[str]:
    """Start `site-builder build` of a site in a process, and a session, of its own."""
    command = [sys.executable, "-m", "site_builder", "build", "--site", str(site), "--as-of", f"{TODAY}", *options]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, **how
    )


def wait_for(condition: Callable[[], object], process: subprocess.Popen[str]) -> bool:
    """Wait until something is so, or the process has ended; tell whether it is so."""
    deadline = time.monotonic() + 60
    while not condition():
        if process.poll() is not None:
            return False
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.01)
    return True


def session(leader: int) -> set[int]:
    """Return the processes of a session that still run."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,sess=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return {int(process) for process, of, state, *_ in rows if int(of) == leader and not state.startswith("Z")}
