"""A problem of a built page names the file that people write, and the line in it."""

from pathlib import Path

import pytest

from site_builder.checking.built.pages import problems_of_pages
from tests.checking.built.small_site import JOB, page, problems, said, site

BAKED = page('<a href="/repo/benefit/">our benefits</a>')
BASE = "https://x.example/repo/"


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("---\ntitle: Baker\n---\nSee [our benefits](/benefit/).\n", 4, 20),
        ("x\nSee [our benefits][b].\n\n[b]: /benefit/\n", 4, 6),
        ("/benefit/more and /benefits/\n<a href='https://x.example/repo/benefit/'>our   benefits</a>", 2, 43),
        ("nothing of the kind", 0, 0),
    ],
)
def test_the_line_of_a_postings_link(source: str, line: int, column: int, tmp_path: Path) -> None:
    """The line is that of the address as the author wrote it, without the site's path, or else of the link's text."""
    built = {JOB: BAKED.replace("<body>", '<script type="application/ld+json">{"@type":"JobPosting"}</script><body>')}
    (found,) = problems(tmp_path, built, {"content/baker.md": source}, BASE)
    assert (found.path, found.line, found.column) == ("content/baker.md", line, column)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site.toml", '[site]\n[[navigation]]\nurl = "/benefit/"\n'),
        ("templates/layout.html", "{# ours #}\n\n<a href=\"{{ url('/benefit/') }}\">"),
        ("themes/mine/templates/page.html", '\n\n<a href="/repo/benefit/">'),
    ],
)
def test_what_all_pages_share_is_said_once(name: str, text: str, tmp_path: Path) -> None:
    """A link in site.toml, in a template or in a theme of the site's own is one problem of that file, however many pages have it."""
    built = {"index.html": BAKED, "a/index.html": BAKED, "b/index.html": BAKED}
    (found,) = problems(tmp_path, built, {name: text}, BASE)
    assert (found.path, found.line) == (name, 3)
    assert "(on /a/ and 2 more)" in found.message


def test_what_no_file_of_the_site_holds_is_the_themes(tmp_path: Path) -> None:
    """What many pages have, and no file of the site, comes from its theme, which site.toml names."""
    built = {f"p/{name}/index.html": BAKED for name in "abc"}
    made = site(tmp_path, built, base_url=BASE)
    made.origins.update({path: f"content/{path[2]}.md" for path in built})
    assert said(problems_of_pages(made)[0]) == [("site.toml", 0, "link-broken")]


def test_the_name_of_a_source_file_is_understood(tmp_path: Path) -> None:
    """A link to another posting's file, as files link to each other, is answered with the address of that posting's page."""
    built = {"index.html": page('<a href="cook.md">the cook</a>'), "jobs/cook/index.html": page("")}
    found = problems(tmp_path, built)
    assert [one.mend for one in found if one.code == "link-broken"] == ["Did you mean `/jobs/cook/`?"]


def test_files_that_did_not_change_are_not_looked_at_again(tmp_path: Path) -> None:
    """What is known of a page is taken as it is, and the others are looked at; whether its links lead somewhere is asked anew."""
    built = {"index.html": page('<a href="/a/">a</a>'), "a/index.html": page("")}
    made = site(tmp_path, built)
    found, known = problems_of_pages(made)
    assert found == []
    (tmp_path / "output/index.html").write_text(page('<a href="/b/">b</a>'))
    assert problems_of_pages(made, known=known)[0] == []
    assert said(problems_of_pages(made, known={"a/index.html": known["a/index.html"]})[0]) == [
        ("site.toml", 0, "link-broken")
    ]
    (tmp_path / "output/a/index.html").unlink()
    assert said(problems_of_pages(made, known=known)[0]) == [("site.toml", 0, "link-broken")]
