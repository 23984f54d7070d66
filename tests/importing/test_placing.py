"""Where imported postings come to stand, and that nothing is written over."""

import re
from pathlib import Path

import pytest

from site_builder.importing.placing import Outcome, Result, Wanted, import_files
from site_builder.model.config import Config, Markdown
from site_builder.model.problem import Severity
from site_builder.reading.html_links import Links
from site_builder.reading.posting import read
from site_builder.reading.reading_settings import ReadingSettings
from tests.site_checks import tree, write_files

CONFIG = Config(title="Jobs", base_url="https://jobs.example/")
SETTINGS = ReadingSettings("en", "UTC", None, Markdown(), {}, {}, Links("https://jobs.example", "/", {}))
NURSE = "---\ntitle: Nurse\ncompany: Ward Ltd\n---\nYou care.\n"


def run(root: Path, *arguments: Path | str, wanted: Wanted = Wanted(), stdin: bytes = b"") -> list[Outcome]:  # noqa: B008 - frozen
    """Import files into the site in a folder."""
    return list(import_files(root / "site", CONFIG, [str(one) for one in arguments], wanted, lambda: stdin))


def results(outcomes: list[Outcome]) -> list[tuple[str, Result]]:
    """Return the paths and results of outcomes."""
    return [(outcome.posting.path if outcome.posting else "", outcome.result) for outcome in outcomes]


def test_a_file_is_written_once(tmp_path: Path) -> None:
    """The second time nothing changes, and the file that is there is not touched."""
    write_files(tmp_path, {"Ward Nurse.md": NURSE})
    assert results(run(tmp_path, tmp_path / "Ward Nurse.md")) == [("content/ward-nurse.md", Result.WRITTEN)]
    before = (tmp_path / "site/content/ward-nurse.md").stat().st_mtime_ns
    assert results(run(tmp_path, tmp_path / "Ward Nurse.md")) == [("content/ward-nurse.md", Result.UNCHANGED)]
    assert (tmp_path / "site/content/ward-nurse.md").stat().st_mtime_ns == before


def test_the_result_gives_itself(tmp_path: Path) -> None:
    """A file that import wrote is taken as it is, comments and all, also after an edit."""
    write_files(tmp_path, {"nurse.md": NURSE})
    run(tmp_path, tmp_path / "nurse.md")
    result = tmp_path / "site/content/nurse.md"
    assert results(run(tmp_path, result)) == [("content/nurse.md", Result.UNCHANGED)]
    result.write_text(result.read_text("utf-8").replace("You care.", "You care a lot."), encoding="utf-8")
    assert results(run(tmp_path / "other", result)) == [("content/nurse.md", Result.WRITTEN)]
    assert (tmp_path / "other/site/content/nurse.md").read_bytes() == result.read_bytes()


def test_an_edited_posting_is_kept(tmp_path: Path) -> None:
    """What somebody wrote into an imported posting stays when the same source is imported again; `force` makes it anew."""
    write_files(tmp_path, {"nurse.md": NURSE})
    run(tmp_path, tmp_path / "nurse.md")
    file = tmp_path / "site/content/nurse.md"
    first = file.read_text("utf-8")
    file.write_text(first.replace("You care.", "You care at night."), encoding="utf-8")
    assert results(run(tmp_path, tmp_path / "nurse.md")) == [("content/nurse.md", Result.KEPT)]
    assert "at night" in file.read_text("utf-8")
    assert results(run(tmp_path, tmp_path / "nurse.md", wanted=Wanted(force=True))) == [
        ("content/nurse.md", Result.WRITTEN)
    ]
    assert file.read_text("utf-8") == first


