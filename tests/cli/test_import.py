"""`import`: what it prints, and the exit status that scripts go by."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from tests.cli.commands import run
from tests.site_checks import tree, write_files

NURSE = "---\ntitle: Nurse\ncompany: Ward Ltd\nlocation: Rome, Italy\n---\n\nYou dont sleep, and care for the ward and the people.\n"


def imported(site: Path, *arguments: str | Path, stdin: str | None = None) -> Result:
    """Run `import` on a site."""
    return CliRunner().invoke(
        main, ["import", "--site", str(site), *map(str, arguments)], input=stdin, catch_exceptions=False
    )


def test_a_posting_is_written_and_reported(site: Path, tmp_path: Path) -> None:
    """Exit status 0; a line for the file and one for all; what is to be looked at goes to stderr, in the form of all problems."""
    source = write_files(tmp_path / "in", {"nurse.md": NURSE}) / "nurse.md"
    result = imported(site, source)
    assert result.exit_code == 0
    assert result.stdout == (
        f"content/nurse.md: written from {source} (3 facts, 0 to check, 5 to answer)\n"
        "1 posting written, 0 as before, 0 not imported\n"
    )
    assert result.stderr.startswith(
        f"{source}:7: warning: “dont” has lost its punctuation [word-lost-punctuation]\n    Write"
    )
    assert "title: Nurse" in (site / "content/nurse.md").read_text("utf-8")


def test_the_second_time_says_that_nothing_changed(site: Path, tmp_path: Path) -> None:
    """Exit status 0 again, without a word about the text; an edited result is kept, and said to be."""
    source = write_files(tmp_path / "in", {"nurse.md": NURSE}) / "nurse.md"
    imported(site, source)
    result = imported(site, source)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"content/nurse.md: unchanged, {source} was imported before",
        "0 postings written, 1 as before, 0 not imported",
    ]
    file = site / "content/nurse.md"
    file.write_text(file.read_text("utf-8").replace("sleep", "doze"), encoding="utf-8")
    result = imported(site, source)
    assert result.exit_code == 0
    assert "kept" in result.stdout


def test_what_is_imported_builds_and_is_no_page(site: Path, tmp_path: Path) -> None:
    """A draft is counted and not published; with `--publish` a posting whose title and organization are certain has its page at once."""
    write_files(tmp_path / "in", {"nurse.md": NURSE, "cook.txt": "You cook for the whole house, day and night.\n"})
    imported(site, tmp_path / "in")
    assert "1 open posting, 2 in draft" in run(site).stdout
    imported(site, "--force", "--publish", tmp_path / "in")
    assert "2 open postings, 1 in draft" in run(site).stdout
    assert (site / "output/jobs/nurse/index.html").exists()


def test_one_bad_file_stops_no_other(site: Path, tmp_path: Path) -> None:
    """Exit status 1, with the reason and what to do; the other files are written."""
    write_files(tmp_path / "in", {"a.txt": "%PDF-1.4", "nurse.md": NURSE})
    result = imported(site, tmp_path / "in")
    assert result.exit_code == 1
    assert "a.txt: error: the file is a PDF [file-kind]\n    Open it, and save it as HTML" in result.stderr
    assert result.stdout.endswith("1 posting written, 0 as before, 1 not imported\n")


def test_nothing_is_written_over_without_force(site: Path, tmp_path: Path) -> None:
    """A file that is there and says something else stays, with exit status 1; `--force` writes over it."""
    source = write_files(tmp_path / "in", {"baker.md": NURSE}) / "baker.md"
    before = (site / "content/baker.md").read_bytes()
    result = imported(site, source)
    assert result.exit_code == 1
    assert "--force" in result.stderr
    assert (site / "content/baker.md").read_bytes() == before
    assert imported(site, "--force", source).exit_code == 0
    assert "Nurse" in (site / "content/baker.md").read_text("utf-8")


def test_a_dry_run_prints_the_file(site: Path) -> None:
    """Nothing is written; the text that would be is on stdout. `-` reads from standard input."""
    before = tree(site)
    result = imported(site, "--dry-run", "--to", "ward", "-", stdin=NURSE)
    assert result.exit_code == 0
    assert "content/ward/posting.md: would be written from standard input" in result.stdout
    assert "\ntitle: Nurse\n" in result.stdout
    assert result.stdout.endswith("1 posting to write, 0 as before, 0 not imported\n")
    assert tree(site) == before


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--to", "../x", "a.md"],
        ["--to", "/x", "a.md"],
        ["--to", "pages", "a.md"],
        ["--to", "_x", "a.md"],
        ["--all", "a.md"],
    ],
)
def test_wrong_usage(site: Path, arguments: list[str]) -> None:
    """No file, a folder outside of content/ or one that a build passes over, an unknown option: exit status 2, and nothing is written."""
    before = tree(site)
    assert imported(site, *arguments).exit_code == 2
    assert tree(site) == before


def test_a_folder_without_settings(tmp_path: Path) -> None:
    """Where no site.toml is, nothing is imported: exit status 1."""
    result = imported(tmp_path, "nurse.md")
    assert result.exit_code == 1
    assert "[settings-missing]" in result.stderr
    assert result.stderr.endswith("Nothing was imported.\n")


def test_help_explains_every_option() -> None:
    """`--help` has a sentence for every option, and the exit status."""
    text = " ".join(CliRunner().invoke(main, ["import", "--help"]).stdout.split())
    for option in ("--site", "--to", "--force", "--dry-run", "--publish"):
        assert f"{option} " in text
    assert "Exit status: 0 all imported, 1 some were not, 2 wrong usage." in text
