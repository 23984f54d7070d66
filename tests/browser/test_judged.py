"""Every kind of page in Chromium: axe-core finds nothing, nothing scrolls sideways, the policy is kept, from the start page a keyboard reaches the way to apply."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.judged_site import LANGUAGES, MOVED, THEMES, Judged, judged_site

AXE = Path(__file__).parents[1] / "node_modules/axe-core/axe.min.js"
ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# All that depends on the scheme.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
RUN = """async rules => (await axe.run(document, {resultTypes: ['violations'], runOnly: rules})).violations.flatMap(
    rule => rule.nodes.slice(0, 3).map(one => `${rule.id}: ${one.target} ${one.html.slice(0, 120)}`))"""
REFUSED = "document.addEventListener('securitypolicyviolation', one => console.error(`${one.violatedDirective} ${one.blockedURI}`))"


@pytest.fixture(
    scope="module", params=[(theme, direction) for theme in THEMES for direction in LANGUAGES], ids="-".join
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judged]:
    """The example in one of the themes, in English or in Arabic."""
    theme, direction = request.param
    with judged_site(tmp_path_factory.mktemp("judged"), theme, direction) as judged:
        yield judged


@cache
def axe() -> str:
    """Return axe-core's script."""
    if not AXE.is_file():
        pytest.fail("axe-core is missing: `make tests/node_modules/installed` fetches it (with npm).")
    return AXE.read_text("utf-8")


@contextmanager
def opened(browser: Browser, *, scripts: bool = True) -> Iterator[tuple[Page, list[str]]]:
    """Give a page and what it complains of.

    axe-core needs scripts to look at a page. So where the page's own shall not run, they do not arrive, and style sheets take it for a browser
    without any.
    """
    window: BrowserContext = browser.new_context(viewport={"width": 360, "height": 740})
    # Its own clock alone: axe-core waits by the timers, which are to run as they do.
    window.add_init_script("Date.now = () => Date.parse('2026-11-21T12:00:00Z')")
    complaints: list[str] = []
    page = window.new_page()
    page.add_init_script(REFUSED)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if scripts:
        page.on("console", lambda message: complaints.append(message.text))
    else:
        page.route("**/*.js", lambda route: route.abort())
        page.route("**/*.css", _without_scripts)
    try:
        yield page, complaints
    finally:
        window.close()


def _without_scripts(route: Route) -> None:
    answer = route.fetch()
    sheet = answer.text().replace("(scripting: none)", "all").replace("(scripting: enabled)", "not all")
    route.fulfill(response=answer, body=sheet)


def judge(page: Page, what: str, *, widths: tuple[int, int] = (360, 1280)) -> list[str]:
    """Return what is wrong with the page as it stands: by all rules at both widths in the light, by those of colours at the first in the dark."""
    found = []
    for width, scheme, rules in ((widths[0], "dark", OF_COLOURS), (widths[0], "light", ALL), (widths[1], "light", ALL)):
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{what}, {width} px, {scheme}: {one}" for one in page.evaluate(RUN, rules)]
    return found


def too_wide(page: Page, what: str) -> list[str]:
    """Say whether a page on 320 pixels, with letters as large and twice as large, has to be scrolled sideways."""
    found = []
    page.set_viewport_size({"width": 320, "height": 740})
    for letters in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        width = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{what}: {width} px at {letters}"] if width != 320 else []
    return found


def test_every_kind_of_page(browser: Browser, site: Judged) -> None:
    """axe-core finds nothing by its rules of WCAG 2.0 to 2.2 (A, AA) and best practices, nothing sticks out, and nothing is complained of or refused."""
    found: list[str] = []
    with opened(browser) as (page, complaints):
        for number, (what, url) in enumerate(site.urls().items()):
            page.goto(url)
            page.evaluate(axe())
            # Dark at 360 pixels for every other page, and at 1280 for the rest: colours hardly depend on the width.
            found += judge(page, what, widths=(360, 1280) if number % 2 else (1280, 360))
            found += too_wide(page, what)
        moved = (site.folder / MOVED).read_text("utf-8")
        page.set_content(moved.replace('http-equiv="refresh"', 'name="was-refresh"'))
        page.evaluate(axe())
        # It has no style sheet, and axe-core takes the ground of such a page for white in the dark as well.
        page.emulate_media(color_scheme="light")
        found += [f"moved: {one}" for one in page.evaluate(RUN, ALL)]
    assert found == []
    assert [one for one in complaints if "404" not in one] == []