def test_somebody_elses_file_is_not_written_over(tmp_path: Path) -> None:
    """A posting of another origin, or an earlier state of the source, refuses the new one, with what to do."""
    write_files(tmp_path, {"nurse.md": NURSE, "site/content/nurse.md": "---\ntitle: Other\n---\nText.\n"})
    (outcome,) = run(tmp_path, tmp_path / "nurse.md")
    assert outcome.result is Result.REFUSED
    assert "--force" in outcome.problems[0].mend
    assert (tmp_path / "site/content/nurse.md").read_text("utf-8").startswith("---\ntitle: Other")
    write_files(tmp_path, {"doctor.md": NURSE})
    run(tmp_path, tmp_path / "doctor.md")
    write_files(tmp_path, {"doctor.md": NURSE.replace("care", "heal")})
    assert run(tmp_path, tmp_path / "doctor.md")[0].result is Result.REFUSED


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It says what would be written, with the text, and the site's folder stays as it was."""
    write_files(tmp_path, {"nurse.md": NURSE, "site/site.toml": ""})
    (outcome,) = run(tmp_path, tmp_path / "nurse.md", wanted=Wanted(dry_run=True))
    assert outcome.result is Result.WRITTEN
    assert outcome.posting is not None
    assert "title: Nurse" in outcome.posting.text
    assert sorted(tree(tmp_path / "site")) == ["site.toml"]


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    """Each file has its own outcome: broken, missing, of a kind that is not read, or good."""
    write_files(
        tmp_path,
        {
            "in/a.md": "---\ntitle: [\n---\n",
            "in/b.md": NURSE,
            "in/c.pdf": "%PDF-1.4",
            "in/d.txt": "%PDF-1.4",
            "in/e.txt": " \n",
        },
    )
    outcomes = run(tmp_path, tmp_path / "in", tmp_path / "missing.txt")
    assert [(Path(outcome.source).name, outcome.result) for outcome in outcomes] == [
        ("a.md", Result.REFUSED),
        ("b.md", Result.WRITTEN),
        ("c.pdf", Result.PASSED_OVER),
        ("d.txt", Result.REFUSED),
        ("e.txt", Result.REFUSED),
        ("missing.txt", Result.REFUSED),
    ]
    assert [outcome.problems[0].code for outcome in outcomes if outcome.problems] == [
        "yaml-syntax", "file-kind", "file-kind", "file-empty", "file-unreadable",
    ]  # fmt: skip
    assert all(problem.mend for outcome in outcomes for problem in outcome.problems)


def test_folders_keep_their_folders(tmp_path: Path) -> None:
    """A folder's files lie as in it, below the folder that `--to` names; days in names stay."""
    write_files(tmp_path, {"in/Night Shift/2026-05-01_Nurse.md": NURSE, "in/cook.md": NURSE})
    assert [path for path, _ in results(run(tmp_path, tmp_path / "in", wanted=Wanted("wards/a")))] == [
        "content/wards/a/night-shift/2026-05-01-nurse.md",
        "content/wards/a/cook.md",
    ]


def test_no_two_postings_have_one_address(tmp_path: Path) -> None:
    """Files whose names differ by the day alone get slugs of their own, the same ones the next time."""
    write_files(tmp_path, {f"in/{day}-nurse.md": NURSE for day in ("2026-05-01", "2026-05-02", "2026-05-03")})
    outcomes = run(tmp_path, tmp_path / "in")
    texts = [outcome.posting.text if outcome.posting else "" for outcome in outcomes]
    assert ["slug: nurse-2026-05-02" in text for text in texts] == [False, True, False]
    assert {outcome.result for outcome in run(tmp_path, tmp_path / "in")} == {Result.UNCHANGED}


def test_two_sources_of_one_file(tmp_path: Path) -> None:
    """The second of two files that would become one is refused."""
    write_files(tmp_path, {"in/nurse.md": NURSE, "in/nurse.txt": "Nurse\n\nYou care, day and night.\n"})
    assert [result for _, result in results(run(tmp_path, tmp_path / "in"))] == [Result.WRITTEN, Result.REFUSED]


def test_standard_input(tmp_path: Path) -> None:
    """`-` reads a posting from standard input, plain text without a name's ending too."""
    (outcome,) = run(tmp_path, "-", stdin=b"Location: Berlin, Germany\n\nWe bake.\n\n- Bread\n- Cakes\n")
    assert outcome.posting is not None
    assert outcome.posting.path == "content/posting.md"
    assert "\nlocations: Berlin, Germany   # line 1 says “Location: Berlin, Germany”\n" in outcome.posting.text


@pytest.mark.parametrize(("company", "is_draft"), [("company: Ward Ltd\n", False), ("", True)])
def test_published_is_only_what_is_certain(tmp_path: Path, company: str, *, is_draft: bool) -> None:
    """Without drafts asked for, a posting is one all the same where its title or organization is not certain."""
    write_files(tmp_path, {"nurse.md": f"---\ntitle: Nurse\n{company}---\nYou care.\n"})
    (outcome,) = run(tmp_path, tmp_path / "nurse.md", wanted=Wanted(drafts=False))
    assert outcome.posting is not None
    assert ("\ndraft: true" in outcome.posting.text) is is_draft


def test_what_is_not_known_cannot_be_published(tmp_path: Path) -> None:
    """Whoever deletes `draft: true` before title and organization are written is told by the build, with their lines."""
    (outcome,) = run(tmp_path, "-", stdin=b"You care for the ward, day and night.\n")
    assert outcome.posting is not None
    text = outcome.posting.text
    published = re.sub(r"^draft: true.*\n", "", text, flags=re.MULTILINE)
    assert read("content/a.md", text.encode(), SETTINGS).facts.posting is not None
    facts = read("content/a.md", published.encode(), SETTINGS).facts
    (error,) = (problem for problem in facts.problems if problem.severity is Severity.ERROR)
    assert facts.posting is None
    assert error.code == "sample-text"
    assert error.message.startswith("lines 3 and 4 still hold")
