"""The search of the start page in a real browser: what is found and shown, what stands in the address, and what comes when it is opened anew."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.searched_site import opened, served_site, settled, titles

INDEX = re.compile(r"/search/index\.json$")


@pytest.fixture(scope="module", params=["base", "studio"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, in one of the themes."""
    with served_site(tmp_path_factory.mktemp("mill"), theme=request.param) as served:
        yield served


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The start page, whose script may complain of nothing."""
    complaints: list[str] = []
    with opened(browser) as window:
        page = window.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        yield page
    assert complaints == []


def choose(page: Page, menu: str, *terms: str) -> None:
    """Open a menu and tick some of its terms."""
    page.locator("summary", has_text=menu).click()
    for term in terms:
        page.locator("details[open]").get_by_role("checkbox", name=re.compile(f"^{re.escape(term)}")).check()
    page.keyboard.press("Escape")


def counts(page: Page, menu: str) -> dict[str, str]:
    """Return the terms of a menu with their numbers of jobs."""
    page.locator("summary", has_text=menu).click()
    page.locator("details[open] label").first.wait_for()
    found: dict[str, str] = page.locator("details[open] label").evaluate_all(
        "rows => Object.fromEntries(rows.map(row => [row.querySelector('bdi').innerText, row.querySelector('[data-count]').innerText]))"
    )
    page.keyboard.press("Escape")
    return found


def test_typing_finds_jobs(page: Page) -> None:
    """By words of the title, in any order and but for a letter; those that have them in the title first. Nothing typed: the whole list."""
    field = page.get_by_role("searchbox", name="Search jobs")
    field.press_sequentially("enginer sofware")
    settled(page, "2 open jobs")
    assert titles(page) == ["Senior Software Engineer", "Software Engineer, Ovens"]
    field.fill("INGENIEUR")
    settled(page, "1 open job")
    assert titles(page) == ["Ingénieur logiciel"]
    for words in ("worldwide", "graz مهندس", "other mill trust", "jobs in france", "permanent", "workshop remote"):
        field.fill(words)
        assert len(titles(page)) in {1, 2}, words
    field.fill("")
    expect(page.locator("[data-results]")).to_be_hidden()
    assert len(titles(page)) == 20
    assert "60 open jobs" in page.locator("[data-job-count]").inner_text()


def test_a_result_says_what_the_lists_say(page: Page, address: str) -> None:
    """Each job is shown with the words of its card in the lists: place, remote rule, kind of work, pay, days, draft, language."""
    listed: dict[str, tuple[list[str], list[str | None], str]] = {}
    for number in (1, 2, 3):
        page.goto(f"{address}page/{number}/" if number > 1 else address)
        listed |= cards(page, "[data-jobs] > ol > li, [data-jobs] > div > ol > li")
    assert len(listed) == 60
    page.goto(f"{address}?sort=newest")
    settled(page, "60 open jobs")
    page.get_by_role("button", name="Show more jobs").click()
    found = cards(page, "[data-results] > ol > li")
    for title, card in listed.items():
        assert found[title] == card
    assert "€55,000.50" in str(found["Ingénieur logiciel"])
    assert "2 more places" in str(found["Driver"]) or "3 more places" in str(found["Driver"])
    assert "Draft" in str(found["Not yet"])


def cards(page: Page, selector: str) -> dict[str, tuple[list[str], list[str | None], str]]:
    """Return what cards say, without their summaries: by title the facts, the language and the direction, and the address."""
    found = {}
    for card in page.locator(selector).all():
        link = card.locator("h2 a")
        facts = [text.strip() for text in card.locator("li").all_inner_texts()]
        language = [card.locator("h2").get_attribute("lang"), link.evaluate("one => getComputedStyle(one).direction")]
        found[link.inner_text()] = (sorted(facts), language, str(link.evaluate("one => one.href")))
    return found


def test_menus_count_and_combine(page: Page) -> None:
    """Terms of one menu are alternatives, menus narrow each other, and a number says how many jobs its term would give."""
    assert counts(page, "Departments") == {"Shop": "52", "Workshop": "4", "Mill": "2"}
    choose(page, "Departments", "Workshop", "Mill")
    settled(page, "6 open jobs")
    assert counts(page, "Tags") == {"Rust": "2", "C++": "1", "Night shift": "1", "Rye": "1"}
    assert counts(page, "Departments") == {"Shop": "52", "Workshop": "4", "Mill": "2"}
    choose(page, "Workplace", "Hybrid")
    settled(page, "2 open jobs")
    page.get_by_role("searchbox").fill("rust")
    settled(page, "1 open job")
    assert titles(page) == ["Software Engineer, Ovens"]
    assert counts(page, "Workplace") == {"Hybrid": "1", "Remote": "1"}


def test_what_is_chosen_can_be_taken_away(page: Page) -> None:
    """Each chosen term stands above the results, with a button that takes it away; one more takes all of it."""
    choose(page, "Tags", "Rust", "C++")
    choose(page, "Places", "Berlin")
    settled(page, "2 open jobs")
    expect(page.locator("[data-picked] button")).to_have_text(["Rust", "C++", "Berlin"])
    page.get_by_role("button", name="Remove Rust").click()
    settled(page, "1 open job")
    expect(page.get_by_role("button", name="Remove C++")).to_be_focused()
    expect(page.locator("summary", has_text="Tags")).to_have_accessible_name("Tags 1 chosen")
    page.get_by_role("button", name="Clear all").filter(visible=True).click()
    expect(page.locator("[data-results]")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.url.endswith("/repo/")


def test_nothing_found_says_what_to_do(page: Page) -> None:
    """In place of an empty list there are words, and a way back."""
    page.get_by_role("searchbox").fill("zzzzz")
    settled(page, "0 open jobs")
    expect(page.get_by_role("heading", name="No job fits all of this")).to_be_visible()
    page.locator("[data-none] button").click()
    assert len(titles(page)) == 20


def test_jobs_are_sorted(page: Page) -> None:
    """The best match, the newest or those that close first come first."""
    page.get_by_label("Sort by").select_option("Closing soon")
    settled(page, "60 open jobs")
    assert titles(page)[:4] == ["Senior Software Engineer", "Ingénieur logiciel", "Driver", "Miller"]
    assert page.url.endswith("?sort=closing")


def test_a_job_that_has_closed_since_the_build_is_not_found(browser: Browser, address: str) -> None:
    """The visitor's clock decides: on its last day, the site's day, a job is there, an hour later it is not."""
    for moment, count in (("2026-12-01T04:30:00Z", "2 open jobs"), ("2026-12-01T05:30:00Z", "1 open job")):
        with opened(browser) as window:
            window.clock.set_fixed_time(moment)
            page = window.new_page()
            page.goto(f"{address}?q=software")
            settled(page, count)


def test_the_address_says_what_is_asked(page: Page, address: str) -> None:
    """It can be shared: opened anew it shows the same. What others wrote into it stays."""
    page.goto(f"{address}?utm_source=letter&q=old#page-main")
    page.get_by_role("searchbox").fill("")
    choose(page, "Departments", "Mill", "Shop")
    choose(page, "Workplace", "On site")
    page.get_by_role("searchbox").fill("Softw & more? ü")
    page.get_by_label("Sort by").select_option("Newest first")
    wanted = f"{address}?utm_source=letter&q=Softw+%26+more%3F+%C3%BC&departments=mill&departments=shop&remote=none&sort=newest#page-main"
    assert page.url == wanted
    page.goto("about:blank")
    page.goto(wanted)
    settled(page, "0 open jobs")
    expect(page.get_by_role("searchbox")).to_have_value("Softw & more? ü")
    expect(page.get_by_label("Sort by")).to_have_value("newest")
    expect(page.locator("[data-picked] button")).to_have_text(["Mill", "Shop", "On site"])
    page.get_by_role("button", name="Clear all").filter(visible=True).first.click()
    assert page.url == f"{address}?utm_source=letter#page-main"


def test_a_term_that_is_gone_is_named(page: Page, address: str) -> None:
    """An old address with a tag that no job has any more finds nothing, says by what, and lets it be taken away."""
    page.goto(f"{address}?tags=gone&sort=nonsense")
    settled(page, "0 open jobs")
    page.get_by_role("button", name="Remove gone").click()
    assert page.url == address
    assert len(titles(page)) == 20


def test_back_undoes_choices_but_not_letters(page: Page, address: str) -> None:
    """Back leads from a choice to what was before, and from what was typed to the whole list, not from letter to letter."""
    page.get_by_role("searchbox").press_sequentially("baker", delay=20)
    page.wait_for_url("**?q=baker")
    choose(page, "Tags", "bed 0")
    settled(page, "18 open jobs")
    choose(page, "Tags", "bed 1")
    settled(page, "35 open jobs")
    page.go_back()
    settled(page, "18 open jobs")
    expect(page.locator("[data-picked] button")).to_have_text(["bed 0"])
    page.go_back()
    settled(page, "52 open jobs")
    page.go_back()
    assert page.url == address
    expect(page.get_by_role("searchbox")).to_have_value("")
    assert len(titles(page)) == 20
    page.go_forward()
    settled(page, "52 open jobs")


def test_coming_back_from_a_job_leads_to_where_one_was(page: Page) -> None:
    """As many results as were looked through, and the same place on the page."""
    page.get_by_role("searchbox").fill("baker")
    page.get_by_role("button", name="Show more jobs").click()
    link = page.locator("[data-results] li a").nth(50)
    link.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    title = link.inner_text()
    link.click()
    page.wait_for_url("**/jobs/*/")
    assert title in page.locator("h1").inner_text()
    page.go_back()
    settled(page, "52 open jobs")
    page.wait_for_function("top => scrollY === top", arg=top)
    assert len(titles(page)) == 52


def test_a_list_leads_to_the_search(page: Page, address: str) -> None:
    """What is typed on a tag's page is looked for on the start page among the jobs with that tag; on a numbered page among all."""
    page.goto(f"{address}tags/bed-0/")
    page.get_by_role("searchbox", name="Search these jobs").fill("baker 3")
    page.get_by_role("button", name="Search").click()
    settled(page, "5 open jobs")
    expect(page.locator("[data-picked] button")).to_have_text(["bed 0"])
    page.goto(f"{address}page/2/")
    page.get_by_role("searchbox", name="Search jobs").fill("miller")
    page.keyboard.press("Enter")
    settled(page, "1 open job")


