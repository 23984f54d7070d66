"""Sites for tests that need many postings: the same ones for the same number, without a problem in them."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

from site_builder.build import Options, Report, build
from site_builder.engine.workers import Workers
from site_builder.project import Project, load_project

TODAY = date(2026, 11, 21)
SETTINGS = """\
[site]
title = "Jobs at the nursery"
base_url = "https://jobs.example.org/"

[organization]
name = "The nursery"
"""
_PLACES = ("Berlin, Germany", "Lyon, France", "Graz, Austria")


def write_site(folder: Path, postings: int = 60) -> Path:
    """Write a site with so many open postings, numbered from 0, into a folder, and return the folder."""
    (folder / "content").mkdir(parents=True)
    (folder / "site.toml").write_text(SETTINGS, encoding="utf-8")
    for number in range(postings):
        write_posting(folder, number)
    return folder


def write_posting(folder: Path, number: int, title: str = "", text: str = "") -> Path:
    """Write one of a site's postings, and return its file."""
    file = folder / "content" / f"gardener-{number:04}.md"
    file.write_text(
        f"---\ntitle: {title or f'Gardener {number}'}\n"
        f"locations: {_PLACES[number % len(_PLACES)]}\n"
        f"tags: [bed {number % 5}]\n"
        f"date_posted: {TODAY - timedelta(days=number + 1)}\n"
        f"apply_email: jobs@example.org\n---\n\n"
        f"{text or f'You look after bed number {number}.'}\n",
        encoding="utf-8",
    )
    return file


def load(site: Path, output: Path | None = None) -> Project:
    """Load a site whose settings are right."""
    project, problems = load_project(site, output)
    assert project is not None, problems
    return project


def build_site(site: Path, options: Options | None = None, *, output: Path | None = None, processes: int = 1) -> Report:
    """Build a site as it stands on `TODAY`."""
    with Workers(processes) as workers:
        return build(load(site, output), TODAY, workers, options or Options())


def published(site: Path, *, output: Path | None = None, processes: int = 1) -> Report:
    """Build a site that has no problem."""
    report = build_site(site, output=output, processes=processes)
    assert report.published, report.problems
    assert not report.problems
    return report


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by path, and its folders as names that end in `/`; what begins with a dot is left out."""
    found: dict[str, bytes] = {}
    for below, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = Path(below).relative_to(folder)
        found |= {
            (place / name).as_posix(): Path(below, name).read_bytes() for name in files if not name.startswith(".")
        }
        found |= {f"{(place / name).as_posix()}/": b"" for name in folders}
    return found


def hidden(folder: Path) -> set[str]:
    """Return the paths of all files and folders below a folder whose names begin with a dot."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob(".*")}


def clean_build(site: Path, scratch: Path) -> dict[str, bytes]:
    """Return what a build into a new folder, without a ledger, makes of a site."""
    scratch.mkdir(parents=True)
    shutil.copytree(site, scratch, dirs_exist_ok=True, ignore=shutil.ignore_patterns("output", ".cache"))
    published(scratch)
    return snapshot(scratch / "output")
