"""Read a regular file, and never more of it than is wanted."""

import errno
import os
import stat
from pathlib import Path

# Opening a pipe would wait for somebody to write into it. Windows knows neither this flag nor such pipes, but lines that end in two characters.
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_start(file: str | Path, most: int) -> tuple[bytes, int]:
    """Return a file's first bytes, at most `most`, and its whole size. Raises OSError, also for what is no regular file."""
    source = os.open(file, _AT_ONCE)
    try:
        status = os.fstat(source)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", os.fspath(file))
        wanted = min(status.st_size, most)
        data = os.read(source, wanted)
        while len(data) < wanted and (more := os.read(source, wanted - len(data))):
            data += more
        return data, status.st_size
    finally:
        os.close(source)
