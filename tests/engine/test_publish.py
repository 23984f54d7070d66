import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.engine.place import FolderRefusedError
from site_builder.engine.publish import Counts, HalfwayError
from site_builder.engine.staging import Stage, Staged
from tests.engine.output_folder import NEW, OLD, Folder
from tests.engine.tasks import FAILS, RAISES, Put
from tests.sites import hidden, snapshot


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An output folder that is not there yet."""
    return Folder(tmp_path)


def test_the_folder_holds_what_the_plan_says(folder: Folder) -> None:
    """After publishing, the folder holds the plan's files, and no folder or hidden file beside the token."""
    assert folder.publish(OLD).counts == Counts(3, 3, 0)
    assert folder.publish(NEW).counts == Counts(2, 2, 1)
    assert snapshot(folder.path) == {**NEW, "jobs/": b"", "jobs/a/": b"", "jobs/c/": b""}
    assert hidden(folder.path) == {".site-builder"}


def test_nothing_to_do_is_nothing_done(folder: Folder) -> None:
    """The same plan again renders, writes and removes nothing."""
    folder.publish(OLD)
    assert folder.publish(OLD).counts == Counts(0, 0, 0)


def test_a_new_folder_asks_for_each_key_once(folder: Folder) -> None:
    """Keys are worked out when they are asked for: of files that were never there, after they were rendered and not before too."""
    folder.publish(OLD)
    assert folder.keys_asked == dict.fromkeys(OLD, 1)
    folder.publish(OLD)
    assert folder.keys_asked == dict.fromkeys(OLD, 1)


