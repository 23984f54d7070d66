"""Small built sites, written by hand, for the tests of what is said of built pages."""

from collections.abc import Mapping
from pathlib import Path

from site_builder.checking.built.pages import BuiltSite, problems_of_pages
from site_builder.model.problem import Problem
from tests.site_checks import write_files

WORDS = {
    "employment.FULL_TIME": "Full-time",
    "employment.INTERN": "Internship",
    "remote.full": "Remote",
    "salary.YEAR": "per year",
    "salary.HOUR": "per hour",
    "education.bachelor degree": "Bachelor’s degree",
    "education.no requirements": "No school needed",
    "experience.none": "Beginners welcome",
    "experience.years.one": "{count} year",
    "experience.years.other": "{count} years",
    "experience.months.other": "{count} months",
}
JOB = "jobs/baker/index.html"


def page(body: str, head: str = "", language: str = "en") -> str:
    """Return a whole page."""
    return f'<!doctype html><html lang="{language}"><head><title>x</title>{head}</head><body>{body}</body></html>'


def site(
    root: Path, built: Mapping[str, str], sources: Mapping[str, str] | None = None, base_url: str = "https://x.example/"
) -> BuiltSite:
    """Write a built site and its sources. A page `jobs/NAME/` is an open job's, made of `content/NAME.md`; all others are site.toml's."""
    write_files(root, {f"output/{path}": text for path, text in built.items()})
    write_files(root, dict(sources or {}))
    jobs = {path: f"content/{path.split('/')[1]}.md" for path in built if path.startswith("jobs/")}
    origins = dict.fromkeys(built, "site.toml") | jobs
    return BuiltSite(str(root), str(root / "output"), base_url, origins, frozenset(jobs), WORDS)


def problems(
    root: Path, built: Mapping[str, str], sources: Mapping[str, str] | None = None, base_url: str = "https://x.example/"
) -> list[Problem]:
    """Return what is wrong with a small built site."""
    return problems_of_pages(site(root, built, sources, base_url))[0]


def said(found: list[Problem]) -> list[tuple[str, int, str]]:
    """Return where problems are, and which."""
    return [(one.path, one.line, one.code) for one in found]
