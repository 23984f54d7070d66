"""A site in three languages as visitors meet it: the switch without scripts and by keyboard, the search in each tree, right to left."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.searched_site import opened, settled, titles
from tests.pages_server import pages_server
from tests.sites import build_site
from tests.trilingual import write_trilingual


@pytest.fixture(scope="module", params=["base", "studio"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, in one of the themes, with jobs enough to be searched."""
    site = write_trilingual(tmp_path_factory.mktemp("press") / "site", request.param, more=20)
    assert build_site(site).published
    with pages_server(site / "output", "/repo/") as served:
        yield served


def test_the_switch_without_scripts(browser: Browser, address: str) -> None:
    """From a job to its versions and back; from one that is not translated to the start page, which is told by its words."""
    with opened(browser, java_script_enabled=False) as window:
        page = window.new_page()
        page.goto(f"{address}jobs/presser/")
        page.get_by_role("navigation", name="Languages").get_by_role("link", name="Deutsch").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Ölpresser")
        page.get_by_role("navigation", name="Sprachen").get_by_role("link", name="العربية").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("عامل معصرة زيتون")
        page.get_by_role("navigation", name="اللغات").get_by_role("link", name="English").click()
        expect(page).to_have_url(f"{address}jobs/presser/")
        page.goto(f"{address}jobs/taster/")
        page.get_by_role("link", name="Deutsch (leads to another page: this one is not translated)").click()
        expect(page).to_have_url(f"{address}de/")


def test_the_search_finds_what_is_not_translated(browser: Browser, address: str) -> None:
    """The German search finds the English job, says that it is in English, and leads to its page."""
    with opened(browser) as window:
        page = window.new_page()
        page.goto(f"{address}de/")
        page.get_by_role("searchbox").fill("taster")
        settled(page, "1 offene Stelle")
        assert titles(page) == ["Oil taster"]
        result = page.locator("[data-results] li article")
        expect(result.locator(".badge")).to_have_text("Englisch")
        expect(result.locator("h2")).to_have_attribute("lang", "en")
        page.get_by_role("searchbox").fill("ölpresser")
        page.wait_for_function("document.querySelector('[data-results] h2')?.textContent === 'Ölpresser'")
        assert page.locator("[data-results] .badge").count() == 0
        page.get_by_role("searchbox").fill("taster")
        settled(page, "1 offene Stelle")
        page.get_by_role("link", name="Oil taster").filter(visible=True).click()
        expect(page).to_have_url(f"{address}jobs/taster/")


@pytest.mark.parametrize("path", ["", "de/", "ar/", "ar/tags/machines/", "jobs/taster/"])
def test_it_fits_on_the_smallest_screen(browser: Browser, address: str, path: str) -> None:
    """At 320 px nothing sticks out, and every link of the switch is as high as a thumb needs; from right to left too."""
    with opened(browser, 320) as window:
        page = window.new_page()
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        boxes = [link.bounding_box() for link in page.locator("nav.languages a").all()]
        assert len(boxes) == 3
        assert all(box is not None and box["height"] >= 44 for box in boxes)
