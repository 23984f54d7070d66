"""Real postings of many hands, which lie beside the project and are no part of it: every file ends as a page or as a problem.

Where `../shared/postings` is not there, this file is not collected, and the run's last lines say so (conftest.py).
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from site_builder.build import Options, Report, build
from site_builder.engine.workers import Workers
from site_builder.model.problem import Severity
from site_builder.project import load_project
from tests.built_pages import said_of
from tests.conftest import REAL_POSTINGS
from tests.site_checks import BuiltSite, attribute, broken, structured_data, write_files
from tests.validators.structured_data import google_issues, vocabulary_errors

SITE = """
[site]
title = "Jobs"
base_url = "https://org.example/repo/"
language = "{language}"
[markdown]
engine = "{engine}"
"""
# What each folder's own site.toml adds: the language, and what its postings leave to their site.
FOLDERS = {
    "french-state": ("fr", '[organization]\nname = "État"\n[fields]\nroles = "title"\nstartup = "department"\n'),
    "german-html": ("de", '[organization]\nname = "Institut"\n'),
    "japanese": ("ja", '[organization]\nname = "Company"\n'),
    "jobboard-hashtags": ("en", ""),
    "python-board": ("en", ""),
    "seeds": ("en", ""),
}
ENGINES = ("gfm", "python-markdown")
TODAY = date(2026, 11, 21)


class Built:
    """One folder of postings built as a site, leaving wrong ones out."""

    def __init__(self, folder: Path, language: str, engine: str, more: str) -> None:
        """Build the site whose postings lie in `folder/content`."""
        write_files(folder, {"site.toml": SITE.format(language=language, engine=engine) + more})
        project, problems = load_project(folder)
        assert project is not None, problems
        self.files = {file.relative_to(folder).as_posix() for file in (folder / "content").rglob("*") if file.is_file()}
        with Workers() as workers:
            self.report: Report = build(project, TODAY, workers, Options(keep_going=True))
        self.site = BuiltSite(project.output, project.config.base_url)


@pytest.fixture(scope="module", params=[(name, engine) for name in FOLDERS for engine in ENGINES], ids="-".join)
def real(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A folder of real postings, built with one of the engines."""
    name, engine = request.param
    folder = tmp_path_factory.mktemp(name)
    # Names that begin with `_` would be passed over; none does, or the counts below would tell.
    shutil.copytree(REAL_POSTINGS / name, folder / "content", copy_function=shutil.copyfile)
    language, more = FOLDERS[name]
    yield Built(folder, language, engine, more)
    shutil.rmtree(folder)


def test_every_folder_is_built() -> None:
    """No folder of postings is forgotten; `ats/` holds answers of programs, which no person wrote."""
    assert {folder.name for folder in REAL_POSTINGS.iterdir() if folder.is_dir()} == {*FOLDERS, "ats"}


def test_each_file_ends_as_a_page_or_as_a_problem(real: Built) -> None:
    """Open, closed, upcoming, draft and refused postings together are the files; those that are or were open have a page."""
    report = real.report
    assert report.published
    assert report.files == len(real.files) > 0
    assert report.open + sum(map(len, report.left_out.values())) == report.files
    assert len({path for paths in report.left_out.values() for path in paths}) == sum(
        map(len, report.left_out.values())
    )
    pages = [path for path in real.site.pages() if re.fullmatch(r"jobs/[^/]+/index\.html", path)]
    assert len(pages) == report.open + len(report.left_out["closed"])
    errors = {problem.path for problem in report.problems if problem.severity is Severity.ERROR}
    assert errors == set(report.left_out["refused"])


def test_each_problem_can_be_acted_on(real: Built) -> None:
    """It has a stable code, a line of a file that is there, what is wrong, and what to write instead."""
    for problem in real.report.problems:
        # The themes have no French or Japanese words, which is site.toml's matter.
        assert problem.path in real.files or problem.code == "language-without-words"
        lines = (real.site.folder.parent / problem.path).read_bytes().count(b"\n") + 1
        assert 1 <= problem.line <= lines, problem
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", problem.code), problem
        assert len(problem.message) > 10, problem
        assert re.match(r"[A-ZÄ].*[.?:)`”…]$", problem.mend, re.DOTALL), problem


def test_no_page_runs_or_breaks_anything(real: Built) -> None:
    """Whatever a posting holds: no script but the theme's and structured data, no handler, one h1, and structured data that is JSON."""
    for path, page in real.site.pages().items():
        assert len(page.find_all("h1")) == 1, path
        scripts = page.find_all("script")
        theirs = [script for script in scripts if not is_of_theme(script)]
        assert len(structured_data(page)) == len(theirs) <= 1, path
        for tag in page.select("*"):
            assert not any(name.startswith("on") for name in tag.attrs), (path, tag)
            address = f"{tag.get('href', '')}{tag.get('src', '')}".strip().lower()
            assert not address.startswith(("javascript:", "data:text", "vbscript:")), (path, address)


