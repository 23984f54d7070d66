"""A site in several languages, built: a tree for each, versions that name each other, jobs that are listed in all."""

import json
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_builder.build import Options
from site_builder.check import check
from site_builder.engine.publish import Counts
from site_builder.engine.workers import Workers
from site_builder.model.published_lines import FILE
from site_builder.project import load_project
from tests.builds.mill import codes, run
from tests.site_checks import BuiltSite, attribute, broken, sitemap_urls, structured_data, tree, write_files
from tests.trilingual import ARABIC, write_trilingual

BASE = "https://olive.example/repo/"


@pytest.fixture(params=["base", "studio"])
def site(request: pytest.FixtureRequest, tmp_path: Path, today: date) -> Path:
    """The site, built, in each of the themes."""
    root = write_trilingual(tmp_path / "site", request.param)
    report = run(root, today)
    assert (report.published, report.open, report.pages, report.problems) == (True, 5, 3, ())
    return root


def page(site: Path, path: str) -> BeautifulSoup:
    """Return a built page by its address."""
    return BeautifulSoup((site / "output" / path / "index.html").read_text("utf-8"), "lxml")


def versions(page: BeautifulSoup) -> dict[str, str]:
    """Return the versions that a page names for search engines, by language."""
    found = page.select("link[rel=alternate][hreflang]")
    return {attribute(link, "hreflang"): attribute(link, "href").removeprefix(BASE) for link in found}


def switch(page: BeautifulSoup) -> list[tuple[str, str, str]]:
    """Return where the switch leads: language of the link, language of the page, and address."""
    links = page.select("nav.languages a")
    return [
        (attribute(one, "lang"), attribute(one, "hreflang"), attribute(one, "href").removeprefix("/repo/"))
        for one in links
    ]


def test_a_tree_for_each_language(site: Path) -> None:
    """Each has its lists, its feeds, its search and its 404; jobs and pages are there once; assets lie at the root."""
    files = {path for path in tree(site / "output") if not path.startswith("assets/")}
    for name in ("index.html", "404.html", "feed.xml", "tags/machines/index.html", "search/index.json"):
        assert {name, f"de/{name}", f"ar/{name}"} <= files
    assert {path for path in files if "jobs/" in path and "karriere" not in path} == {
        "jobs/presser/index.html",
        "jobs/taster/index.html",
        "de/jobs/presser/index.html",
        "de/jobs/buchhalter/index.html",
        f"ar/jobs/{ARABIC}/index.html",
    }
    assert {"benefits/index.html", "de/vorteile/index.html", "company/index.html"} <= files
    assert not any("assets" in path or path.endswith("robots.txt") for path in files if "/" in path)
    assert [path for path in files if "sitemap" in path] == ["sitemap.xml"]


def test_all_links_lead_somewhere(site: Path) -> None:
    """Between the trees, too; and the one sitemap names the pages of all of them."""
    built = BuiltSite(site / "output", BASE)
    assert broken(built) == []
    urls = sitemap_urls(built)
    assert len(urls) == len(set(urls))
    assert {BASE, f"{BASE}de/", f"{BASE}ar/", f"{BASE}de/jobs/presser/", f"{BASE}de/vorteile/"} <= set(urls)


def test_versions_name_each_other(site: Path) -> None:
    """All versions name the same, themselves included, and say which is for everybody else; each is canonical."""
    arabic = "ar/jobs/%D8%B9%D8%A7%D9%85%D9%84-%D9%85%D8%B9%D8%B5%D8%B1%D8%A9/"
    for path, language in (("jobs/presser", "en"), ("de/jobs/presser", "de"), (f"ar/jobs/{ARABIC}", "ar")):
        one = page(site, path)
        assert versions(one) == {
            "en": "jobs/presser/",
            "de": "de/jobs/presser/",
            "ar": arabic,
            "x-default": "jobs/presser/",
        }
        html = one.html
        assert html is not None
        assert (html["lang"], html["dir"]) == (language, "rtl" if language == "ar" else "ltr")
        canonical = one.select_one("link[rel=canonical]")
        assert canonical is not None
        assert attribute(canonical, "href") == BASE + versions(one)[language]
        (posting,) = structured_data(one)
        assert posting["url"] == attribute(canonical, "href")
    assert versions(page(site, "jobs/taster")) == {}
    assert versions(page(site, "benefits")) == {
        "en": "benefits/",
        "de": "de/vorteile/",
        "x-default": "benefits/",
    }


