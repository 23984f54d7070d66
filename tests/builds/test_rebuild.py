"""A build after the first one: what an edit costs, what goes with a posting, what is not done again."""

import time
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import Options
from site_builder.engine.publish import Counts
from tests.builds.mill import BAKER, run
from tests.site_checks import tree, write_files


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
    # Its page, the page and feeds of its tag, and the search's file of both jobs.
    assert report.counts.removed == 5
    assert not (site / "output/tags/flour").exists()
    assert tree(site / "output") == alone


def test_a_renamed_posting_moves(site: Path, today: date) -> None:
    """The same bytes under another name are another page, as an address comes from the file's name; the old one leads there."""
    run(site, today)
    (site / "content/baker.md").rename(site / "content/miller.md")
    assert run(site, today).read == 1
    built = tree(site / "output")
    assert b"We bake." in built["jobs/miller/index.html"]
    assert b"We bake." not in built["jobs/baker/index.html"]
    assert b'content="0; url=https://mill.example/jobs/miller/"' in built["jobs/baker/index.html"]


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


def test_clean_does_all_work_and_writes_nothing_new(site: Path, today: date) -> None:
    """`clean` reads and renders everything; bytes that are in place already are not written again."""
    run(site, today)
    built = tree(site / "output")
    report = run(site, today, Options(clean=True))
    assert (report.read, report.counts) == (1, Counts(rendered=len(built)))
    assert tree(site / "output") == built


def test_a_file_edited_after_its_stamp_was_trusted(site: Path, today: date) -> None:
    """Once a file is old enough for its stamp to be believed, it is not opened; an edit of equal length is still seen."""
    time.sleep(2.1)
    run(site, today)
    (site / "content/baker.md").write_text(BAKER.replace("We bake", "We fold"))
    report = run(site, today)
    assert report.read == 1
    assert b"We fold" in (site / "output/jobs/baker/index.html").read_bytes()