def test_same_bytes_are_not_written_again(folder: Folder) -> None:
    """A file that is rendered anew to the same bytes keeps its time of change, inode and all."""
    folder.publish(OLD)
    before = (folder.path / "index.html").stat()
    assert folder.publish(OLD, prefix="new key of ").counts == Counts(len(OLD), 0, 0)
    after = (folder.path / "index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_touched_file_is_known_by_its_bytes(folder: Folder) -> None:
    """A file that has other times and the same bytes is not rendered again, and is known by its times from then on."""
    folder.publish(OLD)
    os.utime(folder.path / "index.html", (1, 1))
    assert folder.publish(OLD).counts == Counts(0, 0, 0)
    assert folder.is_published(OLD)


def test_modes_are_those_of_new_files(folder: Folder) -> None:
    """A web server can read what is written: under the usual mask, files are 0644 and folders 0755."""
    mask = os.umask(0o022)
    try:
        folder.publish(OLD)
        folder.publish(NEW)
    finally:
        os.umask(mask)
    modes = {stat.S_IMODE((folder.path / path).stat().st_mode) for path in NEW}
    assert modes == {0o644}
    assert stat.S_IMODE((folder.path / "jobs/c").stat().st_mode) == 0o755


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"x.html": b"file"}, {"x.html/index.html": b"folder"}),
        ({"x.html": b"file"}, {"x.html/y/index.html": b"1", "x.html/y/z.html": b"2", "x.html/index.html": b"3"}),
        ({"x.html/index.html": b"folder"}, {"x.html": b"file"}),
        ({"x/y/z/index.html": b"1", "x/y/index.html": b"2"}, {"x/y": b"file"}),
        ({"x/y": b"file", "x/z": b"same"}, {"x/y/z": b"1", "x/z": b"same"}),
        ({"jobs/Baker/index.html": b"1"}, {"jobs/baker/index.html": b"1"}),
    ],
)
def test_files_and_folders_change_places(folder: Folder, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """A file may become a folder, a folder a file, and a name change its case alone."""
    for plan in (before, after, before):
        folder.publish(plan)
        assert folder.files() == plan
        assert hidden(folder.path) == {".site-builder"}


def test_a_deleted_or_edited_file_is_restored(folder: Folder) -> None:
    """What somebody did to our files in the folder is undone."""
    folder.publish(OLD)
    (folder.path / "index.html").write_bytes(b"edited by hand")
    (folder.path / "jobs/a/index.html").unlink()
    (folder.path / "jobs/a").rmdir()
    assert folder.publish(OLD).counts == Counts(2, 2, 0)
    assert folder.files() == OLD


def test_a_file_that_became_a_link_is_a_file_again(folder: Folder, tmp_path: Path) -> None:
    """A link that somebody put in the place of a file is replaced; what it leads to is not written to."""
    folder.publish(OLD)
    (tmp_path / "mine").write_bytes(b"old")
    (folder.path / "index.html").unlink()
    (folder.path / "index.html").symlink_to(tmp_path / "mine")
    folder.publish(NEW)
    assert not (folder.path / "index.html").is_symlink()
    assert (tmp_path / "mine").read_bytes() == b"old"


def test_files_of_others_stay(folder: Folder) -> None:
    """Nothing that we did not write is removed, nor a folder that holds it, though all around it is."""
    folder.publish(OLD)
    (folder.path / "jobs/b/notes.txt").write_bytes(b"mine")
    (folder.path / ".well-known").mkdir()
    (folder.path / ".well-known/security.txt").write_bytes(b"mine")
    (folder.path / "CNAME").write_bytes(b"mine")
    assert folder.publish({"index.html": b"new"}).counts == Counts(1, 1, 2)
    assert folder.files() == {"index.html": b"new", "jobs/b/notes.txt": b"mine", "CNAME": b"mine"}
    assert (folder.path / ".well-known/security.txt").read_bytes() == b"mine"
    assert not (folder.path / "jobs/a").exists()


def test_what_was_removed_is_ours_no_more(folder: Folder) -> None:
    """A file that somebody puts where one of ours was removed stays, and the removal is not counted again."""
    folder.publish(OLD)
    folder.publish(NEW)
    (folder.path / "jobs/b").mkdir()
    (folder.path / "jobs/b/index.html").write_bytes(b"mine")
    assert folder.publish(NEW).counts == Counts(0, 0, 0)
    assert folder.files() == {**NEW, "jobs/b/index.html": b"mine"}


def test_a_file_is_replaced_not_overwritten(folder: Folder) -> None:
    """Whoever is reading a file while it is replaced (a web server) reads the old one to its end."""
    folder.publish(OLD)
    with (folder.path / "index.html").open("rb") as visitor:
        folder.publish(NEW)
        assert visitor.read() == b"old"


def _file(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"mine")


def _empty_folder(place: Path) -> None:
    place.mkdir(parents=True)


def _folder_with_file(place: Path) -> None:
    _file(place / "mine.txt")


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("jobs/c/index.html", _file),
        ("jobs/c", _file),
        ("jobs/c/index.html", _empty_folder),
        ("jobs/c/index.html", _folder_with_file),
    ],
)
def test_what_others_put_in_the_way_is_refused(folder: Folder, path: str, make: Callable[[Path], None]) -> None:
    """A file or folder of somebody else where an output has to go is named; everything stays as it is."""
    folder.publish(OLD)
    make(folder.path / path)
    before = snapshot(folder.path)
    with pytest.raises(FolderRefusedError, match=f"out/{path} is in the way"):
        folder.publish(NEW)
    assert snapshot(folder.path) == before
    assert hidden(folder.path) == {".site-builder"}


def test_our_file_replaced_by_a_folder_of_others_is_refused(folder: Folder) -> None:
    """A folder that somebody put in the place of one of our files is not ours."""
    folder.publish(OLD)
    (folder.path / "index.html").unlink()
    _folder_with_file(folder.path / "index.html")
    with pytest.raises(FolderRefusedError, match=r"index\.html is in the way"):
        folder.publish(OLD)
    assert folder.publish({"jobs/a/index.html": b"a"}).counts == Counts(0, 0, 2)
    assert folder.files() == {"jobs/a/index.html": b"a", "index.html/mine.txt": b"mine"}


