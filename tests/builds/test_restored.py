"""A build in a fresh checkout, with `.cache` and `output` from a cache of the CI, does only what changed."""

import shutil
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.build import Options, Report, build
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from site_builder.starting.new_site import Answers, new_site
from tests.site_checks import tree

PAGES = "https://mill.github.io/careers/"


def built(site: Path, day: date) -> Report:
    """Build as the workflow does."""
    project, problems = load_project(site, base_url=PAGES)
    assert project is not None, problems
    with Workers(1) as workers:
        return build(project, day, workers, Options())


@pytest.fixture
def checkout(tmp_path: Path, today: date) -> Path:
    """A checkout on another machine, with what the last run left: every file is a copy, with times of its own."""
    site = tmp_path / "first"
    new_site(site, Answers(name="Mill", apply="jobs@example.com"), today)
    assert built(site, today).published
    time.sleep(2.1)  # younger stamps prove nothing, and a CI's caches are older
    copy = tmp_path / "second"
    shutil.copytree(site, copy, copy_function=shutil.copyfile)
    return copy


def test_nothing_is_done_when_nothing_changed(checkout: Path, today: date) -> None:
    """The same site is neither read nor rendered, and from then on known by its times."""
    before = tree(checkout / "output")
    report = built(checkout, today)
    assert (report.published, report.read, report.counts.rendered, report.counts.removed) == (True, 0, 0, 0)
    assert tree(checkout / "output") == before


def test_one_new_posting(checkout: Path, today: date) -> None:
    """With one new posting only what names it is rendered: of the other jobs' pages those that are like it."""
    text = (checkout / "content/examples/office-manager.md").read_text("utf-8")
    (checkout / "content/baker.md").write_text(text.replace("Office Manager", "Baker").replace("EXAMPLE-2", "B-1"))
    outputs = checkout / "output"
    before = {path: (outputs / path).stat().st_mtime_ns for path in tree(outputs)}
    report = built(checkout, today)
    assert (report.published, report.open, report.read) == (True, 4, 1)
    assert report.counts.rendered < len(before) / 2
    untouched = {
        path for path in before if (outputs / path).is_file() and (outputs / path).stat().st_mtime_ns == before[path]
    }
    changed = {path for path in before if path.startswith(("jobs/", "about/"))} - untouched
    assert changed == {"jobs/office-manager/index.html"}
    assert "jobs/baker/index.html" in tree(outputs)


def test_it_is_what_a_first_build_makes(checkout: Path, today: date, tmp_path: Path) -> None:
    """What is built upon a cache is what is built without one, byte for byte, on another day too."""
    tomorrow = today + timedelta(days=1)
    assert built(checkout, tomorrow).published
    alone = tmp_path / "alone"
    shutil.copytree(checkout, alone, ignore=shutil.ignore_patterns(".cache", "output"))
    assert built(alone, tomorrow).published
    assert tree(checkout / "output") == tree(alone / "output")


def test_a_file_that_somebody_changed_is_mended(checkout: Path, today: date) -> None:
    """A file of the cache that holds something else is rendered again, also where its size is the same."""
    page = checkout / "output/about/index.html"
    right = page.read_bytes()
    page.write_bytes(right.replace(b"About", b"aBout"))
    assert built(checkout, today).counts.written == 1
    assert page.read_bytes() == right


def test_a_link_in_place_of_a_file_is_mended(checkout: Path, today: date) -> None:
    """A symbolic link to the very bytes is no file of ours."""
    page = checkout / "output/about/index.html"
    page.rename(checkout / "elsewhere.html")
    page.symlink_to(checkout / "elsewhere.html")
    built(checkout, today)
    assert page.is_file()
    assert not page.is_symlink()
