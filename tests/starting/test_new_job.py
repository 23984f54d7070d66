"""A new posting builds as it stands, whatever its title."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import Options, Report, build
from site_builder.engine.workers import Workers
from site_builder.model.problem import Severity
from site_builder.project import load_project
from site_builder.reading.rules import POSTING
from site_builder.starting.new_job import OFFERED, new_job
from site_builder.starting.writing import NewError

SETTINGS = '[site]\ntitle = "Jobs"\nbase_url = "https://example.org/"\n'
ORGANIZATION = '\n[organization]\nname = "Example Ltd"\n'

NASTY_TITLES = (
    "Data Engineer",
    'The "best": a job # of [all] {kinds}',
    "C:\\temp\\new \\u0041",
    "'single' and ''two''",
    "yes",
    "null",
    "2026-11-21",
    "2026-11-21 Baker",
    "0x1F",
    "1e3",
    "- dash",
    "--- # not the end ---",
    "---",
    "...",
    "@at `tick` %percent &anchor *alias !tag | > ?",
    "<script>alert(1)</script>",
    "{{ config.title }} {% raw %}",
    "../../etc/passwd",
    "CON",
    "C++ / C# / .NET",
    "Rocket 🚀 engineer 👩‍💻",
    "🚀",
    "エンジニア",
    "مهندس برمجيات",
    "Bäcker (m/w/d)",
    "zero\u200bwidth",
    "no\u00a0break  and\u2028lines\nand\ttabs",
    "mark \ufeff in \uffff \ufffe it",
    "page",
    "index",
    "a" * 200,
    "語" * 200,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site without a posting."""
    (tmp_path / "site.toml").write_text(SETTINGS + ORGANIZATION)
    return tmp_path


@pytest.mark.parametrize("title", NASTY_TITLES)
def test_any_title(root: Path, today: date, title: str) -> None:
    """The posting has the very title that was given, white space tidied, and the day; it builds, with warnings at most."""
    file = new_job(root, title, today)
    assert file.parent == root / "content"
    report = built(root, today, drafts=True)
    assert report.published
    assert {problem.severity for problem in report.problems} <= {Severity.WARNING}
    assert report.open == 1
    (item,) = json.loads((root / "output/feed.json").read_text())["items"]
    assert item["title"] == " ".join(title.split())
    posting = file.read_text()
    assert f"date_posted: {today}\n" in posting
    assert posting.count("\n---\n") == 1


def test_a_draft(root: Path, today: date) -> None:
    """A new posting is a draft: the build names it and publishes nothing of it."""
    new_job(root, "Baker", today)
    report = built(root, today, drafts=False)
    assert (report.published, report.open, report.left_out["draft"]) == (True, 0, ("content/baker.md",))
    assert not (root / "output/jobs").exists()


@pytest.mark.parametrize("settings", [SETTINGS, SETTINGS + ORGANIZATION])
def test_the_sample_text_is_not_published(root: Path, today: date, settings: str) -> None:
    """Where the line that makes it a draft is gone, the build names the lines of the sample text that are still there."""
    (root / "site.toml").write_text(settings)
    file = new_job(root, "Baker", today)
    text = file.read_text().replace("draft: true\n", "")
    file.write_text(text)
    lines = text.splitlines()
    report = built(root, today, drafts=False)
    assert not report.published
    (problem,) = (problem for problem in report.problems if problem.severity is Severity.ERROR)
    assert problem.code == "sample-text"
    samples = [lines[int(number) - 1] for number in re.findall(r"\d+", problem.message)]
    assert ('organization: "Name of the organization"' in samples) == (settings == SETTINGS)
    assert [line for line in samples if not line.startswith("organization")] == [
        line for line in text.rpartition("---\n")[2].splitlines() if line and not line.startswith("#")
    ]


def test_a_rewritten_posting_is_published(root: Path, today: date) -> None:
    """Headings of the sample text may stay; once its sentences are others', the posting is published."""
    file = new_job(root, "Baker", today)
    fields, line, text = file.read_text().replace("draft: true\n", "").rpartition("---\n")
    file.write_text(fields + line + re.sub(r"(?m)^(?!#).+", "Bread.", text))
    assert built(root, today, drafts=False).open == 1


