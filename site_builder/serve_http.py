"""The dev server's web application: the built site, to our own hosts alone, and livereload's side of its protocol."""

import asyncio
import json
from collections.abc import Collection
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from msgspec import Struct
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from site_builder.model.problem import Problem
from site_builder.serve_files import answer, content_type
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
            asked = urlsplit(f"//{self.request.host}")
            name, port = asked.hostname or "", asked.port
        except ValueError:  # no address of IPv6, or no number of a port
            return ""
        return name if port != 0 else ""

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
            self.set_header("Content-Type", content_type(file.name))
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
