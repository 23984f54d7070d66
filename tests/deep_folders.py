"""Folders in each other, deeper than Python's functions that call themselves can go."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def deep_folders(top: Path, count: int = 1300) -> Iterator[None]:
    """Have so many folders `d` in each other in a folder for a while; pytest itself could not take them away."""
    place = os.open(top, os.O_RDONLY)
    for _ in range(count):
        os.mkdir("d", dir_fd=place)
        above, place = place, os.open("d", os.O_RDONLY, dir_fd=place)
        os.close(above)
    os.close(place)
    try:
        yield
    finally:
        subprocess.run(["rm", "-rf", top / "d"], check=True)