@pytest.mark.parametrize("data", [FAILS, RAISES])
def test_a_failure_leaves_everything_as_it_was(folder: Folder, data: bytes) -> None:
    """When one output fails, none is put into place; the next plan begins from what was there before."""
    folder.publish(OLD)
    plan = {**NEW, "new/deep/index.html": b"deep", "z.html": data}
    if data == FAILS:
        assert folder.publish(plan).failures == ("a mistake of the author's",)
    else:
        with pytest.raises(RuntimeError, match="a mistake of ours"):
            folder.publish(plan)
    assert snapshot(folder.path) == {**OLD, "jobs/": b"", "jobs/a/": b"", "jobs/b/": b""}
    assert hidden(folder.path) == {".site-builder"}
    assert folder.publish(OLD).counts == Counts(0, 0, 0)


def test_a_failure_of_the_first_build_leaves_an_empty_folder(folder: Folder) -> None:
    """A first build that fails leaves no files, and the next one may use the folder."""
    folder.publish({**OLD, "z.html": FAILS})
    assert snapshot(folder.path) == {}
    assert folder.publish(OLD).counts == Counts(3, 3, 0)


class Sabotage(Put):
    """Put files, and let a folder of somebody else appear where one has to go when it is too late to see it."""

    def __call__(self, item: tuple[str, bytes]) -> Staged:
        """Put the bytes."""
        staged = super().__call__(item)
        if item[0] == "index.html":
            (self.stage.folder / "index.html").unlink()
            _folder_with_file(self.stage.folder / "index.html")
        return staged


def test_an_error_between_files_is_mended_by_the_next_build(folder: Folder) -> None:
    """An error while files are put into place is told as such, every file is whole, and the next build finishes the work."""
    folder.publish(OLD)
    with pytest.raises(HalfwayError):
        folder.publish({**NEW, "jobs/a/index.html": b"a2"}, Sabotage)
    files = folder.files()
    assert files.pop("index.html/mine.txt") == b"mine"
    assert set(files.items()) <= {*OLD.items(), *NEW.items(), ("jobs/a/index.html", b"a2")}
    (folder.path / "index.html/mine.txt").unlink()
    (folder.path / "index.html").rmdir()
    folder.publish(NEW)
    assert folder.files() == NEW
    assert hidden(folder.path) == {".site-builder"}


class Watch(Put):
    """Put files, and look at the folder before each."""

    def __call__(self, item: tuple[str, bytes]) -> Staged:
        """Put the bytes, seeing none of those put before."""
        assert all(data in OLD.values() for path, data in snapshot(self.stage.folder).items() if not path.endswith("/"))
        return super().__call__(item)


def test_nothing_is_seen_before_all_is_ready(folder: Folder) -> None:
    """While outputs are rendered, the folder shows the old site alone."""
    folder.publish(OLD)
    folder.publish(NEW, Watch)
    assert folder.files() == NEW


def test_a_long_name_can_be_staged(folder: Folder) -> None:
    """A file's name may be as long as the file system allows."""
    name = "x" * 255
    folder.publish({name: b"x"})
    assert folder.files() == {name: b"x"}


def test_a_late_worker_of_a_killed_build_cannot_mix_in(folder: Folder) -> None:
    """What a worker of a build before still lays down is not published by the next, though the path is the same."""
    late: list[Stage] = []

    class Late(Put):
        def __call__(self, item: tuple[str, bytes]) -> Staged:
            staged = super().__call__(item)
            late[0].put(item[0], b"late")
            return staged

    folder.path.mkdir()
    late.append(Stage.begin(folder.path))
    folder.publish(OLD, Late)
    assert folder.files() == OLD


def test_two_folders_share_one_ledger(folder: Folder, tmp_path: Path) -> None:
    """Each folder is brought up to date by what was written into it, whatever was written into the other."""
    other = Folder(tmp_path)
    other.path = tmp_path / "other"
    folder.publish(OLD)
    other.publish(NEW)
    assert folder.publish(OLD).counts == Counts(0, 0, 0)
    assert other.publish(OLD).counts == Counts(2, 2, 1)
    assert folder.publish(NEW).counts == Counts(2, 2, 1)
    assert other.files() == OLD
    assert folder.files() == NEW
