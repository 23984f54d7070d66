"""Read a regular file, and never more of it than is wanted."""

import errno
import os
import stat
from pathlib import Path


def read_start(file: str | Path, most: int) -> tuple[bytes, int]:
    """Return a file's first bytes, at most `most`, and its whole size. Raises OSError, also for what is no regular file."""
    with open(file, "rb", opener=_open_at_once) as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", os.fspath(file))
        return stream.read(most), status.st_size


def _open_at_once(file: str, flags: int) -> int:
    # Opening a pipe would wait for somebody to write into it. Windows knows neither this flag nor such pipes.
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0))
