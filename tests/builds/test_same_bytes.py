"""The same input and day give the same bytes: whatever the processes, the machine and the folder."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from site_builder.engine.workers import FEW
from tests.builds.mill import BAKER, run
from tests.robustness.healing import MANY, change
from tests.robustness.processes import ROOT
from tests.site_checks import tree, write_files
from tests.sites import build_site, published, snapshot, write_site
from tests.trilingual import write_trilingual

# ---- parallel equals serial ----


def test_parallel_equals_serial(tmp_path: Path) -> None:
    """Two processes make the same bytes and the same report as one, at first and after changes."""
    sites = {processes: write_site(tmp_path / f"site-{processes}", MANY) for processes in (1, 2)}
    for edit in (lambda _site: None, change):
        reports = []
        for processes, site in sites.items():
            edit(site)
            reports.append(published(site, processes=processes))
        assert reports[0] == reports[1]
        assert snapshot(sites[1] / "output") == snapshot(sites[2] / "output")


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


@pytest.mark.parametrize("name", ["the example", "three languages"])
def test_the_same_bytes_of_outputs_that_are_sent(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outputs of every kind give the same bytes when they travel to other processes, as those of very large sites and of the dev server do."""
    site = tmp_path / "site"
    if name == "the example":
        for part in ("content", "assets"):
            shutil.copytree(ROOT / part, site / part)
        shutil.copy(ROOT / "site.toml", site)
    else:
        write_trilingual(site, more=3)
    build_site(site, output=tmp_path / "alone")
    shutil.rmtree(site / ".cache")
    monkeypatch.setattr("site_builder.engine.workers.FEW", 1)
    monkeypatch.setattr("site_builder.engine.workers._MOST_INHERITED", 0)
    report = build_site(site, output=tmp_path / "sent", processes=2)
    assert report.published
    assert report.counts.rendered > 30
    assert snapshot(tmp_path / "alone") == snapshot(tmp_path / "sent")


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
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        built.append(tree(output))
    assert len(built[0]) > 20
    assert built[0] == built[1]
