"""What can go wrong on GitHub Pages is caught: each row of the table names rules, tests and files that are there, and what no other test asks is asked here."""

import ast
import re
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from site_builder.checking.built.explained_hosting import HOSTING_RULES
from site_builder.explanations.catalogue import explanations
from site_builder.starting.new_site import Answers, new_site
from tests.example_site.building import VARIANTS, Example, built
from tests.hosting.github_pages import TRAPS, Trap
from tests.site_checks import attribute, references, write_files
from tests.sites import build_site, write_site

TESTS = Path(__file__).parent.parent
DOCS = TESTS.parent / "docs"
_BLOCK = re.compile(
    r"(?<=<!-- traps: made from tests/hosting/github_pages.py -->\n).*?(?=<!-- end of traps -->)", re.DOTALL
)

BELOW_A_PATH = VARIANTS["sub-path"]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The example, as a project's site."""
    return built(BELOW_A_PATH, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site."""
    folder = tmp_path_factory.mktemp("new") / "site"
    new_site(folder, Answers(name="Mill", apply="jobs@example.com"), date(2026, 11, 21))
    return folder


# ------------------------------------------------------------------------------------------------ the table


@pytest.mark.parametrize("one", TRAPS, ids=lambda one: one.trap[:40])
def test_a_trap_is_closed(one: Trap, new: Path) -> None:
    """What is said to close a trap is there: each rule, each test, and the words in the files of a new site."""
    assert one.rules or one.tests or one.files
    assert [code for code in one.rules if code not in explanations()] == []
    assert [name for name in one.tests if not is_test(name)] == []
    assert [(path, text) for path, text in one.files if text not in (new / path).read_text("utf-8")] == []


def is_test(name: str) -> bool:
    """Say whether there is a test, by its file and name, that is not skipped."""
    file, _, function = name.partition("::")
    return (TESTS / file).is_file() and function in functions_of(file)


@cache
def functions_of(file: str) -> frozenset[str]:
    """Return the names of a file's tests."""
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    return frozenset(
        one.name
        for one in functions
        if one.name.startswith("test_") and not any("skip" in ast.unparse(mark) for mark in one.decorator_list)
    )


def test_every_rule_of_hosting_closes_one() -> None:
    """No rule of `check --output` is missing from the table, but for the one that is about postings."""
    named = {code for one in TRAPS for code in one.rules}
    assert {rule.code for rule in HOSTING_RULES} - named == {"example-published"}


def test_the_documents_show_the_table(request: pytest.FixtureRequest) -> None:
    """docs/publishing.md shows the table; `--update-docs` writes it anew."""
    rows = ["| what can go wrong | what is done | named by |", "|---|---|---|"]
    for one in TRAPS:
        rules = ", ".join(f"[`{code}`](rules/{code}.md)" for code in one.rules)
        rows.append(f"| {one.trap} | {one.closed} | {rules} |")
    path = DOCS / "publishing.md"
    text = path.read_text("utf-8")
    assert _BLOCK.search(text)
    wanted = _BLOCK.sub(lambda _: "\n" + "\n".join(rows) + "\n\n", text)
    if request.config.getoption("--update-docs"):
        path.write_text(wanted, "utf-8")
        return
    assert text == wanted, "run pytest tests/hosting/test_github_pages.py --update-docs"


# ------------------------------------------------------------------------------------------------ what no other test asks


def test_no_link_needs_a_redirect(example: Example) -> None:
    """A link within the site leads to a file, or to a folder with its slash: never to `/folder`, which answers 301, nor to `name` for `name.html`."""
    site = example.site
    inside = {one.url.partition("#")[0].partition("?")[0] for one in references(site) if site.is_inside(one.url)}
    assert len(inside) > 50
    assert [url for url in sorted(inside) if site.file_at(url) is None] == []
    assert [url for url in sorted(inside) if url.endswith("/index.html")] == []


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    """An old address is a page of its own that leads on at once, by the whole address, keeps itself out of search engines, and has a link for those whom nothing leads."""
    site = write_site(tmp_path, 1)
    settings = (site / "site.toml").read_text("utf-8").replace("https://jobs.example.org/", "https://org.example/repo/")
    write_files(site, {"site.toml": settings + '[redirects]\n"/old/" = "/jobs/gardener-0000/"\n'})
    assert build_site(site).published
    from bs4 import BeautifulSoup

    page = BeautifulSoup((site / "output/old/index.html").read_text("utf-8"), "lxml")
    there = "https://org.example/repo/jobs/gardener-0000/"
    assert [attribute(tag, "content") for tag in page.select("meta[http-equiv=refresh]")] == [f"0; url={there}"]
    assert [attribute(tag, "href") for tag in page.select("link[rel=canonical], a")] == [there, there]
    assert [attribute(tag, "content") for tag in page.select("meta[name=robots]")] == ["noindex"]


def test_nothing_that_is_written_is_left_out(tmp_path: Path) -> None:
    """No name that a build writes begins with `_` or `.`, which Jekyll and the action that uploads leave out; not of texts that do, either."""
    site = write_site(tmp_path, 1)
    odd = "---\ntitle: _Baker_\ntags: [_oven, .net]\ndepartment: _Mill\nlocations: _Berlin, Germany\n---\n\nWe bake.\n"
    write_files(
        site,
        {
            "content/baker.md": odd,
            "content/team/b.md": odd,
            "content/pages/about.md": "# About\n\nUs.\n",
            "assets/_draft.svg": "<svg/>",
        },
    )
    report = build_site(site)
    assert report.published, report.problems
    written = [path.relative_to(site / "output") for path in (site / "output").rglob("*")]
    assert {path.parts[1] for path in written if path.parts[0] == "tags" and len(path.parts) == 2} == {
        "bed-0",
        "dot-net",
        "oven",
        "index.html",
    }
    # Ours, which stays where it is.
    assert [str(path) for path in written if any(part[0] in "_." for part in path.parts)] == [".site-builder"]


def test_a_build_writes_files_alone(example: Example, tmp_path: Path) -> None:
    """Neither symbolic nor hard links are written, not for an asset that is a symbolic link itself."""
    site = write_site(tmp_path, 1)
    write_files(site, {"assets/logo.svg": "<svg/>"})
    (site / "assets/again.svg").symlink_to("logo.svg")
    build_site(site)
    for folder in (example.site.folder, site / "output"):
        files = [path for path in folder.rglob("*") if not path.is_dir()]
        assert files
        assert [path for path in files if path.is_symlink() or path.stat().st_nlink > 1] == []


def test_the_policy_says_nothing_that_only_headers_can(example: Example) -> None:
    """The policy in a page holds none of the directives that browsers heed in headers alone, and site.toml knows none of them."""
    from site_builder.reading.policy_settings import DIRECTIVES

    only_headers = {"frame-ancestors", "report-uri", "sandbox"}
    assert not only_headers & set(DIRECTIVES)
    for page in example.site.pages().values():
        for policy in page.select("meta[http-equiv=Content-Security-Policy]"):
            assert not only_headers & set(re.findall(r"(?:^|;)\s*([\w-]+)", attribute(policy, "content")))


def test_what_changes_has_another_name(example: Example) -> None:
    """What a page fetches of the site has its fingerprint in its name, so that no page meets another version of it."""
    site = example.site
    fetched = {urlsplit(one.url).path for one in references(site) if one.fetched and site.is_inside(one.url)}
    assert len(fetched) > 3
    assert [path for path in sorted(fetched) if not re.search(r"\.[0-9a-f]{8}\.\w+$", path)] == []
