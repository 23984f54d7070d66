"""Whose the output folder is, and what becomes of what is not ours."""

import shutil
from pathlib import Path

import pytest

from tests.sites import (
    build_site,
    clean_build,
    published,
    snapshot,
    write_posting,
    write_site,
)


@pytest.mark.parametrize("output", ["content/out", "assets", "templates/x", "themes", ".", "..", "/"])
def test_a_site_is_not_built_into_itself(tmp_path: Path, output: str) -> None:
    """An output folder in which the site's own files lie, or are looked for, is refused before anything is written."""
    site = write_site(tmp_path / "site", 2)
    before = snapshot(tmp_path)
    report = build_site(site, output=site / output)
    (problem,) = report.problems
    assert problem.code == "output-refused"
    assert "Name a folder" in problem.mend
    assert snapshot(tmp_path) == before


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """A file where the output folder shall be is not touched."""
    site = write_site(tmp_path / "site", 2)
    (site / "output").write_text("mine")
    (problem,) = build_site(site).problems
    assert (problem.code, problem.message) == ("output-refused", "output is a file")
    assert (site / "output").read_text() == "mine"


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    """A folder with files that we did not write is not touched."""
    site = write_site(tmp_path / "site", 2)
    (site / "output").mkdir()
    (site / "output/thesis.txt").write_text("mine")
    (problem,) = build_site(site).problems
    assert problem.code == "output-refused"
    assert "holds files that were not written by site-builder" in problem.message
    assert [file.name for file in (site / "output").iterdir()] == ["thesis.txt"]


def test_a_file_of_others_in_the_way_of_a_new_page_is_refused(tmp_path: Path) -> None:
    """A file that somebody put where a new page has to go is named, and the site stays as it was."""
    site = write_site(tmp_path / "site", 2)
    published(site)
    mine = site / "output/jobs/gardener-0002/index.html"
    mine.parent.mkdir()
    mine.write_text("mine")
    before = snapshot(site / "output")
    write_posting(site, 2)
    (problem,) = build_site(site).problems
    assert "output/jobs/gardener-0002/index.html is in the way" in problem.message
    assert snapshot(site / "output") == before


def test_a_linked_output_folder_is_written_through(tmp_path: Path) -> None:
    """The output folder may be a link to a folder elsewhere."""
    site = write_site(tmp_path / "site", 3)
    (tmp_path / "www").mkdir()
    (site / "output").symlink_to(tmp_path / "www")
    published(site)
    write_posting(site, 0, title="Arborist")
    published(site)
    assert (site / "output").is_symlink()
    assert snapshot(tmp_path / "www") == clean_build(site, tmp_path / "clean")


def test_two_output_folders_take_turns(tmp_path: Path) -> None:
    """Each of two folders of one site is brought up to date, whatever happened in the other in between."""
    site = write_site(tmp_path / "site", 5)
    outputs = (site / "output", tmp_path / "other")
    for number in range(4):
        write_posting(site, number, title=f"Arborist {number}")
        (site / f"content/gardener-{number + 1:04}.md").unlink()
        published(site, output=outputs[number % 2])
        assert snapshot(outputs[number % 2]) == clean_build(site, tmp_path / f"clean-{number}")


def test_an_output_folder_that_is_deleted_is_made_again(tmp_path: Path) -> None:
    """Whoever deletes the output folder gets a new one, rendered from what is known of the postings."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    old = snapshot(site / "output")
    shutil.rmtree(site / "output")
    report = published(site)
    assert report.read == 0
    assert snapshot(site / "output") == old
