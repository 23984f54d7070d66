"""A build from its files to its report: what is published, what is left alone, what is counted and named."""

import os
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import Options, Report, build
from site_builder.engine.publish import Counts
from site_builder.engine.workers import FEW, Workers
from site_builder.project import load_project
from tests.site_checks import tree, with_plain_theme, write_files

SETTINGS = """\
[site]
title = "Jobs"
base_url = "https://mill.example/"
[organization]
name = "Mill Ltd"
[theme]
name = "plain"
"""
BAKER = """\
---
title: Baker
locations: Berlin, Germany
date_posted: 2026-11-02
apply_email: jobs@mill.example
tags: [Bread]
---

We bake.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one posting that leaves nothing to wish for."""
    return with_plain_theme(write_files(tmp_path / "site", {"site.toml": SETTINGS, "content/baker.md": BAKER}))


def run(site: Path, today: date, options: Options | None = None, processes: int = 1) -> Report:
    """Build a site whose settings and theme are right."""
    project, problems = load_project(site)
    assert project is not None, problems
    with Workers(processes) as workers:
        return build(project, today, workers, options or Options())


def codes(report: Report) -> list[str]:
    """Return the codes of a report's problems."""
    return [problem.code for problem in report.problems]


def test_a_build_publishes_and_counts(site: Path, today: date) -> None:
    """The first build reads every file and writes every output; the second finds nothing to do."""
    report = run(site, today)
    assert (report.published, report.files, report.read, report.open, report.problems) == (True, 1, 1, 1, ())
    built = tree(site / "output")
    assert report.counts == Counts(rendered=len(built), written=len(built))
    again = run(site, today)
    assert (again.published, again.read, again.counts) == (True, 0, Counts())
    assert tree(site / "output") == built


def test_an_edited_text_costs_its_page_and_its_feeds(site: Path, today: date) -> None:
    """A changed text with the same facts changes the posting's page and the feeds it is in, and no list."""
    write_files(
        site, {"content/miller.md": BAKER.replace("Baker", "Miller").replace("[Bread]", "[Flour]\nsummary: We mill.")}
    )
    run(site, today)
    before = tree(site / "output")
    write_files(site, {"content/miller.md": (site / "content/miller.md").read_text() + "\nWe bake, too.\n"})
    report = run(site, today)
    after = tree(site / "output")
    changed = {path for path in after if after[path] != before[path]}
    places = ("", "locations/berlin/", "tags/flour/")
    assert changed == {
        "jobs/miller/index.html",
        *(f"{place}feed.{kind}" for place in places for kind in ("xml", "json")),
    }
    assert (report.read, report.counts) == (1, Counts(len(changed), len(changed)))


def test_a_closing_posting_leaves_the_lists(site: Path) -> None:
    """The day after its last, a posting's page says that it is closed, and lists, feeds and sitemap no longer name it."""
    write_files(site, {"content/miller.md": BAKER.replace("title: Baker", "title: Miller\nvalid_through: 2026-11-20")})
    run(site, date(2026, 11, 20))
    assert {path for path, data in tree(site / "output").items() if b"jobs/miller/" in data} >= {
        "index.html",
        "sitemap.xml",
    }
    report = run(site, date(2026, 11, 21))
    assert report.left_out["closed"] == ("content/miller.md",)
    assert {path for path, data in tree(site / "output").items() if b"jobs/miller/" in data} == {
        "jobs/miller/index.html"
    }
    assert b"This job is closed" in (site / "output/jobs/miller/index.html").read_bytes()


def test_a_removed_posting_takes_its_files_along(site: Path, today: date) -> None:
    """What only a removed posting wanted is removed, with the folders that are empty then."""
    run(site, today)
    alone = tree(site / "output")
    write_files(site, {"content/miller.md": BAKER.replace("Baker", "Miller").replace("Bread", "Flour")})
    run(site, today)
    assert (site / "output/tags/flour").is_dir()
    (site / "content/miller.md").unlink()
    report = run(site, today)
    assert report.counts.removed == 4  # its page, and the page and feeds of its tag
    assert not (site / "output/tags/flour").exists()
    assert tree(site / "output") == alone