def test_structured_data_in_its_own_language(site: Path) -> None:
    """Title and text are those of the version."""
    (german,) = structured_data(page(site, "de/jobs/presser"))
    assert (german["title"], german["description"]) == ("Ölpresser", "<p>Du fährst die Presse.</p>")


def test_the_switch(site: Path) -> None:
    """It leads to the same page, or says that it does not; the page's own language is marked."""
    assert switch(page(site, "de/jobs/presser"))[:2] == [
        ("en", "en", "jobs/presser/"),
        ("de", "de", "de/jobs/presser/"),
    ]
    taster = page(site, "jobs/taster")
    assert switch(taster) == [("en", "en", "jobs/taster/"), ("de", "de", "de/"), ("ar", "ar", "ar/")]
    (current,) = taster.select("nav.languages [aria-current]")
    assert current.get_text() == "English"
    assert [one.get_text() for one in taster.select("nav.languages .unseen")] == [
        " (leads to another page: this one is not translated)"
    ] * 2
    assert page(site, "jobs/presser").select("nav.languages .unseen") == []
    assert [one.get_text() for one in page(site, "ar").select("nav.languages a")] == ["English", "Deutsch", "العربية"]


def test_lists_show_all_jobs(site: Path) -> None:
    """Each job once, in the list's language where there is one; others are marked and lead to their own page."""
    german = page(site, "de")
    shown = [
        (attribute(link, "href"), [badge.get_text() for badge in card.select(".badge")])
        for card in german.select("article.card")
        if (link := card.select_one("h2 a")) is not None
    ]
    assert shown == [
        ("/repo/de/jobs/presser/", []),
        ("/repo/de/jobs/buchhalter/", []),
        ("/repo/jobs/taster/", ["Englisch"]),
    ]
    heading = german.select_one("h2[lang=en]")
    assert heading is not None
    assert heading["dir"] == "ltr"
    for prefix in ("", "de/", "ar/"):
        assert json.loads((site / "output" / prefix / "search/index.json").read_bytes())["count"] == 3
        feed = json.loads((site / "output" / prefix / "feed.json").read_bytes())
        assert len(feed["items"]) == 3
        assert f"{BASE}jobs/taster/" in {item["id"] for item in feed["items"]}


def test_addresses_are_remembered_in_all_trees(site: Path, today: date) -> None:
    """published.txt tells the trees apart; an alias lies where it says; a renamed version leaves its address to itself, and not to another language."""
    lines = (site / FILE).read_text("utf-8")
    assert "\npresser | page |" in lines
    assert "\nde/presser | page |" in lines
    old = (site / "output/karriere/buchhalter/index.html").read_text("utf-8")
    assert f"url={BASE}de/jobs/buchhalter/" in old
    assert '<html lang="de"' in old
    for name in ("presser.md", "presser.de.md"):
        (site / "content" / name).rename(site / "content" / name.replace("presser", "miller"))
    arabic = site / f"content/{ARABIC}.md"
    arabic.write_text(arabic.read_text("utf-8").replace("translation_of: presser", "translation_of: miller"), "utf-8")
    assert codes(run(site, today)) == []
    assert f"url={BASE}jobs/miller/" in (site / "output/jobs/presser/index.html").read_text("utf-8")
    assert f"url={BASE}de/jobs/miller/" in (site / "output/de/jobs/presser/index.html").read_text("utf-8")


def test_a_site_that_gets_a_language(site: Path, today: date) -> None:
    """What was published in that language at the root leads on to its tree, whose folder may get another name."""
    settings = (site / "site.toml").read_text("utf-8")
    for folder in ("deutsch/", ""):
        path = 'path = "deutsch"\n' if folder else ""
        without = settings.replace("[languages.de]\n", f"[languages.de]\n{path}")
        if not folder:
            without = settings.replace('[languages.de]\ntitle = "Arbeiten in der Ölmühle"\n', "")
            (site / "content/presser.de.md").unlink()
        write_files(site, {"site.toml": without})
        assert [code for code in codes(run(site, today)) if code != "translation-without-tree"] == []
        moved = (site / "output/de/jobs/buchhalter/index.html").read_text("utf-8")
        assert f"url={BASE}{folder}jobs/buchhalter/" in moved


