import os
import socket
import time
from pathlib import Path

import pytest

from site_builder.engine.folder import WRONG, Entry, Kind, scan, stamp_of
from tests.deep_folders import deep_folders

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


@pytest.mark.parametrize(
    "name", ["line\nend", "\x1b[31mred", "::error::x\r", "\u2028line", "\u202egpj.md", "\u200fx", "\x9b1m", "x\x7f"]
)
def test_a_name_that_garbles_what_is_printed_is_escaped(tmp_path: Path, name: str) -> None:
    """Ends of lines, control characters and marks that turn the direction are refused, of folders too, and shown escaped."""
    (tmp_path / f"{name}.md").touch()
    (tmp_path / f"{name}.d").mkdir()
    (tmp_path / f"{name}.d/x.md").touch()
    entries = scan(tmp_path)
    assert [entry.kind for entry in entries] == [Kind.UNNAMEABLE] * 2
    assert all(entry.path.isprintable() and "\\u" in entry.path for entry in entries)


def test_letters_of_all_scripts_are_names(tmp_path: Path) -> None:
    """Names may be in any script, with spaces of any width, and with the joiners that Persian and emoji need."""
    names = ["Bäcker.md", "パン職人.md", "خباز.md", "no\u00a0break.md", "نان\u200cوا.md", "👩\u200d🍳.md"]
    for name in names:
        (tmp_path / name).touch()
    assert kinds(tmp_path) == dict.fromkeys(names, Kind.FILE)


def test_backups_of_editors_are_passed_over(tmp_path: Path) -> None:
    """Names that end in `~` are passed over, of folders too."""
    (tmp_path / "a.md~").touch()
    (tmp_path / "old~").mkdir()
    (tmp_path / "old~/a.md").touch()
    (tmp_path / "a~.md").touch()
    assert [entry.path for entry in scan(tmp_path)] == ["a~.md"]


def test_links_stay_in_the_folder_below(tmp_path: Path) -> None:
    """A link may lead to a file of the folder that is listed, but not to its neighbours in the root, nor to hidden files."""
    (tmp_path / "content/.git").mkdir(parents=True)
    for name in (".env", "site.toml", "content/a.md", "content/.git/config", "content/.env"):
        (tmp_path / name).touch()
    for name, target in {
        "env": "../.env",
        "site": "../site.toml",
        "own": "a.md",
        "config": ".git/config",
        "hidden": ".env",
    }.items():
        (tmp_path / "content" / name).symlink_to(target)
    assert {entry.path: entry.kind for entry in scan(tmp_path, "content")} == {
        "content/a.md": Kind.FILE,
        "content/config": Kind.OUTSIDE,
        "content/env": Kind.OUTSIDE,
        "content/hidden": Kind.OUTSIDE,
        "content/own": Kind.FILE,
        "content/site": Kind.OUTSIDE,
    }


def test_the_folder_itself_is_no_link(tmp_path: Path) -> None:
    """No part of the path to the folder that is listed may be a link; the root may."""
    (tmp_path / "elsewhere/assets").mkdir(parents=True)
    (tmp_path / "site/themes/own").mkdir(parents=True)
    (tmp_path / "site/inside").mkdir()
    for name in ("elsewhere/assets/a", "site/inside/a", "site/themes/own/a"):
        (tmp_path / name).touch()
    site = tmp_path / "site"
    (site / "content").symlink_to(tmp_path / "elsewhere/assets")
    (site / "themes/far").symlink_to(tmp_path / "elsewhere")
    (site / "assets").symlink_to("inside")
    (site / "gone").symlink_to("nowhere")
    (tmp_path / "link").symlink_to(site)
    assert scan(site, "content") == [Entry("content", "", Kind.OUTSIDE)]
    assert scan(site, "themes/far/assets") == [Entry("themes/far", "", Kind.OUTSIDE)]
    assert scan(site, "assets") == [Entry("assets", "", Kind.FOLDER_LINK)]
    assert scan(site, "gone") == [Entry("gone", "", Kind.DANGLING)]
    assert [entry.path for entry in scan(tmp_path / "link", "themes/own")] == ["themes/own/a"]


def test_folders_without_end_are_refused(tmp_path: Path) -> None:
    """Of 1,300 folders in each other the first 50 are looked into; the next is named."""
    deep = "/".join("d" * 50)
    with deep_folders(tmp_path):
        (tmp_path / deep / "a.md").touch()
        assert kinds(tmp_path) == {f"{deep}/a.md": Kind.FILE, f"{deep}/d": Kind.DEEP}


def test_what_is_no_folder_is_named(tmp_path: Path) -> None:
    """A file where a folder is looked for, or a folder that cannot be opened, is told."""
    (tmp_path / "content").touch()
    assert scan(tmp_path, "content") == [Entry("content", "", Kind.CLOSED)]


def test_sizes(tmp_path: Path) -> None:
    """An entry has its file's size; of a link, that of the file it leads to."""
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "b").symlink_to("a")
    assert [entry.size for entry in scan(tmp_path)] == [5, 5]


def test_every_wrong_kind_has_its_text() -> None:
    """Whatever is no file can be told to people."""
    assert set(WRONG) == set(Kind) - {Kind.FILE}


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