def test_the_search_in_all_its_states(browser: Browser, site: Judged) -> None:
    """What scripts bring: a menu that is open, results with chosen terms, nothing found."""
    with opened(browser) as (page, complaints):
        page.goto(site.address)
        page.evaluate(axe())
        page.locator("summary").first.click()
        page.locator("details[open] label input").first.check()
        found = judge(page, "menu")
        page.keyboard.press("Escape")
        page.locator("[data-picked] button").first.wait_for()
        found += judge(page, "results", widths=(1280, 360))
        page.get_by_role("searchbox").fill("qqqqqqqq")
        page.locator("[data-none]").wait_for()
        found += judge(page, "nothing found")
    assert found == []
    assert complaints == []


@pytest.mark.parametrize("site", [("base", "ltr"), ("studio", "rtl")], ids="-".join, indirect=True)
def test_pages_without_their_scripts(browser: Browser, site: Judged) -> None:
    """Pages that have scripts are as accessible where these do not run, and show no search."""
    found: list[str] = []
    with opened(browser, scripts=False) as (page, complaints):
        for what, url in site.urls().items():
            answer = page.request.get(url).text()
            if "<script src=" in answer or 'type="module"' in answer:
                page.goto(url)
                assert not page.locator("form.search").first.is_visible()
                page.evaluate(axe())
                found += judge(page, what)
                found += too_wide(page, what)
    assert found == []
    assert complaints == []


@pytest.mark.parametrize("site", [("base", "ltr")], ids="-".join, indirect=True)
def test_axe_finds_what_is_wrong(browser: Browser, site: Judged) -> None:
    """The judge is awake: a page with a pale word, a field without a label and a script in an attribute is found out."""
    with opened(browser) as (page, complaints):
        page.goto(site.address)
        page.evaluate(axe())
        page.evaluate(
            "document.querySelector('h1').insertAdjacentHTML('afterend', '<p><a id=pale href=x onclick=go()>pale</a><input></p>');"
            "document.querySelector('#pale').style.background = '#fff'; document.querySelector('#pale').style.color = '#bbb'"
        )
        found = {one.split(": ")[1] for one in judge(page, "x")}
        page.locator("#pale").dispatch_event("click")
    assert {"color-contrast", "label"} <= found
    assert any("script-src-attr" in one for one in complaints)


def focused(page: Page) -> dict[str, Any]:
    """Return the address of what has the focus, and whether it can be seen."""
    return dict(
        page.evaluate(
            """() => { const one = document.activeElement, box = one.getBoundingClientRect();
                return { href: one.getAttribute('href') ?? '', seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
                         shown: one.matches(':focus-visible') } }"""
        )
    )


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_keyboard_reaches_the_way_to_apply(browser: Browser, site: Judged, *, scripts: bool) -> None:
    """From the start page, with Tab and Enter alone: past the navigation to a job, and there to its apply link."""
    with opened(browser, scripts=scripts) as (page, _):
        page.goto(site.address)
        page.keyboard.press("Tab")
        assert focused(page)["href"] == "#page-main"
        page.keyboard.press("Enter")
        job = page.locator(".jobs h2 a").first.get_attribute("href") or ""
        assert tabbed_to(page, job, 60)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{job}")
        apply = page.locator(".apply a").first.get_attribute("href") or ""
        assert apply
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert tabbed_to(page, apply, 8)


def tabbed_to(page: Page, href: str, most: int) -> bool:
    """Press Tab until a link has the focus; tell whether it does, and can be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        one = focused(page)
        if one["href"] == href:
            return bool(one["seen"] and one["shown"])
    return False
