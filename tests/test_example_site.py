"""The example site, built as its visitors, feed readers and search engines will meet it: at a root and below a path."""

import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import extruct
import feedparser
import frontmatter
import pytest
from bs4 import BeautifulSoup

from site_builder.build import Options, Report, build
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from tests.site_checks import BuiltSite, attribute, broken, references, sitemap_urls, structured_data

ROOT = Path(__file__).parent.parent
CHECKER = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"

# The postings of the example that are not open on the tests' day.
CLOSED = {"jobs/people-partner/": "content/people/people-partner.md"}
UPCOMING = {"jobs/hydrology-internship/": "content/hydrology/hydrology-internship.md"}
DRAFTS = {"jobs/partner-manager-france/": "content/sales/partner-manager-france.md"}


class Variant(NamedTuple):
    """How the example is built: for which address, with which of its settings replaced."""

    base_url: str
    engine: str = "gfm"
    theme: str = "base"
    per_page: int = 50


VARIANTS = {
    "root": Variant("https://example.com/"),
    "sub-path": Variant("https://org.example/repo/", per_page=4),
    "python-markdown": Variant("https://org.example/repo/", engine="python-markdown", theme="studio", per_page=1),
}


class Example(NamedTuple):
    """The built example with its report."""

    site: BuiltSite
    report: Report
    per_page: int


@pytest.fixture(scope="module", params=VARIANTS)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The example, built in one of the variants."""
    return built(VARIANTS[request.param], tmp_path_factory.mktemp(request.param))


def built(variant: Variant, folder: Path) -> Example:
    """Build a copy of the example."""
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "site.toml").read_text(encoding="utf-8")
    settings = re.sub(r"(?m)^per_page = .*$", f"per_page = {variant.per_page}", settings)
    settings = re.sub(r"(?m)^engine = .*$", f'engine = "{variant.engine}"', settings)
    settings = re.sub(r"(\[theme\]\nname = ).*", rf'\1"{variant.theme}"', settings)
    (folder / "site.toml").write_text(settings, encoding="utf-8")
    project, problems = load_project(folder, base_url=variant.base_url)
    assert project is not None, problems
    config = project.config
    assert Variant(config.base_url, config.markdown.engine, config.theme, config.per_page) == variant
    with Workers(1) as workers:
        report = build(project, date(2026, 11, 21), workers, Options())
    return Example(BuiltSite(project.output, variant.base_url), report, variant.per_page)


def open_pages(example: Example) -> dict[str, BeautifulSoup]:
    """Return the pages of open postings, by their address relative to the site."""
    jobs = example.site.folder / "jobs"
    addresses = {f"jobs/{folder.name}/" for folder in jobs.iterdir()} - CLOSED.keys()
    # An old address is a page as well, which leads to the new one.
    pages = {address: example.site.pages()[f"{address}index.html"] for address in sorted(addresses)}
    return {address: page for address, page in pages.items() if not page.find("meta", {"http-equiv": "refresh"})}


@cache
def postings() -> dict[str, dict[str, Any]]:
    """Return the front matter of the example's postings by their page's address, read without the program that is tested."""
    found = {}
    for file in sorted((ROOT / "content").rglob("*.*")):
        if file.parent.name != "pages":
            text = file.read_text(encoding="utf-8")
            is_toml = text.startswith("+++\n")
            fields = tomllib.loads(text.split("+++\n")[1]) if is_toml else frontmatter.loads(text).metadata
            slug = fields.get("slug") or re.sub(r"^\d{4}-\d\d-\d\d-", "", file.stem)
            found[f"jobs/{slug}/"] = dict(fields)
    return found


def test_nothing_is_wrong_with_it(example: Example) -> None:
    """The example builds without an error or a warning, and its open postings are all those that are not named as left out."""
    report = example.report
    assert (report.published, report.problems) == (True, ())
    assert report.left_out == {
        "draft": tuple(DRAFTS.values()),
        "not yet open": tuple(UPCOMING.values()),
        "closed": tuple(CLOSED.values()),
        "refused": (),
    }
    assert report.open + report.pages + 3 == report.files
    assert open_pages(example).keys() == postings().keys() - {*CLOSED, *UPCOMING, *DRAFTS}


def test_every_link_leads_somewhere(example: Example) -> None:
    """Links, anchors, assets, feeds, canonical and alternate addresses, in pages, feeds, structured data and sitemap."""
    assert len(list(references(example.site))) > 1000
    assert broken(example.site) == []


def test_no_page_asks_another_host_for_anything(example: Example) -> None:
    """What a browser fetches unasked is the site's own; nothing runs, nothing is framed."""
    site = example.site
    fetched = [reference for reference in references(site) if reference.fetched]
    assert {Path(urlsplit(one.url).path).suffix for one in fetched} >= {".css", ".svg"}
    assert [one for one in fetched if not site.is_inside(one.url) and not one.url.startswith("data:")] == []
    for path, page in site.pages().items():
        assert page.find_all(["iframe", "object", "embed", "style"]) == [], path
        assert all(attribute(script, "type") == "application/ld+json" for script in page.find_all("script")), path
    for file in [*site.folder.rglob("*.css"), *site.folder.rglob("*.svg")]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//|(?:href|src)=[\"'](?:https?:)?//|<script", text), (
            file.name
        )


