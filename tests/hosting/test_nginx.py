"""The nginx configuration of the documentation, in Debian's nginx, serves a built site as it should be served."""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from site_builder.starting.new_site import Answers, new_site
from tests.builds.mill import run

CONFIGURATION = Path(__file__).parents[2] / "docs/hosting/nginx.conf"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


class Answer(NamedTuple):
    """What nginx answered."""

    status: int
    headers: dict[str, str]
    body: bytes


@contextmanager
def nginx(folder: Path, site: Path, path: str = "/") -> Iterator[str]:
    """Run nginx with the documented configuration for a site below a path; give the site's address."""
    if NGINX is None:
        pytest.fail("this test needs nginx (Debian: apt-get install nginx-light)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = CONFIGURATION.read_text("utf-8")
    for wanted, ours in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/jobs;", f"root {site};"),
        ("error_page 404 /404.html;", f"error_page 404 {path}404.html;"),
    ):
        assert text.count(wanted) == 1
        text = text.replace(wanted, ours)
    (folder / "site.conf").write_text(text, "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    temporary = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} include {folder}/site.conf; }}\n"
    )
    process = subprocess.Popen([NGINX, "-c", folder / "nginx.conf", "-e", folder / "error.log"], stderr=subprocess.PIPE)
    try:
        for _ in range(100):
            with socket.socket() as there:
                if there.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr.read() if process.stderr else ""
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}{path}"
    finally:
        process.terminate()
        process.wait()
        if process.stderr:
            process.stderr.close()


def ask(url: str, **headers: str) -> Answer:
    """Ask for an address, and follow no redirect."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.request("GET", parts.path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, built for a path; all links are without a host, so any may serve it."""
    site = tmp_path_factory.mktemp("site") / "site"
    answers = Answers(name="Mill", apply="jobs@example.com", address="https://example.com/careers/", theme="studio")
    new_site(site, answers, date(2026, 11, 21))
    assert run(site, date(2026, 11, 21)).published
    root = site.parent / "root"
    shutil.copytree(site / "output", root / "careers")
    return root


@pytest.fixture(scope="module")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site in nginx."""
    with nginx(tmp_path_factory.mktemp("nginx"), built, "/careers/") as url:
        yield url


def test_clean_addresses(address: str) -> None:
    """A folder shows its page, and without its slash it leads there, by an address without host and port."""
    assert ask(address).status == 200
    assert ask(f"{address}jobs/office-manager/").status == 200
    moved = ask(f"{address}jobs/office-manager")
    assert (moved.status, moved.headers["location"]) == (301, "/careers/jobs/office-manager/")


def test_what_is_not_there(address: str) -> None:
    """What is not there is 404, with the site's own page; so is our mark."""
    for path in ("jobs/nobody/", "nothing.html", ".site-builder"):
        answer = ask(f"{address}{path}")
        assert (answer.status, b"</html>" in answer.body) == (404, True), path


def test_caching_goes_by_the_fingerprint(address: str, built: Path) -> None:
    """What has a fingerprint in its name is kept for a year, everything else for ten minutes, and asked for by its tag."""
    files = [
        file.relative_to(built / "careers").as_posix() for file in (built / "careers").rglob("*") if file.is_file()
    ]
    kept = {path for path in files if re.search(r"\.[0-9a-f]{8}\.|search/[0-9a-f]{16}", path)}
    assert len(kept) > 3
    for path in [*kept, "index.html", "feed.xml", "404.html", "search/index.json"]:
        caching = ask(f"{address}{path}").headers["cache-control"]
        assert caching == ("public, max-age=31536000, immutable" if path in kept else "public, max-age=600"), path
    tag = ask(address).headers["etag"]
    assert ask(address, If_None_Match=tag).status == 304


def test_texts_are_compressed(address: str, built: Path) -> None:
    """Pages, style sheets, scripts, feeds and data come compressed to whoever takes that, and whole to others."""
    for pattern in ("index.html", "feed.xml", "feed.json", "assets/*.css", "assets/*.js"):
        file = max((built / "careers").glob(pattern), key=lambda one: one.stat().st_size)  # small ones stay as they are
        path = file.relative_to(built / "careers").as_posix()
        answer = ask(f"{address}{path}", Accept_Encoding="gzip")
        assert answer.headers.get("content-encoding") == "gzip", path
        assert gzip.decompress(answer.body) == file.read_bytes()
        assert ask(f"{address}{path}").body == file.read_bytes()


def test_headers_of_safety(address: str) -> None:
    """Every answer, an error too, says what a browser may do with it, and none says which nginx it is."""
    for path in ("", "jobs/nobody/"):
        headers = ask(f"{address}{path}").headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert headers["server"] == "nginx"
        assert headers["content-type"] == "text/html; charset=utf-8"


def test_a_browser_finds_nothing_to_refuse(address: str, browser: Browser) -> None:
    """With the strict policy every kind of page works: nothing is refused, and styles and scripts are there."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    # Who goes on before a page is there ends its requests: that is no failure.
    page.on(
        "requestfailed", lambda request: said.append(request.url) if request.failure != "net::ERR_ABORTED" else None
    )
    try:
        for path in ("", "jobs/office-manager/", "about/", "tags/", "jobs/nobody/"):
            page.goto(f"{address}{path}")
            assert page.evaluate("getComputedStyle(document.body).fontFamily") != ""
            assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    finally:
        page.close()
    assert [one for one in said if "404" not in one] == []
