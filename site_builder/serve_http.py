"""What the dev server answers: the built site as GitHub Pages would show it, and livereload's side of its protocol."""

import asyncio
import json
from collections.abc import Collection
from http import HTTPStatus
from ipaddress import ip_address
from mimetypes import guess_type
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from msgspec import Struct
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from site_builder.model.problem import Problem
from site_builder.serve_page import elsewhere_page, problems_page, with_extras

WILDCARDS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - who wants it has to say so
"""Hosts that stand for every address of this machine."""


class View(Struct, frozen=True):
    """What browsers shall see: the last good site below `base_path` ("" when there is none yet), and the errors since.

    Another `revision` means that something in it is another; no two runs of the server share one.
    """

    revision: str
    base_path: str = ""
    errors: tuple[Problem, ...] = ()


class Preview:
    """The view of now and the browsers that are told of the next. It belongs to the event loop's thread."""

    def __init__(self, folder: Path) -> None:
        """Show files of the folder into which the site is built."""
        self.folder = folder
        self._view = View("")
        self._is_there = asyncio.Event()
        self._sockets: set[ReloadSocket] = set()

    async def view(self) -> View:
        """Return the view of now; before the first build has ended, wait for it."""
        await self._is_there.wait()
        return self._view

    def show(self, view: View) -> None:
        """Take a view, and have all browsers reload their page when it is another."""
        is_new = view.revision != self._view.revision
        self._view = view
        self._is_there.set()
        if is_new:
            for socket in self._sockets:
                socket.reload()

    def join(self, socket: "ReloadSocket", revision: object) -> None:
        """Tell a browser of views to come, and at once when the page it shows is of an older one."""
        self._sockets.add(socket)
        if revision is not None and revision != self._view.revision:
            socket.reload()

    def leave(self, socket: "ReloadSocket") -> None:
        """Forget a browser."""
        self._sockets.discard(socket)

    def close(self) -> None:
        """Hang up on all browsers."""
        for socket in self._sockets:
            socket.hang_up()


def application(preview: Preview, host: str) -> Application:
    """Return the web application for a server that listens on `host`."""
    names = frozenset({"localhost", "127.0.0.1", "::1", host.lower().strip("[]")} - WILDCARDS)
    given: dict[str, object] = {"preview": preview, "names": names, "any_address": host in WILDCARDS}
    return Application(
        [(r"/livereload", ReloadSocket, given), (r"/livereload\.js", _ReloadScript, given), (r".*", _Page, given)],
        log_function=lambda _handler: None,
    )


class Answer(NamedTuple):
    """What is said to one request: `location` where it redirects, `file` where there is something to show."""

    status: HTTPStatus
    file: Path | None = None
    location: str | None = None


def answer(folder: Path, base_path: str, path: str) -> Answer:
    """Say what GitHub Pages answers to a request for `path` (percent-encoded) when `folder` lies at `base_path`.

    `/folder` -> 301 `/folder/`, which shows `folder/index.html`; `/name` shows `name.html` too. All else, and whatever
    has a part that begins with a dot, is the site's `404.html`. Of our own, `/` leads to the site.
    """
    if not path.startswith(base_path):
        if path == "/":
            return Answer(HTTPStatus.FOUND, location=base_path)
        if path + "/" == base_path:
            return Answer(HTTPStatus.MOVED_PERMANENTLY, location=base_path)
        return Answer(HTTPStatus.NOT_FOUND)
    name = unquote(path.removeprefix(base_path))
    missing = Answer(HTTPStatus.NOT_FOUND, file=_existing(folder / "404.html"))
    parts = name.split("/")
    if any(part.startswith(".") for part in parts) or "" in parts[:-1] or not _FORBIDDEN.isdisjoint(name):
        return missing
    place = folder / name
    if parts[-1] and place.is_dir():
        return Answer(HTTPStatus.MOVED_PERMANENTLY, location=quote(base_path + name) + "/")
    found = _existing(place) or _existing(folder / f"{name}.html") if parts[-1] else _existing(place / "index.html")
    return Answer(HTTPStatus.OK, file=found) if found else missing


# Windows takes a backslash for a slash, and what follows a colon for a drive's path or a hidden stream.
_FORBIDDEN = frozenset("\0\\:")


def _existing(file: Path) -> Path | None:
    return file if file.is_file() else None


