"""What the stamps of files prove, and what they do not."""

import os
import time
from pathlib import Path

from site_builder.engine.publish import Counts
from tests.sites import (
    published,
    write_posting,
    write_site,
)


def age(site: Path) -> None:
    """Wait until the stamps of a site's files prove something, and let a build note that."""
    time.sleep(2.1)
    published(site)


def test_an_edit_in_the_same_moment_and_of_the_same_size_is_seen(tmp_path: Path) -> None:
    """A posting that changes right after a build, to the same size and with its old time of change, is read anew."""
    site = write_site(tmp_path / "site", 3)
    published(site)
    for letter in "abcdefgh":
        file = site / "content/gardener-0000.md"
        before = file.stat()
        write_posting(site, 0, title=f"Garden {letter}")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert published(site).read == 1
        assert f"Garden {letter}".encode() in (site / "output/jobs/gardener-0000/index.html").read_bytes()


def test_a_touched_file_is_not_read_as_new(tmp_path: Path) -> None:
    """Another time of change with the same bytes (`touch`, `git checkout`) costs no reading and no rendering."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    age(site)
    for file in (site / "content").iterdir():
        os.utime(file, (1_000_000_000, 1_000_000_000))
    text = (site / "content/gardener-0001.md").read_bytes()
    (site / "content/gardener-0001.md").unlink()
    (site / "content/gardener-0001.md").write_bytes(text)
    report = published(site)
    assert (report.read, report.counts) == (0, Counts())
