"""`check --output`: a built site is right as it will be served at its address, or what is wrong is named."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.build import Options, build
from site_builder.checking.built import hosting
from site_builder.cli import main
from site_builder.engine.workers import Workers
from site_builder.model.problem import Problem
from site_builder.project import load_project
from site_builder.proof import prove
from site_builder.starting.new_site import Answers, new_site
from tests.site_checks import write_files

PAGES = "https://mill.github.io/careers/"
POSTING = "---\ntitle: Baker\nlocations: Berlin, Germany\nemployment_type: FULL_TIME\ndate_posted: 2026-11-02\n---\n\nWe bake.\n"


@pytest.fixture
def site(tmp_path: Path, today: date) -> Path:
    """A new site with a posting of its own, built for a project page on GitHub Pages."""
    root = tmp_path / "site"
    new_site(root, Answers(name="Mill", apply="jobs@example.com"), today)
    for file in (root / "content/examples").iterdir():
        file.unlink()
    write_files(root, {"content/baker.md": POSTING})
    make(root, today)
    return root


def make(root: Path, today: date, base_url: str = PAGES) -> None:
    """Build the site for an address."""
    project, problems = load_project(root, base_url=base_url)
    assert project is not None, problems
    with Workers(1) as workers:
        assert build(project, today, workers, Options()).published


def proof(root: Path, today: date, base_url: str = PAGES) -> list[Problem]:
    """Return what is wrong with what was built, without the note that every project page gets."""
    project, problems = load_project(root, base_url=base_url)
    assert project is not None, problems
    with Workers(1) as workers:
        found = prove(project, root / "output", today, workers)
    return [problem for problem in found.problems if problem.code != "robots-unread"]


def put(root: Path, path: str, old: str, new: str) -> None:
    """Change a built file."""
    file = root / "output" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_site_built_for_its_address_is_right(site: Path, today: date) -> None:
    """Nothing is wrong with a new site below its path."""
    assert proof(site, today) == []


def test_at_a_root_too(site: Path, today: date) -> None:
    """At a host's root nothing is wrong either, and its robots.txt is read."""
    make(site, today, "https://jobs.mill.example/")
    project, _ = load_project(site, base_url="https://jobs.mill.example/")
    assert project is not None
    with Workers(1) as workers:
        assert prove(project, site / "output", today, workers).problems == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/careers/",
        "https://mill.github.io/",
        "http://localhost:8000/",
        "http://mill.github.io/careers/",
    ],
)
def test_built_for_another_address(site: Path, today: date, address: str) -> None:
    """A site that was built for another address, host, path or scheme is an error, said once."""
    make(site, today, address)
    found = [problem for problem in proof(site, today) if problem.code == "address-elsewhere"]
    assert len(found) == 1
    assert "--base-url https://mill.github.io/careers/" in found[0].mend


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("index.html", 'rel="canonical" href="https://mill.github.io/careers/"', 'rel="canonical" href="https://x.example/"', "address-elsewhere"),
        ("index.html", 'property="og:url" content="https://mill.github.io/careers/"', 'property="og:url" content="https://x.example/"', "address-elsewhere"),
        ("index.html", '<link rel="icon"', '<link rel="alternate" hreflang="de" href="https://x.example/de/"><link rel="icon"', "address-elsewhere"),
        ("index.html", '<link rel="icon"', '<link rel="alternate" hreflang="de" href="/careers/de/"><link rel="icon"', "link-broken"),
        ("feed.xml", "<link>https://mill.github.io/careers/</link>", "<link>https://x.example/</link>", "address-elsewhere"),
        ("feed.xml", 'href="https://mill.github.io/careers/feed.xml"', 'href="https://x.example/feed.xml"', "address-elsewhere"),
        ("feed.json", "https://mill.github.io/careers/feed.json", "https://x.example/feed.json", "address-elsewhere"),
        ("sitemap.xml", "<loc>https://mill.github.io/careers/about/", "<loc>https://x.example/about/", "address-elsewhere"),
        ("sitemap.xml", "careers/about/", "careers/abaut/", "link-broken"),
        ("about/index.html", "<h1>", '<img src="https://x.example/a.png" alt=""><h1>', "host-foreign"),
        ("about/index.html", "<h1>", '<img srcset="/careers/favicon.ico 1x, https://x.example/a.png 2x" alt=""><h1>', "host-foreign"),
        ("about/index.html", "</head>", '<script src="//x.example/a.js"></script></head>', "host-foreign"),
        ("about/index.html", "</head>", "<style>@import 'https://x.example/a.css';</style></head>", "host-foreign"),
        ("about/index.html", "<h1>", '<video poster="https://x.example/a.png"></video><h1>', "host-foreign"),
        ("about/index.html", "<h1>", '<svg><use xlink:href="https://x.example/a.svg#a"/></svg><h1>', "host-foreign"),
        ("about/index.html", "<h1>", '<a href="/about/">x</a><h1>', "link-outside-site"),
        ("about/index.html", "<h1>", '<a href="http://localhost:8000/">x</a><h1>', "link-local"),
        ("about/index.html", "<h1>", '<a href="/careers/#nowhere">x</a><h1>', "anchor-missing"),
        ("about/index.html", "<h1>", '<a href="/careers/.well-known/x">x</a><h1>', "link-broken"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_file(site: Path, today: date, path: str, old: str, new: str, code: str) -> None:
    """Each address in a built file that will not be right where the site is served has its code."""
    if "favicon.ico" in new:
        write_files(site, {"output/favicon.ico": b""})
    put(site, path, old, new)
    assert code in [problem.code for problem in proof(site, today)]


def test_links_to_others_are_nothing_loaded(site: Path, today: date) -> None:
    """A link to another host is no concern, nor is a page that leads to one."""
    put(
        site,
        "about/index.html",
        "<h1>",
        '<a href="https://x.example/">x</a><img src="data:image/gif;base64,AA" alt=""><h1>',
    )
    write_files(site, {"content/pages/about.md": (site / "content/pages/about.md").read_text("utf-8")})
    settings = (site / "site.toml").read_text("utf-8")
    (site / "site.toml").write_text(settings + '\n[redirects]\n"/old/" = "https://x.example/new/"\n')
    make(site, today)
    assert proof(site, today) == []


def test_what_is_asked_of_hosts_that_are_allowed(site: Path, today: date) -> None:
    """Neither a host that site.toml allows is foreign, nor the site's own, in a page as in a style sheet; others are."""
    with (site / "site.toml").open("a") as settings:
        settings.write('\n[content_security_policy]\nimg-src = ["https://x.example"]\n')
    write_files(site, {"assets/own.css": "b { background: url(https://x.example/a.png) }\n"})
    make(site, today)
    own = f'<img src="{PAGES}a.png" alt=""><img src="https://x.example/a.png" alt=""><h1>'
    put(site, "about/index.html", "<h1>", own)
    assert [problem.code for problem in proof(site, today)] == ["link-broken"]
    put(site, "about/index.html", '<img src="https://x.example', '<img src="https://y.example')
    assert {problem.code for problem in proof(site, today)} == {"link-broken", "host-foreign"}


def test_the_folder(site: Path, today: date) -> None:
    """Hidden files, a missing page of errors, and a CNAME beside a workflow are named; our own mark is not."""
    write_files(
        site, {"output/.well-known/security.txt": "x", "output/jobs/.hidden": "x", "output/CNAME": "jobs.mill.example"}
    )
    (site / "output/404.html").unlink()
    found = {(problem.path, problem.code) for problem in proof(site, today)}
    assert found == {
        ("output/.well-known", "hidden-file"),
        ("output/jobs/.hidden", "hidden-file"),
        ("output/CNAME", "cname-ignored"),
        ("output", "error-page-missing"),
    }


def test_links_in_the_folder(site: Path, today: date, tmp_path: Path) -> None:
    """A symbolic link to a file or folder is named, wherever it leads; `.nojekyll`, which a branch needs, is not."""
    (site / "output/a.pdf").symlink_to("404.html")
    (site / "output/jobs/b").symlink_to(tmp_path)
    write_files(site, {"output/.nojekyll": ""})
    found = {(problem.path, problem.code) for problem in proof(site, today)}
    assert found == {("output/a.pdf", "file-linked"), ("output/jobs/b", "file-linked")}


def test_sizes(site: Path, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site beyond GitHub Pages' limits is told so: by its bytes and by the number of its files."""
    with (site / "output/film.webm").open("wb") as film:
        film.truncate(hosting.LARGEST)  # a file of holes, which takes no room
    assert [problem.message for problem in proof(site, today)] == ["the site has 1.00 GB, and GitHub Pages takes 1 GB"]
    (site / "output/film.webm").unlink()
    count = sum(file.is_file() for file in (site / "output").rglob("*"))
    monkeypatch.setattr(hosting, "MANY", count)
    assert [problem.code for problem in proof(site, today)] == ["site-large"]
    monkeypatch.setattr(hosting, "MANY", count + 1)
    assert proof(site, today) == []


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("- uses: actions/upload-pages-artifact@v2", ["workflow-outdated"]),
        ('- uses: "actions/deploy-pages@v3.0.1"', ["workflow-outdated"]),
        ("uses: actions/upload-artifact@" + "a" * 40 + " # v3.1.0", ["workflow-outdated"]),
        ("- uses: actions/cache/restore@v2", ["workflow-outdated"]),
        ("- uses: actions/deploy-pages@" + "a" * 40 + " # v5.0.0", []),
        ("- uses: actions/deploy-pages@main", []),
        ("- uses: actions/checkout@v1", []),
        ("- run: echo actions/upload-artifact@v1", []),
    ],
)
def test_versions_of_actions(site: Path, today: date, line: str, codes: list[str]) -> None:
    """Versions that GitHub has switched off are named with their line; newer ones, and those that are not known, are not."""
    write_files(site, {".github/workflows/other.yml": f"on:\n  schedule:\njobs:\n      {line}\n"})
    found = proof(site, today)
    assert [problem.code for problem in found] == codes
    assert all(problem.place == ".github/workflows/other.yml:4" for problem in found)


