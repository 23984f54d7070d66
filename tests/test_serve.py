"""The dev server: over real sockets, with a site that is edited while it is served."""

import asyncio
import json
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import NamedTuple, Self

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from site_builder.project import Project
from site_builder.serve import DevServer, ServeError
from site_builder.serve_http import answer

SETTINGS = """\
[site]
title = "Jobs at Example"
base_url = "https://example.org/repo/"

[organization]
name = "Example Ltd"
"""
BAKER = """\
---
title: Baker
date_posted: 2026-11-02
locations: Berlin, Germany
apply_email: jobs@example.org
---

Bake bread.
"""
PATIENCE = 30
"""Seconds until a test gives up; what it waits for takes a fraction of one."""
STILLNESS = 0.4
"""Seconds without a message after which no second one is to come: bursts are over after 0.025 s, builds after about 0.1 s."""


class Reply(NamedTuple):
    """What came back over the wire."""

    status: int
    headers: dict[str, str]
    text: str


class Running:
    """A served site: `edit` and `delete` change its files, `get` asks for an address, `said` holds the terminal's lines.

    Once it `stumbles`, asking for the day raises an exception that nobody foresaw.
    """

    def __init__(self, root: Path, port: int, today: date) -> None:
        self.root = root
        self.said: list[str] = []
        self.days: list[Project] = []
        self.stumbles = False

        def day_of(project: Project) -> date:
            self.days.append(project)
            return today.replace(day=0 if self.stumbles else today.day)

        self.server = DevServer(root, "127.0.0.1", port, day_of, self.said.append)
        self._thread = Thread(target=self.server.run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def edit(self, path: str, text: str) -> None:
        """Write a file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def delete(self, path: str) -> None:
        """Delete a file of the site."""
        (self.root / path).unlink()

    def get(self, path: str, host: str | None = None, method: str = "GET") -> Reply:
        """Ask once, just as written: no redirect is followed and no `..` tidied away."""
        with closing(HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)) as connection:
            connection.request(method, path, headers={"Host": host} if host else {})
            response = connection.getresponse()
            return Reply(response.status, dict(response.headers), response.read().decode())

    def wait_for(self, path: str, seen: Callable[[Reply], bool]) -> Reply:
        """Ask until the answer is the one that was waited for."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            reply = self.get(path)
            if seen(reply):
                return reply
            time.sleep(0.02)
        pytest.fail(f"{path} never came to show it; the last answer was {reply}; the server said {self.said}")

    def revision(self, path: str = "/repo/") -> str:
        """Return the revision that a page says it shows."""
        return self.get(path).text.partition("snipver=")[2].partition("&")[0]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one posting."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "site.toml").write_text(SETTINGS)
    (root / "content/baker.md").write_text(BAKER)
    return root


@pytest.fixture
def running(site: Path, today: date) -> Iterator[Running]:
    """The site, served on a free port."""
    with Running(site, 0, today) as running:
        yield running


def test_serves_below_the_sub_path(running: Running) -> None:
    """The site lies where its base_url says; `/` leads there; its absolute addresses are the server's own."""
    assert running.get("/").headers["Location"] == "/repo/"
    start = running.get("/repo/")
    assert (start.status, start.headers["Cache-Control"]) == (200, "no-store")
    assert "Baker" in start.text
    address = f"http://127.0.0.1:{running.server.port}/"
    assert f'rel="canonical" href="{address}repo/"' in start.text
    assert running.server.address == address
    assert running.said[0] == f"Serving at {address}. Ctrl-C ends it."


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/repo", 301, "/repo/"),
        ("/repo/jobs/baker?from=feed", 301, "/repo/jobs/baker/?from=feed"),
        ("/repo/jobs/baker/", 200, None),
        ("/repo/jobs/baker/index.html", 200, None),
        ("/repo/jobs/%62aker/", 200, None),
        ("/repo/404", 200, None),
        ("/repo/jobs/butcher/", 404, None),
        ("/repo/jobs//baker/", 404, None),
        ("/repo/index.html/", 404, None),
        ("/repo/../ledger.db", 404, None),
        ("/repo/%2e%2e/ledger.db", 404, None),
        ("/repo/..%2fledger.db", 404, None),
        ("/repo/..%5cledger.db", 404, None),
        ("/repo/%2fetc/passwd", 404, None),
        ("/repo//etc/passwd", 404, None),
        ("/repo/.site-builder", 404, None),
        ("/repo/a%00b", 404, None),
        ("/repo/%ff", 404, None),
        ("/elsewhere/", 404, None),
        ("/repository/", 404, None),
    ],
)
def test_answers_as_github_pages_does(running: Running, path: str, status: int, location: str | None) -> None:
    """A folder shows its index and gets its slash; what is not there is a 404; nothing outside the site is reached."""
    reply = running.get(path)
    assert (reply.status, reply.headers.get("Location")) == (status, location)
    if status == 404 and path.startswith("/repo/"):
        assert 'class="kind-not-found"' in reply.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feed.xml", "application/xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("jobs/baker/", "text/html; charset=utf-8"),
    ],
)
def test_content_types(running: Running, path: str, kind: str) -> None:
    """Files come with the types that GitHub Pages gives them, and only pages are added to."""
    reply = running.get(f"/repo/{path}")
    assert (reply.status, reply.headers["Content-Type"]) == (200, kind)
    assert ("livereload.js" in reply.text) == (kind.startswith("text/html"))


