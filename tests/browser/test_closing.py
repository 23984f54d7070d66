"""Jobs that close by the visitor's clock: a site that was built on 21 November 2026 is looked at on other days."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from site_builder.build import Options, build
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from tests.pages_server import pages_server

ROOT = Path(__file__).parents[2]
JOB = "jobs/account-manager-rail/"  # closes at the end of 10 January 2027 in Berlin
OPEN_JOBS = 11
SECOND_BEFORE, SECOND_AFTER = "2027-01-10T23:59:58+01:00", "2027-01-11T00:00:01+01:00"
# What a strict host sends along: nothing runs, and nothing is fetched, but what is the site's own.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"


@pytest.fixture(scope="module", params=["base", "studio"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the example is served in one of the themes, as it was on 21 November 2026."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "site.toml").read_text(encoding="utf-8")
    settings = settings.replace('[theme]\nname = "base"', f'[theme]\nname = "{request.param}"')
    (folder / "site.toml").write_text(settings, encoding="utf-8")
    project, problems = load_project(folder, base_url="https://org.example/repo/")
    assert project is not None, problems
    with Workers(1) as workers:
        assert build(project, date(2026, 11, 21), workers, Options()).published
    with pages_server(project.output, "/repo/") as served:
        yield served


@contextmanager
def looked_at(browser: Browser, moment: str, *, scripts: bool = True) -> Iterator[Page]:
    """Look at pages when a visitor's clock shows a moment, under a strict policy; nothing may go wrong there."""
    with browser.new_context(java_script_enabled=scripts, timezone_id="America/Los_Angeles") as window:
        window.clock.set_fixed_time(datetime.fromisoformat(moment))
        page = window.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))

        def with_policy(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

        page.route(lambda url: url.endswith("/"), with_policy)
        yield page
        assert complaints == []


def shown(page: Page) -> list[str]:
    """Return the addresses of the jobs that a list shows."""
    links = page.locator(".card h2 a:visible")
    return list(links.evaluate_all("links => links.map(one => one.getAttribute('href'))"))


def test_a_list_loses_a_job_when_its_time_is_over(browser: Browser, address: str) -> None:
    """A second before it is there, a second after it is not; the number at the head follows, in words of its own."""
    for moment, jobs in ((SECOND_BEFORE, OPEN_JOBS), (SECOND_AFTER, OPEN_JOBS - 1)):
        with looked_at(browser, moment) as page:
            page.goto(address)
            listed = shown(page)
            assert len(listed) == jobs
            assert (f"/repo/{JOB}" in listed) == (jobs == OPEN_JOBS)
            assert f"{jobs} open jobs" in " ".join(page.locator("main").inner_text().split())


def test_the_last_job_of_a_list(browser: Browser, address: str) -> None:
    """When a tag's only job is over, its list says that there is none, and the index of tags names it no more."""
    with looked_at(browser, SECOND_BEFORE) as page:
        page.goto(f"{address}tags/")
        assert page.locator("a[href='/repo/tags/accounting/']").is_visible()
        before = page.locator(".terms li:visible").count()
    with looked_at(browser, "2027-01-30T12:00:00+01:00") as page:
        page.goto(f"{address}tags/")
        assert not page.locator("a[href='/repo/tags/accounting/']").is_visible()
        assert 5 < page.locator(".terms li:visible").count() < before
        assert "1 open job\n" in page.locator(".terms").inner_text() + "\n"
        page.goto(f"{address}tags/accounting/")
        assert shown(page) == []
        assert page.get_by_role("heading", name="No open jobs right now").is_visible()
        assert "0 open jobs" in " ".join(page.locator("main").inner_text().split())


def test_a_page_closes(browser: Browser, address: str) -> None:
    """From its moment on it says that the job is closed, to screen readers too; no way to apply and no structured data are left."""
    with looked_at(browser, SECOND_BEFORE) as page:
        page.goto(address + JOB)
        assert not page.get_by_text("This job is closed.").is_visible()
        assert page.get_by_role("link", name="Apply now").first.is_visible()
        assert page.locator("script[type='application/ld+json']").count() == 1
    with looked_at(browser, SECOND_AFTER) as page:
        page.goto(address + JOB)
        assert "This job is closed." in page.get_by_role("status").inner_text()
        assert page.get_by_role("status").get_by_role("link", name="See all open jobs").is_visible()
        assert page.get_by_role("link", name="Apply now").count() == 0
        assert (
            page.locator("a[href^='https://apply.example.org'], .apply, .apply-again, .apply-bar, .hero-apply").count()
            == 0
        )
        assert page.locator("script[type='application/ld+json']").count() == 0
        assert not page.get_by_text("Closing soon").is_visible()


@pytest.mark.parametrize(
    ("moment", "is_marked"), [("2027-01-03T23:00:00+01:00", False), ("2027-01-04T00:30:00+01:00", True)]
)
def test_the_last_days_are_marked(browser: Browser, address: str, moment: str, *, is_marked: bool) -> None:
    """Seven days before its end a job is marked in lists and on its page."""
    with looked_at(browser, moment) as page:
        page.goto(address)
        assert page.locator(f".card:has(a[href='/repo/{JOB}'])").get_by_text("Closing soon").is_visible() == is_marked
        page.goto(address + JOB)
        assert page.get_by_text("Closing soon").is_visible() == is_marked


def test_a_page_that_lay_open_closes_when_it_is_looked_at(browser: Browser, address: str) -> None:
    """Who comes back to a tab after the last moment finds the job closed, and is told."""
    with looked_at(browser, SECOND_BEFORE) as page:
        page.goto(address + JOB)
        assert page.get_by_role("link", name="Apply now").first.is_visible()
        page.clock.set_fixed_time(datetime.fromisoformat(SECOND_AFTER))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
        assert page.get_by_text("This job is closed.").is_visible()
        assert page.get_by_role("link", name="Apply now").count() == 0


def test_nothing_moves(browser: Browser, address: str) -> None:
    """All is done before anything is shown: the browser counts no shift of the layout."""
    with looked_at(browser, "2027-01-30T12:00:00+01:00") as page:
        page.add_init_script(
            "window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries().map(one => one.value)))"
            ".observe({ type: 'layout-shift', buffered: true })"
        )
        for path in ("", JOB, "tags/"):
            page.goto(address + path)
            page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            assert page.evaluate("shifts") == [], path


def test_without_scripts_all_is_as_it_was_built(browser: Browser, address: str) -> None:
    """Nothing that only the script shows is there, and nothing is missing."""
    with looked_at(browser, SECOND_AFTER, scripts=False) as page:
        page.goto(address)
        assert len(shown(page)) == OPEN_JOBS
        assert not page.get_by_text("Closing soon").first.is_visible()
        page.goto(address + JOB)
        assert page.get_by_role("link", name="Apply now").first.is_visible()
        assert not page.get_by_text("This job is closed.").is_visible()


def test_a_closed_page_names_open_jobs_that_are_open(browser: Browser, address: str) -> None:
    """Those of its similar jobs whose time is over as well go away from it."""
    similar = ".similar-jobs li[data-closes]:visible"
    with looked_at(browser, SECOND_BEFORE) as page:
        page.goto(f"{address}jobs/people-partner/")
        before = page.locator(similar).count()
    with looked_at(browser, "2027-01-30T12:00:00+01:00") as page:
        page.goto(f"{address}jobs/people-partner/")
        assert 0 < page.locator(similar).count() < before
        assert page.get_by_text("This job is closed.").is_visible()
