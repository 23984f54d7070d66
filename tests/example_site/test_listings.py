"""Which postings of the example are listed where, and which are nowhere."""

import re
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from tests.example_site.building import CLOSED, DRAFTS, UPCOMING, Example, open_pages, postings
from tests.site_checks import BuiltSite, attribute, references, structured_data


def test_numbered_pages_hold_each_open_posting_once(example: Example) -> None:
    """The pages of the start page follow one another, are full, and together are all open postings, newest first."""
    site = example.site
    address, seen, numbers = "", [], 0
    while True:
        page = site.pages()[f"{address}index.html"]
        here = job_links(site, page)
        numbers += 1
        following = page.find("a", rel="next")
        assert len(here) == example.per_page or following is None
        seen += here
        if following is None:
            break
        address = urlsplit(attribute(following, "href")).path.removeprefix(urlsplit(site.base_url).path)
        assert address == f"page/{numbers + 1}/"
    assert sorted(seen) == sorted(open_pages(example))
    assert numbers == -(-len(seen) // example.per_page)
    assert len(list((site.folder / "page").glob("*/index.html")) if numbers > 1 else []) == numbers - 1
    days = [str(structured_data(open_pages(example)[one])[0]["datePosted"]) for one in seen]
    assert days == sorted(days, reverse=True)


def test_listings_name_every_posting_that_has_the_term(example: Example) -> None:
    """A tag's pages hold the postings that link to it, and its count in the index is their number."""
    site = example.site
    by_listing: dict[str, set[str]] = {}
    for address, page in open_pages(example).items():
        for link in page.select(".job-listings a"):
            by_listing.setdefault(attribute(link, "href"), set()).add(address)
    assert len(by_listing) > 20
    for href, jobs in by_listing.items():
        address = unquote(href).removeprefix(urlsplit(site.base_url).path)
        found = [
            one for path, page in site.pages().items() if path.startswith(address) for one in job_links(site, page)
        ]
        assert sorted(found) == sorted(jobs), href
        index = site.pages()[f"{address.split('/')[0]}/index.html"].find("a", href=href)
        assert index is not None
        assert re.findall(r"\d+", index.get_text())[-1] == str(len(jobs))


def job_links(site: BuiltSite, page: BeautifulSoup) -> list[str]:
    """Return the postings that a page lists, in order."""
    base = urlsplit(site.base_url).path
    links = (attribute(link, "href").removeprefix(base) for link in page.select(".jobs a, .jobs h2 a, .jobs h3 a"))
    return list(dict.fromkeys(link for link in links if link.startswith("jobs/")))


def test_a_closed_posting_says_so_and_is_in_no_list(example: Example) -> None:
    """Its page stays, for those who have the link, without structured data and without a way to apply."""
    site = example.site
    for address in CLOSED:
        page = site.pages()[f"{address}index.html"]
        assert "This job is closed." in page.get_text()
        assert page.find("meta", {"name": "robots", "content": "noindex"}) is not None
        assert structured_data(page) == []
        hrefs = [attribute(link, "href") for link in page.find_all("a")]
        assert postings()[address]["apply_url"] not in hrefs
        # (The text itself may hold the address of somebody to ask.)
        around = [attribute(link, "href") for link in page.find_all("a") if link.find_parent(class_="prose") is None]
        assert [href for href in around if href.startswith("mailto:")] == []
        assert [one for one in references(site) if one.file != f"{address}index.html" and address in one.url] == []


def test_upcoming_postings_and_drafts_are_nowhere(example: Example) -> None:
    """No file of the site has their names or titles."""
    titles = [str(postings()[address]["title"]) for address in (*UPCOMING, *DRAFTS)]
    for file in example.site.folder.rglob("*"):
        if file.is_file():
            assert not any(address.split("/")[1] in file.as_posix() for address in (*UPCOMING, *DRAFTS))
            text = file.read_text(encoding="utf-8")
            assert not any(one in text for one in (*titles, *UPCOMING, *DRAFTS)), file
