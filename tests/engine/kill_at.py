"""Kill a build at chosen moments: `python -m tests.engine.kill_at SITE SCRATCH MOMENTS` prints the folders of the killed copies.

A moment is just before the build's next change to the file system: Python announces those to audit hooks
(https://docs.python.org/3/library/audit_events.html), and the hook kills its own process. The moments are spread evenly over
the build. A copy of the site is left for each, as the kill left it.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.sites import build_site

_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "sqlite3.connect"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(site: Path, scratch: Path, moments: int) -> None:
    """Kill a build of as many copies of a site."""
    # Templates are compiled here, once, and not in each child: that takes most of a small site's build.
    build_site(_copy(site, scratch / "compiled"))
    counted = _copy(site, scratch / "counted")
    total = int(_in_child(lambda: _count(counted)))
    killed = []
    for number in range(moments):
        at = 1 + number * total // moments
        copy = _copy(site, scratch / f"killed-{at}")
        _in_child(lambda at=at, copy=copy: _build(copy, lambda done: _kill(done, at)))  # type: ignore[misc]
        killed.append(str(copy))
    print(json.dumps(killed))  # noqa: T201


def _copy(site: Path, copy: Path) -> Path:
    return shutil.copytree(site, copy)


def _in_child(work: Callable[[], object]) -> str:
    """Do some work in a process of its own, and return what it says, if it comes to that."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        os.write(writing, str(work()).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    os.waitpid(process, 0)
    return said


def _count(site: Path) -> int:
    total = 0

    def count(done: int) -> None:
        nonlocal total
        total = done

    _build(site, count)
    return total


def _kill(done: int, at: int) -> None:
    if done == at:
        os.kill(os.getpid(), signal.SIGKILL)


def _build(site: Path, on_change: Callable[[int], None]) -> None:
    """Build a site, calling `on_change` with the number of changes so far before each."""
    done = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal done
        if event in _CHANGES or (event == "open" and arguments[2] & _WRITING):
            done += 1
            on_change(done)

    sys.addaudithook(hook)
    build_site(site)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
