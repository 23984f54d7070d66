"""What goes over the wire when a page is opened for the first time, compressed as GitHub Pages does it, images left out."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.checking.built.weights import OF_A_LIST, OF_A_PAGE
from tests.browser.judged_site import THEMES
from tests.browser.weighed_site import weighed_site


def bytes_of(browser: Browser, url: str) -> tuple[int, int]:
    """Open a page in a new window; return the bytes that came, headers and all, without images, and the number of requests."""
    with browser.new_context() as window:
        page = window.new_page()
        wire = window.new_cdp_session(page)
        wire.send("Network.enable")
        kinds: dict[str, str] = {}
        sizes: dict[str, int] = {}
        wire.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
        wire.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
        page.goto(url, wait_until="networkidle")
        counted = [
            size for request, size in sizes.items() if kinds[request] != "Image" and "favicon" not in kinds[request]
        ]
        return int(sum(counted)), len(counted)


@pytest.mark.parametrize("theme", THEMES)
def test_first_loads_are_light(browser: Browser, tmp_path: Path, theme: str) -> None:
    """A job's page takes at most 30 kB, the start page with fifty jobs and its search at most 40."""
    with weighed_site(tmp_path, theme) as (address, jobs):
        start, of_start = bytes_of(browser, address)
        heaviest = max(bytes_of(browser, job) for job in jobs[:4])
    assert of_start >= 4  # the page, a style sheet, and scripts
    assert heaviest[1] >= 3
    assert (heaviest[0] <= OF_A_PAGE, start <= OF_A_LIST) == (True, True), (heaviest, start)
    assert heaviest[0] > 8_000
    assert start > 15_000
