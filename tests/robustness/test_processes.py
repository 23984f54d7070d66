"""A build and its processes: Ctrl-C, a worker that dies, two builds at the same time."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from site_builder.build import Options, build
from site_builder.engine.workers import Workers
from tests.robustness.healing import MANY, TOKEN, assert_healed, change
from tests.robustness.processes import session, start, wait_for
from tests.sites import (
    TODAY,
    clean_build,
    hidden,
    load,
    published,
    snapshot,
    write_posting,
    write_site,
)


def test_ctrl_c_stops_the_build_and_all_its_processes(tmp_path: Path) -> None:
    """Ctrl-C ends a build at once, without a traceback or a process left behind, and the site is as it was."""
    site = write_site(tmp_path / "site", 2 * MANY)
    published(site, processes=2)
    old = snapshot(site / "output")
    change(site)
    output = site / "output"
    with start(site) as process:
        assert wait_for(lambda: any(output.rglob(".*.part")), process)
        os.killpg(process.pid, signal.SIGINT)
        pressed = time.monotonic()
        _, complaints = process.communicate(timeout=30)
    assert time.monotonic() - pressed < 10
    assert process.returncode in (1, 130)
    assert "Traceback" not in complaints
    assert not session(process.pid)
    assert snapshot(output) == old
    assert hidden(output) == TOKEN
    assert_healed(site, clean_build(site, tmp_path / "clean"))


@pytest.mark.parametrize("step", ["reading", "rendering"])
def test_a_worker_that_dies_is_told(tmp_path: Path, step: str) -> None:
    """A worker that is killed gives a problem that says how far it came; nothing hangs, and the site is as it was."""
    site = write_site(tmp_path / "site", MANY)
    published(site)
    old = snapshot(site / "output")
    change(site)
    for number in range(12, MANY):
        write_posting(site, number, text="You look after trees.")

    def kill(what: str, done: int, _total: int) -> None:
        if what == step and done > 20:
            for worker in multiprocessing.active_children():
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGKILL)

    with Workers(2, watch=kill) as workers:
        report = build(load(site), TODAY, workers, Options())
    (problem,) = report.problems
    assert not report.published
    assert problem.code == "worker-died"
    assert f"killed (signal 9) while {step}" in problem.message
    assert "were done" in problem.message
    assert "build again" in problem.mend
    assert snapshot(site / "output") == old
    assert hidden(site / "output") == TOKEN
    assert_healed(site, clean_build(site, tmp_path / "clean"), processes=2)


def test_a_second_build_at_the_same_time_says_so(tmp_path: Path) -> None:
    """A build that finds another one at work says so and does nothing; the other one is not disturbed."""
    site = write_site(tmp_path / "site", MANY)
    with start(site) as first:
        assert wait_for(lambda: any((site / "output").rglob(".*.part")), first)
        first.send_signal(signal.SIGSTOP)
        second = start(site)
        _, complaints = second.communicate(timeout=60)
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=60)
    assert second.returncode == 1
    assert "another build of this site is running" in complaints
    assert "Traceback" not in complaints
    assert first.returncode == 0
    assert snapshot(site / "output") == clean_build(site, tmp_path / "clean")
