"""What the search costs a visitor: `python -m tests.benchmarks.searching 10000,100000` loads that many jobs in Chromium, types, and says how long it took."""

import gzip
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import EmploymentType, JobPosting, Organization, Place, RemoteRule, Salary, SalaryUnit
from site_builder.model.site import Site
from site_builder.outputs import search_index
from tests.benchmarks.postings import Posting, make_postings
from tests.conftest import BROWSERS
from tests.pages_server import pages_server
from tests.sites import published, write_site

# What is typed, letter by letter, after the jobs have come: common words, several, mistyped ones, and a word that nothing has.
TYPED = ("senior engineer", "nurse delft", "enginer", "s", "forklift night", "zzzzzz")
ROUNDS = 5
# Milliseconds of each input event's script, and of the layout after it.
TYPE = """([typed, rounds]) => {
    const field = document.querySelector('#search-query'), script = [], layout = [];
    for (let round = 0; round < rounds; round++) for (const text of typed) for (let end = 1; end <= text.length; end++) {
        field.value = text.slice(0, end);
        const start = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        const done = performance.now();
        document.body.offsetHeight;
        script.push(done - start), layout.push(performance.now() - done);
    }
    return [script, layout];
}"""
# Milliseconds of the script that opens a menu, and of one that ticks a term.
CHOOSE = """async () => {
    const times = [];
    for (const menu of document.querySelectorAll('[data-facet]')) {
        menu.open = true;
        await new Promise(done => setTimeout(done, 50));
        const start = performance.now();
        menu.querySelector('input').click();
        times.push(performance.now() - start);
        menu.open = false;
    }
    return times;
}"""


def job_posting(one: Posting) -> JobPosting:
    """Return a posting of the benchmark as it would be read; a third of them each are remote, hybrid and on site."""
    return JobPosting(
        source=f"content/{one.slug}.md",
        slug=one.slug,
        title=one.title,
        organization=Organization("Tarnfield Works"),
        description="",
        summary="",
        language="en",
        department=one.department,
        locations=(Place(one.place, locality=one.town, country=one.country_code),),
        employment_types=(EmploymentType(one.employment_type),),
        date_posted=one.date_posted,
        valid_through=datetime.combine(one.valid_through, datetime.max.time(), UTC),
        salary=Salary(one.currency, SalaryUnit.YEAR, Decimal(one.lowest_pay), Decimal(one.highest_pay)),
        tags=one.tags,
        remote=list(RemoteRule)[len(one.text) % 3],
    )


def search_files(count: int) -> dict[str, bytes]:
    """Return the files that the search of so many jobs loads, by path."""
    config = Config("Jobs", "https://jobs.example.org/", organization=Organization("Tarnfield Works"))
    site = Site.on(date(2026, 11, 21), config, list(map(job_posting, make_postings(count))))
    planned = search_index.plan(site, Memory(keeps=False))
    return {file.path: file.content for file in planned if isinstance(file, search_index.SearchFile)}


@contextmanager
def searchable(count: int) -> Iterator[tuple[str, list[int]]]:
    """Serve a start page whose search has so many jobs; give its address and the sizes of the files, compressed, the newest jobs' first."""
    with tempfile.TemporaryDirectory() as folder:
        site = write_site(Path(folder) / "site")
        published(site)
        shutil.rmtree(site / "output/search")
        files = search_files(count)
        for path, content in files.items():
            file = site / "output" / path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        with pages_server(site / "output", "/") as address:
            yield address, [len(gzip.compress(content, 9)) for content in files.values()]


def measure(count: int) -> dict[str, Any]:
    """Return what a search of so many jobs takes: kilobytes, and milliseconds in Chromium."""
    with searchable(count) as (address, sizes), sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, BROWSERS)))
        chromium = playwright.chromium.launch(executable_path=program, chromium_sandbox=False)
        page = chromium.new_page()
        page.goto(address)
        start = "() => { window.start = performance.now(); document.querySelector('#search-query').focus() }"
        page.evaluate(start)
        page.locator("#search-query").fill("senior")
        page.wait_for_function("() => document.querySelectorAll('[data-results] article').length")
        newest = page.evaluate("performance.now() - start")
        page.wait_for_function("() => /^[1-9]/.test(document.querySelector('[data-job-count]').textContent)")
        complete = page.evaluate("performance.now() - start")
        page.evaluate(TYPE, [TYPED, 1])
        script, layout = page.evaluate(TYPE, [TYPED, ROUNDS])
        page.locator("#search-query").fill("")
        choosing = page.evaluate(CHOOSE)
        chromium.close()
    whole = [one + other for one, other in zip(script, layout, strict=True)]
    return {
        "jobs": f"{count:,}",
        "index, gzip": f"{sum(sizes) / 1000:.0f} kB",
        "newest jobs' file": f"{sizes[1] / 1000:.0f} kB",
        "files": len(sizes),
        "newest shown": f"{newest:.0f} ms",
        "all loaded": f"{complete:.0f} ms",
        "letter, script: median": f"{median(script):.1f} ms",
        "95 %": f"{sorted(script)[int(len(script) * 0.95)]:.1f} ms",
        "most": f"{max(script):.1f} ms",
        "with layout: median": f"{median(whole):.1f} ms",
        "term: most": f"{max(choosing):.1f} ms",
    }


def main(counts: list[int]) -> None:
    """Print a table."""
    say = partial(print, flush=True)
    rows = [measure(count) for count in counts]
    say("| " + " | ".join(rows[0]) + " |")
    say("|" + " --: |" * len(rows[0]))
    for row in rows:
        say("| " + " | ".join(map(str, row.values())) + " |")


if __name__ == "__main__":
    main([int(count) for count in (sys.argv[1] if sys.argv[1:] else "1000,10000,100000").split(",")])
