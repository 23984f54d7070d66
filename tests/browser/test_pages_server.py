"""The server that stands in for GitHub Pages answers as GitHub Pages does."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.pages_server import ServeFolder


class Reply(NamedTuple):
    """What came back over the wire."""

    status: int
    location: str | None
    body: str


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of a few pages, beside a file that is not part of it."""
    (tmp_path / "secret.txt").write_text("not for the web")
    folder = tmp_path / "site"
    for name, text in {
        "index.html": "start",
        "404.html": "nothing here",
        "about.html": "about us",
        "jobs/baker/index.html": "Bäcker",
        "tags/c++/index.html": "tag",
        "empty/readme.txt": "no index",
        ".nojekyll": "hidden",
        ".well-known/security.txt": "hidden",
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of the browser."""
    with browser.new_page() as page:
        yield page


@pytest.mark.parametrize("base_path", ["/", "/repo/"])
@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("", 200, "start"),
        ("index.html", 200, "start"),
        ("jobs/baker/", 200, "Bäcker"),
        ("jobs/baker/?from=feed", 200, "Bäcker"),
        ("tags/c%2B%2B/", 200, "tag"),
        ("about", 200, "about us"),
        ("about/", 404, "nothing here"),
        ("about.html/", 404, "nothing here"),
        ("jobs/butcher/", 404, "nothing here"),
        ("empty/", 404, "nothing here"),
        (".nojekyll", 404, "nothing here"),
        (".well-known/security.txt", 404, "nothing here"),
        ("../secret.txt", 404, "nothing here"),
        ("%2e%2e/secret.txt", 404, "nothing here"),
        ("a%00b", 404, "nothing here"),
    ],
)
def test_answers(serve_folder: ServeFolder, site: Path, base_path: str, path: str, status: int, body: str) -> None:
    """A folder shows its index; what is not there is the site's 404 page, with status 404; nothing else is reached."""
    assert get(serve_folder(site, base_path) + path) == Reply(status, None, body)


@pytest.mark.parametrize("base_path", ["/", "/repo/"])
def test_folder_without_slash(serve_folder: ServeFolder, site: Path, base_path: str) -> None:
    """A folder's address without the slash redirects for good to the one with it, and the query comes along."""
    root = serve_folder(site, base_path)
    assert get(root + "jobs/baker") == Reply(301, f"{base_path}jobs/baker/", "")
    assert get(root + "tags/c%2B%2B?a=b") == Reply(301, f"{base_path}tags/c%2B%2B/?a=b", "")


def test_sub_path(serve_folder: ServeFolder, site: Path) -> None:
    """Above a project site's sub-path the site is not there, nor is its 404 page; the sub-path gets its slash."""
    root = serve_folder(site, "/repo/")
    host = root.removesuffix("/repo/")
    assert get(host + "/repo") == Reply(301, "/repo/", "")
    assert get(host + "/") == Reply(404, None, "")
    assert get(host + "/jobs/baker/") == Reply(404, None, "")
    assert get(host + "/repository/") == Reply(404, None, "")


def test_two_sites(serve_folder: ServeFolder, site: Path) -> None:
    """Two folders can be served at once, each on a port of its own."""
    assert get(serve_folder(site) + "about").body == "about us"
    assert get(serve_folder(site / "jobs") + "baker/").body == "Bäcker"


def test_in_the_browser(page: Page, serve_folder: ServeFolder, site: Path) -> None:
    """A browser follows the redirect, decodes UTF-8 without being told in the page, and runs a page's style sheet."""
    root = serve_folder(site, "/repo/")
    (site / "site.css").write_text("body { color: rgb(1, 2, 3) }")
    (site / "jobs/baker/index.html").write_text("<link rel=stylesheet href=../../site.css>Bäcker", encoding="utf-8")
    response = page.goto(root + "jobs/baker")
    assert response is not None
    assert (response.status, page.url) == (200, root + "jobs/baker/")
    assert page.inner_text("body") == "Bäcker"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(1, 2, 3)"


def test_browser_reaches_no_other_host(page: Page, serve_folder: ServeFolder, site: Path) -> None:
    """What a page asks of another host fails, even of one that a browser finds without a network."""
    failed: list[str | None] = []
    page.on("requestfailed", lambda request: failed.append(request.failure))
    root = serve_folder(site)
    elsewhere = root.replace("127.0.0.1", "elsewhere.localhost")
    (site / "index.html").write_text(f"<script src={elsewhere}404.html></script>")
    page.goto(root)
    assert failed == ["net::ERR_NAME_NOT_RESOLVED"]


def get(url: str) -> Reply:
    """Ask once, just as written: no redirect is followed and no `..` tidied away."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
        response = connection.getresponse()
        return Reply(response.status, response.headers["Location"], response.read().decode())
    finally:
        connection.close()


def test_texts_are_compressed_for_who_can_read_that(site: Path, page: Page, serve_folder: ServeFolder) -> None:
    """A browser gets a page in gzip, and reads it; who does not ask for that gets it as it is."""
    address = serve_folder(site)
    answer = page.goto(address)
    assert answer is not None
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text() == "start"
    assert get(address).body == "start"
