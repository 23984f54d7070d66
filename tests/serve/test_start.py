"""When the dev server starts, on which port, and when it does not."""

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from site_builder.serve import DevServer, ServeError
from tests.serve.running import Running


def test_a_taken_port(site: Path, today: date) -> None:
    """Where the port is taken the next free one is, and the terminal says so."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with Running(site, port, today) as running:
            assert port < running.server.port < port + 20
            assert running.get("/repo/").status == 200
            assert running.said[0].endswith("/ (the port that was asked for is in use). Ctrl-C ends it.")


@pytest.mark.parametrize("as_of", [True, False])
def test_a_preview_closes_jobs_by_the_clock_unless_a_day_was_chosen(site: Path, today: date, *, as_of: bool) -> None:
    """With `--as-of` the pages are those of that day, whatever a browser's clock says. No preview notes addresses down."""
    posting = site / "content/baker.md"
    posting.write_text(posting.read_text().replace("title:", "valid_through: 2026-11-22\ntitle:", 1))
    with Running(site, 0, today, as_of=as_of) as running:
        page = running.wait_for("/repo/jobs/baker/", lambda reply: "Closing soon" in reply.text).text
    assert ("data-closes=" in page) is not as_of
    assert ("assets/closing." in page) is not as_of
    assert not (site / "published.txt").exists()


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


def test_who_reads_no_more_ends_the_server(site: Path, today: date) -> None:
    """Behind a pipe that is closed, as by `serve | head -1`, the server ends by itself, and nothing is raised."""
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        if len(said) > 1:
            raise BrokenPipeError

    DevServer(site, "127.0.0.1", 0, lambda _: today, say).run()
    assert len(said) > 1


def test_no_site(tmp_path: Path, today: date) -> None:
    """Where there is no site.toml nothing is served, and nothing is written."""
    with pytest.raises(ServeError, match=r"there is no site\.toml"):
        DevServer(tmp_path, "127.0.0.1", 0, lambda _: today, print)
    assert not list(tmp_path.iterdir())


def test_a_site_is_served_once(running: Running, today: date) -> None:
    """A second server for one site would write into the first one's folder, and is refused."""
    second = DevServer(running.root, "127.0.0.1", 0, lambda _: today, print)
    running.get("/repo/")
    # In a thread of its own: Playwright leaves its event loop in the one where browsers' tests ran.
    with ThreadPoolExecutor(1) as thread, pytest.raises(ServeError, match="served already"):
        thread.submit(second.run).result()
