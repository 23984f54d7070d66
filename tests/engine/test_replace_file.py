"""A file replaced as a whole."""

from pathlib import Path

from site_builder.engine.replace_file import replace_file


def test_bytes_change_and_permissions_stay(tmp_path: Path) -> None:
    """The new bytes are there, with the old permissions, and nothing is left beside the file."""
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    assert replace_file(file, b"old", b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """Who wrote into it in the meantime loses nothing."""
    file = tmp_path / "a.md"
    file.write_bytes(b"newer")
    assert not replace_file(file, b"old", b"new")
    assert file.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [file]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    assert replace_file(tmp_path / "link.md", b"old", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"
