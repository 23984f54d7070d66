"""One build at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


class BusyError(Exception):
    """Another process holds the lock."""


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold a lock file for a while. The lock goes with the process, so a killed one leaves none behind. Raises BusyError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(file, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(f"{file.name} is held by another process") from None
    try:
        yield
    finally:
        lock.release()
