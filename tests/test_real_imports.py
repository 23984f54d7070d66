"""Real postings of many hands, imported: all of them, with nothing invented and nothing lost. They lie beside the project (conftest.py)."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_builder.build import Options, build
from site_builder.engine.workers import Workers
from site_builder.importing.addresses import Addresses
from site_builder.importing.adopting import Adopted
from site_builder.importing.placing import Outcome, Result, Wanted, import_files
from site_builder.model.config import Config
from site_builder.model.posting import JobPosting, Organization
from site_builder.project import Project, load_project
from site_builder.reading.html_links import Links
from site_builder.reading.posting import Reading, read
from site_builder.reading.reading_settings import ReadingSettings
from tests.conftest import REAL_POSTINGS
from tests.site_checks import write_files

FOLDERS = sorted(folder.name for folder in REAL_POSTINGS.iterdir() if folder.is_dir())
SITE = '[site]\ntitle = "Jobs"\nbase_url = "https://org.example/"\nlanguage = "{}"\n'
LANGUAGES = {"french-state": "fr", "german-html": "de", "japanese": "ja"}
TODAY = date(2026, 11, 21)
# What stands under other names, says where a file lies, or is not certain by the rules of `import`.
NOT_COMPARED = {"source", "description", "draft", "summary", "slug", "extra", "organization", "file_links"}


class Imported:
    """A folder of real postings, imported into a site of its own."""

    def __init__(self, name: str, root: Path) -> None:
        """Import the folder."""
        write_files(root, {"site.toml": SITE.format(LANGUAGES.get(name, "en"))})
        project, problems = load_project(root)
        assert project is not None, problems
        self.name, self.root = name, root
        self.project: Project = project
        self.outcomes = self.run()

    def run(self, *arguments: str, root: Path | None = None, folder: str = "") -> list[Outcome]:
        """Import the folder, or something else, into this site or another."""
        named = arguments or (str(REAL_POSTINGS / self.name),)
        return list(import_files(root or self.root, self.project.config, named, Wanted(folder), lambda: b""))


@pytest.fixture(scope="module", params=FOLDERS)
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """A folder of real postings, imported."""
    return Imported(request.param, tmp_path_factory.mktemp(request.param))


def test_every_file_is_imported(imported: Imported) -> None:
    """No source is refused, and each becomes at least one file."""
    assert {outcome.result for outcome in imported.outcomes} == {Result.WRITTEN}
    assert {outcome.source for outcome in imported.outcomes} == {
        str(file) for file in (REAL_POSTINGS / imported.name).iterdir()
    }


def test_a_second_time_changes_nothing(imported: Imported) -> None:
    """All files are as before, and so are those that are made of the results."""
    assert {outcome.result for outcome in imported.run()} == {Result.UNCHANGED}
    assert {outcome.result for outcome in imported.run(str(imported.root / "content"))} == {Result.UNCHANGED}


def test_the_results_give_themselves(imported: Imported, tmp_path: Path) -> None:
    """Imported into another site, a result is the same file, byte for byte."""
    imported.run(str(imported.root / "content"), root=tmp_path)
    ours, theirs = imported.root / "content", tmp_path / "content"
    assert {file.name: file.read_bytes() for file in ours.iterdir()} == {
        file.name: file.read_bytes() for file in theirs.iterdir()
    }


def test_the_site_builds_and_publishes_none(imported: Imported) -> None:
    """No result has an error; all are drafts until somebody has read them."""
    with Workers() as workers:
        report = build(imported.project, TODAY, workers, Options())
    assert report.published
    assert report.open == 0
    assert sum(map(len, report.left_out.values())) == len(imported.outcomes)


def test_no_value_is_invented(imported: Imported) -> None:
    """What a result states is what the build reads of the source itself; only where that cannot be read does nothing stand."""
    compared = 0
    for outcome, before, after in pairs(imported):
        if before is None:
            continue
        compared += 1
        for name in set(JobPosting.__struct_fields__) - NOT_COMPARED:
            assert getattr(after, name) == getattr(before, name), (outcome.source, name)
        # They stand on other lines.
        assert [link.written for link in after.file_links] == [link.written for link in before.file_links]
    assert compared >= {"seeds": 1, "ats": 0, "french-state": 25, "python-board": 160}.get(imported.name, 5)


def test_no_word_is_lost(imported: Imported) -> None:
    """Every word of the page that the build makes of a source is in the result, or named in its report."""
    for outcome, before, _ in pairs(imported):
        assert outcome.posting is not None
        notes = " ".join(note.message for note in outcome.posting.notes)
        kept = words(outcome.posting.text) | words(notes)
        shown = words(text_of(reading(Path(outcome.source)).html)) if before is not None else set()
        assert shown - kept == set(), outcome.source


def pairs(imported: Imported) -> Iterator[tuple[Outcome, JobPosting | None, JobPosting]]:
    """Give each outcome with the posting that the build reads of its source (None: it refuses it) and of the result."""
    for outcome in imported.outcomes:
        assert isinstance(outcome.posting, Adopted)
        after = read(outcome.posting.path, outcome.posting.text.encode(), SETTINGS).facts.posting
        assert after is not None
        source = Path(outcome.source)
        yield outcome, reading(source).facts.posting if source.suffix != ".json" else None, after


SETTINGS = ReadingSettings(
    "xx",
    "UTC",
    Organization(name="Somebody"),
    Config(title="", base_url="https://x.example/").markdown,
    {},
    {},
    Links("https://org.example", "/", {}),
)


def reading(source: Path) -> Reading:
    """Return what the build reads of a source as it is."""
    return read(f"content/{source.name}", source.read_bytes(), SETTINGS)


def text_of(html: str) -> str:
    """Return the words of HTML, those of addresses too."""
    return BeautifulSoup(html, "html.parser").get_text(" ")


def words(text: str) -> set[str]:
    """Return the words and numbers of a text."""
    return set(re.findall(r"[^\W_]+", text.replace("\\", "")))


def test_the_first_seed(tmp_path: Path) -> None:
    """A title is proposed, who hires and remote work are certain, the region is a question with its countries; a learning budget is no pay."""
    imported = Imported("seeds", tmp_path)
    first, second = (outcome.posting for outcome in imported.outcomes)
    assert first is not None
    assert second is not None
    for line in (
        "# title: Sales Director   # line 1 says “The role of a Sales Director at Canonical”",
        "remote: full   # line 50: “LI-remote” is a tag for job boards",
        '# applicant_locations: [US, CA, MX]   # line 5: "North America" is a region: these are its countries',
        "# salary:   # write the base pay",
    ):
        assert f"\n{line}" in first.text
    assert re.search(r"^organization: Canonical   # line 1 says .*“About Canonical”", first.text, re.MULTILINE)
    assert re.findall(r"^salary:", first.text, re.MULTILINE) == []
    assert {"weve", "andor"} <= {word for note in first.notes for word in re.findall(r"“(\w+)” has lost", note.message)}
    assert len(re.findall(r"^## ", first.text, re.MULTILINE)) == 7
    assert len(re.findall(r"^- ", first.text, re.MULTILINE)) == 25
    assert "# organization: Magic Leap, Inc.   # line 5 says" in second.text
    assert Addresses(imported.root).free("content/other.md") is None
