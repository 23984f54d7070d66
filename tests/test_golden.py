"""Whole small sites: what is built of `golden/NAME/site` is `golden/NAME/expected`, file for file and byte for byte.

`pytest --update-golden` writes the expected trees anew; read the difference before it is committed.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import Options, build
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from tests.site_checks import GOLDEN, BuiltSite, broken, tree, with_plain_theme

NAMES = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "site").is_dir())


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the expected trees are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


def built(name: str, folder: Path, today: date) -> tuple[BuiltSite, str]:
    """Build a copy of a golden site; return it, and its report as text."""
    # The sites share one theme, so that it lies in the repository once.
    root = with_plain_theme(Path(shutil.copytree(GOLDEN / name / "site", folder / "site")))
    project, problems = load_project(root)
    assert project is not None, problems
    with Workers(1) as workers:
        report = build(project, today, workers, Options())
    assert report.published
    left_out = [f"{reason}: {path}" for reason, paths in report.left_out.items() for path in paths]
    lines = [f"{report.open} open, {report.pages} pages", *left_out, *map(str, report.problems)]
    return BuiltSite(project.output, project.config.base_url), "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_the_site_is_as_expected(name: str, tmp_path: Path, today: date, *, update: bool) -> None:
    """The tree and the report are those that were looked at when they were recorded: no file too many, none missing."""
    site, report = built(name, tmp_path, today)
    expected = GOLDEN / name / "expected"
    if update:
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(site.folder, expected, ignore=shutil.ignore_patterns(".*"))
        (GOLDEN / name / "report.txt").write_text(report, encoding="utf-8")
    now, then = tree(site.folder), tree(expected)
    assert sorted(now) == sorted(then)
    different = {path: (now[path].decode(), then[path].decode()) for path in then if now[path] != then[path]}
    for path, (ours, theirs) in different.items():
        assert ours == theirs, path
    assert report == (GOLDEN / name / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_its_links_resolve(name: str, tmp_path: Path, today: date) -> None:
    """Odd names of tags, files and pages make addresses at which a host finds the page."""
    site, _ = built(name, tmp_path, today)
    assert broken(site) == []


def test_there_are_golden_sites() -> None:
    """The sites are where these tests look for them."""
    assert NAMES == ["languages", "minimal", "own-templates", "sub-path"]
