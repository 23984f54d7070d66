import os
import socket
import time
from pathlib import Path

import pytest

from site_builder.engine.folder import Entry, Kind, scan, stamp_of

SECOND = 1_000_000_000


def kinds(root: Path) -> dict[str, Kind]:
    """Return the entries below a folder with their kinds."""
    return {entry.path: entry.kind for entry in scan(root)}


def test_files_are_listed_by_path(tmp_path: Path) -> None:
    """All files below a folder come in the order of their paths; names that begin with `_` or `.` are passed over."""
    for name in ("b.md", "a/z.md", "a.md", "_draft.md", ".hidden.md", "_drafts/x.md", "a/.git/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [entry.path for entry in scan(tmp_path)] == ["a.md", "a/z.md", "b.md"]
    assert [entry.path for entry in scan(tmp_path, "a")] == ["a/z.md"]
    assert scan(tmp_path, "nowhere") == []


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    """Links that leave the folder or lead to folders or to nothing, pipes and sockets are told apart from files."""
    root = tmp_path / "content"
    (root / "real").mkdir(parents=True)
    (root / "real/file.md").touch()
    (tmp_path / "outside.md").touch()
    (tmp_path / "content-2").mkdir()
    (tmp_path / "content-2/near.md").touch()
    (root / "inside").symlink_to(root / "real/file.md")
    (root / "outside").symlink_to(tmp_path / "outside.md")
    (root / "near").symlink_to(tmp_path / "content-2/near.md")
    (root / "folder").symlink_to(root / "real")
    (root / "circle").symlink_to(root / "circle")
    (root / "nothing").symlink_to(root / "gone")
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.fspath(root / "socket"))
        assert kinds(root) == {
            "real/file.md": Kind.FILE,
            "inside": Kind.FILE,
            "outside": Kind.OUTSIDE,
            "near": Kind.OUTSIDE,
            "folder": Kind.FOLDER_LINK,
            "circle": Kind.DANGLING,
            "nothing": Kind.DANGLING,
            "pipe": Kind.SPECIAL,
            "socket": Kind.SPECIAL,
        }


def test_a_name_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    """A name that cannot be an address is told, in a form that can be printed."""
    (tmp_path / os.fsdecode(b"caf\xe9.md")).touch()
    assert scan(tmp_path) == [Entry("caf\\udce9.md", "", Kind.UNNAMEABLE)]


@pytest.mark.parametrize(("age", "proves"), [(0, False), (1.9, False), (2.1, True), (3600, True), (-5, False)])
def test_a_stamp_proves_nothing_within_two_seconds(tmp_path: Path, age: float, *, proves: bool) -> None:
    """A file that changed a moment ago (or, by a clock that runs ahead, later) may change again under the same stamp."""
    (tmp_path / "a.md").touch()
    stat = (tmp_path / "a.md").stat()
    assert bool(stamp_of(stat, stat.st_ctime_ns + int(age * SECOND))) is proves


def test_a_fresh_file_has_no_stamp(tmp_path: Path) -> None:
    """The scan itself goes by that rule: also a file given an old time just now has changed just now."""
    (tmp_path / "new.md").touch()
    (tmp_path / "restored.md").touch()
    os.utime(tmp_path / "restored.md", (1, 1))
    assert [entry.stamp for entry in scan(tmp_path)] == ["", ""]


def test_a_stamp_changes_with_every_change(tmp_path: Path) -> None:
    """Another size, another time, and a time set back all give another stamp."""
    file = tmp_path / "a.md"
    file.write_bytes(b"1")
    os.utime(file, (1, 1))
    stamps = [stamp_of(file.stat())]
    for data in (b"2", b"22"):
        time.sleep(0.02)
        file.write_bytes(data)
        os.utime(file, (1, 1))
        stamps.append(stamp_of(file.stat()))
    assert len(set(stamps)) == 3
