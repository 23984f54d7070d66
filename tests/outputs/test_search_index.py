"""The files that the search looks through: what they hold, how many there are, and which of them change with what."""

import gzip
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import json
from msgspec.structs import replace

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import EmploymentType, JobPosting, Organization, Place, RemoteRule, Salary, SalaryUnit
from site_builder.model.site import Look, Site, State
from site_builder.model.slug import slugify
from site_builder.outputs import search_index
from site_builder.outputs.search_index import FEWEST_NEWEST, JOBS_PER_FILE, SearchFile, spans
from tests.benchmarks.searching import search_files

TODAY = date(2026, 11, 21)
CONFIG = Config("Jobs", "https://bakery.example/", organization=Organization("Bakery"))
LOOK = Look(words={"remote.full": "Remote", "remote.hybrid": "Hybrid", "employment.INTERN": "Internship"})
SCRIPTS = Path(__file__).parents[2] / "themes/base/assets"


def posting(slug: str, title: str = "", **facts: Any) -> JobPosting:
    """Return a posting with nothing but what a test is about."""
    organization = Organization(facts.pop("by", "Bakery"))
    language = facts.pop("language", "en")
    return JobPosting(f"content/{slug}.md", slug, title or slug, organization, "", "", language, **facts)


def site_of(
    postings: Iterable[JobPosting], memory: Memory | None = None, config: Config = CONFIG, *, drafts: bool = False
) -> Site:
    """Return the site of some postings."""
    shown = frozenset({State.OPEN, State.DRAFT} if drafts else {State.OPEN})
    return Site.on(TODAY, config, list(postings), (), LOOK, shown, memory)


def files(site: Site, memory: Memory | None = None) -> list[SearchFile]:
    """Return the files that are planned: the one that names them, and the others."""
    planned = search_index.plan(site, memory or Memory(keeps=False))
    assert all(isinstance(file, SearchFile) for file in planned)
    return [file for file in planned if isinstance(file, SearchFile)]


def only_file(*postings: JobPosting, drafts: bool = False) -> dict[str, Any]:
    """Return what the only file of some postings holds."""
    _, file = files(site_of(postings, drafts=drafts))
    content: dict[str, Any] = json.decode(file.content)
    return content


def test_a_file_holds_what_a_result_shows() -> None:
    """Every column as its module describes it, newest job first."""
    assert only_file(
        posting(
            "baker-2",
            "Baker",
            date_posted=date(2026, 11, 20),
            valid_through=datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC),
            department="Mill",
            locations=(Place("Kiel, DE", locality="Kiel", country="DE"), Place("Bern, CH", locality="Bern", country="CH")),
            employment_types=(EmploymentType.INTERN,),
            salary=Salary("EUR", SalaryUnit.HOUR, Decimal("16.80"), Decimal(20)),
            tags=("bread", "C++"),
            remote=RemoteRule.HYBRID,
        ),
        posting("müller", "Müller*in", by="Mill", language="de", location_text="Europe", employment_text="permanent", salary_text="good", tags=("bread",)),
        posting("sales-x", "Sales!", remote=RemoteRule.FULL, salary=Salary("JPY", SalaryUnit.MONTH, None, Decimal(300000))),
    ) == {
        "titles": ["Baker", "Müller*in", "Sales!"],
        "slugs": ["-2", "/müller", "-x"],
        "posted": [20777, 0, 0],
        "closes": [29_979_299, 0, 0],
        "columns": {
            "pay": {"values": [["EUR", "HOUR", 16.8, 20], "good", ["JPY", "MONTH", None, 300000]], "of": [0, 1, 2]},
            "place": {"values": ["Europe"], "of": [-1, 0, -1]},
            "employment": {"values": ["permanent"], "of": [-1, 0, -1]},
            "organization": {"values": ["Mill"], "of": [-1, 0, -1]},
            "language": {"values": ["de"], "of": [-1, 0, -1]},
        },
        "facets": {
            "departments": {"names": ["Mill"], "slugs": ["mill"], "of": [0, [], []]},
            "locations": {"names": ["Kiel", "Bern", "Remote"], "slugs": ["kiel", "bern", "remote"], "of": [[0, 1], [], 2], "countries": ["DE", "CH", ""]},
            "employment-types": {"names": ["Internship"], "slugs": ["internship"], "of": [0, [], []]},
            "tags": {"names": ["bread", "C++"], "slugs": ["bread", "c-plus-plus"], "of": [[0, 1], 0, []]},
            "remote": {"names": ["Hybrid", "Remote"], "slugs": ["hybrid", "full"], "of": [0, [], 1]},
        },
    }  # fmt: skip


def test_the_first_file_names_the_others() -> None:
    """`search/index.json` has the version, the number of jobs, and the names of the files, which say what is in them."""
    first, other = files(site_of([posting("a")]))
    assert first.path == "search/index.json"
    assert json.decode(first.content) == {"version": 1, "count": 1, "files": [other.path.removeprefix("search/")]}
    assert files(site_of([posting("b")]))[1].path != other.path


def test_without_open_jobs_there_is_nothing_to_load() -> None:
    """A site without an open job has the file that names none."""
    (first,) = files(site_of([]))
    assert json.decode(first.content) == {"version": 1, "count": 0, "files": []}


def test_a_draft_is_marked() -> None:
    """Drafts that are shown to their author are named by their numbers, and only then is there such a list."""
    assert only_file(posting("a"), posting("b", draft=True), drafts=True)["drafts"] == [1]
    assert "drafts" not in only_file(posting("a"), drafts=True)


