import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.engine.staging import Stage, put_into_place, sweep
from tests.sites import snapshot

PAGES = {f"jobs/job-{number}/index.html": b"%d" % number for number in range(20)}


@pytest.fixture(scope="module")
def renames() -> Iterator[list[str]]:
    """The files and folders that are renamed from now on: Python announces each to its audit hooks."""
    seen: list[str] = []
    listening = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "os.rename":
            seen.append(str(arguments[0]))

    sys.addaudithook(hook)
    yield seen
    listening = False


def files(folder: Path) -> dict[str, bytes]:
    """Return a folder's files, hidden ones left out."""
    return {path: data for path, data in snapshot(folder).items() if not path.endswith("/")}


def test_new_folders_come_into_place_as_a_whole(tmp_path: Path, renames: list[str]) -> None:
    """Twenty pages in new folders take one rename; beside pages that are there, one for each new folder; nothing is left behind."""
    stage = Stage.begin(tmp_path)
    staged = [stage.put(path, data) for path, data in PAGES.items()]
    assert files(tmp_path) == {}
    renames.clear()
    put_into_place(tmp_path, staged, [])
    assert len(renames) == 1
    assert files(tmp_path) == PAGES
    later = Stage.begin(tmp_path)
    staged = [
        later.put("jobs/a/index.html", b"a"),
        later.put("jobs/a/b/c.html", b"c"),
        later.put("jobs/job-3/index.html", b"new"),
    ]
    put_into_place(tmp_path, staged, [])
    assert len(renames) == 3
    assert files(tmp_path) == PAGES | {
        "jobs/a/index.html": b"a",
        "jobs/a/b/c.html": b"c",
        "jobs/job-3/index.html": b"new",
    }
    assert not [*tmp_path.rglob(".*")]


def test_a_folder_takes_the_place_of_a_file(tmp_path: Path) -> None:
    """A file of the old site stays until the new folder of its name is complete."""
    (tmp_path / "jobs").write_bytes(b"old")
    staged = [Stage.begin(tmp_path).put("jobs/a/index.html", b"a")]
    assert (tmp_path / "jobs").read_bytes() == b"old"
    put_into_place(tmp_path, staged, ["jobs"])
    assert files(tmp_path) == {"jobs/a/index.html": b"a"}


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    """Waiting files of outputs that are known go with their empty folders; anything else in such a tree stays."""
    (tmp_path / "jobs").mkdir()
    stage = Stage(tmp_path, "01234567")
    for path in ("jobs/a/index.html", "tags/b/index.html", "index.html"):
        stage.put(path, b"half")
    (tmp_path / "jobs/.01234567.new/a/mine.txt").write_bytes(b"mine")
    sweep(tmp_path, ["jobs/a/index.html", "tags/b/index.html", "index.html"])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / "jobs/.01234567.new/a/mine.txt"]
    assert not (tmp_path / ".01234567.new").exists()


def test_no_link_that_looks_like_a_tree_of_ours_is_swept(tmp_path: Path) -> None:
    """Behind a link of such a name lies what is not ours."""
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    (elsewhere / "jobs").mkdir(parents=True)
    (elsewhere / "jobs/index.html").write_bytes(b"mine")
    (out / ".01234567.new").symlink_to(elsewhere)
    sweep(out, ["jobs/index.html"])
    assert (elsewhere / "jobs/index.html").read_bytes() == b"mine"
