"""A whole folder that has moved: each page is found at its old address, and nothing loses its place."""

import re
from datetime import date
from pathlib import Path

import pytest

from site_builder.reading.settings import read_settings
from tests.builds.mill import BAKER, SETTINGS, codes, run
from tests.site_checks import tree, with_plain_theme, write_files


def built(tmp_path: Path, today: date, redirects: str, **files: str) -> dict[str, str]:
    """Build a site with some redirects; return where each page that leads on leads to."""
    pages = {f"content/{name}.md": text for name, text in files.items()}
    settings = SETTINGS.replace("[theme]", f"[redirects]\n{redirects}\n[theme]").replace(
        'name = "plain"', 'name = "base"'
    )
    site = with_plain_theme(write_files(tmp_path / "site", {"site.toml": settings, "content/baker.md": BAKER, **pages}))
    report = run(site, today)
    assert report.published, report.problems
    assert codes(report) == []
    found = {
        path: re.search(rb'http-equiv="refresh" content="0; url=([^"]+)"', data)
        for path, data in tree(site / "output").items()
    }
    return {path: target[1].decode() for path, target in found.items() if target}


def test_every_page_of_a_folder(tmp_path: Path, today: date) -> None:
    """Every page below the new folder is led to from the old one; other pages are not."""
    redirects = built(tmp_path, today, '"/careers/openings/*" = "/jobs/*"', cook=BAKER.replace("Baker", "Cook"))
    assert redirects == {
        f"careers/openings/{name}/index.html": f"https://mill.example/jobs/{name}/" for name in ("baker", "cook")
    }


def test_the_whole_site(tmp_path: Path, today: date) -> None:
    """`/*` is the whole site: its start page too."""
    redirects = built(tmp_path, today, '"/karriere/*" = "/*"')
    assert redirects["karriere/index.html"] == "https://mill.example/"
    assert redirects["karriere/jobs/baker/index.html"] == "https://mill.example/jobs/baker/"
    assert redirects["karriere/tags/bread/index.html"] == "https://mill.example/tags/bread/"
    assert not any("karriere/karriere" in path or "404" in path for path in redirects)


def test_what_leads_on_leads_to_its_end(tmp_path: Path, today: date) -> None:
    """An alias below the new folder is led past: nobody is sent twice."""
    cook = BAKER.replace("Baker", "Cook").replace("tags:", "aliases: [/jobs/chef/]\ntags:")
    redirects = built(tmp_path, today, '"/openings/*" = "/jobs/*"', cook=cook)
    assert redirects["openings/chef/index.html"] == "https://mill.example/jobs/cook/"


def test_a_page_keeps_its_place(tmp_path: Path, today: date) -> None:
    """A page, or a redirect of its own, at an old address goes before, without a complaint."""
    cook = BAKER.replace("Baker", "Cook").replace("tags:", "aliases: [/old/baker/]\ntags:")
    redirects = built(tmp_path, today, '"/old/*" = "/jobs/*"\n"/jobs/*" = "/old/*"', cook=cook)
    assert redirects["old/baker/index.html"] == "https://mill.example/jobs/cook/"
    assert redirects["old/cook/index.html"] == "https://mill.example/jobs/cook/"
    assert "jobs/baker/index.html" not in redirects


@pytest.mark.parametrize(
    "line",
    [
        '"/a/*" = "/b/"',
        '"/a/*" = "https://x.example/*"',
        '"/a/*/b/*" = "/c/*"',
        '"a/*" = "/b/*"',
        '"/assets/*" = "/b/*"',
        '"/a*" = "/b*"',
    ],
)
def test_what_is_no_folder(line: str) -> None:
    """A folder leads to a folder of this site, or the line is named."""
    _, _, problems = read_settings(
        f'[site]\ntitle = "x"\nbase_url = "https://x.example/"\n[redirects]\n{line}'.encode()
    )
    assert {(problem.line, problem.code) for problem in problems} == {(5, "setting-wrong")}
