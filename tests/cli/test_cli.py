"""The commands: what they print, where, and the exit status that scripts go by."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder import __version__
from site_builder.cli import main
from tests.builds.mill import SETTINGS
from tests.cli.commands import ROOT, WARNED, WRONG, run
from tests.site_checks import tree, write_files


def test_a_build_ends_with_its_counts(site: Path) -> None:
    """Exit status 0, nothing on stderr, and two lines: what is on the site, and what was done."""
    result = run(site)
    assert (result.exit_code, result.stderr) == (0, "")
    shown, done = result.stdout.splitlines()
    assert shown == "2026-11-21: 1 open posting; 0 pages"
    files = len(tree(site / "output"))
    assert re.fullmatch(
        rf"1 of 1 file read, {files} rendered, {files} written, 0 removed in \d+\.\d\d s: .*output", done
    )
    assert "0 of 1 file read, 0 rendered, 0 written, 0 removed" in run(site).stdout


def test_problems_go_to_stderr_as_editors_read_them(site: Path) -> None:
    """Each problem is `path:line: severity: message [code]` with what to do below it; exit status 1, and nothing is published."""
    write_files(site, {"content/waiter.md": WRONG, "content/cook.md": WARNED})
    result = run(site)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    (error,) = (number for number, line in enumerate(lines) if ": error: " in line)
    assert re.fullmatch(r"content/waiter\.md:3: error: .*soon.* \[date-posted-wrong\]", lines[error])
    assert re.fullmatch(r" {4}\S.*", lines[error + 1])
    assert re.fullmatch(r"content/cook\.md:1: warning: .* \[apply-missing\]", lines[0])
    assert re.fullmatch(r"1 error, \d+ warnings?", lines[-2])
    assert lines[-1].endswith("Nothing was published; the last good site is as it was.")
    assert result.stdout == ""
    assert not (site / "output").exists()


def test_a_folder_without_settings(tmp_path: Path) -> None:
    """Where no site.toml is, the problem says what to write; exit status 1, and nothing appears in the folder."""
    result = run(tmp_path)
    assert result.exit_code == 1
    assert re.match(r"site\.toml: error: .* \[settings-missing\]\n {4}\S", result.stderr)
    assert "Nothing was published." in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_setting_has_its_line(site: Path) -> None:
    """A misspelt setting is named with its line and the name that was meant."""
    write_files(site, {"site.toml": SETTINGS.replace("base_url", "base_urls")})
    result = run(site)
    assert result.exit_code == 1
    assert re.search(r"^site\.toml:3: error: .*base_urls.*$", result.stderr, re.MULTILINE)
    assert "`base_url`" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--keepgoing"],
        ["build", "--as-of", "tomorrow"],
        ["build", "--site", "nowhere/site.toml/"],
        ["bild"],
        ["build", "x"],
    ],
)
def test_wrong_usage(site: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown option, day or command is wrong usage: exit status 2. A missing folder has no settings: 1."""
    monkeypatch.chdir(site)
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == (1 if "--site" in arguments else 2)
    assert result.stdout == ""
    assert result.stderr != ""
    assert not (site / "output").exists()


def test_every_option_is_explained() -> None:
    """`--help` has a sentence for every option."""
    result = CliRunner().invoke(main, ["build", "--help"])
    assert result.exit_code == 0
    options = (
        "--site",
        "--output",
        "--base-url",
        "--as-of",
        "--drafts",
        "--keep-going",
        "--strict",
        "--clean",
        "--verbose",
    )
    for option in options:
        assert re.search(rf"{option}\b.*(\n {{20,}})?.*[a-z]{{3,}}.*\.", result.stdout), option


def test_as_a_program_from_anywhere(site: Path, tmp_path: Path) -> None:
    """`python -m site_builder` and `site-builder` build a site from another folder, by a relative path, without colours in a pipe."""
    write_files(site, {"content/cook.md": WARNED})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    script = Path(sys.executable).with_name("site-builder")
    for program in ([sys.executable, "-m", "site_builder"], [str(script)]):
        done = subprocess.run(
            [*program, "build", "--site", "../site", "--as-of", "2026-11-21"],
            cwd=elsewhere,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr.startswith("content/cook.md:1: warning: ")
        assert "2 open postings" in done.stdout
        assert "\x1b" not in done.stdout + done.stderr
    assert list(elsewhere.iterdir()) == []
    assert "index.html" in tree(site / "output")


def test_its_version() -> None:
    """`--version` names the program and its version."""
    result = CliRunner().invoke(main, ["--version"])
    assert result.stdout == f"site-builder, version {__version__}\n"
