"""What may lie in content/ and output/ to get at other files, to hang a build or to garble what it prints."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from tests.deep_folders import deep_folders
from tests.sites import build_site, published, snapshot, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two postings, with a secret in it and beside it."""
    (tmp_path / "secret.txt").write_text("secret")
    site = write_site(tmp_path / "site", 2)
    (site / ".env").write_text("KEY=secret")
    return site


def problems_of(site: Path) -> dict[str, str]:
    """Return the codes of what is wrong with a site, by path, and see that nothing is published."""
    report = build_site(site)
    assert not report.published
    return {problem.path: problem.code for problem in report.problems}


@pytest.mark.parametrize("target", ["../.env", "../site.toml", "../../secret.txt", "/etc/passwd", "/dev/zero", ".."])
def test_no_other_file_becomes_a_posting(site: Path, target: str) -> None:
    """A link in content/ leads to files of content/ alone."""
    (site / "content/env.txt").symlink_to(target)
    assert problems_of(site) == {"content/env.txt": "link-outside"}


def test_content_is_a_folder_of_the_site(site: Path, tmp_path: Path) -> None:
    """content/ itself may be no link out of the site."""
    (site / "content").rename(tmp_path / "content")
    (site / "content").symlink_to(tmp_path / "content")
    assert problems_of(site) == {"content": "link-outside"}


def test_a_huge_file_is_not_read(site: Path) -> None:
    """A file of 20 GB that takes no room on the disk is named with its size."""
    (site / "content/huge.md").touch()
    os.truncate(site / "content/huge.md", 20_000_000_000)
    assert problems_of(site) == {"content/huge.md": "file-too-large"}
    (problem,) = build_site(site).problems
    assert "20000000 kB" in problem.message


def test_folders_without_end_are_a_problem(site: Path) -> None:
    """1,300 folders in each other are a problem, and no traceback."""
    with deep_folders(site / "content"):
        assert problems_of(site) == {"content" + "/d" * 51: "folder-deep"}


def test_names_print_as_one_plain_line(site: Path) -> None:
    """A file's name neither colours the terminal nor begins a line that GitHub Actions takes for a command."""
    (site / "content/x\n::error file=a::b\x1b[31m\u202e.md").touch()
    result = CliRunner().invoke(main, ["build", "--site", str(site)])
    assert result.exit_code == 1
    assert "content/x\\u000a::error file=a::b\\u001b[31m\\u202e.md: error" in result.output
    assert not any(line.startswith("::error") for line in result.output.splitlines())
    assert "\x1b" not in result.output


def test_backups_of_editors_are_passed_over(site: Path) -> None:
    """`name.md~` is no posting, and nothing to warn of."""
    (site / "content/gardener-0000.md~").write_text("old")
    assert published(site).files == 2


@pytest.mark.parametrize("folder", ["jobs", "jobs/gardener-0000"])
def test_the_site_is_not_written_through_links(site: Path, tmp_path: Path, folder: str) -> None:
    """A folder of output/ that is a link is a problem, and what lies behind it stays."""
    published(site)
    (site / "output" / folder).rename(tmp_path / "elsewhere")
    (site / "output" / folder).symlink_to(tmp_path / "elsewhere")
    before = snapshot(tmp_path / "elsewhere")
    (site / "content/gardener-0000.md").unlink()
    report = build_site(site)
    (problem,) = report.problems
    assert (report.published, problem.code) == (False, "output-refused")
    assert f"output/{folder} is a symbolic link" in problem.message
    assert snapshot(tmp_path / "elsewhere") == before


def test_pipes_in_output_do_not_hang_a_build(site: Path) -> None:
    """A pipe in the place of our file is replaced by it; one in the place of the token is refused."""
    published(site)
    (site / "output/index.html").unlink()
    os.mkfifo(site / "output/index.html")
    published(site)
    assert (site / "output/index.html").is_file()
    (site / "output/.site-builder").unlink()
    os.mkfifo(site / "output/.site-builder")
    assert problems_of(site) == {"output": "output-refused"}