def test_where_the_jobs_cannot_be_loaded_the_lists_stay(page: Page, address: str) -> None:
    """A message says so, also to screen readers, and the next letter tries again."""
    page.context.route(INDEX, lambda route: route.abort())
    page.goto(f"{address}?q=miller")
    expect(page.locator("[data-failed]")).to_be_visible()
    assert len(titles(page)) == 20
    expect(page.get_by_role("status")).to_have_text("The search is not available just now. All jobs are in the lists.")
    page.context.unroute_all()
    page.get_by_role("searchbox").press("End")
    page.keyboard.type("s")
    page.keyboard.press("Backspace")
    settled(page, "1 open job")
    expect(page.locator("[data-failed]")).to_be_hidden()


def test_files_of_an_earlier_build_do_no_harm(page: Page, address: str) -> None:
    """Where the browser has kept a list of files that are gone, it is asked for again."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(json={"version": 1, "count": 1, "files": ["gone.json"]})
        else:
            route.continue_()

    page.context.route(INDEX, answer)
    page.goto(f"{address}?q=miller")
    settled(page, "1 open job")
    assert len(asked) == 2


def test_a_letter_makes_few_cards_and_asks_for_nothing(page: Page, address: str) -> None:
    """The jobs are loaded once, when somebody turns to the search; a letter then makes at most thirty cards, most of them only once."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert not [url for url in asked if "/search/" in url or "search-index" in url]
    page.evaluate(
        """() => { window.made = 0; const clone = DocumentFragment.prototype.cloneNode;
            DocumentFragment.prototype.cloneNode = function (...all) { window.made += this.querySelector('article') ? 1 : 0; return clone.apply(this, all) } }"""
    )
    made = []
    page.get_by_role("searchbox").focus()
    for typed in ("b", "ba", "bak", "bake", "baker"):
        page.get_by_role("searchbox").press_sequentially(typed[-1])
        page.wait_for_function("() => document.querySelector('[data-job-count]').textContent.endsWith('open jobs')")
        made.append(page.evaluate("made"))
    assert max(later - before for before, later in zip([0, *made], made, strict=False)) <= 30
    assert made[-1] <= 60
    assert sum("search-index" in url for url in asked) == 1
    assert sum("/search/" in url for url in asked) == 2