def test_a_renamed_posting_moves(site: Path, today: date) -> None:
    """The same bytes under another name are another page: an address comes from the file's name."""
    run(site, today)
    (site / "content/baker.md").rename(site / "content/miller.md")
    assert run(site, today).read == 1
    built = tree(site / "output")
    assert "jobs/miller/index.html" in built
    assert "jobs/baker/index.html" not in built


@pytest.mark.parametrize("spoilt", [True, False])
def test_a_touched_output_is_mended(site: Path, today: date, *, spoilt: bool) -> None:
    """A built file that somebody wrote into, or deleted, is written again, and no other is."""
    run(site, today)
    built = tree(site / "output")
    file = site / "output/robots.txt"
    if spoilt:
        file.write_text("Disallow: /")
    else:
        file.unlink()
    assert run(site, today).counts == Counts(rendered=1, written=1)
    assert tree(site / "output") == built


def test_an_error_leaves_the_last_good_site(site: Path, today: date) -> None:
    """With one wrong posting nothing is published, although another one changed; with `keep_going` the others are."""
    run(site, today)
    good = tree(site / "output")
    write_files(
        site,
        {
            "content/wrong.md": "---\ndate_posted: soon\n---\nText",
            "content/baker.md": BAKER.replace("We bake", "We knead"),
        },
    )
    report = run(site, today)
    assert (report.published, report.counts, report.left_out["refused"]) == (False, Counts(), ("content/wrong.md",))
    assert tree(site / "output") == good
    report = run(site, today, Options(keep_going=True))
    assert (report.published, report.left_out["refused"]) == (True, ("content/wrong.md",))
    assert b"We knead" in (site / "output/jobs/baker/index.html").read_bytes()
    assert not (site / "output/jobs/wrong").exists()


def test_an_error_is_shown_again(site: Path, today: date) -> None:
    """A problem that was found when a file was read is told by every build until the file changes, though nothing is read."""
    write_files(site, {"content/wrong.md": "---\ndate_posted: soon\n---\nText"})
    first, second = run(site, today), run(site, today)
    assert (first.read, second.read) == (2, 0)
    assert first.problems == second.problems
    assert "title-missing" in codes(first)
    assert "date-posted-wrong" in codes(first)


def test_two_postings_at_one_address(site: Path, today: date) -> None:
    """Of two files that would be one page, the second by path is refused, and the problem names the first."""
    write_files(site, {"content/north/baker.md": BAKER})
    report = run(site, today, Options(keep_going=True))
    (problem,) = report.problems
    assert (problem.path, problem.code) == ("content/north/baker.md", "slug-double")
    assert "content/baker.md" in problem.message
    assert report.left_out["refused"] == ("content/north/baker.md",)
    assert report.open == 1


def test_two_outputs_on_one_path(site: Path, today: date) -> None:
    """An alias that is another page's address is an error that names both."""
    write_files(site, {"content/baker.md": BAKER.replace("tags:", "aliases: [/tags/bread/]\ntags:")})
    report = run(site, today)
    assert not report.published
    (problem,) = report.problems
    assert (problem.path, problem.code) == ("content/baker.md", "path-clash")
    assert "tags/bread/index.html" in problem.message


def test_strict_stops_at_warnings(site: Path, today: date) -> None:
    """A warning is published, unless the build is strict."""
    write_files(site, {"content/cook.md": "---\ntitle: Cook\n---\nWe cook.\n"})
    assert not run(site, today, Options(strict=True)).published
    report = run(site, today)
    assert report.published
    assert {"date-posted-missing", "locations-missing", "apply-missing"} == set(codes(report))


