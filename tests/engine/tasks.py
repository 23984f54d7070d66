"""Tasks for the engine's tests: what a worker process does must be importable there."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from site_builder.engine.staging import Stage, Staged

FAILS = b"fails"
RAISES = b"raises"


@dataclass(frozen=True)
class Put:
    """Lay bytes beside their place; two texts of them fail in the two ways a task can."""

    stage: Stage

    def __call__(self, item: tuple[str, bytes]) -> Staged:
        """Put the bytes of (path, bytes)."""
        path, data = item
        if data == RAISES:
            raise RuntimeError("a mistake of ours")
        if data == FAILS:
            return Staged(path, failure="a mistake of the author's")
        return self.stage.put(path, data)


@dataclass(frozen=True)
class Double:
    """Double a number."""

    def __call__(self, number: int) -> int:
        """Return twice the number."""
        return number * 2


@dataclass(frozen=True)
class Refuse:
    """Raise on one number."""

    number: int

    def __call__(self, number: int) -> int:
        """Return the number, unless it is the one."""
        if number == self.number:
            raise ValueError(f"not {number}")
        return number


@dataclass(frozen=True)
class Die:
    """Kill the process that has one number in hand, as the system does when memory runs out."""

    number: int

    def __call__(self, number: int) -> int:
        """Return the number, unless it is the one."""
        if number == self.number:
            os.kill(os.getpid(), signal.SIGKILL)
        return number


@dataclass(frozen=True)
class Log:
    """Take a while for each item, and say so in a file named for the process."""

    folder: Path

    def __call__(self, number: int) -> int:
        """Add a byte to the process's file."""
        with (self.folder / str(os.getpid())).open("ab") as file:
            file.write(b".")
        time.sleep(0.01)
        return number
