"""To whom the dev server answers: hosts and origins."""

from contextlib import closing
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest
from tornado.httpclient import HTTPClientError

from site_builder.serve import DevServer
from tests.serve.running import PATIENCE, Running, browser


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
