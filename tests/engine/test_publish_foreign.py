import os
from pathlib import Path

import pytest

from site_builder.engine.ledger import Ledger, Written
from site_builder.engine.place import FolderRefusedError
from site_builder.engine.publish import Counts
from site_builder.engine.staging import Stage, prune, sweep
from tests.engine.output_folder import NEW, OLD, Folder
from tests.sites import hidden, snapshot


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An output folder that is not there yet."""
    return Folder(tmp_path)


def linked(folder: Folder, scratch: Path) -> Path:
    """Move our folder `jobs` elsewhere, put a link to it in its place, and return where it is now."""
    elsewhere = scratch / "elsewhere"
    (folder.path / "jobs").rename(elsewhere)
    (folder.path / "jobs").symlink_to(elsewhere)
    return elsewhere


@pytest.mark.parametrize("plan", [NEW, {"index.html": b"old"}, {**OLD, "jobs/a/index.html": b"other"}])
def test_nothing_is_written_or_deleted_through_a_link(folder: Folder, tmp_path: Path, plan: dict[str, bytes]) -> None:
    """Where a folder of the output is a link, what lies behind it stays as it is, and the link is named."""
    folder.publish(OLD)
    elsewhere = linked(folder, tmp_path)
    before = snapshot(elsewhere)
    with pytest.raises(FolderRefusedError, match="out/jobs is a symbolic link"):
        folder.publish(plan)
    assert snapshot(elsewhere) == before
    assert hidden(elsewhere) == set()
    assert folder.files()["index.html"] == b"old"


def test_a_killed_build_is_not_swept_through_a_link(folder: Folder, tmp_path: Path) -> None:
    """What looks like our half-written files behind a link is not deleted."""
    folder.publish(OLD)
    with Ledger(folder.ledger) as ledger:
        token = (folder.path / ".site-builder").read_text().strip()
        ledger.record_outputs(token, {"jobs/a/index.html": Written("", "")})
    part = Stage(folder.path, "01234567").put("jobs/a/index.html", b"half").part
    (folder.path / "jobs/empty").mkdir()
    elsewhere = linked(folder, tmp_path)
    with pytest.raises(FolderRefusedError, match="out/jobs is a symbolic link"):
        folder.publish(OLD)
    sweep(folder.path, ["jobs/a/index.html"])
    prune(folder.path, "jobs/empty/index.html")
    assert (elsewhere / part.removeprefix("jobs/")).read_bytes() == b"half"
    assert (elsewhere / "empty").is_dir()


def test_a_pipe_in_place_of_a_file_is_replaced(folder: Folder) -> None:
    """A pipe where our file was is not read, which would never end, but replaced; where nothing was of ours, it is refused."""
    folder.publish(OLD)
    (folder.path / "index.html").unlink()
    os.mkfifo(folder.path / "index.html")
    assert folder.publish(OLD).counts == Counts(1, 1, 0)
    assert folder.files() == OLD
    os.mkfifo(folder.path / "feed.xml")
    with pytest.raises(FolderRefusedError, match=r"out/feed\.xml is in the way"):
        folder.publish({**OLD, "feed.xml": b""})


def test_a_pipe_is_not_staged_against(tmp_path: Path) -> None:
    """What an output is compared with is a file: never a pipe, and never what a link leads to."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"same")
    (tmp_path / "link").symlink_to("file")
    parts = [Stage.begin(tmp_path).put(name, b"same").part for name in ("pipe", "link", "file")]
    assert [bool(part) for part in parts] == [True, True, False]


def test_a_folder_with_a_link_in_it_does_not_vanish(folder: Folder, tmp_path: Path) -> None:
    """A file that is to take a folder's place is refused when the folder holds a link of somebody's: nothing is done halfway."""
    folder.publish({"x/index.html": b"1", "y": b"2"})
    (folder.path / "x/mine").symlink_to(tmp_path)
    with pytest.raises(FolderRefusedError, match="out/x is in the way"):
        folder.publish({"x": b"file", "y": b"3"})
    assert (folder.path / "y").read_bytes() == b"2"