def test_terms_of_one_name_are_told_apart() -> None:
    """Two tags that would have one slug have two, those of their lists; a town without a country has none here."""
    facets = only_file(posting("a", tags=("a.b", "a:b"), locations=(Place("Athens/gr"),)))["facets"]
    assert len(set(facets["tags"]["slugs"])) == 2
    assert facets["locations"]["countries"] == [""]


@pytest.mark.parametrize("count", [*range(6), 511, 512, 1023, 1024, 1025, 1536, 5119, 5120, 5121, 10_000, 100_000])
def test_files_are_filled_from_the_oldest_job_on(count: int) -> None:
    """Together the files hold all jobs once; the newest is small, the oldest full, and one more job leaves the others as they are."""
    parts = spans(count)
    assert [number for start, end in parts for number in range(start, end)] == list(range(count))
    sizes = [end - start for start, end in parts]
    if count >= 2 * FEWEST_NEWEST:
        assert FEWEST_NEWEST <= sizes[0] < 2 * FEWEST_NEWEST
        assert all(size == JOBS_PER_FILE for size in sizes[2:])
        assert max(sizes) <= JOBS_PER_FILE
    else:
        assert len(sizes) <= 1
    if (count + 1) % FEWEST_NEWEST:
        after = [(start - 1, end - 1) for start, end in spans(count + 1)]
        assert after[1:] == parts[1:]


def many(count: int) -> list[JobPosting]:
    """Return many small postings, newest first."""
    return [
        posting(f"job-{n}", f"Job {n}", date_posted=TODAY - timedelta(days=n // 9), tags=(f"t{n % 7}",))
        for n in range(count)
    ]


def test_a_job_that_comes_changes_the_first_file_alone() -> None:
    """The others keep their names, so that browsers keep them."""
    jobs = many(1100)
    before = [file.path for file in files(site_of(jobs))]
    after = [file.path for file in files(site_of([*jobs, posting("new", date_posted=TODAY, tags=("new",))]))]
    assert len(before) == len(after) == 3
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]


@pytest.mark.parametrize("field", ["description", "summary", "apply_url", "date_modified"])
def test_an_edit_of_the_text_changes_no_file(field: str) -> None:
    """What a result does not show changes nothing."""
    jobs = many(20)
    edited = replace(jobs[3], **{field: TODAY if field == "date_modified" else "anew"})
    assert files(site_of([*jobs[:3], edited, *jobs[4:]])) == files(site_of(jobs))


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Anew"), ("tags", ("anew",)), ("salary_text", "good"), ("date_posted", TODAY - timedelta(days=1)), ("remote", RemoteRule.FULL), ("language", "de")],
)  # fmt: skip
def test_an_edit_of_what_is_shown_changes_its_file(field: str, value: object) -> None:
    """What a result shows is in the file."""
    jobs = many(20)
    assert files(site_of([replace(jobs[0], **{field: value}), *jobs[1:]])) != files(site_of(jobs))


def test_in_memory_only_the_file_of_an_edit_is_made_again() -> None:
    """The dev server's next build has the same object for a file whose jobs are the same, and the same files as a new build."""
    memory = Memory()
    jobs = many(1100)
    first = files(site_of(jobs, memory), memory)
    memory.complete()
    for edited, kept in (
        (replace(jobs[3], description="anew"), [True, True]),
        (replace(jobs[3], title="Anew"), [False, True]),
    ):
        memory.begin()
        changed = [*jobs[:3], edited, *jobs[4:]]
        again = files(site_of(changed, memory), memory)
        memory.complete()
        assert [one is other for one, other in zip(first[1:], again[1:], strict=True)] == kept
        assert again == files(site_of(changed))
        first, jobs = again, changed


def read_slug(title: str, rest: str) -> str:
    """Return a slug as the script reads it."""
    return rest[1:] if rest.startswith("/") else re.sub("^-|-$", "", re.sub("[^a-z0-9]+", "-", title.lower())) + rest


@given(st.text(min_size=1) | st.text(st.characters(codec="ascii"), min_size=1), st.sampled_from(["", "-2", "x"]))
@example("C++ & C#", "")
@example("!", "-2")
@example("\x85A\x1f", "")
def test_slugs_are_read_back(title: str, ending: str) -> None:
    """By the script's rule the slug comes of any title: its file's name, mostly made of it, or anything else."""
    for slug in (slugify(title) + ending, "another", search_index.slug_start(title) or "x"):
        rest = only_file(posting(slug, title))["slugs"][0]
        assert read_slug(title, rest) == slug


def test_most_slugs_need_not_be_written_twice() -> None:
    """Of a title in plain letters nothing is left to say."""
    assert only_file(posting("senior-baker-rye-2", "Senior Baker, Rye"))["slugs"] == ["-2"]


def test_ten_thousand_jobs_weigh_little() -> None:
    """Ten thousand realistic jobs are at most 300 kB as they are sent, and what shows the newest at most 25."""
    sizes = [len(gzip.compress(content, 9)) for content in search_files(10_000).values()]
    assert sum(sizes) <= 300_000
    assert sum(sizes[:2]) <= 25_000


def test_the_scripts_weigh_little() -> None:
    """All scripts of a theme together are at most 12 kB as they are sent."""
    scripts = [*SCRIPTS.glob("*.js"), *(SCRIPTS.parents[1] / "studio/assets").glob("*.js")]
    assert len(scripts) == 4
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts) <= 12_000
