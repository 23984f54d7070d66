"""The program and what it makes are at home on Linux, macOS and Windows, as far as one of them can show it."""

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path, PureWindowsPath

from site_builder.starting.new_site import Answers, new_site, site_files
from tests.builds.mill import run
from tests.site_checks import write_files

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "site_builder").rglob("*.py"))
NAMES = ("con", "nul", "aux:x", "a<b>", "C++", "c#", "Straße", "straße", "STRASSE", "ﬁre", "エンジニア", "a.", "tag ", "x" * 300, "..", "~", "%41", "İzmir", "izmir")  # fmt: skip


def flaws_on_windows(path: str) -> list[str]:
    """Return what Windows would not take about a path (learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
    parts = path.split("/")
    devices = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
    return [
        part
        for part in parts
        if re.search(r'[<>:"\\|?*\x00-\x1f]', part)
        or part.endswith((".", " "))
        or part.partition(".")[0].lower() in devices
    ] + ([path] if len(path) > 200 else [])


def ours() -> list[str]:
    """Return the paths of all files that a checkout holds."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = [path for path in done.stdout.split("\0") if path]
    return files or [file.relative_to(ROOT).as_posix() for folder in ("site_builder", "themes", "docs", "tests") for file in (ROOT / folder).rglob("*") if file.is_file()]  # fmt: skip


def test_files_of_the_project() -> None:
    """A checkout, and the files of a new site, hold no name that Windows does not take, nor two that differ by case alone."""
    for paths in (ours(), list(site_files(Answers(name="x", apply="a@example.com"), date(2026, 11, 21)))):
        assert [path for path in paths if flaws_on_windows(path)] == []
        assert [path for path, count in Counter(map(str.casefold, paths)).items() if count > 1] == []


def test_what_is_built(tmp_path: Path, today: date) -> None:
    """Whatever tags, departments and titles are called, the site's files have names that every system takes and tells apart."""
    new_site(tmp_path, Answers(name="Mill", apply="jobs@example.com"), today)
    tags = ", ".join(f'"{name}"' for name in NAMES if len(name) < 80 and any(map(str.isalnum, name)))
    posting = (tmp_path / "content/examples/office-manager.md").read_text("utf-8")
    posting = re.sub(r"(?m)^identifier:.*\n", "", posting)
    write_files(
        tmp_path,
        {
            f"content/{number}.md": re.sub(r"(?m)^tags:.*$", f"tags: [{tags}]", posting)
            .replace("title: Office Manager", f'title: "Job {name[:90]}"')
            .replace("department: Office", f'department: "Team {name[:90]}"')
            for number, name in enumerate(NAMES)
        },
    )
    report = run(tmp_path, today)
    assert report.published, report.problems
    built = [
        file.relative_to(tmp_path / "output").as_posix() for file in (tmp_path / "output").rglob("*") if file.is_file()
    ]
    assert len(built) > 100
    assert [path for path in built if flaws_on_windows(path)] == []
    assert [path for path, count in Counter(map(str.casefold, built)).items() if count > 1] == []
    # On Windows, too, every path stays where it is put.
    assert all(PureWindowsPath("C:/site", path).is_relative_to("C:/site") for path in built)


def test_texts_are_utf_8() -> None:
    """Whatever the system's encoding is: no text file is opened without saying which it has."""
    calls = [
        (f"{file.name}:{node.lineno}", node, node.func)
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    assert [where for where, call, function in calls if not _says_encoding(call, function)] == []


def _says_encoding(call: ast.Call, function: ast.Attribute) -> bool:
    """Say whether a call that opens a text file names an encoding; any other call does."""
    if any(keyword.arg == "encoding" for keyword in call.keywords):
        return True
    if function.attr in ("read_text", "write_text"):
        return len(call.args) > (function.attr == "write_text")
    if function.attr != "open" or _is_of_os(function):
        return True
    return "b" in str(next((one.value for one in call.args if isinstance(one, ast.Constant)), "r"))


def _is_of_os(function: ast.Attribute) -> bool:
    return isinstance(function.value, ast.Name) and function.value.id == "os"


def test_a_terminal_that_knows_few_letters(tmp_path: Path) -> None:
    """No file is opened in the system's encoding, and where the terminal or pipe lacks a letter, as on Windows, it is written as an escape."""
    program = [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-m", "site_builder"]
    system = os.environ | {"PYTHONIOENCODING": "cp1252"}
    site = tmp_path / "site"
    for words in (
        ["new", "site", str(site), "--name", "Ünsal エンジニア", "--apply", "a@example.com"],
        ["build", "--site", str(site)],
        ["check", "--site", str(site)],
        ["check", "--site", str(site), "--output", str(site / "output")],
    ):
        done = subprocess.run([*program, *words], env=system, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    (site / "content/エ.md").write_text("---\ntitle: Bäcker エ\ndate_posted: irgendwann\n---\nx\n", "utf-8")
    done = subprocess.run([*program, "check", "--site", str(site)], env=system, capture_output=True, check=False)
    assert b"content/\\u30a8.md:3" in done.stdout
    assert b"Traceback" not in done.stderr


def test_nothing_is_told_to_anybody() -> None:
    """The program asks no other machine for anything: nothing in it opens a connection, but the dev server for this machine's browser."""
    clients = {"requests", "httpx", "aiohttp", "urllib3", "http.client", "urllib.request", "ftplib", "smtplib", "xmlrpc", "socket", "ssl"}  # fmt: skip
    found = set()
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []  # fmt: skip
            found |= {(file.name, name) for name in names if name in clients}
    assert {file for file, _ in found} <= {"serve.py", "serve_http.py"}
