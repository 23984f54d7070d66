"""What messages quote of a file: one line, and nothing that steers a terminal or turns the direction of writing."""

import pytest

from site_builder.model.config import Markdown
from site_builder.model.posting import Organization
from site_builder.reading.html_links import Links
from site_builder.reading.posting import ReadingSettings, read

SETTINGS = ReadingSettings("en", "UTC", Organization("Rillmark"), Markdown(), {}, {}, Links("https://example.com"))


@pytest.mark.parametrize(
    ("matter", "code", "quoted"),
    [
        (r'"ti\u202etle": x', "field-name", '"ti[U+202E]tle"'),
        (r'"\u2066locatons": Berlin', "field-name", '"[U+2066]locatons"'),
        (r'organization: {"na\u202eme": Example}', "organization-wrong", "`organization.na[U+202E]me`"),
        ('jobLocation: Bonn, Germany\n"j\\tob\\nLocation": Oslo, Norway', "field-twice", "`j ob Location`"),
        (r'location: "Ber\u200elin"', "locations-without-country", '"Ber[U+200E]lin"'),
        (r'location: ["Ber\u200elin", Germany]', "locations-without-country", '"Ber[U+200E]lin"'),
        (r'location: "Worldwide\u200e (remote)"', "remote-unclear", ""),
        (r'salary: "good\u200e"', "salary-unstructured", '"good[U+200E]"'),
        (r'employment_type: "perm\u200eanent"', "employment-type-unstructured", '"perm[U+200E]anent"'),
        (r'applicant_locations: "Dov\u200eer, DE"', "applicant-locations-unclear", '"Dov[U+200E]er, DE"'),
        ("title: !%E2%80%AEreenigne [x]", "yaml-syntax", "`![U+202E]reenigne`"),
        ("title: Engineer: \u202eweb", "yaml-syntax", ""),
    ],
)
def test_what_is_quoted(matter: str, code: str, quoted: str) -> None:
    """A message shows such a character by its number, and every message and remedy is one printable line."""
    problems = read("content/a.md", f"---\n{matter}\n---\nText.".encode(), SETTINGS).facts.problems
    assert any(problem.code == code and quoted in problem.message for problem in problems)
    assert all((problem.message + problem.mend).isprintable() for problem in problems)
