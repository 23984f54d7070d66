"""Lists: when they last changed, and the links between their numbered pages."""

from datetime import UTC, date, datetime

import pytest

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting, Organization
from site_builder.model.site import Site
from site_builder.outputs.html_page import HtmlPage
from site_builder.outputs.list_page import ListPage
from site_builder.outputs.listing_pages import plan

TODAY = date(2026, 11, 21)
CONFIG = Config(title="Jobs", base_url="https://bakery.example/", per_page=1)


def posting(slug: str, posted: date, tag: str, closes: date | None = None) -> JobPosting:
    """Return a posting with one tag."""
    return JobPosting(
        source=f"content/{slug}.md",
        slug=slug,
        title=slug,
        organization=Organization("Bakery"),
        description="",
        summary="",
        language="en",
        date_posted=posted,
        valid_through=datetime(closes.year, closes.month, closes.day, 23, 59, tzinfo=UTC) if closes else None,
        tags=(tag,),
    )


def pages(*postings: JobPosting) -> dict[str, HtmlPage]:
    """Return the planned pages by address."""
    planned = plan(Site.on(TODAY, CONFIG, postings), Memory())
    return {page.address: page for page in planned if isinstance(page, HtmlPage)}


def test_a_list_changes_when_a_posting_leaves_it() -> None:
    """A posting that closed on the 9th has left its lists on the 10th; the lists that never had it are as they were."""
    planned = pages(
        posting("baker", date(2026, 11, 2), "bread"),
        posting("miller", date(2026, 11, 1), "flour"),
        posting("waiter", date(2026, 10, 1), "bread", closes=date(2026, 11, 9)),
    )
    changed = {address: page.modified for address, page in planned.items()}
    assert changed["tags/bread/"] == date(2026, 11, 10)
    assert changed["tags/flour/"] == date(2026, 11, 1)
    assert changed[""] == changed["page/2/"] == changed["tags/"] == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("count", "number", "shown"),
    [
        (1, 1, []),
        (2, 1, ["1", "2"]),
        (5, 3, ["1", "2", "3", "4", "5"]),
        (9, 1, ["1", "2", None, "9"]),
        (9, 5, ["1", None, "4", "5", "6", None, "9"]),
        (9, 9, ["1", None, "8", "9"]),
    ],
)
def test_numbered_pages_link_to_their_neighbours(count: int, number: int, shown: list[str | None]) -> None:
    """And to the first and the last; what is left out between is one gap. Before the first and after the last is nothing."""
    planned = pages(*(posting(f"baker-{day}", date(2026, 11, day), "bread") for day in range(1, count + 1)))
    page = planned["" if number == 1 else f"page/{number}/"]
    assert isinstance(page, ListPage)
    assert [link and link.text for link in page.numbered] == shown
    assert (page.previous is None, page.next is None) == (number == 1, number == count)
