"""published.txt: written when it changes, where it may be; by it old addresses lead on."""

from datetime import date
from pathlib import Path

import pytest

from site_builder.build import Options
from site_builder.engine.publish import Counts
from site_builder.model.published_lines import FILE, HEADER
from tests.builds.mill import BAKER, codes, run
from tests.cli.commands import run as command
from tests.site_checks import tree, write_files

LINE = "baker | page | 2026-11-02 | content/baker.md | - | 81c82c9e | Baker\n"


def rename(site: Path, new: str = "backer") -> None:
    """Give the posting's file another name."""
    (site / "content/baker.md").rename(site / f"content/{new}.md")


def test_a_renamed_posting_leaves_a_redirect(site: Path, today: date) -> None:
    """Its old address leads to the new one, with that build and with all later ones; the sitemap names the new one alone."""
    run(site, today)
    assert (site / FILE).read_text() == HEADER + LINE
    rename(site)
    for _ in range(2):
        assert run(site, today).problems == ()
        assert "url=https://mill.example/jobs/backer/" in (site / "output/jobs/baker/index.html").read_text()
    assert "baker | moved to | backer\n" in (site / FILE).read_text()
    assert "jobs/baker/" not in (site / "output/sitemap.xml").read_text()


def test_elsewhere_the_committed_file_gives_the_same(site: Path, today: date, tmp_path: Path) -> None:
    """A fresh checkout that has the file as it was before the renaming builds the same site, and the same file."""
    run(site, today)
    before = (site / FILE).read_bytes()
    rename(site)
    run(site, today)
    source = {path: data for path, data in tree(site).items() if not path.startswith("output/")}
    there = write_files(tmp_path / "there", {**source, FILE: before})
    run(there, today)
    assert tree(there / "output") == tree(site / "output")
    assert (there / FILE).read_bytes() == (site / FILE).read_bytes()


def test_it_is_written_only_when_it_changes(site: Path, today: date) -> None:
    """An edited text leaves the file alone; a build with nothing to do does not even plan."""
    run(site, today)
    written = (site / FILE).stat()
    write_files(site, {"content/baker.md": BAKER.replace("We bake.", "We bake bread.")})
    run(site, today)
    report = run(site, today)
    assert (report.read, report.counts) == (0, Counts())
    assert (site / FILE).stat().st_mtime_ns == written.st_mtime_ns
    assert (site / FILE).stat().st_ino == written.st_ino


@pytest.mark.parametrize("options", [Options(as_of=True), Options(drafts=True)])
def test_a_preview_shows_and_writes_nothing(site: Path, today: date, options: Options) -> None:
    """With a chosen day or with drafts, redirects are shown, and the file stays as it is, or away."""
    run(site, today, options)
    assert not (site / FILE).exists()
    run(site, today)
    rename(site)
    run(site, today, options)
    assert (site / FILE).read_text() == HEADER + LINE
    assert "jobs/backer/" in (site / "output/jobs/baker/index.html").read_text()


def test_the_command_knows_a_preview(site: Path) -> None:
    """`build --as-of` writes no such file, and `build` does."""
    write_files(site, {"content/baker.md": BAKER})
    assert command(site, "--as-of", "2026-11-21").exit_code == 0
    assert not (site / FILE).exists()


def test_what_was_not_published_is_not_noted(site: Path, today: date) -> None:
    """A build that is stopped by a mistake leaves the file as it was."""
    run(site, today)
    rename(site)
    write_files(site, {"content/wrong.md": "---\ntitle: [\n---\n"})
    assert not run(site, today).published
    assert (site / FILE).read_text() == HEADER + LINE


def test_no_redirect_takes_the_place_of_anything(site: Path, today: date) -> None:
    """A new posting, an alias or a redirect at the old address goes before, without a complaint."""
    run(site, today)
    rename(site)
    run(site, today)
    write_files(site, {"content/miller.md": BAKER.replace("title: Baker", "title: Miller\naliases: [/jobs/baker/]")})
    report = run(site, today)
    assert report.problems == ()
    assert "jobs/miller/" in (site / "output/jobs/baker/index.html").read_text()
    write_files(
        site,
        {
            "content/baker.md": BAKER.replace("Baker", "Master baker"),
            "content/miller.md": BAKER.replace("Baker", "Miller"),
        },
    )
    assert run(site, today).problems == ()
    assert "Master baker" in (site / "output/jobs/baker/index.html").read_text()


