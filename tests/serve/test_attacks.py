"""Requests and files that are to make the dev server stumble, or show what is not of the site."""

from pathlib import Path

import pytest

from site_builder.serve_files import answer
from tests.serve.running import Running


@pytest.mark.parametrize("port", ["99999999", "-1", "x", "65536", "0"])
def test_a_port_that_is_none_is_refused(running: Running, port: str) -> None:
    """A host with such a port is not ours, and no traceback."""
    assert running.get("/repo/", host=f"127.0.0.1:{port}").status in (400, 403)
    assert running.get("/repo/").status == 200


@pytest.mark.parametrize("path", ["x" * 5000, "x/" * 2500, "x" * 5000 + "/"])
def test_a_path_that_no_file_can_have_is_missing(running: Running, path: str) -> None:
    """An address longer than any file's name is that of no page."""
    assert running.get(f"/repo/{path}").status == 404


def test_links_out_of_the_site_are_not_followed(tmp_path: Path) -> None:
    """Whoever puts a link among the built files does not have the server show what it leads to."""
    folder = tmp_path / "site"
    (folder / "real").mkdir(parents=True)
    (folder / "real/index.html").write_text("page")
    (tmp_path / "elsewhere").mkdir()
    for name in ("elsewhere/index.html", "elsewhere/a.html", "site-2"):
        (tmp_path / name).write_text("secret")
    (folder / "out").symlink_to(tmp_path / "elsewhere")
    (folder / "page.html").symlink_to(tmp_path / "elsewhere/a.html")
    (folder / "near").symlink_to(tmp_path / "site-2")
    (folder / "404.html").symlink_to(tmp_path / "elsewhere/a.html")
    (folder / "inside").symlink_to("real")
    for path in ("/out", "/out/", "/out/a", "/out/a.html", "/page", "/page.html", "/near", "/nowhere"):
        assert answer(folder, "/", path) == (404, None, None)
    assert answer(folder, "/", "/inside/").file == folder / "inside/index.html"
