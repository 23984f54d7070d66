"""The scripts within a new site's workflows do what they say, with a repository on this machine in GitHub's place."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.starting.new_site import Answers, new_site
from tests.site_checks import write_files
from tests.starting.test_issue_form import ANSWERS, answered

GH = """\
#!/bin/sh
echo "$@" >> "$GH_SAID"
case "$1 $2" in "pr create") test -z "$GH_REFUSES" ;; "pr edit") false ;; esac
"""


class Runner:
    """A checkout of a new site with a remote repository, and programs in GitHub's place."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.checkout, self.remote = folder, folder / "checkout", folder / "remote.git"
        new_site(self.checkout, Answers(name="Mill", apply="jobs@example.com"), date(2026, 11, 21))
        bin_folder = folder / "bin"
        program = f'#!/bin/sh\nexec "{sys.executable}" -m site_builder "$@"\n'
        write_files(bin_folder, {"gh": GH, "site-builder": program})
        for file in bin_folder.iterdir():
            file.chmod(0o755)
        (folder / "temp").mkdir()
        self.settings = os.environ | {
            "PATH": f"{bin_folder}:{os.environ['PATH']}",
            "HOME": str(folder),
            "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
            "RUNNER_TEMP": str(folder / "temp"),
            "GH_SAID": str(folder / "said"),
            "GITHUB_REPOSITORY": "mill/careers",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REF_NAME": "main",
        }
        address = "https://x-access-token:secret@github.com/mill/careers.git"
        (folder / "gitconfig").write_text(
            f'[url "{self.remote}"]\n\tinsteadOf = {address}\n[init]\n\tdefaultBranch = main\n[user]\n\tname = A\n\temail = a@b.example\n'
        )
        self.git("init", "--quiet", "--bare", str(self.remote))
        self.git("init", "--quiet")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "The site")
        self.git("push", "--quiet", str(self.remote), "main")

    def git(self, *words: str) -> str:
        """Run git in the checkout."""
        done = subprocess.run(
            ["git", *words], cwd=self.checkout, env=self.settings, capture_output=True, text=True, check=True
        )
        return done.stdout

    def run(self, script: str, **values: str) -> str:
        """Run a step's script as GitHub does, and return what it prints."""
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.checkout,
            env=self.settings | values,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def said(self) -> str:
        """Return how `gh` was called."""
        file = self.folder / "said"
        return file.read_text() if file.exists() else ""


RECORD = {"TOKEN": "secret"}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A checkout of a new site."""
    return Runner(tmp_path)


def step(runner: Runner, workflow: str, job: str, number: int) -> str:
    """Return the script of a step."""
    jobs: Any = yaml.safe_load((runner.checkout / f".github/workflows/{workflow}.yml").read_text("utf-8"))["jobs"]
    return str(jobs[job]["steps"][number]["run"])


FORM = {"NUMBER": "7", "TITLE": "New job: $(touch hacked) `id`", "GH_TOKEN": "secret"}


def test_the_form_becomes_a_proposal(runner: Runner) -> None:
    """The answers become a branch with one new posting, proposed with what the check says; nothing in them is run."""
    answers = answered(ANSWERS | {"Department": "$(touch hacked); `touch hacked`"})
    runner.run(step(runner, "new-job", "propose", -1), ANSWERS=answers, **FORM)
    changed = runner.git("--git-dir", str(runner.remote), "diff", "--stat=200", "main", "new-job-7")
    assert "content/data-engineer-m-w-d.md" in changed
    assert "1 file changed" in changed
    assert "pr create --head new-job-7 --title New job: $(touch hacked)" in runner.said()
    proposal = (runner.folder / "temp/proposal.md").read_text("utf-8")
    assert proposal.startswith("Closes #7.")
    assert "files checked" in proposal or "nothing to mend" in proposal
    assert not list(runner.folder.rglob("hacked"))


def test_an_edited_form_replaces_its_proposal(runner: Runner) -> None:
    """Where the rights to propose are missing, the issue gets a link that does; an edited form overwrites the branch."""
    for title in ("Data Engineer", "Data Scientist"):
        runner.git("switch", "--quiet", "--detach", "main")
        runner.git("branch", "--quiet", "--force", "new-job-7", "main")
        runner.git("branch", "--delete", "--force", "new-job-7")
        answers = answered(ANSWERS | {"Title of the job": title})
        runner.run(step(runner, "new-job", "propose", -1), ANSWERS=answers, GH_REFUSES="1", **FORM)
    changed = runner.git("--git-dir", str(runner.remote), "diff", "--name-only", "main", "new-job-7")
    assert changed == "content/data-scientist.md\n"
    assert "https://github.com/mill/careers/compare/new-job-7?expand=1" in runner.said()


def test_what_is_no_answer_is_answered(runner: Runner) -> None:
    """An issue without answers gets a comment that says what is missing, and the run is no failure."""
    runner.run(step(runner, "new-job", "propose", -1), ANSWERS="Please hire somebody", **FORM)
    assert "issue comment 7 --body-file" in runner.said()
    assert "there is no answer to" in (runner.folder / "temp/said.txt").read_text("utf-8")


def test_addresses_are_recorded(runner: Runner) -> None:
    """What became of published.txt is pushed once; a run in which nothing changed pushes nothing."""
    write_files(runner.checkout, {"published.txt": "# addresses\n"})
    script = step(runner, "pages", "record", -1)
    runner.run(script, **RECORD)
    log = runner.git("--git-dir", str(runner.remote), "log", "--format=%s by %an", "main")
    assert log.splitlines()[0] == "Addresses of the published postings by github-actions[bot]"
    runner.run(script, **RECORD)
    assert runner.git("--git-dir", str(runner.remote), "log", "--format=%s", "main").count("Addresses") == 1


def test_a_protected_branch_is_no_failure(runner: Runner) -> None:
    """Where nobody may push, the run says so and goes on."""
    write_files(runner.checkout, {"published.txt": "# addresses\n"})
    (runner.remote / "hooks/pre-receive").write_text("#!/bin/sh\nexit 1\n")
    (runner.remote / "hooks/pre-receive").chmod(0o755)
    assert "::warning file=published.txt::" in runner.run(step(runner, "pages", "record", -1), **RECORD)


def test_the_editor_finds_the_lines(runner: Runner) -> None:
    """What the check prints is what the pattern in VS Code's task understands."""
    tasks = json.loads((runner.checkout / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    write_files(runner.checkout, {"content/cook.md": "---\ntitle: COOK\nvalid_through: 2027-02-30\n---\n\nWe cook.\n"})
    said = runner.run("site-builder check || true")
    found = [match for line in said.splitlines() if (match := re.match(pattern["regexp"], line))]
    assert ("content/cook.md", "3", "error", "valid-through-wrong") in {
        tuple(match[pattern[name]] for name in ("file", "line", "severity", "code")) for match in found
    }
