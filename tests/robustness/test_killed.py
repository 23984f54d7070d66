"""A build that is killed: whole files meanwhile, and the next build finishes."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.robustness.healing import MANY, assert_healed, assert_whole, change
from tests.robustness.processes import ROOT, session, start, wait_for
from tests.sites import (
    clean_build,
    published,
    snapshot,
    write_posting,
    write_site,
)


def kill_copies(site: Path, scratch: Path, moments: int) -> list[Path]:
    """Kill a build of copies of a site, each just before another of its changes to the file system."""
    program = [sys.executable, "-m", "tests.engine.kill_at", str(site), str(scratch), str(moments)]
    done = subprocess.run(program, cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return [Path(copy) for copy in json.loads(done.stdout)]


def test_a_first_build_killed_at_any_moment_is_healed(tmp_path: Path) -> None:
    """Killed before any of its changes, a first build leaves whole files only, and the next one makes the site."""
    site = write_site(tmp_path / "site", 15)
    clean = clean_build(site, tmp_path / "clean")
    copies = kill_copies(site, tmp_path / "copies", 20)
    seen = set()
    for copy in copies:
        assert_whole(copy, clean)
        seen.add(len(snapshot(copy / "output")))
        assert_healed(copy, clean)
    assert min(seen) == 0
    assert len(seen) > 1
    assert len(clean) not in seen


def test_a_later_build_killed_at_any_moment_is_healed(tmp_path: Path) -> None:
    """Killed while it replaces a site, a build leaves each file as it was or as it becomes, and the next one finishes.

    No page is new before all that it may refer to is there.
    """
    site = write_site(tmp_path / "site", 15)
    old = clean_build(site, tmp_path / "old")
    published(site)
    change(site)
    clean = clean_build(site, tmp_path / "clean")
    copies = kill_copies(site, tmp_path / "copies", 20)
    mixed = 0
    for copy in copies:
        assert_whole(copy, old, clean)
        now = snapshot(copy / "output")
        mixed += now not in (old, clean)
        if any(path in old and data != old[path] for path, data in now.items()):
            assert clean.keys() <= now.keys()
        assert_healed(copy, clean)
    assert mixed > 5


def test_a_build_killed_again_and_again_is_healed(tmp_path: Path) -> None:
    """Each build killed, whatever changed in between: the one that gets through makes the site, without a stale file."""
    site = write_site(tmp_path / "site", 15)
    for number in range(3):
        site = kill_copies(site, tmp_path / f"copies-{number}", 3)[1 + number % 2]
        change(site) if number == 1 else write_posting(site, number, title=f"Arborist {number}")
    assert_healed(site, clean_build(site, tmp_path / "clean"))


@pytest.mark.parametrize("limit", [60_000, 2_000_000])
def test_a_file_cut_in_two_is_not_seen(tmp_path: Path, limit: int) -> None:
    """A build that is killed in the middle of a write (here: of the ledger, of an asset) shows no half file."""
    site = write_site(tmp_path / "site", 15)
    old = clean_build(site, tmp_path / "old")
    published(site)
    change(site)
    (site / "assets/film.bin").write_bytes(bytes(range(256)) * 12_000)

    def limit_files() -> None:
        # The kernel kills whoever writes beyond the limit; it first writes up to it.
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    program = (
        "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_DFL); from pathlib import Path\n"
        "from tests.sites import build_site; build_site(Path(sys.argv[1]))"
    )
    killed = subprocess.run([sys.executable, "-c", program, site], cwd=ROOT, preexec_fn=limit_files, check=False)
    assert killed.returncode == -signal.SIGXFSZ
    clean = clean_build(site, tmp_path / "clean")
    assert snapshot(site / "output") == {**old, **_assets_folder_of(site)}
    assert_healed(site, clean)


def _assets_folder_of(site: Path) -> dict[str, bytes]:
    """Return the folders that were made for files that are not there yet."""
    return {path: data for path, data in snapshot(site / "output").items() if path.endswith("/")}


def test_a_build_on_all_cores_killed_at_random_is_healed(tmp_path: Path) -> None:
    """The command itself, with its processes, is killed at four moments of a build; none of its processes stays."""
    clean = clean_build(write_site(tmp_path / "site", MANY), tmp_path / "clean")
    files = len(clean)
    for number, enough in enumerate((0, files // 4, files - 20, files + 20)):
        site = write_site(tmp_path / f"site-{number}", MANY)
        output = site / "output"
        with start(site) as process:
            wait_for(lambda output=output, enough=enough: _entries(output) >= enough, process)  # type: ignore[misc]
            process.kill()
        deadline = time.monotonic() + 10
        while session(process.pid) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not session(process.pid)
        assert_whole(site, clean)
        assert_healed(site, clean)


def _entries(folder: Path) -> int:
    return sum(len(folders) + len(files) for _, folders, files in os.walk(folder))
