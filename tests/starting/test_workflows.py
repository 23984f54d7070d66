"""The workflows that are written, a new site's and our own: right by GitHub's schemas, pinned, and with no more rights than they need."""

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.starting.new_site import Answers, site_files
from site_builder.starting.pinned_actions import PINNED

ROOT = Path(__file__).parents[2]
FILES = site_files(Answers(name="Example Ltd", apply="jobs@example.com"), date(2026, 11, 21))
OURS = {f"ours: {file.name}": file.read_text("utf-8") for file in sorted((ROOT / ".github/workflows").glob("*.yml"))}
WORKFLOWS = {path: text for path, text in FILES.items() if path.startswith(".github/workflows/")} | OURS
SCHEMAS = {
    ".github/workflows/pages.yml": "vendor.github-workflows",
    ".github/workflows/check.yml": "vendor.github-workflows",
    ".github/workflows/new-job.yml": "vendor.github-workflows",
    ".github/ISSUE_TEMPLATE/new-job.yml": "vendor.github-issue-forms",
    ".github/dependabot.yml": "vendor.dependabot",
}
BIN = Path(sys.executable).parent


def test_all_of_them_are_looked_at() -> None:
    """Every file for GitHub has a schema here."""
    assert SCHEMAS.keys() == {path for path in FILES if path.startswith(".github/")}


@pytest.mark.parametrize("path", [*SCHEMAS, *OURS])
def test_they_follow_the_schema(tmp_path: Path, path: str) -> None:
    """Each file follows the schema of its kind."""
    file = tmp_path / "file.yml"
    file.write_text(FILES.get(path) or OURS[path], "utf-8")
    schema = SCHEMAS.get(path, "vendor.github-workflows")
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", schema, file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_nothing_is_unsafe(tmp_path: Path) -> None:
    """zizmor finds no injection, no credentials left behind, no action that can change, no right too many."""
    for path, text in FILES.items():
        if path.startswith(".github/"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
    shutil.copytree(ROOT / ".github/workflows", tmp_path / "ours/.github/workflows")
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "."], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS)
def test_actions_are_pinned(path: str) -> None:
    """Every action is pinned to a commit, with its version beside it."""
    uses = re.findall(r"uses: (.*)", WORKFLOWS[path])
    assert uses
    for one in uses:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one


def test_every_pin_is_used() -> None:
    """The table of actions holds those that the workflows use, and no other; our own workflows agree with it."""
    used = dict(re.findall(r"uses: actions/([\w-]+)@(\S+)", "".join(WORKFLOWS.values())))
    assert used == {action: commit for action, (commit, _) in PINNED.items()}


def jobs_of(path: str) -> dict[str, Any]:
    """Return the jobs of a new site's workflow."""
    jobs: dict[str, Any] = yaml.safe_load(FILES[path])["jobs"]
    return jobs


def test_rights() -> None:
    """Building may only read, publishing may not read the repository, and only the record may be pushed."""
    jobs = jobs_of(".github/workflows/pages.yml")
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "record": {"contents": "write"},
    }
    assert yaml.safe_load(FILES[".github/workflows/check.yml"])["permissions"] == {"contents": "read"}


def test_what_pages_asks_for() -> None:
    """A deployment waits for the one before it, belongs to the environment that GitHub Pages wants, and has time enough."""
    workflow = yaml.safe_load(FILES[".github/workflows/pages.yml"])
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    deploy = workflow["jobs"]["deploy"]
    assert deploy["environment"]["name"] == "github-pages"
    assert deploy["timeout-minutes"] > 10


def test_the_daily_run_is_at_an_odd_minute() -> None:
    """The daily run is not on the full hour, when GitHub is busy, and not at one minute for all sites."""
    minutes = set()
    for name in ("Example Ltd", "Mill", "Rillmark", "Ünsal & Co"):
        text = site_files(Answers(name=name, apply="a@example.com"), date(2026, 11, 21))[".github/workflows/pages.yml"]
        (minute,) = re.findall(r'cron: "(\d+) 3 \* \* \*"', text)
        assert 0 < int(minute) < 59
        minutes.add(minute)
    assert len(minutes) > 1


def test_nothing_from_outside_is_part_of_a_script() -> None:
    """No script holds an expression: what comes from an issue or an event is passed as a value."""
    for path in SCHEMAS:
        if "workflows" in path:
            for job in jobs_of(path).values():
                for step in job["steps"]:
                    assert "${{" not in step.get("run", ""), step