def test_an_alias_in_other_letters_takes_the_place(site: Path, today: date) -> None:
    """On some file systems `/jobs/Baker/` is `/jobs/baker/`: the alias is there, and no redirect beside it."""
    run(site, today)
    rename(site)
    write_files(site, {"content/miller.md": BAKER.replace("title: Baker", "title: Miller\naliases: [/jobs/Baker/]")})
    assert run(site, today).problems == ()
    assert "jobs/Baker/index.html" in tree(site / "output")
    assert "jobs/baker/index.html" not in tree(site / "output")


def test_where_a_posting_is_refused_none_is_thought_lost(site: Path, today: date) -> None:
    """With `--keep-going` the lost one may be in the file that could not be read; when that is mended, all is found out. What is new is noted."""
    write_files(site, {"content/wrong.md": "---\ntitle: [\n---\n"})
    assert run(site, today, Options(keep_going=True)).published
    assert (site / FILE).read_text() == HEADER + LINE
    rename(site)
    assert run(site, today, Options(keep_going=True)).published
    assert (site / FILE).read_text() == HEADER + LINE
    (site / "content/wrong.md").unlink()
    run(site, today)
    assert "baker | moved to | backer\n" in (site / FILE).read_text()


def test_a_removed_posting_is_gone(site: Path, today: date) -> None:
    """Who deletes a file wants it gone: its address answers 404, which is one of Google's ways, and nobody is asked."""
    write_files(site, {"content/miller.md": BAKER.replace("Baker", "Miller")})
    run(site, today)
    (site / "content/miller.md").unlink()
    assert run(site, today).problems == ()
    assert not (site / "output/jobs/miller").exists()


def test_a_lost_address_is_asked_for_until_it_is_answered(site: Path, today: date) -> None:
    """The warning comes again with each build, stops a strict one, and goes with the line that it proposes."""
    run(site, today)
    rename(site)
    changed = BAKER.replace("2026-11-02", "2026-11-03")
    write_files(site, {"content/backer.md": changed})
    assert not run(site, today, Options(strict=True)).published
    for _ in range(2):
        report = run(site, today)
        assert codes(report) == ["address-lost"]
        assert report.published
        assert not (site / "output/jobs/baker").exists()
    write_files(site, {"content/backer.md": changed.replace("title:", "aliases: [/jobs/baker/]\ntitle:")})
    assert run(site, today).problems == ()
    assert "jobs/backer/" in (site / "output/jobs/baker/index.html").read_text()


def test_where_it_cannot_be_written_the_site_is_published(site: Path, today: date) -> None:
    """A folder in its place is in the way of nothing but itself, and is named."""
    (site / FILE).mkdir()
    report = run(site, today)
    assert report.published
    assert codes(report) == ["published-unreadable"]
    (site / FILE).rmdir()
    (site / f".{FILE}.part").mkdir()
    for _ in range(2):
        report = run(site, today)
        assert report.published
        assert codes(report) == ["published-not-written"]
        assert not (site / FILE).exists()
    (site / f".{FILE}.part").rmdir()
    assert run(site, today).problems == ()
    assert (site / FILE).is_file()


def test_what_lies_beside_it_is_not_written_through(site: Path, today: date, tmp_path: Path) -> None:
    """A link in the place of the file, or of the one that becomes it, is replaced, and what it leads to stays."""
    other = write_files(tmp_path / "else", {"mine.txt": "mine"}) / "mine.txt"
    (site / f".{FILE}.part").symlink_to(other)
    assert run(site, today).problems == ()
    assert other.read_text() == "mine"
    assert (site / FILE).read_text() == HEADER + LINE


def test_a_file_that_is_not_utf_8(site: Path, today: date) -> None:
    """It is named and left as it is."""
    write_files(site, {FILE: b"\xff\xfe"})
    report = run(site, today)
    assert (report.published, codes(report)) == (True, ["published-unreadable"])
    assert (site / FILE).read_bytes() == b"\xff\xfe"


def test_marks_of_a_merge_are_named(site: Path, today: date) -> None:
    """The lines that a merge leaves are named with their numbers; the other lines lead on; the file waits to be mended."""
    text = f"{HEADER}<<<<<<< HEAD\n{LINE}=======\nbaecker | moved to | baker\n>>>>>>> other\n"
    write_files(site, {FILE: text})
    report = run(site, today)
    assert [(problem.code, problem.line) for problem in report.problems] == [
        ("published-wrong", line) for line in (3, 5, 7)
    ]
    assert "jobs/baker/" in (site / "output/jobs/baecker/index.html").read_text()
    assert (site / FILE).read_text() == text
