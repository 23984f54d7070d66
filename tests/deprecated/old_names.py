"""What the tests of old names have in common: rows of the table, which may be empty itself, and what people do with a site that has some."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.check import check
from site_builder.cli import main
from site_builder.engine.workers import Workers
from site_builder.model import deprecated
from site_builder.model.deprecated import Deprecated, Kind
from site_builder.model.problem import Problem
from tests.sites import TODAY, load


def row(kind: Kind, name: str, instead: str = "", mend: str = "") -> Deprecated:
    """Return a row of the table."""
    return Deprecated(kind, name, since="1.4.0", until="2.0.0", instead=instead, mend=mend)


def put(monkeypatch: pytest.MonkeyPatch, *rows: Deprecated) -> None:
    """Let the table have these rows."""
    monkeypatch.setattr(deprecated, "NAMES", rows)


def checked(site: Path) -> list[Problem]:
    """Return what `check` finds of old names."""
    with Workers(1) as workers:
        found = check(load(site), TODAY, workers).problems
    return [problem for problem in found if problem.code.endswith("-deprecated")]


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return where problems are, and their codes."""
    return [(problem.place, problem.code) for problem in problems]


def mended(site: Path) -> None:
    """Let `check --fix` mend a site, and find nothing old after it."""
    done = CliRunner().invoke(main, ["check", "--site", str(site), "--fix", "--as-of", TODAY.isoformat()])
    assert done.exit_code == 0, done.output
    assert "-deprecated]" not in done.output
    assert checked(site) == []
