"""The search finds what a plain definition of it finds, for generated jobs and queries: the script itself, in a real browser."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json
from playwright.sync_api import Browser, Page

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import EmploymentType, JobPosting, Organization, Place, RemoteRule, Salary, SalaryUnit
from site_builder.model.site import Look, Site
from site_builder.model.slug import slugify
from site_builder.outputs import search_index
from tests.browser.plain_search import FACETS, Asked, distance, find, words_of
from tests.pages_server import pages_server

ASSETS = Path(__file__).parents[2] / "themes/base/assets"
TODAY = date(2026, 11, 21)
WORDS = {f"remote.{rule}": name for rule, name in {"full": "Remote", "hybrid": "Hybrid", "none": "On site"}.items()}
IGNORED = "in at the"
# Words that are alike, that begin alike, that are written in several ways or without spaces, and ordinary ones.
TITLES = (
    *("Engineer", "Engineering", "Bioengineer", "Software", "Softwareentwickler", "Entwickler", "Senior", "Intern"),
    *("Front-End", "Frontend", "Front End", "Full Stack", "C++", "C#", "C", ".NET", "Network", "Node.js", "R&D"),
    *(
        "Zürich",
        "Zurich",
        "Straße",
        "Strasse",
        "Bäcker",
        "Baker",
        "Œnologue",
        "d'exploitation",
        "Łódź",
        "İzmir",
        "ΟΔΟΣ",
    ),
    *(
        "ソフトウェアエンジニア",
        "東京Engineer",
        "ガイド",
        "พนักงานขาย",
        "개발자",
        "مُهندس",
        "الرياضة",
        "हिन्दी",
        "Rust",
        "Trust",
        "in",
        "at",
    ),
)
TAGS = ("Rust", "rust", "Remote work", "C++", "c", "Ärzte", "Logistics", "Front-end", "営業", "The")
TOWNS = (("Berlin", "DE"), ("Paris", "FR"), ("Praha", "CZ"), ("東京", "JP"), ("Cairo", "EG"), ("Kiel", "DE"))

titles = st.lists(st.sampled_from(TITLES), min_size=1, max_size=4).map(" ".join)
places = st.sampled_from(TOWNS).map(lambda town: Place(", ".join(town), locality=town[0], country=town[1]))
amounts = st.sampled_from([None, Decimal(30_000), Decimal("16.80"), Decimal(60_000)])


@st.composite
def postings(draw: st.DrawFn, number: int) -> JobPosting:
    """Make a posting."""
    ends = draw(st.sampled_from([None, 0, 1, 30]))
    return JobPosting(
        source=f"content/{number}.md",
        slug=f"job-{number}",
        title=draw(titles),
        organization=Organization(draw(st.sampled_from(["Bakery", "Bakery", "The other bakery"]))),
        description="",
        summary="",
        language=draw(st.sampled_from(["en", "en", "de"])),
        locations=tuple(draw(st.lists(places, max_size=3))),
        location_text=draw(st.sampled_from([None, "Worldwide", "Anywhere in Europe"])),
        remote=draw(st.sampled_from([None, *RemoteRule])),
        employment_types=tuple(
            draw(st.lists(st.sampled_from([EmploymentType.INTERN, EmploymentType.FULL_TIME]), max_size=2, unique=True))
        ),
        employment_text=draw(st.sampled_from([None, "permanent"])),
        department=draw(st.sampled_from([None, "Mill", "Shop floor", "Forschung & Entwicklung"])),
        date_posted=draw(st.sampled_from([None, TODAY, TODAY - timedelta(days=3)])),
        valid_through=None if ends is None else datetime(2026, 11, 22, tzinfo=UTC) + timedelta(days=ends, seconds=-1),
        salary=draw(st.none() | st.builds(Salary, st.just("EUR"), st.sampled_from(SalaryUnit), amounts, amounts)),
        salary_text=draw(st.sampled_from([None, "competitive"])),
        tags=tuple(draw(st.lists(st.sampled_from(TAGS), max_size=4, unique=True))),
    )


@st.composite
def queries(draw: st.DrawFn) -> str:
    """Make a query of words that stand in the jobs, whole or cut off, and with a letter wrong, missing, too many or swapped."""
    typed = []
    for word in draw(
        st.lists(
            st.sampled_from(
                [
                    *TITLES,
                    *TAGS,
                    *WORDS.values(),
                    "Germany",
                    "Ägypten",
                    "Deutschland",
                    "Czechia",
                    "Worldwide",
                    "permanent",
                ]
            ),
            max_size=3,
        )
    ):
        text = draw(st.sampled_from([word, word.lower(), word.upper()]))
        text = text[: draw(st.integers(1, len(text)))] if draw(st.booleans()) else text
        at = draw(st.integers(0, len(text) - 1))
        other = draw(st.sampled_from(["x", "e", "ö", "ー", "+"]))
        typed.append(
            draw(
                st.sampled_from(
                    [
                        text,
                        text,
                        text[:at] + other + text[at + 1 :],
                        text[:at] + text[at + 1 :],
                        text[:at] + other + text[at:],
                        text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
                    ]
                )
            )
        )
    return draw(st.sampled_from([" ", "  ", "-", ""])).join(typed)


@st.composite
def sites(draw: st.DrawFn) -> Site:
    """Make a site of a few postings, in a language that writes several words as one, or in one that does not."""
    config = Config(
        "Jobs", "https://bakery.example/", draw(st.sampled_from(["en", "de"])), organization=Organization("Bakery")
    )
    some = [draw(postings(number)) for number in range(draw(st.integers(0, 12)))]
    return Site.on(TODAY, config, some, look=Look(words=WORDS))


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    """Ask for something; of the terms some exist nowhere."""
    terms = {
        "departments": ["mill", "shop-floor", "gone"],
        "locations": ["berlin", "paris", "remote", "東京"],
        "employment-types": ["intern", "full-time"],
        "tags": ["rust", "c-plus-plus", "logistics", "gone"],
        "remote": ["full", "hybrid", "none"],
    }
    names = draw(st.lists(st.sampled_from(FACETS), max_size=3, unique=True))
    chosen = {name: draw(st.lists(st.sampled_from(terms[name]), min_size=1, max_size=2, unique=True)) for name in names}
    minute = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()) // 60
    return Asked(
        draw(queries()),
        chosen,
        draw(st.sampled_from(["", "", "newest", "closing"])),
        draw(st.sampled_from([0, minute])),
    )


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that has the script and shows nothing."""
    with pages_server(ASSETS, "/") as address:
        page = browser.new_page()
        page.goto(f"{address}favicon.svg")
        page.evaluate("async () => { window.engine = await import('/search-index.js') }")
        yield page
        page.close()


