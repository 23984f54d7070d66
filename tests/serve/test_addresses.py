"""What the dev server answers to which address."""

from pathlib import Path

import pytest

from site_builder.serve_files import answer
from tests.serve.bakery import SETTINGS
from tests.serve.running import Running


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


def test_the_sub_path_changes(running: Running) -> None:
    """Another base_url moves the served site; the old addresses say where it is now, and reload when it comes back."""
    running.get("/repo/")
    running.edit("site.toml", SETTINGS.replace("/repo/", "/jobs-at-example/"))
    running.wait_for("/jobs-at-example/", lambda reply: reply.status == 200)
    old = running.get("/repo/")
    assert old.status == 404
    assert '<a href="/jobs-at-example/">' in old.text
    assert "livereload.js" in old.text
