"""The dev server's builder: what it keeps between builds saves work, and nothing else."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import Builder, Options, Report
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from tests.builds.mill import BAKER
from tests.site_checks import write_files


class Preview:
    """A site that one process builds again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "preview"
        self.builder = Builder(Workers(1))

    def build(self, *touched: str) -> Report:
        """Build after some files were touched; without any, as at the start."""
        project, problems = load_project(self.root, self.output, self.root / "preview.db")
        assert project is not None, problems
        return self.builder.build(project, date(2026, 11, 20), Options(), touched or None)

    def page(self, name: str) -> str:
        """Return a posting's page."""
        return (self.output / "jobs" / name / "index.html").read_text()


@pytest.fixture
def preview(site: Path) -> Iterator[Preview]:
    """A preview of two postings that was built once."""
    write_files(site, {"content/miller.md": BAKER.replace("Baker", "Miller")})
    one = Preview(site)
    with closing(one.builder):
        assert one.build().published
        yield one


def test_only_what_was_touched_is_looked_at(preview: Preview) -> None:
    """A file that nobody touched is not opened, though it was written a moment ago and its stamp proves nothing."""
    for name in ("baker", "miller"):
        file = preview.root / f"content/{name}.md"
        file.write_text(file.read_text() + "\nEdited.\n")
    report = preview.build("content/baker.md")
    assert report.read == 1
    assert "Edited." in preview.page("baker")
    assert "Edited." not in preview.page("miller")
    assert preview.build("content/miller.md").read == 1
    assert "Edited." in preview.page("miller")


def test_a_mended_mistake_costs_what_it_changed(preview: Preview) -> None:
    """While a posting is wrong nothing is published; when it is right again, only its own change is made."""
    file = preview.root / "content/baker.md"
    right = file.read_text()
    file.write_text(right + "\nEdit.\n")
    edit = preview.build("content/baker.md").counts
    file.write_text(right.replace("title:", "tilte:"))
    assert not preview.build("content/baker.md").published
    file.write_text(right + "\nEdited.\n")
    report = preview.build("content/baker.md")
    assert report.published
    assert (report.read, report.counts) == (1, edit)
    assert "Edited." in preview.page("baker")


def test_what_comes_and_goes(preview: Preview) -> None:
    """A posting that comes has its page, one that goes has none any more, and a file of another kind is named as long as it is there."""
    before = sorted(preview.output.rglob("*"))
    write_files(preview.root, {"content/carter.md": BAKER.replace("Baker", "Carter"), "content/notes.pdf": "%PDF"})
    report = preview.build("content/carter.md", "content/notes.pdf")
    assert (report.open, [problem.path for problem in report.problems]) == (3, ["content/notes.pdf"])
    assert "Carter" in preview.page("carter")
    (preview.root / "content/carter.md").unlink()
    assert [problem.path for problem in preview.build("content/carter.md").problems] == ["content/notes.pdf"]
    (preview.root / "content/notes.pdf").unlink()
    assert not preview.build("content/notes.pdf").problems
    assert sorted(preview.output.rglob("*")) == before
