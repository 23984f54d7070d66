"""The search for everybody: by keyboard and screen reader, on a small screen, from right to left, on paper, without scripts, without a page that jumps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.searched_site import opened, served_site, settled, titles

# What has to be scrolled to be seen, and what sticks out of the page.
STICKS_OUT = """[...document.querySelectorAll("body *")].filter(one => one.checkVisibility() && !one.closest(".skip, .unseen")
    && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)).map(one => one.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module", params=["base", "studio"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, in one of the themes."""
    with served_site(tmp_path_factory.mktemp("mill"), theme=request.param) as served:
        yield served


def focused(page: Page) -> str:
    """Return the words of the element that the keyboard is at."""
    return str(
        page.evaluate(
            "(document.activeElement.ariaLabel || document.activeElement.name || document.activeElement.innerText || '').replace(/[ \\n]+/g, ' ').trim()"
        )
    )


def press(page: Page, *keys: str) -> str:
    """Press some keys and return where that leads."""
    for key in keys:
        page.keyboard.press(key)
    return focused(page)


def test_all_of_it_can_be_done_with_the_keyboard(browser: Browser, address: str) -> None:
    """From the field through a menu to the results and into a job, and nothing is left open behind."""
    with opened(browser) as window:
        page = window.new_page()
        page.goto(address)
        page.get_by_role("searchbox").focus()
        page.keyboard.type("software")
        settled(page, "2 open jobs")
        assert press(page, "Tab") == "Departments"
        assert press(page, "Tab", "Enter") == "Places"
        page.locator("details[open] label").first.wait_for()
        assert press(page, "ArrowDown") == "locations"
        assert press(page, "Space", "ArrowUp") == "Places 1 chosen"
        assert press(page, "ArrowUp") == "Places 1 chosen"
        assert press(page, "ArrowDown", "ArrowDown", "Escape") == "Places 1 chosen"
        assert page.locator("details[open]").count() == 0
        page.keyboard.press("Enter")
        page.locator("details[open] label").first.wait_for()
        # As many steps as the menu has places; a browser fills it when it has opened.
        left = next(name for name in (press(page, "Tab") for _ in range(20)) if name != "locations")
        assert left
        page.locator("details[open]").wait_for(state="detached")
        page.get_by_role("searchbox").focus()
        assert press(page, "ArrowDown") == "Senior Software Engineer"
        assert press(page, "ArrowDown") == "Software Engineer, Ovens"
        assert press(page, "ArrowDown") == "Software Engineer, Ovens"
        assert press(page, "ArrowUp", "ArrowUp") == "q"
        assert press(page, "Enter") == "Senior Software Engineer"
        page.keyboard.press("Enter")
        page.wait_for_url("**/jobs/job-02/")


def test_a_term_keeps_the_focus(browser: Browser, address: str) -> None:
    """Whoever stands on a term of a menu stays there when its terms are counted anew."""
    with opened(browser) as window:
        page = window.new_page()
        page.goto(address)
        page.locator("summary", has_text="Places").focus()
        page.keyboard.press("Enter")
        page.locator("details[open] label").first.wait_for()
        assert press(page, "ArrowDown", "ArrowDown", "Space") == "locations"
        value = page.evaluate("document.activeElement.value")
        assert page.evaluate("document.activeElement.checked")
        page.go_back()
        page.wait_for_function("() => !document.querySelector('details[open] input:checked')")
        assert page.evaluate("document.activeElement.value") == value


def test_arrows_go_through_the_lists_too(browser: Browser, address: str) -> None:
    """Where nothing is asked, from the field to the jobs of the list; and from the last result to the button for more."""
    with opened(browser) as window:
        page = window.new_page()
        page.goto(address)
        page.get_by_role("searchbox").focus()
        assert press(page, "ArrowDown", "ArrowDown") == titles(page)[1]
        page.get_by_role("searchbox").fill("baker")
        settled(page, "52 open jobs")
        page.locator("[data-results] li a").last.focus()
        assert press(page, "ArrowDown") == "Show more jobs"
        thirty_first = press(page, "Enter")
        assert thirty_first.startswith("Baker ")
        assert titles(page)[30] == thirty_first
        assert page.locator("[data-more]").is_hidden()


def test_what_a_screen_reader_is_told(browser: Browser, address: str) -> None:
    """A search landmark with a named field, groups of checkboxes with names and numbers, and the number of jobs, said once when the typing pauses."""
    with opened(browser) as window:
        page = window.new_page()
        page.goto(address)
        page.evaluate(
            """() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('[role=status]').textContent))
                .observe(document.querySelector('[role=status]'), { childList: true }) }"""
        )
        page.get_by_role("searchbox").press_sequentially("software", delay=30)
        page.wait_for_function("() => said.length")
        page.locator("summary", has_text="Workplace").click()
        page.locator("details[open] label").first.wait_for()
        expect(page.get_by_role("search")).to_match_aria_snapshot(
            """
            - search:
              - searchbox "Search jobs": software
              - group: Departments
              - group: Places
              - group: Types of employment
              - group: Tags
              - group:
                - group "Workplace":
                  - list:
                    - listitem:
                      - checkbox "Hybrid 1"
                    - listitem:
                      - checkbox "Remote 1"
            """
        )
        page.get_by_role("checkbox", name="Remote 1").check()
        page.wait_for_function("() => said.length > 1")
        assert page.evaluate("said") == ["2 open jobs", "1 open job"]
        expect(page.get_by_role("list", name="Filters").get_by_role("button")).to_have_accessible_name("Remove Remote")
        expect(page.get_by_role("combobox", name="Sort by")).to_be_visible()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Clear all").click()
        page.wait_for_function("() => said.length > 2")
        assert page.evaluate("said[2]").startswith("60 open jobs")


def test_a_click_on_a_term_leaves_its_menu_open(browser: Browser, address: str) -> None:
    """Several terms are ticked in a row; a click elsewhere, or another menu, closes it."""
    with opened(browser) as window:
        page = window.new_page()
        page.goto(address)
        page.locator("summary", has_text="Tags").click()
        for number in range(3):
            page.locator("details[open] label").nth(number).click()
            assert page.locator("details[open]").count() == 1
        settled(page, "52 open jobs")
        page.locator("summary", has_text="Places").click()
        assert page.locator("details[open] summary").inner_text().startswith("Places")
        page.locator("h1").click()
        assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("query", ["?q=software", "?tags=rust&departments=workshop", "?sort=closing", "?q=zzzzz", ""])
@pytest.mark.parametrize("width", [360, 1280])
def test_an_address_with_a_search_shows_no_list_first_and_nothing_moves(
    browser: Browser, address: str, width: int, query: str
) -> None:
    """However late the jobs come: in no frame is the whole list seen, and nothing that is seen moves (cumulative layout shift 0)."""
    with opened(browser, width) as window:
        page = window.new_page()
        page.add_init_script(
            """window.shift = 0; window.lists = 0; window.frames = 0;
               new PerformanceObserver(all => all.getEntries().forEach(one => window.shift += one.value)).observe({ type: 'layout-shift', buffered: true });
               (function look() { const first = document.querySelector('[data-jobs] li'); window.frames++;
                   if (first?.checkVisibility({ visibilityProperty: true })) window.lists++; requestAnimationFrame(look) })()"""
        )
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/search/*.json", hold)
        page.goto(address + query)
        if query:
            page.wait_for_function(
                "() => document.querySelector('[data-job-count]').textContent.startsWith('Searching')"
            )
        page.wait_for_timeout(150)
        while not page.locator("[data-results] h2").count() and query:
            while held:
                held.pop().continue_()
            page.wait_for_timeout(50)
        page.wait_for_timeout(150)
        assert page.evaluate("frames") > 3
        assert (page.evaluate("lists") > 0) == (query == "")
        assert page.evaluate("shift") == 0


def test_should_the_script_never_come_the_lists_show_themselves(browser: Browser, address: str) -> None:
    """An address with a search, of which only the page arrives: four seconds later the list is there."""
    with opened(browser) as window:
        page = window.new_page()
        page.route("**/search.*.js", lambda route: route.abort())
        page.goto(f"{address}?q=miller")
        shown = "one => one.checkVisibility({ visibilityProperty: true })"
        assert not page.locator("[data-jobs] li").first.evaluate(shown)
        page.wait_for_function(f"() => ({shown})(document.querySelector('[data-jobs] li'))", timeout=20_000)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(("width", "letters"), [(320, 100), (320, 200), (700, 100), (768, 200), (1280, 100)])
def test_it_fits(browser: Browser, address: str, width: int, letters: int, direction: str) -> None:
    """Each menu when it is open, filters and results: nothing has to be scrolled sideways, nothing sticks out, in either direction."""
    with opened(browser, width) as window:
        page = window.new_page()
        page.goto(f"{address}?q=e&tags=rust&tags=c-plus-plus&locations=remote&locations=berlin")
        page.evaluate("size => document.documentElement.style.fontSize = size", f"{letters}%")
        page.evaluate("direction => { document.documentElement.dir = direction }", direction)
        settled(page, "2 open jobs")
        for menu in page.locator("summary").all():
            menu.click()
            page.locator("details[open] label").first.wait_for()
            assert page.evaluate(STICKS_OUT) == []
            assert page.evaluate("document.documentElement.scrollWidth") == width
            page.keyboard.press("Escape")
        page.goto(f"{address}tags/bed-0/")
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_is_pressed_is_large_enough(browser: Browser, address: str) -> None:
    """On a telephone all that can be pressed is at least 44 px high."""
    with opened(browser, 360) as window:
        page = window.new_page()
        page.goto(f"{address}?q=software&tags=rust")
        settled(page, "2 open jobs")
        page.locator("summary", has_text="Tags").click()
        page.locator("details[open] label").first.wait_for()
        small = """[...document.querySelectorAll("form :is(input[type=search], summary, label:has([type=checkbox])), main button, select")]
            .filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect()).filter(box => box.height < 44 || box.width < 44).length"""
        assert page.evaluate(small) == 0


def test_on_paper_there_are_the_jobs_alone(browser: Browser, address: str) -> None:
    """Nothing to type in or to press is printed, and the results end with the last of them."""
    with opened(browser) as window:
        page = window.new_page()
        page.goto(f"{address}?tags=rust")
        settled(page, "2 open jobs")
        page.emulate_media(media="print")
        for hook in ("form", "select", "button", "[data-picked]"):
            assert not page.locator(hook).filter(visible=True).all(), hook
        assert len(titles(page)) == 2
        assert page.evaluate("document.querySelector('[data-results]').getBoundingClientRect().height") < 400


def test_in_forced_colours_what_is_chosen_can_be_told(browser: Browser, address: str) -> None:
    """Where the reader's system decides the colours, the number of chosen terms can be read."""
    with opened(browser, forced_colors="active") as window:
        page = window.new_page()
        page.goto(f"{address}?tags=rust&tags=c-plus-plus")
        settled(page, "2 open jobs")
        mark = page.locator("[data-facet=tags] [data-chosen]")
        assert mark.inner_text() == "2"
        ink, ground = mark.evaluate("one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]")
        assert ink != ground


def test_without_scripts_there_is_no_search(browser: Browser, address: str) -> None:
    """Nothing of it is seen; the lists and the ways to others are."""
    with opened(browser, java_script_enabled=False) as window:
        page = window.new_page()
        for path in ("", "page/2/", "tags/bed-0/"):
            page.goto(address + path)
            for hook in ("form", "select", "button", "summary", "[data-results]"):
                assert not page.locator(hook).filter(visible=True).all(), (path, hook)
            assert page.locator("[data-jobs] li h2").first.is_visible()
        page.goto(address)
        assert page.get_by_role("navigation", name="Browse jobs by").is_visible()


def test_in_german_it_speaks_german(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Numbers, pay, days and countries are the page's language's, and a part of a word is found."""
    with served_site(tmp_path_factory.mktemp("german"), language="de") as address, opened(browser) as window:
        page = window.new_page()
        page.goto(f"{address}?q=gramm")
        settled(page, "0 offene Stellen")
        page.get_by_role("searchbox").fill("frankreich ingenieur")
        settled(page, "1 offene Stelle")
        facts = page.locator("[data-results] li li").all_inner_texts()
        assert "ab 55.000,50 € pro Jahr" in [fact.replace("\xa0", " ") for fact in facts]
        assert "Bewerben bis 31. Dezember 2026" in facts or "31. Dezember 2026" in " ".join(facts)
        page.get_by_role("searchbox").fill("gineer")
        settled(page, "2 offene Stellen")