def test_windows_paths(tmp_path: Path) -> None:
    """What Windows would take for a path of its own is not there, on any system."""
    for name in ("drive:file.txt", "folder\\file.txt", "good.txt"):
        (tmp_path / name).write_text("x")
    found = {
        path for path in ("/drive:file.txt", "/folder%5Cfile.txt", "/good.txt") if answer(tmp_path, "/", path).file
    }
    assert found == {"/good.txt"}


def test_methods(running: Running) -> None:
    """HEAD answers as GET does, without the body; nothing else is allowed."""
    get, head = running.get("/repo/"), running.get("/repo/", method="HEAD")
    assert (head.status, head.headers["Content-Length"], head.text) == (200, get.headers["Content-Length"], "")
    assert running.get("/repo/", method="POST").status == 405
    assert running.get("/repo/", method="DELETE").status == 405


@pytest.mark.parametrize("path", ["/", "/repo/", "/livereload.js", "/livereload"])
def test_other_hosts_are_refused(running: Running, path: str) -> None:
    """A page of the web that has its name lead to this machine reads nothing here."""
    for host in (
        "example.com",
        "127.0.0.1.example.com",
        "evil.example:8000",
        "10.0.0.1",
        "[::2]",
        "[::1",
        "192.168.1.7",
    ):
        reply = running.get(path, host=host)
        assert (reply.status, reply.headers["Content-Type"]) == (403, "text/plain; charset=utf-8")
        assert "--host" in reply.text
    for host in ("localhost", "LOCALHOST:1234", "127.0.0.1:80", "[::1]:8000"):
        assert running.get(path, host=host).status != 403


def test_the_script_goes_by_the_name_that_was_asked_for(running: Running) -> None:
    """livereload's script connects to the host and port in the address bar: a tunnel or `localhost` works too."""
    assert "/livereload.js?host=localhost&amp;port=80&amp;" in running.get("/repo/", host="localhost").text
    assert "/livereload.js?host=[::1]&amp;port=81&amp;" in running.get("/repo/", host="[::1]:81").text
    script = running.get("/livereload.js")
    assert (script.status, script.headers["Content-Type"]) == (200, "application/javascript")
    assert "LiveReload" in script.text


def test_foreign_pages_cannot_listen(running: Running) -> None:
    """A WebSocket that a page of another origin opens is refused: it would tell when a file is saved."""
    with browser(running, origin="https://example.com") as messages:
        refusal = messages.get(timeout=PATIENCE)
    assert isinstance(refusal, HTTPClientError)
    assert refusal.code == 403


def test_an_edit_reloads_once(running: Running) -> None:
    """An edit is on the page, and each browser is told of it exactly once, however many files a burst has."""
    running.get("/repo/")
    with browser(running) as one, browser(running) as two:
        running.edit("content/baker.md", BAKER.replace("bread", "cake"))
        for number in range(20):
            running.edit(f"content/extra-{number}.md", BAKER.replace("Baker", f"Extra {number}"))
        for messages in (one, two):
            assert messages.get(timeout=PATIENCE) == RELOAD
        assert "Bake cake" in running.get("/repo/jobs/baker/").text
        assert "Extra 19" in running.get("/repo/").text
        for messages in (one, two):
            assert is_still(messages)


