"""Links between the trees of a site in several languages."""

from datetime import date

from msgspec.structs import replace

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting, Organization, Page
from site_builder.model.site import Site
from site_builder.model.tree import Tree
from site_builder.outputs import job_pages, listing_pages, redirects, search_index, standalone
from site_builder.outputs.html_page import HtmlPage
from site_builder.outputs.language_links import LanguageLink
from site_builder.outputs.list_page import StartPage

TODAY = date(2026, 11, 21)
TREES = (Tree("en"), Tree("de", "de/", "Stellen"), Tree("ar", "ar/"))
CONFIG = Config("Jobs", "https://mill.example/repo/", per_page=2, trees=TREES)


def job(slug: str, language: str = "en", tags: tuple[str, ...] = ("bread",), **facts: object) -> JobPosting:
    """Return an open posting of a file of its own."""
    found = JobPosting(f"{slug}.{language}", slug, slug, Organization("Mill Ltd"), "", "", language, tags=tags)
    return replace(found, **facts)


BAKER, GERMAN, TASTER = job("baker"), job("bäcker", "de-AT", ("Brot", "bread")), job("taster", tags=("tea",))
US, WIR = (
    Page("us", "us/", "Us", "", "", "en"),
    Page("wir", "wir/", "Wir", "", "", "de"),
)


def site(prefix: str, closed: bool = False) -> Site:  # noqa: FBT001, FBT002
    """Return a tree of a site whose baker is wanted in English and German, and its taster in English."""
    baker = replace(BAKER, open=not closed)
    listed = {"": [baker, TASTER], "de/": [GERMAN, TASTER], "ar/": [GERMAN if closed else baker, TASTER]}
    pages = {"": [US], "de/": [WIR], "ar/": []}
    sites = tuple(
        Site.on(TODAY, CONFIG.in_tree(tree), listed[tree.prefix], pages[tree.prefix]) for tree in CONFIG.trees
    )
    versions = {"baker.en": (baker, GERMAN), "bäcker.de-AT": (baker, GERMAN), "us": (US, WIR), "wir": (US, WIR)}
    own = next(one for one in sites if one.config.prefix == prefix)
    return replace(own, trees=sites, translations=versions)


def pages(of: Site) -> dict[str, HtmlPage]:
    """Return a tree's pages by the paths of their files."""
    plans = (job_pages.plan, listing_pages.plan, standalone.plan)
    return {one.path: one for plan in plans for one in plan(of, Memory()) if isinstance(one, HtmlPage)}


def links(page: HtmlPage) -> list[tuple[str, str, bool]]:
    """Return where a page leads in each language, and whether that is the same page."""
    return [(link.tree, link.path, link.is_same) for link in page.languages]


def test_a_site_in_one_language_has_none() -> None:
    """No links, no other folders."""
    alone = Site.on(TODAY, replace(CONFIG, trees=()), [BAKER])
    found = pages(alone)
    assert "jobs/baker/index.html" in found
    assert all((page.languages, page.alternates, page.tree) == ((), (), "") for page in found.values())


def test_a_job_in_two_languages() -> None:
    """Each version links to all, itself included; where there is none, to the start page, and says that it is not the same."""
    german = pages(site("de/"))["de/jobs/bäcker/index.html"]
    assert links(german) == [
        ("en", "../jobs/baker/", True),
        ("de", "jobs/bäcker/", True),
        ("ar", "../ar/", False),
    ]
    assert german.alternates == (
        LanguageLink("en", "en", "../jobs/baker/"),
        LanguageLink("de", "de-AT", "jobs/bäcker/"),
    )
    english = pages(site(""))["jobs/baker/index.html"]
    assert [link.path for link in english.alternates] == ["jobs/baker/", "de/jobs/bäcker/"]


def test_a_job_in_one_language() -> None:
    """It is no page of the other trees, and names no versions to search engines."""
    taster = pages(site(""))["jobs/taster/index.html"]
    assert links(taster) == [("en", "jobs/taster/", True), ("de", "de/", False), ("ar", "ar/", False)]
    assert taster.alternates == ()
    assert [path for path in pages(site("ar/")) if "jobs/" in path] == []


def test_a_closed_version() -> None:
    """People find it from the other; search engines are told of open ones alone, and a page without an index names none."""
    german = pages(site("de/", closed=True))["de/jobs/bäcker/index.html"]
    assert ("en", "../jobs/baker/", True) in links(german)
    assert german.alternates == ()
    assert pages(site("", closed=True))["jobs/baker/index.html"].alternates == ()


def test_lists() -> None:
    """The start page, an index and a term that both trees have lead to their like; a term of one alone to the index of the others."""
    german = pages(site("de/"))
    assert links(german["de/index.html"]) == [("en", "../", True), ("de", "", True), ("ar", "../ar/", True)]
    assert links(german["de/tags/index.html"])[0] == ("en", "../tags/", True)
    assert links(german["de/tags/bread/index.html"])[0] == ("en", "../tags/bread/", True)
    assert links(german["de/tags/brot/index.html"]) == [
        ("en", "../tags/", False),
        ("de", "tags/brot/", True),
        ("ar", "../ar/tags/", False),
    ]
    assert [link.language for link in german["de/tags/bread/index.html"].alternates] == ["en", "de", "ar"]
    assert german["de/tags/brot/index.html"].alternates == ()


def test_numbered_pages() -> None:
    """A list's second page leads to the second in the other language, if there is one."""
    of = site("")
    small, large = of.trees[1], replace(of.trees[0], config=replace(of.config, per_page=1))
    of = replace(large, trees=(large, small), translations=of.translations)
    assert links(pages(of)["page/2/index.html"]) == [("en", "page/2/", True), ("de", "de/", False)]


def test_standalone_pages_and_404() -> None:
    """A page leads to its version; what is not found to the start pages."""
    german = pages(site("de/"))
    assert links(german["de/wir/index.html"])[0] == ("en", "../us/", True)
    assert [link.path for link in german["de/wir/index.html"].alternates] == ["../us/", "wir/"]
    assert links(german["de/404.html"])[:2] == [("en", "../", False), ("de", "", False)]


def test_jobs_of_other_trees_in_lists() -> None:
    """They are marked, lead to their own page, and are counted and searched like all others."""
    arabic = site("ar/")
    start = pages(arabic)["ar/index.html"]
    assert isinstance(start, StartPage)
    assert start.total == 2
    assert [(job.path, job.in_other_language) for job in start.jobs] == [
        ("../jobs/baker/", True),
        ("../jobs/taster/", True),
    ]
    index, file = search_index.plan(arabic, Memory())
    assert (index.path, file.path.rpartition("/")[0]) == ("ar/search/index.json", "ar/search")
    assert b'"slugs":["/../../jobs/baker","/../../jobs/taster"]' in file.render(None)  # type: ignore[arg-type]
    english = pages(site(""))["index.html"]
    assert isinstance(english, StartPage)
    assert [job.in_other_language for job in english.jobs] == [False, False]


def test_redirects() -> None:
    """An old address lies where its author says, below no language; what site.toml says is made once."""
    of = site("de/")
    old = replace(GERMAN, aliases=("/karriere/",))
    of = replace(of, open=(old, replace(TASTER, aliases=("/taste/",))))
    made = redirects.plan(replace(of, config=replace(of.config, redirects={"/old/": "/"})), Memory())
    assert [(one.path, one.tree) for one in made] == [("karriere/index.html", "de/")]
    assert isinstance(made[0], redirects.Redirect)
    assert made[0].target == "https://mill.example/repo/de/jobs/b%C3%A4cker/"