def test_drafts_are_shown_when_asked_for(site: Path, today: date) -> None:
    """A draft is nowhere and counted; asked for, it is in the lists, and its page says that it is a draft."""
    write_files(site, {"content/cook.md": BAKER.replace("title: Baker", "title: Cook\ndraft: true")})
    report = run(site, today)
    assert (report.open, report.left_out["draft"]) == (1, ("content/cook.md",))
    assert not any(b"Cook" in data for data in tree(site / "output").values())
    report = run(site, today, Options(drafts=True))
    assert (report.open, report.left_out["draft"]) == (2, ())
    page = (site / "output/jobs/cook/index.html").read_text()
    assert "A draft." in page
    assert "ld+json" not in page


def test_clean_does_all_work_and_writes_nothing_new(site: Path, today: date) -> None:
    """`clean` reads and renders everything; bytes that are in place already are not written again."""
    run(site, today)
    built = tree(site / "output")
    report = run(site, today, Options(clean=True))
    assert (report.read, report.counts) == (1, Counts(rendered=len(built)))
    assert tree(site / "output") == built


def test_a_broken_template_is_a_problem(site: Path, today: date) -> None:
    """A template's error names its file and line, and the last good site stays."""
    run(site, today)
    good = tree(site / "output")
    write_files(
        site,
        {"templates/job.html": '{% extends "plain/job.html" %}\n{% block main %}\n{{ page.nonsense }}{% endblock %}'},
    )
    report = run(site, today)
    assert not report.published
    (problem,) = report.problems
    assert (problem.path, problem.line, problem.code) == ("templates/job.html", 3, "template-error")
    assert "nonsense" in problem.message
    assert tree(site / "output") == good


def test_a_file_edited_after_its_stamp_was_trusted(site: Path, today: date) -> None:
    """Once a file is old enough for its stamp to be believed, it is not opened; an edit of equal length is still seen."""
    time.sleep(2.1)
    run(site, today)
    (site / "content/baker.md").write_text(BAKER.replace("We bake", "We fold"))
    report = run(site, today)
    assert report.read == 1
    assert b"We fold" in (site / "output/jobs/baker/index.html").read_bytes()


def test_the_same_bytes_whatever_the_processes(site: Path, today: date) -> None:
    """Clean builds of many postings in other folders, with other numbers of processes, are byte-equal."""
    for number in range(FEW + 10):
        posting = BAKER.replace("Baker", f"Baker {number}").replace(
            "Bread", f"bread, tag {number % 7}, Tag {number % 5}"
        )
        write_files(site, {f"content/{number % 3}/baker-{number}.md": posting})
    built = []
    for processes in (1, 2, 3):
        twin = shutil.copytree(
            site, site.parent / f"elsewhere-{processes}", ignore=shutil.ignore_patterns("output", ".cache")
        )
        report = run(twin, today, processes=processes)
        assert report.read == FEW + 11
        built.append(tree(twin / "output"))
    assert built[0] == built[1] == built[2]


def test_the_same_bytes_whatever_the_machine(site: Path) -> None:
    """Neither the seed of Python's hashes nor the machine's time zone and language shows in a byte."""
    write_files(
        site, {"content/cook.md": BAKER.replace("Baker", "Köchin").replace("[Bread]", "[a, b, c, d, A, B, Ä, 面]")}
    )
    built = []
    for number, (seed, zone, language) in enumerate((("1", "UTC", "C"), ("2", "Pacific/Auckland", "de_DE.UTF-8"))):
        output = site.parent / f"output-{number}"
        shutil.rmtree(site / ".cache", ignore_errors=True)
        subprocess.run(
            [
                sys.executable,
                "-m",
                "site_builder",
                "build",
                "--site",
                site,
                "--output",
                output,
                "--as-of",
                "2026-11-21",
            ],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "LANG": language},
            cwd=Path(__file__).parent.parent,
            check=True,
            capture_output=True,
        )
        built.append(tree(output))
    assert len(built[0]) > 20
    assert built[0] == built[1]