def test_a_workflow_without_a_schedule(site: Path, today: date) -> None:
    """A workflow that publishes and does not run by itself never opens or closes a job."""
    file = site / ".github/workflows/pages.yml"
    file.write_text(re.sub(r"  schedule:\n.*\n", "", file.read_text("utf-8")), "utf-8")
    assert [problem.code for problem in proof(site, today)] == ["workflow-unscheduled"]


def test_examples_are_not_published_unnoticed(tmp_path: Path, today: date) -> None:
    """Example postings that are still there are named before they are online."""
    new_site(tmp_path, Answers(name="Mill", apply="jobs@example.com"), today)
    make(tmp_path, today)
    (found,) = proof(tmp_path, today)
    assert (found.code, "and 2 more" in found.message) == ("example-published", True)


def test_the_line_of_a_posting(site: Path, today: date) -> None:
    """Right after a build a broken link is said of the line of the posting that holds it."""
    write_files(site, {"content/baker.md": POSTING + "\nSee [benefits](/benefit/).\n"})
    make(site, today)
    assert [(one.place, one.code) for one in proof(site, today)] == [("content/baker.md:10", "link-broken")]


def test_without_a_ledger(site: Path, today: date) -> None:
    """A site that was built elsewhere can be looked at too: the built file is named then."""
    write_files(site, {"content/baker.md": POSTING + "\nSee [benefits](/benefit/).\n"})
    make(site, today)
    for file in (site / ".cache").iterdir():
        file.unlink()
    assert [(one.path, one.code) for one in proof(site, today)] == [("jobs/baker/index.html", "link-broken")]
    assert not (site / ".cache/ledger.db").exists()


def test_codes_can_be_turned_off(site: Path, today: date) -> None:
    """What [check] turns off is not said."""
    settings = (site / "site.toml").read_text("utf-8")
    (site / "site.toml").write_text(settings + '\n[check]\noff = ["hosting"]\n')
    write_files(site, {"output/CNAME": "x"})
    project, _ = load_project(site, base_url=PAGES)
    assert project is not None
    with Workers(1) as workers:
        assert prove(project, site / "output", today, workers).problems == ()


def test_the_command(site: Path) -> None:
    """The command says the same, with exit status 1 for an error; a folder without a site is one."""
    words = ["check", "--site", str(site), "--output", str(site / "output")]
    done = CliRunner().invoke(main, [*words, "--base-url", PAGES])
    assert (done.exit_code, "robots-unread" in done.output) == (0, True)
    assert CliRunner().invoke(main, words).exit_code == 1
    done = CliRunner().invoke(main, ["check", "--site", str(site), "--output", str(site / "content")])
    assert (done.exit_code, "site-not-built" in done.output) == (1, True)
    assert CliRunner().invoke(main, [*words, "--fix"]).exit_code == 2
