"""Files and folders that may not be written or read."""

import ctypes
import os
from pathlib import Path

import pytest

from tests.robustness.healing import TOKEN, assert_healed, change
from tests.robustness.processes import start
from tests.sites import (
    clean_build,
    hidden,
    published,
    snapshot,
    write_posting,
    write_site,
)


def obey_permissions() -> None:
    """Let a process of root's obey the permissions of files, as everybody else's does."""
    if os.geteuid() == 0:
        process_control = ctypes.CDLL(None, use_errno=True).prctl
        drop_from_bounding_set, dac_override, dac_read_search = 24, 1, 2
        for capability in (dac_override, dac_read_search):
            assert process_control(drop_from_bounding_set, capability, 0, 0, 0) == 0


def build_obeying(site: Path) -> tuple[int, str]:
    """Build a site as somebody who may not write everywhere; return the exit status and what was said."""
    with start(site, preexec_fn=obey_permissions) as process:
        said, complaints = process.communicate(timeout=60)
    return process.returncode, said + complaints


@pytest.mark.parametrize(
    ("path", "mode", "told"),
    [
        ("output", 0o555, "output: error: permission denied"),
        ("output/jobs", 0o555, "output/jobs: error: permission denied"),
        ("output/jobs/gardener-0007", 0o555, "output/jobs/gardener-0007: error: permission denied"),
        (".cache", 0o555, ".cache/ledger.db: error: the ledger of earlier builds cannot be used"),
        (".cache/ledger.db", 0o444, ".cache/ledger.db: error: the ledger of earlier builds cannot be used"),
        (".cache/ledger.lock", 0o444, ".cache/ledger.lock: error: permission denied"),
    ],
)
def test_what_may_not_be_written_is_told(tmp_path: Path, path: str, mode: int, told: str) -> None:
    """A folder or file without write permission is named with what to do; the site is as it was until it is mended."""
    site = write_site(tmp_path / "site", 15)
    published(site)
    old = snapshot(site / "output")
    change(site)
    usual = (site / path).stat().st_mode
    (site / path).chmod(mode)
    status, said = build_obeying(site)
    (site / path).chmod(usual)
    assert status == 1, said
    assert told in said
    assert "Give yourself the right to write" in said or "See that you may write there" in said
    assert "Traceback" not in said
    assert snapshot(site / "output") == old
    assert hidden(site / "output") == TOKEN
    assert_healed(site, clean_build(site, tmp_path / "clean"))


def test_a_read_only_file_is_replaced_all_the_same(tmp_path: Path) -> None:
    """A file of ours that may not be written may still be replaced: that is a matter of its folder."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    (site / "output/index.html").chmod(0o444)
    write_posting(site, 0, title="Arborist")
    assert build_obeying(site)[0] == 0
    assert snapshot(site / "output") == clean_build(site, tmp_path / "clean")


def test_a_posting_that_could_not_be_opened_is_read_later(tmp_path: Path) -> None:
    """A posting whose permissions were wrong for a while is on the site again as soon as they are right."""
    site = write_site(tmp_path / "site", 5)
    published(site)
    old = snapshot(site / "output")
    closed = write_posting(site, 0)
    write_posting(site, 1, text="Something else changed too.")
    closed.chmod(0)
    status, said = build_obeying(site)
    assert status == 1
    assert "content/gardener-0000.md: error: Permission denied [file-unreadable]" in said
    assert snapshot(site / "output") == old
    closed.chmod(0o644)
    assert_healed(site, clean_build(site, tmp_path / "clean"))
