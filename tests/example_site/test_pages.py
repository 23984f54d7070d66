"""The example as a whole: nothing is wrong with it, every link leads somewhere, its pages are right and tell themselves apart."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.example_site.building import CLOSED, DRAFTS, ROOT, UPCOMING, VARIANTS, Example, built, open_pages, postings
from tests.site_checks import attribute, broken, references

CHECKER = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"
# A short run: code that is compiled plainly, and one thread to collect its waste, take half the time. So compiled, it needs more stack.
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m")


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
    """What a browser fetches unasked is the site's own; nothing runs but its own script, nothing is framed."""
    site = example.site
    fetched = [reference for reference in references(site) if reference.fetched]
    assert {Path(urlsplit(one.url).path).suffix for one in fetched} >= {".css", ".svg"}
    assert [one for one in fetched if not site.is_inside(one.url) and not one.url.startswith("data:")] == []
    for path, page in site.pages().items():
        assert page.find_all(["iframe", "object", "embed", "style"]) == [], path
        data = ("application/ld+json", "application/json")
        running = [script for script in page.find_all("script") if attribute(script, "type") not in data]
        assert all(script.has_attr("src") and not script.get_text() for script in running), path
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
        ["java", *QUICK_START, "-jar", CHECKER, "--format", "json", "--also-check-css", "--also-check-svg", *map(str, files)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    messages = json.loads(done.stderr)["messages"]
    # Of a file it cannot know at which address it will lie, so to it all addresses are another host's. In a browser none of them is.
    shown = {
        f"{one.get('url', '')}:{one.get('lastLine', 0)}: {one['message']}"
        for one in messages
        if "violates Content Security Policy (meta tag)" not in one["message"]
    }
    assert shown == set()
    assert done.returncode == 0


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