def test_all_fields_taken(root: Path, today: date) -> None:
    """With the `#` taken off every offered field the posting builds too: all examples are right, and go together."""
    file = new_job(root, "Baker", today)
    text, taken = re.subn(r"(?m)^#(?=[a-z_]+: )", "", file.read_text())
    assert taken == len(OFFERED)
    file.write_text(text)
    report = built(root, today, drafts=True)
    assert (report.published, report.open) == (True, 1)


def test_offered_fields_are_in_the_table() -> None:
    """Only fields that exist are offered, each once, and what a posting should have is among them."""
    rules = {rule.name: rule for rule in POSTING}
    assert len(set(OFFERED)) == len(OFFERED)
    assert set(OFFERED) <= set(rules)
    assert {name for name, rule in rules.items() if rule.wanted == "recommended"} <= {*OFFERED, "date_posted"}


@pytest.mark.parametrize("place", ["baker.md", "kitchen/2026-01-02-baker.txt", "Baker.html"])
def test_nothing_is_written_over(root: Path, today: date, place: str) -> None:
    """A posting that has the address already stays as it is, wherever it lies, and is named."""
    file = root / "content" / place
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    with pytest.raises(NewError, match=f"content/{place} is there already") as error:
        new_job(root, "Baker", today)
    assert error.value.mend
    assert file.read_text() == "mine"
    assert [one for one in (root / "content").rglob("*") if one.is_file()] == [file]


def test_a_page_or_a_folder_of_that_name_is_not_in_the_way(root: Path, today: date) -> None:
    """A page has its address elsewhere, and folders are no part of a posting's."""
    for path in ("pages/baker.md", "baker/cook.md"):
        file = root / "content" / path
        file.parent.mkdir(parents=True)
        file.write_text("mine")
    assert new_job(root, "Baker", today) == root / "content/baker.md"


def test_a_date_within_a_name_is_part_of_the_address(root: Path, today: date) -> None:
    """Only a date at the beginning of a file's name is left out of its address: the other file is another posting's."""
    (root / "content").mkdir(exist_ok=True)
    (root / "content/baker-2026-01-02-north.md").write_text("mine")
    assert new_job(root, "Baker North", today).name == "baker-north.md"


@pytest.mark.parametrize("title", ["", "  \n ", "\u200b", "bell\x07", "\udce4", "\u202egnp.exe", "a" * 201])
def test_no_title(root: Path, today: date, title: str) -> None:
    """What a posting could not have for a title is refused before anything is written."""
    with pytest.raises(NewError) as error:
        new_job(root, title, today)
    assert error.value.mend
    assert not (root / "content").exists()


def test_no_site(tmp_path: Path, today: date) -> None:
    """Where there is no site.toml nothing is written."""
    with pytest.raises(NewError, match=r"there is no site\.toml") as error:
        new_job(tmp_path, "Baker", today)
    assert "--site" in error.value.mend
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("settings", "asks"),
    [
        (SETTINGS, True),
        (SETTINGS + ORGANIZATION, False),
        (SETTINGS + '\n[defaults]\norganization = "Example Ltd"\n', False),
        ("[site", False),
    ],
)
def test_who_hires(root: Path, today: date, settings: str, asks: bool) -> None:  # noqa: FBT001 - a parameter
    """Where the site names no organization the posting has to, so a line for it is filled in."""
    (root / "site.toml").write_text(settings)
    file = new_job(root, "Baker", today)
    assert ("\norganization: " in file.read_text()) == asks
    if settings != "[site":
        assert built(root, today, drafts=True).published


def built(root: Path, today: date, *, drafts: bool) -> Report:
    """Build the site."""
    project, problems = load_project(root)
    assert project is not None, problems
    with Workers() as workers:
        return build(project, today, workers, Options(drafts=drafts))