def files_of(site: Site) -> list[dict[str, Any]]:
    """Return the files that the search would load, newest first."""
    first, *files = search_index.plan(site, Memory(keeps=False))
    contents = {file.path: file.content for file in files if isinstance(file, search_index.SearchFile)}
    assert isinstance(first, search_index.SearchFile)
    return [json.decode(contents[f"search/{name}"]) for name in json.decode(first.content)["files"]]


FIND = """([files, language, ignored, all]) => {
    const index = new engine.SearchIndex(language, ignored);
    for (const file of files) index.add(file);
    return all.map(([query, chosen, sort, minute]) => {
        const counted = Object.keys(index.facets);
        const { rows, counts } = index.find({ query, chosen, sort }, { minute, counted });
        return [rows.map(row => index.slugs[row]), Object.fromEntries(counted.map(name =>
            [name, Object.fromEntries(index.facets[name].slugs.map((slug, number) => [slug, counts[name][number]]))]))];
    });
}"""


@settings(max_examples=150)
@given(site=sites(), all_asked=st.lists(asked(), min_size=1, max_size=12))
def test_it_finds_and_counts_what_the_definition_does(page: Page, site: Site, all_asked: list[Asked]) -> None:
    """The same jobs in the same order, and the same number for every term of every facet."""
    answers = page.evaluate(FIND, [files_of(site), site.config.language, IGNORED, [list(one) for one in all_asked]])
    for one, (slugs, counts) in zip(all_asked, answers, strict=True):
        found = find(site, one, within=site.config.language == "de", ignored=frozenset(words_of(IGNORED)))
        assert slugs == found.slugs, one
        assert counts == {name: terms for name, terms in found.counts.items() if terms}, one


@settings(max_examples=30)
@given(site=sites(), cuts=st.lists(st.integers(0, 12), max_size=2))
def test_several_files_are_as_one(page: Page, site: Site, cuts: list[int]) -> None:
    """However the jobs are spread over files, the same is found, and a job has the same values."""
    edges = [0, *sorted(min(cut, len(site.open)) for cut in cuts), len(site.open)]
    parts = [Site.on(TODAY, site.config, site.open[start:end], look=site.look) for start, end in pairwise(edges)]
    state = """([files, language]) => {
        const index = new engine.SearchIndex(language);
        for (const file of files) index.add(file);
        const own = job => Object.fromEntries(Object.entries(index.columns).map(([name, of]) => [name, of[job] ?? null])
            .concat(Object.keys(index.facets).map(name => [name, index.termsOf(name, job).map(number => index.facets[name].slugs[number]).sort()]))
            .filter(([_, value]) => value !== null && String(value) !== ''));
        const { rows } = index.find({ query: 'e' });
        return [rows, index.titles, index.slugs, index.posted, index.closes, index.titles.map((_, job) => own(job))];
    }"""
    # A term's slug may be another in a part of the site, where no other term wants it: only whole sites are compared by it.
    whole = page.evaluate(state, [files_of(site), site.config.language])
    split = page.evaluate(state, [[file for part in parts for file in files_of(part)], site.config.language])
    assert split == whole


@settings(max_examples=200)
@given(st.text(alphabet="abé日", max_size=6), st.text(alphabet="abé日", min_size=1, max_size=7))
def test_one_typo_is_one_edit(page: Page, typed: str, word: str) -> None:
    """What was typed is like a word where at most one edit lies between it and one of the word's beginnings."""
    typed = f"abab{typed}"
    alike = page.evaluate("([typed, word]) => engine.likeness(typed, word, { withTypo: true }) > 0", [typed, word])
    assert alike == any(distance(typed, word[:length]) <= 1 for length in range(len(word) + 1))


@given(st.lists(st.sampled_from([*TITLES, *TAGS, "Ａ", "ﬁ", "①", "don't", "-", "…", "👩‍💻"])).map("".join))
def test_words_are_those_of_the_definition(page: Page, text: str) -> None:
    """A text is taken apart in the same way, whatever its script."""
    assert page.evaluate("text => engine.wordsOf(text)", text) == words_of(text)


@settings(max_examples=60)
@given(st.text(min_size=1) | st.text(st.characters(codec="ascii"), min_size=1), st.sampled_from(["", "-2"]))
def test_slugs_are_read_back(page: Page, title: str, ending: str) -> None:
    """Whatever a title is, its result leads to its job's page."""
    slug = slugify(title) + ending
    posting = JobPosting("content/a.md", slug, title, Organization("Bakery"), "", "", "en")
    site = Site.on(TODAY, Config("Jobs", "https://bakery.example/"), [posting], look=Look(words=WORDS))
    read = "file => { const index = new engine.SearchIndex(); index.add(file); return index.slugs }"
    assert page.evaluate(read, files_of(site)[0]) == [slug]
