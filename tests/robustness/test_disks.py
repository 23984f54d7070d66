"""Disks that are full or read-only."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robustness.healing import TOKEN
from tests.robustness.processes import ROOT


def _namespace() -> list[str]:
    """Return the command that gives a program mounts of its own."""
    ways = [["unshare", "-Urm"], ["sudo", "-n", "unshare", "-m"]]
    if os.geteuid() == 0:
        ways = [["unshare", "-m"], *ways]
    for way in ways:
        try:
            if (
                subprocess.run(
                    [*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
                ).returncode
                == 0
            ):
                return way
        except FileNotFoundError:
            continue
    pytest.fail(
        "This test needs a small disk: run it as root, or where `unshare -Urm` or `sudo -n unshare -m` may mount one"
    )


def test_a_disk_that_is_full_or_read_only_costs_nothing(tmp_path: Path) -> None:
    """On a real disk without room the site stays, the problem names the disk, and the next build with room heals all.

    The disk is the output's or the ledger's, and fuller or less full, so that the build fails at different steps; or it has no room for
    more files; or it may not be written.
    """
    program = [*_namespace(), sys.executable, "-m", "tests.engine.small_disk", str(tmp_path)]
    done = subprocess.run(program, cwd=ROOT, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    observed = json.loads(done.stdout)
    assert len(observed) == 11
    failed = [one for one in observed if not one["published"]]
    assert len(failed) >= 8
    for one in failed:
        (problem,) = one["problems"]
        assert one["as before"] or "Some files of the site are new" in problem
        assert "build again" in problem
        where = "ledger-not-written" if one["disk"].endswith(".cache") else "output-not-written"
        assert f"[{where}]" in problem
        if "read-only" in one["disk"]:
            assert "read-only file system" in problem
        else:
            assert f"the disk {one['disk']} is full" in problem
            assert "Make room on that disk" in problem
    for one in observed:
        assert one["whole"]
        assert one["healed"], one["healed problems"]
        assert one["clean"]
        assert set(one["hidden"]) == TOKEN