class _OwnHost(RequestHandler):
    """Refuses requests that name another host.

    A foreign page can have its own name lead to 127.0.0.1 (DNS rebinding), and would then read what is not published
    yet. Browsers tell the name that was asked for in the header Host.
    """

    def initialize(self, preview: Preview, names: Collection[str], any_address: bool) -> None:  # noqa: FBT001 - tornado calls it
        self.preview = preview
        self._names = names
        self._any_address = any_address

    def prepare(self) -> None:
        if not self._is_own(self.host_name):
            self.set_status(HTTPStatus.FORBIDDEN)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish("This server answers to localhost and 127.0.0.1 only; name another host with --host.\n")

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """Let no browser keep anything."""

    @property
    def host_name(self) -> str:
        """The host that was asked for, in lower case, without its port; empty when it is none."""
        try:
            return urlsplit(f"//{self.request.host}").hostname or ""
        except ValueError:
            return ""

    def _is_own(self, name: str) -> bool:
        return name in self._names or (self._any_address and _is_address(name))


def _is_address(name: str) -> bool:
    """Say whether a host is a number: nobody can have that lead elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class _Page(_OwnHost):
    """A file of the site, with what the dev server adds to pages."""

    async def get(self) -> None:
        """Answer with a file, a redirect or the problems."""
        view = await self.preview.view()
        script = self._script(view.revision)
        if not view.base_path:
            self._send_html(HTTPStatus.INTERNAL_SERVER_ERROR, problems_page(view.errors, script))
            return
        status, file, location = answer(self.preview.folder, view.base_path, self.request.path)
        if location is not None:
            query = f"?{self.request.query}" if self.request.query else ""
            self.set_status(status)
            self.set_header("Location", location + query)
            return
        if file is None:
            self._send_html(status, elsewhere_page(view.base_path, script))
        elif file.suffix == ".html":
            self._send_html(status, with_extras(file.read_bytes(), view.errors, script))
        else:
            self.set_status(status)
            self.set_header("Content-Type", _content_type(file.name))
            self.write(file.read_bytes())

    head = get

    def _send_html(self, status: HTTPStatus, html: bytes) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write(html)

    def _script(self, revision: str) -> str:
        """Return the element that loads livereload's script, which sends `snipver` back when it connects."""
        name = self.host_name
        host = f"[{name}]" if ":" in name else name
        port = urlsplit(f"//{self.request.host}").port or 80
        query = f"host={host}&amp;port={port}&amp;snipver={revision}&amp;maxdelay=2000"
        return f'<script src="/livereload.js?{query}"></script>'


_TEXT = frozenset({"application/javascript", "application/json", "application/xml", "application/manifest+json"})
_TYPES = {
    ".js": "application/javascript",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def _content_type(name: str) -> str:
    kind = _TYPES.get(Path(name).suffix) or guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXT else kind


class _ReloadScript(_OwnHost, LiveReloadJSHandler):  # type: ignore[misc]  # livereload says nothing about its types
    """livereload's script for browsers."""


class ReloadSocket(_OwnHost, LiveReloadHandler):  # type: ignore[misc]  # livereload says nothing about its types
    """One browser's connection, in livereload's protocol 7: both say hello, then we say when to reload."""

    _revision: object = None
    _sending: asyncio.Future[None] | None = None  # the event loop itself would forget what nobody holds

    def check_origin(self, origin: str) -> bool:
        """Let only our own pages connect: livereload itself would tell any page of the web when a file is saved."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        """Answer hello, and take the browser among those that are told."""
        said = _command(message)
        match said.get("command"):
            case "hello":
                self._revision = said.get("snipver")
                super().on_message(message)
            case "info":
                self.preview.join(self, self._revision)

    def on_close(self) -> None:
        """Forget the browser."""
        self.preview.leave(self)

    def reload(self) -> None:
        """Tell the browser to load its page anew; a changed style sheet has another name, so it comes along."""
        self._sending = asyncio.ensure_future(
            self._send({"command": "reload", "path": "*", "liveCSS": False, "liveImg": False})
        )

    def hang_up(self) -> None:
        """Close the connection without waiting for the browser's consent."""
        if self.ws_connection is not None:
            self.ws_connection.stream.close()

    async def _send(self, message: dict[str, object]) -> None:
        try:
            await self.write_message(message)
        except WebSocketClosedError:
            self.preview.leave(self)


def _command(message: str | bytes) -> dict[str, Any]:
    try:
        said = json.loads(message)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
