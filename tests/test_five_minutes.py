"""From an empty folder to a live careers site: what somebody does in the first five minutes, and a week later.

Everything is done by the wheel in an environment of its own, by the lines that the workflows run; the site is served as GitHub Pages
serves a project page; and Chromium goes the way of an applicant.
"""

import http.client
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.pages_server import pages_server
from tests.site_checks import write_files
from tests.starting.test_issue_form import ANSWERS, answered
from tests.wheel import install_wheel, run

PAGES = "https://example-org.github.io/careers/"


class Repository:
    """A repository on GitHub with a site: what is committed, what the cache holds, and what is published."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.program, self.folder = program, folder
        self.checkout = folder / "checkout"
        self.published = folder / "published"
        self.cache = folder / "cache"

    def site_builder(self, *words: str | Path, expected: int = 0) -> str:
        """Run the program in the checkout, and return what it prints."""
        done = run(self.program, *words, cwd=self.checkout if self.checkout.is_dir() else self.folder)
        assert done.returncode == expected, done.stdout + done.stderr
        return done.stdout + done.stderr

    def steps(self) -> list[str]:
        """Return what the workflow's first job runs of the program, with the address that configure-pages gives."""
        workflow = yaml.safe_load((self.checkout / ".github/workflows/pages.yml").read_text("utf-8"))
        runs = [step["run"] for step in workflow["jobs"]["build"]["steps"] if step.get("run", "").startswith("site-b")]
        return [line.replace('"${BASE_URL%/}/"', PAGES) for line in runs]

    def deploy(self) -> str:
        """Do what the workflow does: check out, restore the cache, build, prove, upload, commit published.txt."""
        fresh = self.folder / "runner"
        ignored = shutil.ignore_patterns(".cache", "output")  # as .gitignore says
        shutil.copytree(self.checkout, fresh, copy_function=shutil.copyfile, ignore=ignored)
        if self.cache.is_dir():
            for name in (".cache", "output"):
                shutil.copytree(self.cache / name, fresh / name, copy_function=shutil.copyfile)
        said = ""
        steps = self.steps()
        assert len(steps) == 2
        for line in steps:
            done = run(self.program, *line.split()[1:], cwd=fresh)
            assert done.returncode == 0, done.stdout + done.stderr
            said += done.stdout
        shutil.rmtree(self.cache, ignore_errors=True)
        for name in (".cache", "output"):
            shutil.copytree(fresh / name, self.cache / name)
        shutil.rmtree(self.published, ignore_errors=True)
        # GitHub Pages takes no links, and no deployment that has some.
        assert [
            file
            for file in (fresh / "output").rglob("*")
            if file.is_symlink() or (file.is_file() and file.stat().st_nlink > 1)
        ] == []
        # upload-pages-artifact leaves out what begins with a dot.
        shutil.copytree(fresh / "output", self.published, ignore=shutil.ignore_patterns(".*"))
        shutil.copyfile(fresh / "published.txt", self.checkout / "published.txt")
        shutil.rmtree(fresh)
        return said


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, installed from the wheel."""
    return install_wheel(tmp_path_factory.mktemp("wheel")) / "site-builder"


@pytest.fixture
def repository(program: Path, tmp_path: Path) -> Repository:
    """A repository after `new site` and the first deployment."""
    one = Repository(program, tmp_path)
    one.site_builder("new", "site", "checkout", "--name", "Example Ltd", "--apply", "jobs@example.com")
    assert "nothing to mend" in one.site_builder("check")
    said = one.deploy()
    assert "3 open postings" in said
    assert "example-published" in said
    return one


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of the browser, in which nothing may fail. Tests close it before the server ends, from which it may still want something."""
    one = browser.new_page()
    failed: list[str] = []
    # Who goes on before a page is there ends its requests: that is no failure.
    one.on(
        "requestfailed", lambda request: failed.append(request.url) if request.failure != "net::ERR_ABORTED" else None
    )
    one.on("pageerror", lambda error: failed.append(str(error)))
    yield one
    one.close()
    assert failed == []


