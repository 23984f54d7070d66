"""Serves a built site as GitHub Pages would, under a sub-path if asked, so that tests meet the web and not a folder."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")
"""The types that GitHub Pages compresses for whoever can read that."""


class ServeFolder(Protocol):
    """The fixture `serve_folder`."""

    def __call__(self, folder: Path, base_path: str = "/") -> str:
        """Serve a folder until the test ends; return the address of its root, `http://127.0.0.1:PORT` + `base_path`."""


class Answer(NamedTuple):
    """What the server says to one request: `location` where it redirects, `file` where it has something to show."""

    status: HTTPStatus
    file: Path | None = None
    location: str | None = None


@contextmanager
def pages_server(folder: Path, base_path: str, max_age: int = 0) -> Iterator[str]:
    """Serve a folder on a free port of this machine, below `base_path` (`/` at both ends); give the root's address.

    `max_age` is for how many seconds a browser may keep what it gets: 600 on GitHub Pages, and 0 for tests that want to see what was built last.
    """
    with _Server(("127.0.0.1", 0), partial(_Handler, folder, base_path, max_age)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base_path}"
        finally:
            server.shutdown()
            thread.join()


def answer(folder: Path, base_path: str, target: str) -> Answer:
    """Say what GitHub Pages answers to a request for `target` (path and query) when `folder` lies at `base_path`.

    `/folder` -> 301 `/folder/`, which shows `folder/index.html`; `/name` shows `name.html` too, `/name/` does not. What
    is not there, and all dot-files (a deployment leaves them out), is the site's `404.html`. Above `base_path` there is
    another site.
    """
    url = urlsplit(target)
    if url.path + "/" == base_path:
        return Answer(HTTPStatus.MOVED_PERMANENTLY, location=base_path + _query(url.query))
    if not url.path.startswith(base_path):
        return Answer(HTTPStatus.NOT_FOUND)
    name = unquote(url.path.removeprefix(base_path))
    missing = Answer(HTTPStatus.NOT_FOUND, file=_existing(folder / "404.html"))
    if any(part.startswith(".") for part in PurePosixPath(name).parts) or name.startswith("/") or "\0" in name:
        return missing
    if name == "" or name.endswith("/"):
        found = _existing(folder / name / "index.html")
    elif (folder / name).is_dir():
        return Answer(HTTPStatus.MOVED_PERMANENTLY, location=url.path + "/" + _query(url.query))
    else:
        found = _existing(folder / name) or _existing(folder / f"{name}.html")
    return Answer(HTTPStatus.OK, file=found) if found else missing


def _query(query: str) -> str:
    return f"?{query}" if query else ""


def _existing(file: Path) -> Path | None:
    return file if file.is_file() else None


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, folder: Path, base_path: str, max_age: int, *args: object) -> None:
        self.folder = folder
        self.base_path = base_path
        self.max_age = max_age
        super().__init__(*args)  # type: ignore[arg-type]  # the server's own arguments, passed on as they are

    def do_HEAD(self) -> None:
        self._send_head()

    def do_GET(self) -> None:
        self.wfile.write(self._send_head())

    def log_message(self, *_: object) -> None:
        """Keep quiet: a test's output is its own."""

    def _send_head(self) -> bytes:
        status, file, location = answer(self.folder, self.base_path, self.path)
        body = file.read_bytes() if file else b""
        self.send_response(status)
        kind = CONTENT_TYPES.get(file.suffix, "application/octet-stream") if file else ""
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        if location:
            self.send_header("Location", location)
        if file:
            self.send_header("Content-Type", kind)
            if self.max_age:
                self.send_header("Cache-Control", f"max-age={self.max_age}")
        self.send_header("Content-Length", str(len(body)))
        # GitHub Pages sends this with everything.
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        return body


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that leaves a page hangs up on what it had asked for, and that is no failure."""