def test_nothing_to_do(site: Path, today: date) -> None:
    """A second build reads, plans and writes nothing; an edited text touches its own pages alone."""
    again = run(site, today)
    assert (again.read, again.counts) == (0, Counts())
    file = site / "content/presser.de.md"
    file.write_text(file.read_text("utf-8").replace("fährst", "führst"), "utf-8")
    report = run(site, today)
    assert report.read == 1
    changed = {
        path for path in tree(site / "output") if "fährst" in tree(site / "output")[path].decode(errors="replace")
    }
    assert changed == set()
    before = tree(site / "output")
    run(site, today, Options(clean=True))
    assert tree(site / "output") == before


def test_two_files_for_one_language(site: Path, today: date) -> None:
    """That is an error, and with `--keep-going` the first stays."""
    text = "---\ntitle: Pressmeister\nlanguage: de\ntranslation_of: presser.md\n---\n\nDu auch.\n"
    write_files(site, {"content/pressmeister.md": text})
    report = run(site, today)
    assert not report.published
    assert "translation-double" in codes(report)
    kept = run(site, today, Options(keep_going=True))
    assert kept.left_out["refused"] == ("content/pressmeister.md",)
    assert (site / "output/de/jobs/presser/index.html").exists()


def test_a_page_in_the_folder_of_a_language(site: Path, today: date) -> None:
    """A page of the root that wants the start page of a tree is a clash, which names both."""
    write_files(site, {"content/pages/de.md": "# Deutsch\n\nWir.\n"})
    report = run(site, today)
    assert [(one.path, one.code) for one in report.problems] == [("content/pages/de.md", "path-clash")]


def test_the_theme_speaks_all_languages(site: Path, today: date) -> None:
    """A language without words is named with its line in site.toml."""
    settings = (site / "site.toml").read_text("utf-8")
    write_files(site, {"site.toml": f"{settings}\n[languages.fi]\n"})
    (problem,) = run(site, today).problems
    assert (problem.code, problem.line) == ("language-without-words", 1 + len(settings.splitlines()) + 1)
    assert '"fi"' in problem.message


def checked(site: Path, today: date) -> list[str]:
    """Return the codes of what a check finds in the built pages."""
    project, _ = load_project(site)
    assert project is not None
    with Workers(1) as workers:
        found = check(project, today, workers)
    assert found.read_through
    return [
        one.code for one in found.problems if one.code.startswith(("hreflang", "link-", "json-ld", "anchor", "id-"))
    ]


def test_the_check_reads_every_language(site: Path, today: date) -> None:
    """Each version shows what its structured data says, in its own words; and a template that leaves out a version is found."""
    assert checked(site, today) == []
    layout = site.joinpath("templates/layout.html")
    parent = "base" if 'name = "base"' in (site / "site.toml").read_text("utf-8") else "studio"
    kept = "{% if config.language != 'de' %}{{ super() }}{% endif %}"
    write_files(
        site,
        {"templates/layout.html": f'{{% extends "{parent}/layout.html" %}}{{% block meta %}}{kept}{{% endblock %}}'},
    )
    assert layout.exists()
    assert set(checked(site, today)) == {"hreflang-one-sided"}


def test_settings_of_the_theme(site: Path, today: date) -> None:
    """A language has the site's settings of the theme but for its own; one that the theme does not know is an error on its line."""
    settings = (site / "site.toml").read_text("utf-8")
    own = f'{settings}\n[theme.settings]\ndensity = "compact"\n[languages.de.theme.settings]\naccent = "violet"\n'
    write_files(site, {"site.toml": own})
    assert codes(run(site, today)) == []
    classes = [page(site, path).html["class"] for path in ("", "de", "ar")]  # type: ignore[index]  # it has an html element
    assert ["accent-violet" in one for one in classes] == [False, True, False]
    assert all("density-compact" in one for one in classes)
    write_files(site, {"site.toml": own.replace("accent", "akzent")})
    project, problems = load_project(site)
    assert project is None
    assert [(one.line, one.code) for one in problems] == [(len(own.splitlines()), "theme-setting-unknown")]