def test_an_applicant_finds_a_job(repository: Repository, page: Page) -> None:
    """From the repository's address by the start page to a job, and to the link to apply; from a dead link back to the jobs."""
    with pages_server(repository.published, "/careers/", max_age=600) as address:
        page.goto(address.removesuffix("/"))  # as people type it: it leads to the slash
        assert page.url == address
        page.get_by_role("link", name="Office Manager").click()
        assert page.url == f"{address}jobs/office-manager/"
        assert page.get_by_role("heading", level=1).inner_text() == "Office Manager"
        apply = page.get_by_role("link", name=re.compile("Apply")).first
        assert apply.is_visible()
        assert (apply.get_attribute("href") or "").startswith("mailto:jobs@example.com")
        answer = page.goto(f"{address}jobs/nobody/")
        assert answer is not None
        assert answer.status == 404
        page.get_by_role("link", name=re.compile("jobs", re.IGNORECASE)).first.click()
        assert page.url == address
        page.close()


def test_it_is_served_as_pages_serves_it(repository: Repository) -> None:
    """The server is like GitHub Pages: 301 to the slash, 404.html with its status, gzip, ten minutes in browsers."""

    def ask(path: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(urlsplit(address).netloc)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        return connection.getresponse()

    with pages_server(repository.published, "/careers/", max_age=600) as address:
        moved = ask("/careers/about")
        assert (moved.status, moved.headers["Location"]) == (301, "/careers/about/")
        start = ask("/careers/")
        assert (start.status, start.headers["Cache-Control"]) == (200, "max-age=600")
        assert start.headers["Content-Encoding"] == "gzip"
        assert ask("/careers/nothing/").status == 404
        assert ask("/careers/.site-builder").status == 404
        assert ask("/").status == 404


def test_a_week_later(repository: Repository, page: Page) -> None:
    """A posting by the form, the examples gone, a posting renamed: the second deployment does only that, and old links lead on."""
    (repository.folder / "answers.md").write_text(answered(ANSWERS), "utf-8")
    repository.site_builder("new", "from-form", repository.folder / "answers.md")
    said = repository.deploy()
    rendered = re.search(r"1 of 5 files read, (\d+) rendered", said)
    assert rendered is not None, said
    files = sum(file.is_file() for file in repository.published.rglob("*"))
    assert int(rendered[1]) < files * 2 / 3
    examples = repository.checkout / "content/examples"
    (examples / "office-manager.md").rename(repository.checkout / "content/office.md")
    for file in examples.iterdir():
        file.unlink()
    repository.deploy()
    with pages_server(repository.published, "/careers/") as address:
        page.goto(f"{address}jobs/data-engineer-m-w-d/")
        apply = page.get_by_role("link", name=re.compile("Apply")).first
        assert apply.get_attribute("href") == "https://example.com/apply?job=7"
        data = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
        assert data["title"] == "Data Engineer (m/w/d)"
        page.goto(address)
        assert page.get_by_role("link", name="Customer Support Specialist").count() == 0
        page.close()
    old = (repository.published / "jobs/office-manager/index.html").read_text("utf-8")
    assert f"url={PAGES}jobs/office/" in old
    assert "office-manager | moved to | office" in (repository.checkout / "published.txt").read_text("utf-8")


def test_a_mistake_publishes_nothing(repository: Repository) -> None:
    """A posting that is wrong ends the run before anything is uploaded, and names its line for GitHub."""
    write_files(
        repository.checkout, {"content/cook.md": "---\ntitle: Cook\nvalid_through: 2027-02-30\n---\n\nWe cook.\n"}
    )
    said = repository.site_builder("build", "--base-url", PAGES, expected=1)
    assert "Nothing was published" in said
    said = repository.site_builder("check", "--format", "github", expected=1)
    assert "::error file=content/cook.md,title=valid-through-wrong,line=3" in said


def test_the_preview_of_a_pull_request(repository: Repository, page: Page) -> None:
    """What the check's workflow builds works where it says: unpacked and served at the root, by any server."""
    workflow = (repository.checkout / ".github/workflows/check.yml").read_text("utf-8")
    line = re.search(r"run: site-builder (build .*)", workflow)
    assert line is not None
    write_files(repository.checkout, {"content/cook.md": "---\ntitle: Cook\ndraft: true\n---\n\nWe cook.\n"})
    repository.site_builder(*line[1].split())
    with pages_server(repository.checkout / "output", "/") as address:
        page.goto(address)
        page.get_by_role("link", name="Cook").click()
        assert page.url == f"{address}jobs/cook/"
        page.close()
