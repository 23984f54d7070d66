"""How long a dev server takes from a saved file to the browser being told, and to the new page being there."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.benchmarks.measuring import RunFailed
from tests.benchmarks.peers.peer import Peer
from tests.benchmarks.postings import Posting, make_posting, make_postings

# Seconds that a server has to start in, and an edit to be seen in.
_PATIENCE = 60.0
# Seconds of rest between two edits, as a person would have them at the least.
_REST = 1.0
# Seconds between two looks at a page that does not show the edit yet.
_LOOK_AGAIN = 0.005


@dataclass
class Served:
    """Seconds from the end of each save to the reload message, and to the page having been fetched with the new text."""

    tool: str
    version: str
    postings: int
    reloads: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)


def measure_serving(peer: Peer, count: int, edits: int, folder: Path, say: Callable[[str], None]) -> Served:
    """Serve a site of `count` postings and edit one `edits` times; raises RunFailed if the server does not do its work."""
    site = folder / f"served-{peer.name.replace(' ', '-')}-{count}"
    peer.lay_out(site, make_postings(count))
    served = Served(peer.name, peer.version, count)
    with _server(peer, site) as port:
        say(f"{count} postings, {peer.name} serves")
        asyncio.run(_edit_and_watch(peer, site, port, edits, served))
    return served


@contextmanager
def _server(peer: Peer, site: Path) -> Iterator[int]:
    """Start a dev server on a free port of this machine, and end it with all its processes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [word.format(port=port) for word in peer.serve]
    process = subprocess.Popen(
        command,
        cwd=site,
        env=os.environ | dict(peer.environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield port
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


async def _edit_and_watch(peer: Peer, site: Path, port: int, edits: int, served: Served) -> None:
    edited = make_posting(served.postings // 2)
    address = f"http://127.0.0.1:{port}/jobs/{edited.slug}/"
    client = AsyncHTTPClient()
    await _until_page_says(client, address, edited.identifier)
    browser = await _connect(port)
    # The first edit warms the server up, and does not count.
    for number in range(edits + 1):
        await asyncio.sleep(_REST)
        mark = f"y{number:03}"
        reload = asyncio.ensure_future(_next_reload(browser))
        saved = _save(peer, site, replace(edited, text=f"{edited.text}\nRevised: {mark}.\n"))
        try:
            told = await asyncio.wait_for(reload, _PATIENCE)
        except TimeoutError:
            raise RunFailed(f"{peer.name} told no browser of an edit") from None
        seen = await _until_page_says(client, address, mark)
        if number:
            served.reloads.append(told - saved)
            served.pages.append(seen - saved)
    browser.close()


def _save(peer: Peer, site: Path, posting: Posting) -> float:
    """Save a posting as editors do, whole or not at all; returns the moment at which that was done."""
    file = peer.posting_file(site, posting)
    new = file.with_name(f".{file.name}.new")
    new.write_text(peer.source(posting), encoding="utf-8")
    new.replace(file)
    return time.perf_counter()


async def _connect(port: int) -> WebSocketClientConnection:
    """Connect as livereload's script does, by its protocol 7."""
    origin = {"Origin": f"http://127.0.0.1:{port}"}
    connection = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers=origin))
    protocols = ["http://livereload.com/protocols/official-7"]
    page = f"http://127.0.0.1:{port}/"
    for said in ({"command": "hello", "protocols": protocols}, {"command": "info", "plugins": {}, "url": page}):
        # Without spaces, as browsers write it: Hugo compares the bytes.
        await connection.write_message(json.dumps(said, separators=(",", ":")))
    return connection


async def _next_reload(browser: WebSocketClientConnection) -> float:
    """Wait for the message that has a browser load its page again; returns the moment at which it came."""
    while (message := await browser.read_message()) is not None:
        if json.loads(message).get("command") == "reload":
            return time.perf_counter()
    raise RunFailed("the dev server hung up")


async def _until_page_says(client: AsyncHTTPClient, address: str, words: str) -> float:
    """Fetch a page until it says something; returns the moment at which it did."""
    deadline = time.perf_counter() + _PATIENCE
    while time.perf_counter() < deadline:
        try:
            answer = await client.fetch(address, raise_error=False, request_timeout=_PATIENCE)
        except OSError:  # does not listen yet
            await asyncio.sleep(0.1)
            continue
        if words.encode() in answer.body:
            return time.perf_counter()
        await asyncio.sleep(_LOOK_AGAIN)
    raise RunFailed(f"{address} never said {words!r}")
