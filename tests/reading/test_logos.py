"""Logos that are no asset: named, and left out."""

import pytest
from msgspec.structs import replace

from site_builder.model.config import Markdown
from site_builder.model.posting import Facts, Organization
from site_builder.reading.html_links import Links
from site_builder.reading.posting import ReadingSettings, read

ASSETS = {"logo.svg": "assets/logo.1a2b3c4d.svg"}
SETTINGS = ReadingSettings(
    "en",
    "UTC",
    Organization("Rillmark", None, "logo.svg"),
    Markdown(),
    {},
    {},
    Links("https://example.com", "/", ASSETS),
)


def facts(matter: str, settings: ReadingSettings = SETTINGS) -> Facts:
    """Read a posting of this front matter."""
    return read("content/a.md", f"---\ntitle: A\n{matter}\n---\nText.".encode(), settings).facts


def logo(found: Facts) -> str | None:
    """Give the logo of a posting that was read."""
    assert found.posting is not None
    return found.posting.organization.logo


def missing(found: Facts) -> list[tuple[int, str]]:
    """Give the lines of missing logos, and what to write instead."""
    return [(problem.line, problem.mend) for problem in found.problems if problem.code == "logo-missing"]


@pytest.mark.parametrize(
    ("matter", "line", "mend"),
    [
        ("organization: {name: X, logo: nope.png}", 3, "Put the file into assets/"),
        ("hiringOrganization:\n  name: X\n  Logo: logo.png", 5, "Did you mean logo.svg?"),
        ("organization: X\norganization_logo: lgo.svg", 4, "Did you mean logo.svg?"),
        ("organization: X\nlogoUrl: /assets/logo.svg", 4, 'Write "logo.svg".'),
        ("organization: X\nlogo: ../site.toml", 4, "Put the file into assets/"),
    ],
)
def test_a_missing_logo(matter: str, line: int, mend: str) -> None:
    """One posting's missing logo is a warning on its line; the posting stays, without it."""
    found = facts(matter)
    [(named, says)] = missing(found)
    assert (named, says.startswith(mend), logo(found), found.refused) == (line, True, None, False)


@pytest.mark.parametrize("written", ["logo.svg", "https://cdn.example/x.svg", "http://cdn.example/x.svg"])
@pytest.mark.parametrize("matter", ["organization: {{name: X, logo: {}}}", "organization: X\norganization_logo: {}"])
def test_a_logo_that_is_there(matter: str, written: str) -> None:
    """Assets and web addresses are logos."""
    found = facts(matter.format(written))
    assert (missing(found), logo(found)) == ([], written)


def test_a_missing_logo_of_the_defaults() -> None:
    """A default logo that is missing is left out too, and the message says where it comes from."""
    for default in (
        {"organization": {"name": "X", "logo": "nope.png"}},
        {"organization": "X", "organization_logo": "nope.png"},
    ):
        found = facts("", replace(SETTINGS, defaults={"": default}))
        assert (missing(found)[0][0], logo(found)) == (1, None)
        [message] = [problem.message for problem in found.problems if problem.code == "logo-missing"]
        assert message == 'there is no asset "nope.png", which [defaults] in site.toml names; this logo is left out'


def test_the_sites_logo_stays() -> None:
    """The organization of the site falls back to the site's logo, which was checked with its settings."""
    assert logo(facts("organization: {name: Rillmark, logo: nope.png}")) == "logo.svg"
