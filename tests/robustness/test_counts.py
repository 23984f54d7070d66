"""What each change costs: the files that are read, rendered, written and removed, counted and named."""

from pathlib import Path

import pytest

from site_builder.engine.publish import Counts
from tests.sites import (
    published,
    snapshot,
    write_posting,
    write_site,
)


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """A site of three postings, of which each is in other listings, with texts longer than their summaries."""
    site = write_site(tmp_path / "site", 3)
    for number in range(3):
        write_posting(site, number, text="You look after a bed of roses. " * 20)
    return site


def changed_by(site: Path) -> tuple[Counts, int, set[str]]:
    """Build a site; return the counts, how many files were read, and which files of the output differ."""
    before = files_of(site)
    report = published(site)
    after = files_of(site)
    differ = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert report.counts.written == sum(path in after for path in differ)
    assert report.counts.removed == sum(path not in after for path in differ)
    return report.counts, report.read, differ


def files_of(site: Path) -> dict[str, bytes]:
    """Return the files of a site's output, without folders."""
    return {path: data for path, data in snapshot(site / "output").items() if not path.endswith("/")}


def pages_of(paths: set[str]) -> set[str]:
    """Return the paths without those of the search's data: a file named after its digest and, where that changed, the index of them."""
    return {path for path in paths if not path.startswith("search/")}


SEARCH_FILES = 2
FEEDS = {"feed.xml", "feed.json"}
FEEDS_OF_0 = {f"{path}{name}" for path in ("", "tags/bed-0/", "locations/berlin/") for name in FEEDS}


def test_counts_of_a_first_build_and_of_one_with_nothing_to_do(counted: Path) -> None:
    """The first build reads all and writes all; the next does nothing."""
    counts, read, differ = changed_by(counted)
    assert (counts, read) == (Counts(len(differ), len(differ), 0), 3)
    assert changed_by(counted) == (Counts(), 0, set())


def test_counts_of_an_edited_text(counted: Path) -> None:
    """A text edited beyond its summary costs its page and the feeds that hold it."""
    published(counted)
    write_posting(counted, 0, text="You look after a bed of roses. " * 20 + "And of tulips.")
    expected = {"jobs/gardener-0000/index.html", *FEEDS_OF_0}
    assert changed_by(counted) == (Counts(len(expected), len(expected), 0), 1, expected)


def test_counts_of_an_edited_title(counted: Path) -> None:
    """A title costs the posting's page and every list and feed that names it, and no other posting's page."""
    published(counted)
    write_posting(counted, 0, title="Arborist", text="You look after a bed of roses. " * 20)
    counts, read, differ = changed_by(counted)
    lists = {"index.html", "tags/bed-0/index.html", "locations/berlin/index.html"}
    expected = {"jobs/gardener-0000/index.html", *lists, *FEEDS_OF_0}
    assert pages_of(differ) == expected
    written = len(expected) + SEARCH_FILES
    assert (counts, read) == (Counts(written, written, 1), 1)


def test_counts_of_an_added_and_a_removed_posting(counted: Path) -> None:
    """A posting that comes or goes costs its page, those of jobs like it, the lists and feeds it is in, the counts of the indexes, the sitemap."""
    published(counted)
    old = files_of(counted)
    write_posting(counted, 3)
    counts, read, differ = changed_by(counted)
    lists = {"index.html", "tags/index.html", "locations/index.html", "sitemap.xml"}
    lists |= {f"locations/berlin/{name}" for name in ("index.html", *FEEDS)} | FEEDS
    new = {f"tags/bed-3/{name}" for name in ("index.html", *FEEDS)} | {"jobs/gardener-0003/index.html"}
    alike = {"jobs/gardener-0000/index.html"}  # the other one in Berlin
    assert pages_of(differ) == lists | new | alike
    assert (counts.written, counts.removed, read) == (len(lists | new | alike) + SEARCH_FILES, 1, 1)
    (counted / "content/gardener-0003.md").unlink()
    counts, read, differ_again = changed_by(counted)
    assert differ_again == differ
    assert (counts.removed, read) == (len(new) + 1, 0)
    assert files_of(counted) == old


def test_counts_of_a_changed_template_setting_and_asset(counted: Path) -> None:
    """A template costs the files made with it, a setting or an asset that all pages may show costs them all, and reading nothing."""
    published(counted)
    pages = {path for path in files_of(counted) if path.endswith(".html")}
    jobs = {path for path in pages if path.startswith("jobs/")}
    (counted / "templates").mkdir()
    (counted / "templates/job.html").write_text(
        '{% extends "base/job.html" %}{% block main %}{{ super() }}!{% endblock %}'
    )
    assert changed_by(counted) == (Counts(len(jobs), len(jobs), 0), 0, jobs)

    settings = (counted / "site.toml").read_text()
    (counted / "site.toml").write_text(settings.replace("at the nursery", "among trees"))
    counts, read, differ = changed_by(counted)
    assert pages <= differ
    assert (counts.rendered, counts.removed, read) == (len(files_of(counted)), 0, 0)

    (counted / "assets").mkdir()
    (counted / "assets/site.css").write_text("p { color: green }")
    counts, read, differ = changed_by(counted)
    styles = {path for path in differ if path.startswith("assets/site.")}
    assert len(styles) == 2
    assert pages <= differ
    assert counts.removed == 1
