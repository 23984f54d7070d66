"""A served site, and a browser's side of livereload's protocol."""

import asyncio
import json
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
from site_builder.serve import DevServer

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

    def __init__(self, root: Path, port: int, today: date, *, as_of: bool = False) -> None:
        self.root = root
        self.said: list[str] = []
        self.days: list[Project] = []
        self.stumbles = False

        def day_of(project: Project) -> date:
            self.days.append(project)
            return today.replace(day=0 if self.stumbles else today.day)

        self.server = DevServer(root, "127.0.0.1", port, day_of, self.said.append, as_of=as_of)
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


RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}


def is_still(messages: "Queue[object]") -> bool:
    """Say whether nothing more comes."""
    try:
        messages.get(timeout=STILLNESS)
    except Empty:
        return True
    return False


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
        with suppress(RuntimeError):  # the talk has ended by itself
            stop[0]()
        thread.join(PATIENCE)


async def hello(connection: WebSocketClientConnection, revision: str) -> None:
    """Shake hands by livereload's protocol 7."""
    protocols = ["http://livereload.com/protocols/official-7"]
    await connection.write_message(json.dumps({"command": "hello", "protocols": protocols, "snipver": revision}))
    answer = json.loads(str(await connection.read_message()))
    assert (answer["command"], answer["protocols"]) == ("hello", protocols)
    await connection.write_message(json.dumps({"command": "info", "plugins": {}, "url": "http://127.0.0.1/"}))
