"""The dev server's pages in a real browser: they reload by themselves and show what is wrong."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.bakery import BAKER, SETTINGS

PATIENCE = 30


class Server:
    """`site-builder serve` as a process of its own: `address` of the site's root, and how it is ended."""

    def __init__(self, root: Path, *options: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "site_builder", "serve", "--site", root, "--as-of", "2026-11-21", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self.said: Queue[str] = Queue()
        self._thread = Thread(target=self._listen)
        self._thread.start()
        first = self.said.get(timeout=PATIENCE)
        found = re.match(r"Serving at (http://[^/]+/)", first)
        assert found, first
        self.address = found[1]

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C, which a terminal sends to the whole group; return the exit status and what was complained of."""
        os.killpg(self._process.pid, signal.SIGINT)
        status = self._process.wait(PATIENCE)
        assert self._process.stderr is not None
        return status, self._process.stderr.read()

    def end(self) -> None:
        """End the process, however the test went, and let go of its pipes."""
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._thread.join(PATIENCE)
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()

    @property
    def group(self) -> int:
        """The number of the group of processes."""
        return self._process.pid

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said.put(line.rstrip("\n"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one posting."""
    (tmp_path / "content").mkdir()
    (tmp_path / "site.toml").write_text(SETTINGS)
    (tmp_path / "content/baker.md").write_text(BAKER)
    return tmp_path


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """The site, served by a process."""
    server = Server(site, "--port", "0")
    try:
        yield server
    finally:
        server.end()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of the browser."""
    with browser.new_page() as page:
        yield page


def test_the_page_reloads_by_itself(page: Page, server: Server, site: Path) -> None:
    """An edit, a mistake, and its mending each show in the open page without anybody touching it."""
    connected: list[str] = []
    page.on("websocket", lambda socket: connected.append(socket.url))
    refused: list[str] = []
    page.on("console", lambda one: refused.append(one.text) if "Content Security Policy" in one.text else None)
    page.goto(server.address + "repo/jobs/baker/")
    expect(page.locator("main")).to_contain_text("Bake bread.")
    (site / "content/baker.md").write_text(BAKER.replace("bread", "cake"))
    expect(page.locator("main")).to_contain_text("Bake cake.", timeout=PATIENCE * 1000)
    panel = page.locator("site-builder-problems details")
    expect(panel).to_have_count(0)

    (site / "content/baker.md").write_text(
        BAKER.replace("2026-11-02", '"</template><script>document.title=1</script>"')
    )
    expect(panel).to_be_visible(timeout=PATIENCE * 1000)
    expect(panel).to_contain_text("content/baker.md:3")
    expect(page.locator("main")).to_contain_text("Bake cake.")
    assert "Baker" in page.title()
    box = panel.bounding_box()
    assert box is not None
    assert page.viewport_size is not None
    assert box["width"] == page.viewport_size["width"]
    assert box["y"] + box["height"] == pytest.approx(page.viewport_size["height"], abs=1)

    (site / "content/baker.md").write_text(BAKER.replace("bread", "rolls"))
    expect(page.locator("main")).to_contain_text("Bake rolls.", timeout=PATIENCE * 1000)
    expect(panel).to_have_count(0)
    assert set(connected) == {server.address.replace("http", "ws") + "livereload"}
    assert refused == []


def test_a_site_that_was_never_good(page: Page, tmp_path: Path) -> None:
    """A site that is broken from the start shows its problems as a page, and itself as soon as it is mended."""
    (tmp_path / "site.toml").write_text("[site]\n")
    server = Server(tmp_path, "--port", "0")
    try:
        response = page.goto(server.address)
        assert response is not None
        assert response.status == 500
        expect(page.locator("h1")).to_have_text("2 errors")
        (tmp_path / "site.toml").write_text(SETTINGS)
        page.wait_for_url(server.address + "repo/", timeout=PATIENCE * 1000)
    finally:
        server.end()


def test_ctrl_c(server: Server) -> None:
    """Ctrl-C ends the server quietly, with status 0, and leaves no process behind."""
    assert server.interrupt() == (0, "")
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            os.killpg(server.group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    pytest.fail("a process is left")


def test_ctrl_c_during_a_build(site: Path) -> None:
    """Ctrl-C ends the server at once also while it builds a big site with several processes."""
    for number in range(1_500):
        (site / f"content/job-{number}.md").write_text(BAKER.replace("Baker", f"Job {number}"))
    server = Server(site, "--port", "0")
    try:
        deadline = time.monotonic() + PATIENCE
        while not (site / ".cache/serve/site").exists():  # all is read, and rendering begins
            assert time.monotonic() < deadline
            time.sleep(0.02)
        assert server.interrupt() == (0, "")
    finally:
        server.end()
    assert not (site / ".cache/serve/site/index.html").exists()
