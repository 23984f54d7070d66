"""The example site, built in variants: at a root and below a path, with either engine and two themes."""

import re
import shutil
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import frontmatter
from bs4 import BeautifulSoup

from site_builder.build import Options, Report, build
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from tests.site_checks import BuiltSite

ROOT = Path(__file__).parents[2]

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
