"""Open postings that are like a closed one: which, in what order, and what makes that page another."""

from datetime import date
from typing import Any

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting, Place
from site_builder.model.site import Site
from site_builder.outputs import similar_jobs
from site_builder.outputs.job_pages import JobPage, plan
from site_builder.outputs.similar_jobs import SimilarJobs
from tests.model.test_listing import posting

TODAY = date(2026, 11, 21)
CONFIG = Config(title="Jobs", base_url="https://bakery.example/")
BERLIN = (Place("Berlin, Germany"),)


def similar(closed: JobPosting, *others: JobPosting) -> list[str]:
    """Return the slugs of what is similar to a closed posting."""
    site = Site.on(TODAY, CONFIG, [closed, *others])
    return [job.path.split("/")[1] for job in SimilarJobs(site).to(closed)]


def closed(**facts: Any) -> JobPosting:
    """Return a closed posting."""
    return posting("closed", open=False, **facts)


def test_what_is_shared_counts() -> None:
    """Two shared tags go before one, a department is worth a tag, and a place is worth less; what shares nothing is not similar."""
    found = similar(
        closed(tags=("bread", "rolls"), department="Bakery", locations=BERLIN),
        posting("place", locations=BERLIN),
        posting("tag", tags=("bread",), date_posted=date(2026, 11, 1)),
        posting("department", department="bakery", date_posted=date(2026, 11, 2)),
        posting("both-tags", tags=("rolls", "bread")),
        posting("all", tags=("Bread", "rolls"), department="Bakery", locations=BERLIN),
        posting("nothing", tags=("flour",), department="Mill"),
    )
    assert found == ["all", "both-tags", "department", "tag", "place"]


def test_of_equally_similar_ones_the_newest() -> None:
    """Five are shown, the newest of those that share as much, and by title where the day is the same."""
    others = [posting(f"job-{day}", tags=("bread",), date_posted=date(2026, 11, day)) for day in range(1, 8)]
    others.append(posting("job-6b", tags=("bread",), date_posted=date(2026, 11, 6)))
    assert similar(closed(tags=("bread",)), *others) == ["job-7", "job-6", "job-6b", "job-5", "job-4"]
    assert similar_jobs.MOST == 5


def test_only_open_postings_are_named() -> None:
    """Another closed posting, a draft and one that is not yet open are no way on."""
    found = similar(
        closed(tags=("bread",)),
        posting("shut", tags=("bread",), open=False),
        posting("draft", tags=("bread",), draft=True),
        posting("later", tags=("bread",), opens_on=date(2027, 1, 1)),
    )
    assert found == []


def test_few_postings_are_looked_at() -> None:
    """However many share a term, only the newest thirty of each term are compared."""
    others = [posting(f"job-{number}", tags=("bread",), department="Bakery") for number in range(500)]
    site = Site.on(TODAY, CONFIG, [closed(tags=("bread",), department="Bakery"), *others])
    candidates = SimilarJobs(site).candidates(site.closed[0])
    assert [len(newest) for newest in candidates] == [30, 30]


def pages(memory: Memory, *postings: JobPosting) -> dict[str, JobPage]:
    """Return the planned pages of postings by slug."""
    memory.begin()
    planned = plan(Site.on(TODAY, CONFIG, postings, memory=memory), memory)
    return {page.posting.slug: page for page in planned if isinstance(page, JobPage)}


def test_an_edit_that_it_does_not_show_leaves_the_closed_page_alone() -> None:
    """The text of a similar job may change as it likes; its title may not. In memory the very same page is given."""
    memory, over = Memory(), closed(tags=("bread",))
    first = pages(memory, over, posting("open", tags=("bread",)))["closed"]
    again = pages(memory, over, posting("open", tags=("bread",), work_hours="38"))["closed"]
    assert again is first
    other = pages(memory, over, posting("open", tags=("bread",), location_text="Anywhere"))["closed"]
    assert other != first
    assert other.similar[0].location_text == "Anywhere"
