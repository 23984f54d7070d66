"""The commands: what they print, where, and the exit status that scripts go by."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder import __version__
from site_builder.cli import main
from tests.site_checks import tree, with_plain_theme, write_files

ROOT = Path(__file__).parent.parent
SETTINGS = """\
[site]
title = "Jobs"
base_url = "https://mill.example/"
[organization]
name = "Mill Ltd"
[theme]
name = "plain"
"""
BAKER = """\
---
title: Baker
locations: Berlin, Germany
date_posted: 2026-11-02
valid_through: 2026-12-24
apply_email: jobs@mill.example
---

We bake.
"""
WARNED = "---\ntitle: Cook\nlocations: Berlin, Germany\ndate_posted: 2026-11-02\n---\n\nWe cook.\n"
WRONG = "---\ntitle: Waiter\ndate_posted: soon\n---\n\nWe serve.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one posting that leaves nothing to wish for."""
    return with_plain_theme(write_files(tmp_path / "site", {"site.toml": SETTINGS, "content/baker.md": BAKER}))


def run(site: Path, *options: str, as_of: str = "2026-11-21") -> Result:
    """Run `build` on a site and a day."""
    return CliRunner().invoke(main, ["build", "--site", str(site), "--as-of", as_of, *options], catch_exceptions=False)


def test_a_build_ends_with_its_counts(site: Path) -> None:
    """Exit status 0, nothing on stderr, and two lines: what is on the site, and what was done."""
    result = run(site)
    assert (result.exit_code, result.stderr) == (0, "")
    shown, done = result.stdout.splitlines()
    assert shown == "2026-11-21: 1 open posting; 0 pages"
    files = len(tree(site / "output"))
    assert re.fullmatch(rf"1 of 1 file read, {files} rendered, {files} written, 0 removed in \d+\.\d\d s", done)
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


def test_keep_going_leaves_wrong_postings_out(site: Path) -> None:
    """`--keep-going` publishes the others, says how many were refused and, with `--verbose`, which; exit status 0."""
    write_files(site, {"content/waiter.md": WRONG})
    result = run(site, "--keep-going", "--verbose")
    assert result.exit_code == 0
    assert "[date-posted-wrong]" in result.stderr
    assert "refused: content/waiter.md\n" in result.stdout
    assert "2026-11-21: 1 open posting, 1 refused" in result.stdout
    assert "jobs/baker/index.html" in tree(site / "output")


def test_strict_lets_warnings_stop_the_build(site: Path) -> None:
    """A warning is shown and published; with `--strict` it stops the build with exit status 1."""
    write_files(site, {"content/cook.md": WARNED})
    assert run(site, "--strict").exit_code == 1
    assert not (site / "output").exists()
    result = run(site)
    assert result.exit_code == 0
    assert "0 errors, 1 warning" in result.stderr


def test_verbose_names_every_posting_that_is_left_out(site: Path) -> None:
    """The closing line counts drafts, upcoming, closed and refused postings; `--verbose` names each with its reason."""
    write_files(
        site,
        {
            "content/draft.md": BAKER.replace("title:", "draft: true\ntitle:"),
            "content/upcoming.md": BAKER.replace("title:", "opens_on: 2026-12-01\ntitle:"),
            "content/closed.md": BAKER.replace("title:", "open: false\ntitle:"),
            "content/over.md": BAKER.replace("2026-12-24", "2026-11-20"),
            "content/wrong.md": WRONG,
        },
    )
    result = run(site, "--keep-going", "--verbose")
    named = [line for line in result.stdout.splitlines() if re.match("[a-z ]+: content/", line)]
    assert sorted(named) == [
        "closed: content/closed.md",
        "closed: content/over.md",
        "draft: content/draft.md",
        "not yet open: content/upcoming.md",
        "refused: content/wrong.md",
    ]
    counted = "2026-11-21: 1 open posting, 1 draft, 1 not yet open, 2 closed, 1 refused; 0 pages"
    assert counted in result.stdout
    quiet = run(site, "--keep-going")
    assert counted in quiet.stdout
    assert "content/" not in quiet.stdout


def test_drafts_are_shown_on_request(site: Path) -> None:
    """`--drafts` puts drafts on the site."""
    write_files(site, {"content/draft.md": BAKER.replace("title:", "draft: true\ntitle:")})
    assert "1 open posting, 1 draft;" in run(site).stdout
    assert "2 open postings;" in run(site, "--drafts").stdout
    assert "jobs/draft/index.html" in tree(site / "output")
    run(site)
    assert "jobs/draft/index.html" not in tree(site / "output")


def test_as_of_is_the_day_of_the_build(site: Path) -> None:
    """A posting is open on its last day and closed the day after."""
    assert "2026-12-24: 1 open posting;" in run(site, as_of="2026-12-24").stdout
    assert "2026-12-25: 0 open postings, 1 closed;" in run(site, as_of="2026-12-25").stdout


def test_without_as_of_it_is_today(site: Path) -> None:
    """The day is found in the site's time zone: at any moment at most two days are today somewhere."""
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):  # 25 hours apart
        write_files(site, {"site.toml": SETTINGS.replace("[organization]", f'timezone = "{zone}"\n[organization]')})
        result = CliRunner().invoke(main, ["build", "--site", str(site)], catch_exceptions=False)
        days.add(result.stdout[:10])
    assert len(days) == 2


def test_output_and_base_url_take_the_place_of_the_settings(site: Path, tmp_path: Path) -> None:
    """`--output` names another folder, `--base-url` another address; a slash at its end is added."""
    result = run(site, "--output", str(tmp_path / "public"), "--base-url", "https://org.example/repo")
    assert result.exit_code == 0
    assert not (site / "output").exists()
    page = tree(tmp_path / "public")["jobs/baker/index.html"].decode()
    assert "https://org.example/repo/jobs/baker/" in page
    assert "mill.example/jobs" not in page


def test_a_wrong_base_url_is_a_problem(site: Path) -> None:
    """What is no address is refused with the option's name."""
    result = run(site, "--base-url", "org.example/repo")
    assert result.exit_code == 1
    assert re.match(r"--base-url: error: .* \[setting-wrong\]\n {4}\S", result.stderr)
    assert not (site / "output").exists()


def test_clean_reads_and_renders_everything(site: Path) -> None:
    """`--clean` forgets earlier builds; what is in place already is not written again."""
    run(site)
    files = len(tree(site / "output"))
    assert f"1 of 1 file read, {files} rendered, 0 written" in run(site, "--clean").stdout


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
