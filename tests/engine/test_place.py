import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.engine.ledger import Ledger, Written
from site_builder.engine.place import TOKEN_FILE, FolderRefusedError, claim, refuse_overlap


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """A new ledger."""
    return Ledger(tmp_path / "ledger.db")


def test_a_new_folder_is_claimed_for_good(tmp_path: Path, ledger: Ledger) -> None:
    """A folder that is not there, or empty but for hidden files, is given a token, and keeps it."""
    folder = tmp_path / "deep/out"
    token = claim(folder, ledger)
    assert claim(folder, ledger) == token
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / ".gitignore").write_text("*")
    assert claim(hidden, ledger) != token


@pytest.mark.parametrize("text", [b"", b"0123", b"\xff" * 32])
def test_a_spoilt_token_is_replaced_in_an_empty_folder(tmp_path: Path, ledger: Ledger, text: bytes) -> None:
    """A token that a full disk or a power cut left without its digits does not tie folders together."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / TOKEN_FILE).write_bytes(text)
    assert len(claim(tmp_path / "out", ledger)) == 32


def test_a_folder_of_others_is_refused(tmp_path: Path, ledger: Ledger) -> None:
    """A folder with files and without a token is somebody else's, and gets no token."""
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"mine")
    with pytest.raises(FolderRefusedError, match="holiday/ holds files that were not written by site-builder"):
        claim(folder, ledger)
    assert [file.name for file in folder.iterdir()] == ["photo.jpg"]


@pytest.mark.parametrize("token", ["", "0" * 32])
def test_a_folder_of_a_lost_ledger_is_refused(tmp_path: Path, ledger: Ledger, token: str) -> None:
    """When nobody knows any more which files in a folder are ours, none is touched."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / TOKEN_FILE).write_text(token)
    (folder / "index.html").write_bytes(b"")
    with pytest.raises(FolderRefusedError, match="is gone") as refused:
        claim(folder, ledger)
    assert "delete the folder and build again" in refused.value.mend


def test_a_folder_of_a_known_ledger_is_ours(tmp_path: Path, ledger: Ledger) -> None:
    """A folder with a token of which the ledger knows files is written into."""
    token = claim(tmp_path / "out", ledger)
    (tmp_path / "out/index.html").write_bytes(b"")
    ledger.record_outputs(token, {"index.html": Written("key", "stamp")})
    assert claim(tmp_path / "out", ledger) == token


def test_a_file_is_refused(tmp_path: Path, ledger: Ledger) -> None:
    """A file, or a link to nothing, is no folder to write into."""
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    with pytest.raises(FolderRefusedError, match="file is a file"):
        claim(tmp_path / "file", ledger)
    with pytest.raises(FolderRefusedError, match="link is a symbolic link to nothing"):
        claim(tmp_path / "link", ledger)
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.parametrize("output", ["/", "..", ".", "content", "content/out", "content/../content/x", "assets", "link"])
def test_the_site_is_not_built_over_itself(tmp_path: Path, output: str) -> None:
    """The site's folder, those above it and those that it is read from, are refused, also by way of a link."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "link").symlink_to(root / "content")
    with pytest.raises(FolderRefusedError):
        refuse_overlap(root / output, root, [root / "content", root / "assets"])


@pytest.mark.parametrize("output", ["output", "../elsewhere", "content-2", ".cache/preview"])
def test_other_folders_are_taken(tmp_path: Path, output: str) -> None:
    """A folder of its own is taken, inside the site's or elsewhere."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    refuse_overlap(root / output, root, [root / "content", root / "assets"])


def test_a_token_that_is_no_file_is_refused(tmp_path: Path, ledger: Ledger) -> None:
    """A link to a device without end, a pipe nobody writes into or a folder in the token's place is not read."""
    folder = tmp_path / "out"
    folder.mkdir()
    token = folder / TOKEN_FILE
    makers: tuple[Callable[[], None], ...] = (
        lambda: token.symlink_to("/dev/zero"),
        lambda: os.mkfifo(token),
        token.mkdir,
    )
    for make in makers:
        make()
        with pytest.raises(FolderRefusedError, match=r"out/\.site-builder is no file of ours") as refused:
            claim(folder, ledger)
        assert refused.value.mend == "Delete it and build again."
        token.rmdir() if token.is_dir() else token.unlink()


def test_a_long_token_is_none(tmp_path: Path, ledger: Ledger) -> None:
    """Of a huge file in the token's place only the start is read, and it is no token."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / TOKEN_FILE).touch()
    os.truncate(tmp_path / "out" / TOKEN_FILE, 20_000_000_000)
    assert len(claim(tmp_path / "out", ledger)) == 32


def test_the_token_is_not_written_through_a_link(tmp_path: Path, ledger: Ledger) -> None:
    """A link in the place of the half-written token is taken away, and what it leads to stays as it is."""
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / f"{TOKEN_FILE}.part").symlink_to(tmp_path / "mine")
    claim(tmp_path / "out", ledger)
    assert (tmp_path / "mine").read_text() == "mine"
    assert not (tmp_path / "out" / TOKEN_FILE).is_symlink()
