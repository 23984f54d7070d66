import os
from pathlib import Path

import pytest

from site_builder.engine.regular_file import read_start

HUGE = 20_000_000_000


def test_no_more_than_wanted_is_read(tmp_path: Path) -> None:
    """Of a file of 20 GB, which takes no room on the disk, come the bytes asked for and its true size."""
    file = tmp_path / "huge"
    file.write_bytes(b"start")
    os.truncate(file, HUGE)
    assert read_start(file, 7) == (b"start\0\0", HUGE)


def test_a_short_file_comes_whole(tmp_path: Path) -> None:
    """A file with fewer bytes comes with these."""
    (tmp_path / "short").write_bytes(b"short")
    assert read_start(tmp_path / "short", 100) == (b"short", 5)


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    """A pipe into which nobody writes, a device without end and a folder are errors at once."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero", "."):
        with pytest.raises(OSError, match=r"not a regular file|directory"):
            read_start(tmp_path / name, 100)