def is_of_theme(script: Tag) -> bool:
    """Tell whether a script is a file of base's, or the data of its search."""
    address = attribute(script, "src")
    if address:
        return (
            bool(re.fullmatch(r"/repo/assets/(closing|search(-start|-index)?)\.[0-9a-f]{8}\.js", address))
            and not script.string
        )
    return script.attrs.keys() == {"type", "data-search-words"} and script["type"] == "application/json"


def test_our_own_links_resolve(real: Built) -> None:
    """All links that we make lead somewhere; those that authors made to places of their old sites cannot."""
    texts = [text for page in real.site.pages().values() for text in page.select(".prose [href], .prose [src]")]
    theirs = {(attribute(text, "href") or attribute(text, "src")).removeprefix("./") for text in texts}
    ours = [one for one in broken(real.site) if not any(address in one for address in theirs)]
    assert ours == []


def open_jobs(site: BuiltSite) -> frozenset[str]:
    """Return the paths of the pages of open jobs: those that search engines may show."""
    return frozenset(
        path
        for path, page in site.pages().items()
        if re.fullmatch(r"jobs/[^/]+/index\.html", path) and page.find("meta", {"name": "robots"}) is None
    )


def test_structured_data_says_what_the_page_says(real: Built) -> None:
    """Each value in the structured data of each posting is shown on its page; what else is said is of links to places of their old sites."""
    jobs = open_jobs(real.site)
    assert len(jobs) == real.report.open
    found = said_of(real.site, jobs)
    assert {problem.code for problem in found} <= {"link-broken", "anchor-missing"}, found


# What Google requires, and a posting may not say. It is never guessed, so the structured data lacks it.
UNSTATED = frozenset(
    f'Required attribute "{name}" is missing'
    for name in (
        "jobLocation", "jobLocation.address.addressCountry", "applicantLocationRequirements", "datePosted", "description",
    )
)  # fmt: skip


def test_googles_rules_are_kept(real: Built) -> None:
    """A validator of Google's rules finds nothing wrong with what is stated."""
    issues = google_issues(real.site.folder / path for path in open_jobs(real.site))
    assert issues  # every posting leaves out something that is recommended
    errors = [issue for issue in issues if issue.severity == "ERROR"]
    assert [issue for issue in errors if issue.message not in UNSTATED] == []


@pytest.mark.parametrize("real", [(name, "gfm") for name in FOLDERS], indirect=True, ids="-".join)
def test_schema_org_knows_every_word(real: Built, tmp_path: Path) -> None:
    """Each type and property is in schema.org's vocabulary, where it is used, with a value of a kind that it may have."""
    objects = {path: data for path in open_jobs(real.site) for data in structured_data(real.site.pages()[path])}
    assert len(objects) == real.report.open
    assert vocabulary_errors(objects, tmp_path) == []


@pytest.fixture(scope="module", params=ENGINES)
def first_seed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[BeautifulSoup, list[str]]:
    """The page of the plain text without any markup, which was given a title and a company; and the text's lines."""
    (seed,) = (file for file in (REAL_POSTINGS / "seeds").iterdir() if not file.read_bytes().startswith(b"---"))
    text = seed.read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("first-seed")
    write_files(folder, {"content/seed.txt": f"---\ntitle: The title\norganization: The company\n---\n{text}"})
    built = Built(folder, "en", request.param, "")
    assert built.report.open == 1
    return built.site.pages()["jobs/seed/index.html"], [line.strip() for line in text.splitlines() if line.strip()]


def test_the_first_seed_becomes_a_structured_page(first_seed: tuple[BeautifulSoup, list[str]]) -> None:
    """Its seven headings are headings, its three lists are lists of as many items, and the rest is paragraphs."""
    page, lines = first_seed
    (text,) = page.select(".prose")
    headings = [heading.get_text(strip=True) for heading in text.find_all(re.compile("h[2-6]"))]
    assert len(headings) == 7
    assert all(heading in lines and len(heading) < 60 and not heading.endswith(".") for heading in headings)
    assert [len(one.find_all("li")) for one in text.find_all("ul")] == [8, 8, 9]
    for one in text.find_all("ul"):
        before = one.find_previous_sibling()
        assert before is not None
        assert before.name == "h2" or before.get_text(strip=True) in lines
    assert all(len(paragraph.get_text()) > 40 for paragraph in text.find_all("p"))


def test_the_first_seed_loses_no_line(first_seed: tuple[BeautifulSoup, list[str]]) -> None:
    """Every line is on the page, in order, but the tag for job boards: that is read and hidden."""
    page, lines = first_seed
    (text,) = page.select(".prose")
    shown = re.sub(r"\s+", " ", text.get_text(" "))
    places = [shown.find(re.sub(r"\s+", " ", line)) for line in lines[:-1]]
    assert -1 not in places
    assert places == sorted(places)
    assert "LI-" not in page.get_text()
    (data,) = structured_data(page)
    # Remote work from "North America" names no country: Google would refuse it.
    assert "jobLocationType" not in data
    # A learning budget looks like pay, and is none.
    assert "baseSalary" not in data
