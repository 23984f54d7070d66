"""The example site in a real browser: on a telephone and on a desk, in light and dark, with a keyboard, without JavaScript."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from site_builder.build import Options, build
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from tests.pages_server import pages_server

ROOT = Path(__file__).parents[2]
# One page of each kind, and of postings an ordinary one, one in another language, one without markup and a closed one.
PAGES = (
    "",
    "jobs/embedded-software-engineer/",
    "jobs/technische-kundenberatung/",
    "jobs/warehouse-associate/",
    "jobs/people-partner/",
    "tags/",
    "tags/flood-warning/",
    "benefits/",
    "faq/",
    "404.html",
)
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
JOB = "jobs/embedded-software-engineer/"
APPLY = "https://apply.example.org/embedded-software-engineer"
# Words that have no place to break, and an address of 107 characters.
LONG = "jobs/long-words/"
EMAIL = "recruiting.department.for.extraordinarily.long.addresses@subdivision.of.a.very.long.organization.example.org"
LONG_WORDS = f"""\
---
title: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtin
slug: long-words
organization:
  name: Rechtsschutzversicherungsgesellschaftenverbandsvorsitzendenbüro
  url: https://rechtsschutz.example.org/
  same_as: [https://{"a" * 60}.example.org/offices]
locations: [Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch]
department: Straßenverkehrsinfrastrukturbeschleunigungsgesetzgebung
date_posted: 2026-11-20
valid_through: 2027-01-31
salary: 60000-75000 EUR per year
apply_url: {APPLY}
apply_email: {EMAIL}
---

A table:

| Verantwortungsbereichsbezeichnung | Beschleunigungsgesetzgebungsverfahren |
|:--|--:|
| one | 1,000 |
"""


@pytest.fixture(scope="module", params=["base", "studio"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the example is served below a path, in one of the themes."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/long-words.md").write_text(LONG_WORDS, encoding="utf-8")
    settings = (ROOT / "site.toml").read_text(encoding="utf-8")
    theme = f'name = "{request.param}"'
    (folder / "site.toml").write_text(settings.replace('[theme]\nname = "base"', f"[theme]\n{theme}"), encoding="utf-8")
    # The port is not known yet. Links within the site begin with the path alone, so they hold for any.
    project, problems = load_project(folder, base_url="https://org.example/repo/")
    assert project is not None, problems
    assert project.config.theme == request.param
    with Workers(1) as workers:
        assert build(project, date(2026, 11, 21), workers, Options()).published
    with pages_server(project.output, "/repo/") as served:
        yield served


class Complaints(NamedTuple):
    """What went wrong while pages were shown: in their console, and with what they asked for."""

    console: list[str]
    requests: list[str]
    hosts: set[str]


def listen(page: Page) -> Complaints:
    """Note from now on what a page complains of, and whom it asks."""
    complaints = Complaints([], [], set())
    page.on("console", lambda message: complaints.console.append(message.text))
    page.on("pageerror", lambda error: complaints.console.append(str(error)))
    # What a page had not fetched yet when it was left (its icon, mostly) is no failure.
    page.on(
        "requestfailed",
        lambda request: complaints.requests.append(request.url) if request.failure != "net::ERR_ABORTED" else None,
    )
    page.on("request", lambda request: complaints.hosts.add(request.url.split("/")[2]))
    page.on("response", lambda response: complaints.requests.append(response.url) if response.status >= 400 else None)
    return complaints


def opened(browser: Browser, width: int, scheme: str, *, scripts: bool = False) -> BrowserContext:
    """Return a window of some width whose reader prefers a colour scheme, on the day on which the site was built."""
    dark = scheme == "dark"
    window = browser.new_context(
        viewport={"width": width, "height": 740}, color_scheme="dark" if dark else "light", java_script_enabled=scripts
    )
    window.clock.set_fixed_time(datetime(2026, 11, 21, 12, tzinfo=UTC))
    return window


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit_and_nothing_fails(browser: Browser, address: str, width: int, scheme: str) -> None:
    """Nothing has to be scrolled sideways, nothing sticks out, nothing is missing, nobody else is asked."""
    with opened(browser, width, scheme, scripts=True) as window:
        page = window.new_page()
        complaints = listen(page)
        for path in PAGES:
            page.goto(address + path)
            inner, outer = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert (path, inner, outer) == (path, width, width)
            # A box that scrolls by itself (a wide table) may hold more than it shows.
            wide = page.evaluate(
                """[...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1
                   && !one.closest("table, pre, .skip")).map(one => one.outerHTML.slice(0, 80))"""
            )
            assert (path, wide) == (path, [])
            assert page.evaluate("[...document.images].every(one => one.complete && one.naturalWidth > 0)"), path
        assert complaints.console == []
        assert complaints.requests == []
        assert complaints.hosts == {address.split("/")[2]}


def test_light_is_light_and_dark_is_dark(browser: Browser, address: str) -> None:
    """The page follows the reader's choice: dark letters on light ground, or the other way round."""
    for scheme in SCHEMES:
        with opened(browser, 360, scheme, scripts=True) as window:
            page = window.new_page()
            page.goto(address)
            ink, ground = page.evaluate(
                """(() => {
                    const context = document.createElement("canvas").getContext("2d");
                    const light = colour => {
                        context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
                        const [r, g, b] = context.getImageData(0, 0, 1, 1).data; return 0.2 * r + 0.7 * g + 0.1 * b;
                    };
                    const solid = one => !one ? "white" : /, 0\\)$|transparent/.test(getComputedStyle(one).backgroundColor)
                        ? solid(one.parentElement) : getComputedStyle(one).backgroundColor;
                    const heading = document.querySelector("h1");
                    return [light(getComputedStyle(heading).color), light(solid(heading))];
                })()"""
            )
            assert (ink > ground) == (scheme == "dark"), (scheme, ink, ground)
            assert abs(ink - ground) > 100, (scheme, ink, ground)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_reaches_everything(browser: Browser, address: str, width: int) -> None:
    """The first Tab is the way past the navigation; from there the next ones reach the jobs, in order, each to be seen."""
    with opened(browser, width, "light", scripts=True) as window:
        page = window.new_page()
        page.goto(address)
        page.keyboard.press("Tab")
        assert focused(page, "getAttribute('href')") == "#page-main"
        assert page.locator(":focus").is_visible()
        page.keyboard.press("Enter")
        assert page.url.endswith("#page-main")
        jobs: list[str] = []
        for _ in range(80):
            page.keyboard.press("Tab")
            href = str(focused(page, "getAttribute('href')"))
            if "/jobs/" in href:
                jobs.append(href)
                box = page.locator(":focus").bounding_box()
                assert box is not None
                assert box["width"] > 0
                assert box["y"] + box["height"] > 0
                assert focused(page, "matches(':focus-visible')")
        listed = page.locator(".jobs a[href*='/jobs/']").evaluate_all(
            "links => links.map(one => one.getAttribute('href'))"
        )
        assert list(dict.fromkeys(jobs)) == list(dict.fromkeys(listed))
        assert len(set(listed)) == 12


def focused(page: Page, what: str) -> object:
    """Return something of the element that the keyboard is at."""
    return page.evaluate(f"document.activeElement.{what}")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_reaches_the_way_to_apply(browser: Browser, address: str, width: int) -> None:
    """On a job's page a few Tabs after the skip link lead to the apply link, and there it can be seen."""
    with opened(browser, width, "light", scripts=True) as window:
        page = window.new_page()
        page.goto(address + JOB)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        for _ in range(8):
            page.keyboard.press("Tab")
            if focused(page, "getAttribute('href')") == APPLY:
                break
        assert focused(page, "getAttribute('href')") == APPLY
        box = page.locator(":focus").bounding_box()
        assert box is not None
        assert box["width"] > 100
        assert box["height"] >= 44
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        on_top = "([x, y]) => document.elementFromPoint(x, y).closest('a')?.getAttribute('href')"
        assert page.evaluate(on_top, middle) == APPLY


@pytest.mark.parametrize("letters", ["100%", "200%"])
@pytest.mark.parametrize("width", [320, 360, 768])
def test_long_words_and_large_letters_fit(browser: Browser, address: str, width: int, letters: str) -> None:
    """However long a word or an address is, and with letters twice as large, nothing has to be scrolled sideways."""
    with opened(browser, width, "light", scripts=True) as window:
        page = window.new_page()
        for path in (LONG, "", "departments/", JOB, "faq/"):
            page.goto(address + path)
            page.evaluate("size => document.documentElement.style.fontSize = size", letters)
            assert (path, page.evaluate("document.documentElement.scrollWidth")) == (path, width)


def test_on_paper_nothing_is_cut_off(browser: Browser, address: str) -> None:
    """A printed job has the whole address to apply, its tables and the page's own address, and no links to go elsewhere."""
    with opened(browser, 700, "light", scripts=True) as window:
        page = window.new_page()
        page.goto(address + LONG)
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") == 700
        cut = """[...document.querySelectorAll("main *, footer *")].filter(one => one.checkVisibility()
            && !one.matches(".unseen") && one.scrollWidth > one.clientWidth + 1
            && getComputedStyle(one).overflowX !== "visible").map(one => one.outerHTML.slice(0, 80))"""
        assert page.evaluate(cut) == []
        shown = page.locator("body").inner_text()
        assert shown.count(EMAIL) == 1
        assert f"https://org.example/repo/{LONG}" in shown
        assert not page.locator(".site-navigation").is_visible()


def test_a_job_seeker_finds_a_job_without_javascript(browser: Browser, address: str) -> None:
    """From the start page by a click to a job, its facts and the way to apply; from there by a tag to others like it."""
    with opened(browser, 360, "light") as window:
        page = window.new_page()
        page.goto(address)
        page.get_by_role("link", name="Embedded Software Engineer").first.click()
        assert page.url == address + JOB
        text = page.locator("main").inner_text()
        for fact in ("Embedded Software Engineer", "Rillmark GmbH", "Berlin", "€62,000", "€78,000", "January 31, 2027"):
            assert fact.casefold() in text.casefold(), fact
        assert page.locator(f'a[href="{APPLY}"]').first.is_visible()
        page.get_by_role("link", name="Flood warning", exact=True).click()
        assert page.url == f"{address}tags/flood-warning/"
        assert page.locator(".jobs > li").count() > 2


def test_an_old_address_leads_on(browser: Browser, address: str) -> None:
    """A page that has moved names the new address; the host of the real site being elsewhere, it is not followed here."""
    with opened(browser, 360, "light") as window:
        page = window.new_page()
        page.route("https://org.example/**", lambda route: route.fulfill(body="arrived"))
        page.goto(f"{address}careers/firmware-developer/")
        page.wait_for_url("https://org.example/repo/jobs/embedded-software-engineer/")
        assert page.content().count("arrived") == 1


def test_a_missing_page_is_ours_at_any_depth(browser: Browser, address: str) -> None:
    """What is not there is answered by the site's own 404.html, whose links and style hold wherever it is shown."""
    with opened(browser, 360, "light", scripts=True) as window:
        page = window.new_page()
        answer = page.goto(f"{address}no/such/page/")
        assert answer is not None
        assert answer.status == 404
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 10
        page.get_by_role("link", name="See all open jobs").click()
        assert page.url == address