def test_each_edit_reloads(running: Running) -> None:
    """One edit after the other is told to the same browser."""
    running.get("/repo/")
    with browser(running) as messages:
        for word in ("rolls", "rye", "buns"):
            running.edit("content/baker.md", BAKER.replace("bread", word))
            assert messages.get(timeout=PATIENCE) == RELOAD
            assert word in running.get("/repo/jobs/baker/").text


def test_what_changes_nothing_reloads_nothing(running: Running) -> None:
    """A file that is saved without a change, and what editors leave beside it for a moment, reload no page."""
    running.get("/repo/")
    builds = len(running.days)
    with browser(running) as messages:
        running.edit("content/.baker.md.swp", "vim")
        running.edit("content/baker.md~", "a copy")
        running.edit("content/4913", "vim")
        running.edit("content/.git/index", "a repository")
        running.edit("output/index.html", "another build")
        assert is_still(messages)
        assert len(running.days) == builds
        running.delete("content/baker.md~")
        running.delete("content/4913")
        running.edit("content/baker.md", BAKER)
        assert is_still(messages)


def test_a_late_browser_catches_up(running: Running) -> None:
    """A browser that connects while it shows an older view, or one of an earlier run, is told to reload at once."""
    old = running.revision()
    running.edit("content/baker.md", BAKER.replace("bread", "cake"))
    running.wait_for("/repo/jobs/baker/", lambda reply: "cake" in reply.text and f"snipver={old}&" not in reply.text)
    for revision in (old, "of-an-earlier-run"):
        with browser(running, revision=revision) as messages:
            assert messages.get(timeout=PATIENCE) == RELOAD
    with browser(running) as messages:
        assert is_still(messages)


def test_a_broken_posting(running: Running) -> None:
    """A mistake is shown over the last good site with file, line and remedy, and goes when it is mended."""
    running.get("/repo/")
    with browser(running) as messages:
        running.edit("content/baker.md", BAKER.replace("2026-11-02", "yesterday").replace("bread", "cake"))
        assert messages.get(timeout=PATIENCE) == RELOAD
        broken = running.get("/repo/jobs/baker/")
        assert broken.status == 200
        assert "<code>content/baker.md:3</code>" in broken.text
        assert "1 error. The page is that of the last good site." in broken.text
        assert "Bake bread" in broken.text
        assert "site-builder-problems" in running.get("/repo/nowhere/").text
        assert not list(running.root.glob(".cache/serve/site/**/*yesterday*"))
        assert "site-builder-problems" not in (running.root / ".cache/serve/site/index.html").read_text()
        assert any(line.startswith("content/baker.md:3: error: ") for line in running.said)
        running.edit("content/baker.md", BAKER)
        assert messages.get(timeout=PATIENCE) == RELOAD
    assert "site-builder-problems" not in running.get("/repo/jobs/baker/").text


def test_problems_are_escaped(running: Running) -> None:
    """What a posting says cannot become markup of the page that shows what is wrong with it."""
    running.get("/repo/")
    running.edit("content/baker.md", BAKER.replace("2026-11-02", '"</template><script>alert(1)</script>"'))
    page = running.wait_for("/repo/", lambda reply: "site-builder-problems" in reply.text).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


def test_many_errors(running: Running) -> None:
    """A page lists twenty errors and counts the others; the terminal has them all."""
    running.get("/repo/")
    for number in range(30):
        running.edit(f"content/wrong-{number}.md", BAKER.replace("2026-11-02", "yesterday"))
    page = running.wait_for("/repo/", lambda reply: "30 errors" in reply.text).text
    assert page.count("<li><code>content/wrong-") == 20
    assert "10 more stand in the terminal." in page
    assert {f"content/wrong-{number}.md:3" for number in range(30)} <= {
        line.partition(": ")[0] for line in running.said
    }


