"""Redirects of other systems are taken over as they were meant, and what cannot be is named with its line."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.importing.redirects import read_redirects
from site_builder.importing.redirects_section import with_redirects
from site_builder.reading.settings import read_settings
from tests.site_checks import write_files

SITE = '[site]\ntitle = "Jobs"\nbase_url = "https://mill.example/"\n'

NETLIFY = """\
# Redirects from what the browser requests to what we serve
/home              /
/blog/my-post      /jobs/baker/       301
/news/*            /jobs/:splat       302!   # forced
/google            https://www.google.com/

/app/*             /index.html        200
/store id=:id      /blog/:id          301
/de/*              /jobs/:splat       302  Country=de
/nowhere
/a/:year/x         /b/:year           301
/home              /jobs/
/assets/x          /y
"""
CSV = """\
Old URL;New URL;Status
https://jobs.old.example/karriere/1;/jobs/baker/;301
"/karriere/2";https://mill.example/jobs/cook/;
/karriere/3?id=7;/jobs/x/;
/karriere/4;;301

/karriere/5;/jobs/y/;410
"""


def read(tmp_path: Path, name: str, text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the redirects in a file, and where something was not taken."""
    (tmp_path / name).write_text(text, "utf-8")
    found = read_redirects(tmp_path / name, name)
    assert all(problem.mend and problem.code == "redirect-not-taken" for problem in found.problems)
    return found.redirects, [(problem.place, problem.message) for problem in found.problems]


def test_netlify(tmp_path: Path) -> None:
    """Netlify's lines are taken, folders with `:splat` too; rewrites, conditions and placeholders are named."""
    redirects, problems = read(tmp_path, "_redirects", NETLIFY)
    assert redirects == {
        "/home": "/",
        "/blog/my-post": "/jobs/baker/",
        "/news/*": "/jobs/*",
        "/google": "https://www.google.com/",
    }
    assert [place for place, _ in problems] == [f"_redirects:{line}" for line in (7, 8, 9, 10, 11, 12, 13)]
    said = " ".join(message for _, message in problems)
    for part in (
        "another page shown",
        "id=:id",
        "Country=de",
        "leads nowhere",
        "many addresses",
        "further up",
        "itself needs",
    ):
        assert part in said


def test_a_table(tmp_path: Path) -> None:
    """A table with names above its columns, and semicolons, is taken; what a site of files cannot do is named."""
    redirects, problems = read(tmp_path, "old.csv", CSV)
    assert redirects == {"/karriere/1": "/jobs/baker/", "/karriere/2": "https://mill.example/jobs/cook/"}
    assert [place for place, _ in problems] == ["old.csv:4", "old.csv:5", "old.csv:7"]


@pytest.mark.parametrize(
    "text", ["/a,/b\n", "to,from\n/b,/a\n", "\ufefffrom\tto\n/a\t/b\n", "id,source,destination\n1,/a,/b\n"]
)
def test_tables_of_other_forms(tmp_path: Path, text: str) -> None:
    """Columns are found by their names, in any order; without names the first two are meant."""
    assert read(tmp_path, "x.csv", text) == ({"/a": "/b"}, [])


def test_what_is_no_text(tmp_path: Path) -> None:
    """A file that is not there, or not UTF-8, is named."""
    (tmp_path / "x.csv").write_bytes(b"/a,/b\n/\xff,/c\n")
    assert [one.place for one in read_redirects(tmp_path / "x.csv", "x.csv").problems] == ["x.csv:2"]
    assert [one.place for one in read_redirects(tmp_path / "none", "none").problems] == ["none"]


@pytest.mark.parametrize(
    "settings",
    [
        SITE,
        SITE.rstrip("\n"),
        SITE + '[redirects]\n"/old" = "/"\n',
        "[redirects] # mine\n" + SITE,
        SITE + "[redirects]",
        SITE.replace("\n", "\r\n"),
    ],
)
def test_settings_keep_what_they_hold(settings: str) -> None:
    """Redirects come into the section, or a new one, and everything else stays; what comes of it is read without a problem."""
    new = {"/a b": "/x", '/"q"/': "https://example.com/", "/news/*": "/*"}
    text = with_redirects(settings, new)
    before, after = tomllib.loads(settings), tomllib.loads(text)
    assert after["redirects"] == before.get("redirects", {}) | new
    assert after["site"] == before["site"]
    assert [line for line in text.splitlines() if line in settings.splitlines()] == settings.splitlines()
    assert read_settings(with_redirects(settings, {"/a b": "/x"}).encode())[2] == []


def test_the_command(tmp_path: Path) -> None:
    """Lines are printed, or written with --write; what is there stays, and doing it twice changes nothing."""
    write_files(
        tmp_path, {"site.toml": SITE + '[redirects]\n"/home" = "/about/"\n', "_redirects": "/home /\n/x /jobs/\n"}
    )
    words = ["redirects", "--site", str(tmp_path), str(tmp_path / "_redirects")]
    done = CliRunner().invoke(main, words)
    assert done.stdout == '"/x" = "/jobs/"\n'
    assert "/home: kept as it is in site.toml, where it leads to /about/" in done.stderr
    done = CliRunner().invoke(main, [*words, "--write"])
    assert done.exit_code == 1
    settings = (tmp_path / "site.toml").read_text()
    assert tomllib.loads(settings)["redirects"] == {"/home": "/about/", "/x": "/jobs/"}
    CliRunner().invoke(main, [*words, "--write"])
    assert (tmp_path / "site.toml").read_text() == settings
