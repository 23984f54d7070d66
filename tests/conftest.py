"""What all tests share: the day it is, a browser, and a web server."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.pages_server import ServeFolder, pages_server

# Real postings belong to their employers: they lie beside the project, where they lie at all.
REAL_POSTINGS = Path(__file__).parents[2] / "shared/postings"
collect_ignore = [] if REAL_POSTINGS.is_dir() else ["test_real_postings.py", "test_real_imports.py"]

# The first has no windows: a page opens in a quarter of the time. Its engine is the same.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
BROWSER_OPTIONS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # A page that asks another host for something fails, here as on a machine without a network.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

# Speed is asserted as counts, never as seconds: on a busy machine an example may take as long as it likes.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture
def today() -> date:
    """The day on which all tests happen, unless they say otherwise."""
    return date(2026, 11, 21)


@pytest.fixture
def serve_folder() -> Iterator[ServeFolder]:
    """Serve folders as GitHub Pages would: `serve_folder(folder, base_path="/repo/")` gives the root's address."""
    with ExitStack() as servers:

        def serve(folder: Path, base_path: str = "/") -> str:
            return servers.enter_context(pages_server(folder, base_path))

        yield serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, one for each process that runs tests. It reaches this machine and no other.

    Each test opens a page of its own (`browser.new_page()`) and closes it. From the first use on, an event loop runs in
    the test process: a test that needs one of its own (the dev server) starts a process for it.
    """
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.fail(
            f"These tests need a browser: {', '.join(BROWSERS)} are not on PATH (Debian: apt-get install chromium)"
        )
    # Chromium's sandbox refuses to run as root.
    with_sandbox = os.geteuid() != 0
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=program, args=list(BROWSER_OPTIONS), chromium_sandbox=with_sandbox
        ) as chromium,
    ):
        yield chromium


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden` and `--update-docs`."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the expected trees of tests/golden/ anew, from what is built",
    )
    parser.addoption(
        "--update-docs",
        action="store_true",
        help="write the tables in docs/ anew, from those of the code",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests could not be run here."""
    if not REAL_POSTINGS.is_dir():
        terminalreporter.write_line(
            "tests/test_real_postings.py and test_real_imports.py were left out: there is no ../shared/postings here."
        )