def test_warnings_stay_in_the_terminal(running: Running) -> None:
    """A warning keeps nothing from being shown, so it is not in the page; it is said once, not with each build."""
    running.get("/repo/")
    for word in ("bread", "cake"):
        running.edit("content/butcher.md", f"---\ntitle: Butcher\n---\n\nNo {word}.\n")
        running.wait_for("/repo/jobs/butcher/", lambda reply, word=word: word in reply.text)  # type: ignore[misc]
    assert "site-builder-problems" not in running.get("/repo/jobs/butcher/").text
    assert sum("[apply-missing]" in line for line in running.said) == 1


def test_new_and_deleted_files(running: Running) -> None:
    """A new file gets a page, in a new folder too; a deleted one's goes."""
    running.get("/repo/")
    running.edit("content/kitchen/cook.md", BAKER.replace("Baker", "Cook"))
    running.wait_for("/repo/jobs/cook/", lambda reply: reply.status == 200)
    running.edit("content/kitchen/waiter.md", BAKER.replace("Baker", "Waiter"))
    running.wait_for("/repo/jobs/waiter/", lambda reply: reply.status == 200)
    running.delete("content/baker.md")
    running.wait_for("/repo/jobs/baker/", lambda reply: reply.status == 404)
    assert "Cook" in running.get("/repo/").text


def test_content_folder_comes_and_goes(running: Running) -> None:
    """A watched folder may be taken away and put back, or come into being, while the site is served."""
    running.get("/repo/")
    shutil.rmtree(running.root / "content")
    running.wait_for("/repo/jobs/baker/", lambda reply: reply.status == 404)
    running.edit("content/cook.md", BAKER.replace("Baker", "Cook"))
    running.wait_for("/repo/jobs/cook/", lambda reply: reply.status == 200)
    running.edit("content/cook.md", BAKER.replace("Baker", "Chef"))
    running.wait_for("/repo/jobs/cook/", lambda reply: "Chef" in reply.text)
    running.edit("templates/404.html", '<!doctype html><title>x</title><body class="kind-not-found">Mine</body>')
    running.wait_for("/repo/nowhere/", lambda reply: "Mine" in reply.text)
    running.edit("templates/404.html", '<!doctype html><title>x</title><body class="kind-not-found">Ours</body>')
    running.wait_for("/repo/nowhere/", lambda reply: "Ours" in reply.text)


def test_drafts_are_shown(running: Running) -> None:
    """A draft has its page here, marked as what it is."""
    running.get("/repo/")
    running.edit("content/cook.md", BAKER.replace("Baker", "Cook").replace("---\n\n", "draft: true\n---\n\n"))
    page = running.wait_for("/repo/jobs/cook/", lambda reply: reply.status == 200)
    assert "draft" in page.text.lower()


def test_broken_settings_and_back(running: Running) -> None:
    """site.toml may break and be mended: the site stays below its last good path, with the line that is wrong."""
    running.get("/repo/")
    running.edit("site.toml", SETTINGS.replace("title =", "titel ="))
    broken = running.wait_for("/repo/jobs/baker/", lambda reply: "site-builder-problems" in reply.text)
    assert "<code>site.toml:2</code>" in broken.text
    assert "Bake bread" in broken.text
    running.edit("site.toml", SETTINGS.replace("Jobs at Example", "Work at Example"))
    running.wait_for(
        "/repo/", lambda reply: "Work at Example" in reply.text and "site-builder-problems" not in reply.text
    )


def test_the_sub_path_changes(running: Running) -> None:
    """Another base_url moves the served site; the old addresses say where it is now, and reload when it comes back."""
    running.get("/repo/")
    running.edit("site.toml", SETTINGS.replace("/repo/", "/jobs-at-example/"))
    running.wait_for("/jobs-at-example/", lambda reply: reply.status == 200)
    old = running.get("/repo/")
    assert old.status == 404
    assert '<a href="/jobs-at-example/">' in old.text
    assert "livereload.js" in old.text


