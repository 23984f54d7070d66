"""Open postings that are like an open one: which, and whose pages a change makes other ones."""

from datetime import date, timedelta

from msgspec.structs import replace

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting, Place
from site_builder.model.site import Site
from site_builder.outputs.job_pages import JobPage, plan
from site_builder.outputs.similar_open_jobs import MOST, NEIGHBOURS, SimilarOpenJobs
from tests.model.test_listing import posting

TODAY = date(2026, 11, 21)
CONFIG = Config(title="Jobs", base_url="https://bakery.example/")
BERLIN = (Place("Berlin, Germany"),)


def similar(*postings: JobPosting) -> dict[str, list[str]]:
    """Return the slugs of what is similar to each of some postings, by its slug."""
    jobs = SimilarOpenJobs().of(Site.on(TODAY, CONFIG, postings))
    return {job.posting.slug: [one.path.split("/")[1] for one in job.similar] for job in jobs}


def many(count: int, shared: str = "bread") -> list[JobPosting]:
    """Return postings of one department, each posted a day before the one in front of it, in groups of ten that share a tag."""
    return [
        posting(
            f"job-{number:04}",
            tags=(shared, f"group {number // 10}"),
            department="Bakery",
            date_posted=TODAY - timedelta(days=number),
        )
        for number in range(count)
    ]


def pages(memory: Memory, postings: list[JobPosting]) -> dict[str, JobPage]:
    """Return the planned pages of postings by slug."""
    memory.begin()
    planned = plan(Site.on(TODAY, CONFIG, postings, memory=memory), memory)
    memory.complete()
    return {page.posting.slug: page for page in planned if isinstance(page, JobPage)}


def test_what_is_shared_counts() -> None:
    """A department or a tag is worth more than a place; of equals the newest comes first, and nobody is like himself."""
    found = similar(
        posting("this", tags=("bread", "rolls"), department="Bakery", locations=BERLIN),
        posting("place", locations=BERLIN),
        posting("tag", tags=("bread",), date_posted=date(2026, 11, 1)),
        posting("department", department="bakery", date_posted=date(2026, 11, 2)),
        posting("all", tags=("Bread", "rolls"), department="Bakery", locations=BERLIN),
        posting("nothing", tags=("flour",), department="Mill"),
    )
    assert found["this"] == ["all", "department", "tag", "place"]
    assert found["nothing"] == []


def test_few_are_named_and_near_ones() -> None:
    """However many share a term, some neighbours in time are named, and no more."""
    found = similar(*many(200))
    assert {len(names) for names in found.values()} == {MOST}
    for slug, names in found.items():
        assert all(abs(int(name[-4:]) - int(slug[-4:])) <= 2 * NEIGHBOURS for name in names)


def test_a_change_is_its_neighbours_business() -> None:
    """A new title, a newcomer and one that goes change a handful of pages among hundreds, wherever they stand."""
    postings = many(400)
    for place in (0, 200, 399):
        one = postings[place]
        edited = [*postings[:place], replace(one, title="Other"), *postings[place + 1 :]]
        added = [*postings, replace(one, slug="new")]
        gone = [*postings[:place], *postings[place + 1 :]]
        before = pages(Memory(), postings)
        for then in (edited, added, gone):
            now = pages(Memory(), then)
            changed = [slug for slug, page in now.items() if before.get(slug) != page]
            assert len(changed) <= 2 * NEIGHBOURS + 1


def test_an_edit_that_no_other_page_shows_changes_one_page() -> None:
    """Hours of work stand on a posting's own page alone."""
    postings = many(100)
    edited = [*postings[:50], replace(postings[50], work_hours="38"), *postings[51:]]
    before, now = pages(Memory(), postings), pages(Memory(), edited)
    assert [slug for slug, page in now.items() if before[slug] != page] == ["job-0050"]


def test_what_is_kept_up_to_date_is_what_is_made_anew() -> None:
    """After any of these changes, a memory gives the very pages that a build without one makes."""
    memory, postings = Memory(), many(120)
    pages(memory, postings)
    changes = [
        [*postings[:60], *postings[61:]],
        [*postings, posting("new", tags=("bread", "group 3"), department="Bakery", date_posted=TODAY)],
        [*postings[:7], replace(postings[7], tags=("group 9",)), *postings[8:]],
        [replace(one, department="Mill") if number % 3 else one for number, one in enumerate(postings)],
        postings[:3],
        [],
        postings,
    ]
    for changed in changes:
        assert pages(memory, changed) == pages(Memory(keeps=False), changed)