def test_the_nu_checker_finds_nothing(tmp_path: Path) -> None:
    """HTML, CSS and SVG of all variants are right by the Nu checker, without an error, a warning or a hint."""
    if not CHECKER.is_file():
        pytest.fail("The Nu HTML checker is missing: `make tests/node_modules/installed` fetches it (with npm).")
    for name, variant in VARIANTS.items():
        built(variant, tmp_path / name)
    # The files by name: of a whole folder it would take the feeds for HTML.
    files = [file for file in tmp_path.glob("*/output/**/*") if file.suffix in (".html", ".css", ".svg")]
    assert len(files) > 200
    done = subprocess.run(
        ["java", "-jar", CHECKER, "--format", "json", "--also-check-css", "--also-check-svg", *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(done.stderr)["messages"]
    shown = {f"{one.get('url', '')}:{one.get('lastLine', 0)}: {one['message']}" for one in messages}
    assert shown == set()
    assert done.returncode == 0


def test_rss_feeds_are_right(example: Example) -> None:
    """feedparser has no complaint about any feed; it names itself, and its items are postings with stable names and dates."""
    files = sorted(example.site.folder.rglob("feed.xml"))
    assert len(files) > 10
    for file in files:
        path = file.relative_to(example.site.folder).as_posix()
        feed = feedparser.parse(file.read_bytes())
        assert feed.bozo == 0, path
        assert feed.version == "rss20"
        (own,) = (link.href for link in feed.feed.links if link.rel == "self")
        assert own == example.site.base_url + path
        assert feed.feed.link == example.site.base_url + path.removesuffix("feed.xml")
        pages = open_pages(example)
        for entry in feed.entries:
            assert entry.id == entry.link
            page = pages[entry.link.removeprefix(example.site.base_url)]
            assert entry.title == page.h1.get_text() if page.h1 else ""
            assert entry.content[0].value
            assert parsedate_to_datetime(entry.published).tzinfo is not None
        published = [parsedate_to_datetime(entry.published) for entry in feed.entries]
        assert published == sorted(published, reverse=True)
        assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0
    entire = feedparser.parse((example.site.folder / "feed.xml").read_bytes())
    assert len(entire.entries) == example.report.open


def test_json_feeds_are_right(example: Example) -> None:
    """By JSON Feed 1.1: what is required is there, addresses are absolute, ids are unique, dates are RFC 3339."""
    for file in sorted(example.site.folder.rglob("feed.json")):
        path = file.relative_to(example.site.folder).as_posix()
        feed = json.loads(file.read_bytes())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == example.site.base_url + path
        assert feed["home_page_url"] == example.site.base_url + path.removesuffix("feed.json")
        for item in feed["items"]:
            assert item["id"] == item["url"]
            assert item["content_html"]
            assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
            assert all(isinstance(tag, str) for tag in item["tags"])
        xml = feedparser.parse(file.with_name("feed.xml").read_bytes())
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in xml.entries]


def test_the_sitemap_holds_the_indexable_pages(example: Example) -> None:
    """Each page that search engines may show is in it once by its canonical address; no other page is."""
    site = example.site
    urls = sitemap_urls(site)
    indexable = []
    for path, page in site.pages().items():
        if page.find("meta", {"name": "robots", "content": "noindex"}) is None:
            canonical = page.find("link", rel="canonical")
            assert canonical is not None, path
            assert attribute(canonical, "href") == site.url_of(path)
            indexable.append(site.url_of(path))
    assert sorted(urls) == sorted(indexable)
    assert {site.base_url, f"{site.base_url}benefits/", f"{site.base_url}tags/"} < set(urls)
    days = re.findall("<lastmod>(.*?)</lastmod>", (site.folder / "sitemap.xml").read_text())
    assert len(days) > example.report.open
    assert max(days) <= "2026-11-21"
    assert f"Sitemap: {site.base_url}sitemap.xml" in (site.folder / "robots.txt").read_text()


def test_structured_data_stands_on_open_postings_and_nowhere_else(example: Example) -> None:
    """One JobPosting on each open posting's page; extruct reads back what we wrote."""
    jobs = {f"{address}index.html" for address in open_pages(example)}
    for path, page in example.site.pages().items():
        data = structured_data(page)
        assert [one["@type"] for one in data] == (["JobPosting"] if path in jobs else []), path
        url = example.site.url_of(path)
        read = extruct.extract(
            (example.site.folder / path).read_text(), base_url=url, syntaxes=["json-ld", "microdata"]
        )
        assert read == {"json-ld": data, "microdata": []}, path
        assert [one["url"] for one in data] == [url for _ in data]


# What a posting states by one of these names, its structured data must have.
STATED = {
    "title": {"title"}, "datePosted": {"date_posted", "datePosted"}, "validThrough": {"valid_through", "validThrough"},
    "employmentType": {"employment_type", "employmentType"}, "jobLocation": {"locations", "jobLocation"},
    "applicantLocationRequirements": {"applicant_locations"}, "baseSalary": {"salary", "baseSalary"},
    "identifier": {"identifier"}, "directApply": {"direct_apply", "directApply"}, "workHours": {"work_hours", "workHours"},
    "jobBenefits": {"benefits", "jobBenefits"},
}  # fmt: skip


def test_structured_data_has_what_is_stated_and_nothing_else(example: Example) -> None:
    """Required and recommended properties by Google's rules are there when the posting states them, and only then."""
    stated = postings()
    for address, page in open_pages(example).items():
        (data,) = structured_data(page)
        for required in ("title", "description", "hiringOrganization", "datePosted"):
            assert data.get(required), (address, required)
        assert data.get("jobLocation") or data.get("jobLocationType") == "TELECOMMUTE"
        assert (data.get("jobLocationType") == "TELECOMMUTE") == (stated[address].get("remote") == "full"), address
        defaults = {"datePosted", "title"} | ({"employmentType"} if "warehouse" in address else set())
        for name, names in STATED.items():
            if names & stated[address].keys():
                assert name in data, (address, name)
            elif name not in defaults:
                assert name not in data, (address, name)


def test_structured_data_says_what_the_page_says(example: Example) -> None:
    """Title, company, text, places, hours and benefits of the structured data can be read on the page itself."""
    for address, page in open_pages(example).items():
        (data,) = structured_data(page)
        shown = normal(page.body.get_text(" ")) if page.body else ""
        texts = list(
            strings(
                {
                    name: data.get(name)
                    for name in ("title", "jobLocation", "workHours", "jobBenefits", "industry", "identifier")
                }
            )
        )
        organization = data["hiringOrganization"]
        assert isinstance(organization, dict)
        for text in [
            *texts,
            organization["name"],
            BeautifulSoup(str(data["description"]), "html.parser").get_text(" "),
        ]:
            assert normal(text) in shown, (address, text)


def normal(text: str) -> str:
    """Return a text without any white space, so that the elements around its words do not matter."""
    return re.sub(r"\s+", "", text)


def strings(value: object) -> Iterator[str]:
    """Yield the texts in structured data that people read: no types, no codes."""
    if isinstance(value, dict):
        for name, one in value.items():
            if not name.startswith("@") and name != "addressCountry":
                yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


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


def test_pages_tell_themselves_apart(example: Example) -> None:
    """Each page has one h1 and a language, and those that search engines may show have a title of their own."""
    titles: dict[str, str] = {}
    for path, page in example.site.pages().items():
        assert len(page.find_all("h1")) == 1, path
        html = page.find("html")
        assert html is not None
        assert attribute(html, "lang") == "en", path
        assert page.title is not None
        title = page.title.get_text(strip=True)
        assert title
        if page.find("meta", {"name": "robots", "content": "noindex"}) is None:
            assert title not in titles, f"{path} and {titles.get(title)} are both called “{title}”"
            titles[title] = path


def test_a_german_posting_is_marked_as_german(example: Example) -> None:
    """On its own page and in lists, a text in another language than the site's says so, for voices and hyphens."""
    page = example.site.pages()["jobs/technische-kundenberatung/index.html"]
    assert page.h1 is not None
    assert attribute(page.h1, "lang") == "de"
    listed = [page for path, page in example.site.pages().items() if path == "index.html" or path.startswith("page/")]
    links = [
        link for page in listed for link in page.find_all("a", href=re.compile("jobs/technische-kundenberatung/$"))
    ]
    assert links
    assert all(link.has_attr("lang") or link.find_parent(lang="de") for link in links)