def test_theme_changes(running: Running) -> None:
    """A theme's template, asset and settings are watched, and a broken template is shown with its line."""
    running.get("/repo/")
    running.edit("themes/mine/theme.toml", 'extends = "base"\n')
    running.edit("themes/mine/templates/404.html", "<title>x</title>\n{{ config.title }} was mine")
    running.edit("site.toml", SETTINGS + '\n[theme]\nname = "mine"\n')
    running.wait_for("/repo/nowhere/", lambda reply: "Jobs at Example was mine" in reply.text)
    running.edit("themes/mine/templates/404.html", "<title>x</title>\n{{ config.titel }} was mine")
    broken = running.wait_for("/repo/", lambda reply: "site-builder-problems" in reply.text)
    assert (
        "<code>themes/mine/templates/404.html:2</code>" in broken.text
        or "<code>templates/404.html:2</code>" in broken.text
    )
    running.edit("themes/mine/templates/404.html", "<title>x</title>\n{{ config.title }} is mine")
    running.wait_for("/repo/nowhere/", lambda reply: "Jobs at Example is mine" in reply.text)
    start = running.get("/repo/").text
    running.edit("themes/mine/assets/site.css", "body { color: red }")
    running.wait_for("/repo/", lambda reply: stylesheet(reply.text) != stylesheet(start))


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("site.toml", "[site\n", "<code>site.toml:"),
        ("site.toml", SETTINGS + '\n[theme]\nname = "gone"\n', "there is no theme"),
        ("content/baker.md", BAKER.replace("2026-11-02", "yesterday"), "<code>content/baker.md:3</code>"),
    ],
)
def test_starts_with_a_broken_site(site: Path, today: date, path: str, text: str, shown: str) -> None:
    """Without a good build yet every address shows what is wrong, with status 500, and the mended site comes by itself."""
    good = (site / path).read_text()
    (site / path).write_text(text)
    with Running(site, 0, today) as running:
        for address in ("/", "/repo/", "/repo/feed.xml"):
            reply = running.get(address)
            assert (reply.status, reply.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
            assert shown in reply.text
        with browser(running) as messages:
            running.edit(path, good)
            assert messages.get(timeout=PATIENCE) == RELOAD
        assert running.get("/repo/").status == 200


def test_mistakes_of_ours_are_survived(running: Running) -> None:
    """An exception that nobody foresaw is in the page and, with its traceback, in the terminal; the server goes on."""
    running.get("/repo/")
    running.stumbles = True
    running.edit("content/baker.md", BAKER.replace("bread", "cake"))
    running.wait_for("/repo/", lambda reply: "ValueError: day" in reply.text)
    assert any("Traceback" in line for line in running.said)
    running.stumbles = False
    running.edit("content/baker.md", BAKER.replace("bread", "pies"))
    running.wait_for("/repo/jobs/baker/", lambda reply: "pies" in reply.text)


def test_today_is_asked_again(running: Running) -> None:
    """The day is asked for at every build, so that a server that runs over midnight shows the new one."""
    running.get("/repo/")
    assert len(running.days) == 1
    running.edit("content/baker.md", BAKER.replace("bread", "cake"))
    running.wait_for("/repo/jobs/baker/", lambda reply: "cake" in reply.text)
    assert len(running.days) == 2


def test_changes_during_builds_are_not_lost(running: Running) -> None:
    """However edits and builds fall together, what was written last is what is shown in the end, on every page."""
    running.get("/repo/")
    for number in range(40):
        running.edit("content/baker.md", BAKER.replace("bread", f"loaf {number}."))
        running.edit("content/cook.md", BAKER.replace("bread", f"stew {number}."))
        time.sleep(0.01)
    running.wait_for("/repo/jobs/baker/", lambda reply: "loaf 39." in reply.text)
    running.wait_for("/repo/jobs/cook/", lambda reply: "stew 39." in reply.text)


def test_a_taken_port(site: Path, today: date) -> None:
    """Where the port is taken the next free one is, and the terminal says so."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with Running(site, port, today) as running:
            assert port < running.server.port < port + 20
            assert running.get("/repo/").status == 200
            assert running.said[0].endswith("/ (the port that was asked for is in use). Ctrl-C ends it.")


def test_no_port_is_free(site: Path, today: date) -> None:
    """Where all twenty are taken the server does not start, and says what to do."""
    with closing(socket.create_server(("127.0.0.1", 65_535))), pytest.raises(ServeError, match="all in use") as error:
        DevServer(site, "127.0.0.1", 65_535, lambda _: today, print)
    assert "--port" in error.value.mend


def test_no_such_address(site: Path, today: date) -> None:
    """An address that is not this machine's cannot be served."""
    with pytest.raises(ServeError, match=r"192\.0\.2\.1") as error:
        DevServer(site, "192.0.2.1", 0, lambda _: today, print)
    assert "--host" in error.value.mend


def test_no_site(tmp_path: Path, today: date) -> None:
    """Where there is no site.toml nothing is served, and nothing is written."""
    with pytest.raises(ServeError, match=r"there is no site\.toml"):
        DevServer(tmp_path, "127.0.0.1", 0, lambda _: today, print)
    assert not list(tmp_path.iterdir())


def test_a_site_is_served_once(running: Running, today: date) -> None:
    """A second server for one site would write into the first one's folder, and is refused."""
    second = DevServer(running.root, "127.0.0.1", 0, lambda _: today, print)
    running.get("/repo/")
    with pytest.raises(ServeError, match="served already"):
        second.run()


def test_every_address_of_the_machine(site: Path, today: date) -> None:
    """Served on all addresses, numbers are taken for the host and other names are not: nobody can redirect a number."""
    server = DevServer(site, "0.0.0.0", 0, lambda _: today, print)  # noqa: S104 - what is tested
    thread = Thread(target=server.run)
    thread.start()
    try:
        for host, status in (("192.168.1.7:8000", 200), ("localhost", 200), ("example.com", 403), ("0.0.0.0", 200)):  # noqa: S104
            with closing(HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as connection:
                connection.request("GET", "/repo/", headers={"Host": host})
                assert connection.getresponse().status == status
    finally:
        server.stop()
        thread.join(PATIENCE)
    assert server.address == f"http://127.0.0.1:{server.port}/"


RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}


def is_still(messages: "Queue[object]") -> bool:
    """Say whether nothing more comes."""
    try:
        messages.get(timeout=STILLNESS)
    except Empty:
        return True
    return False


def stylesheet(html: str) -> str:
    """Return the address of a page's style sheet."""
    return html.partition('rel="stylesheet" href="')[2].partition('"')[0]


@contextmanager
def browser(running: Running, origin: str | None = None, revision: str | None = None) -> Iterator["Queue[object]"]:
    """Connect as livereload's script does; gives all messages after the handshake, or the error that ended it."""
    messages: Queue[object] = Queue()
    connected: Queue[None] = Queue()
    loop = asyncio.new_event_loop()
    said = revision or running.revision()

    async def talk() -> None:
        headers = {"Origin": origin or f"http://127.0.0.1:{running.server.port}"}
        try:
            connection = await websocket_connect(
                HTTPRequest(f"ws://127.0.0.1:{running.server.port}/livereload", headers=headers)
            )
        except HTTPClientError as error:
            messages.put(error)
            connected.put(None)
            return
        await hello(connection, said)
        connected.put(None)
        while (message := await connection.read_message()) is not None:
            messages.put(json.loads(message))

    def run() -> None:
        with closing(loop):
            talking = loop.create_task(talk())
            stop.append(lambda: loop.call_soon_threadsafe(talking.cancel))
            with suppress(asyncio.CancelledError):
                loop.run_until_complete(talking)

    stop: list[Callable[[], object]] = []
    thread = Thread(target=run)
    thread.start()
    connected.get(timeout=PATIENCE)
    try:
        yield messages
    finally:
        if thread.is_alive():
            stop[0]()
        thread.join(PATIENCE)


async def hello(connection: WebSocketClientConnection, revision: str) -> None:
    """Shake hands by livereload's protocol 7."""
    protocols = ["http://livereload.com/protocols/official-7"]
    await connection.write_message(json.dumps({"command": "hello", "protocols": protocols, "snipver": revision}))
    answer = json.loads(str(await connection.read_message()))
    assert (answer["command"], answer["protocols"]) == ("hello", protocols)
    await connection.write_message(json.dumps({"command": "info", "plugins": {}, "url": "http://127.0.0.1/"}))
