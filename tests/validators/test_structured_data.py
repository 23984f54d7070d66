"""The validators find what is wrong: without this, that they find nothing would say nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.validators.structured_data import google_issues, vocabulary_errors

POSTING: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Baker",
    "description": "<p>Bake.</p>",
    "datePosted": "2026-11-21",
    "hiringOrganization": {"@type": "Organization", "name": "Mill"},
    "jobLocation": [
        {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": "AT"}},
        {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": "DE"}},
    ],
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "value": 18.5, "unitText": "HOUR"},
    },
}
NO_COUNTRY = {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Graz"}}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"title": None}, 'Required attribute "title" is missing'),
        ({"datePosted": "soon"}, 'Invalid type for attribute "datePosted"'),
        ({"jobLocation": [POSTING["jobLocation"][0], NO_COUNTRY]}, 'Required attribute "jobLocation.address.addressCountry" is missing'),
        ({"jobLocationType": "TELECOMMUTE"}, 'Required attribute "applicantLocationRequirements" is missing'),
    ],
)  # fmt: skip
def test_googles_rules(change: dict[str, Any], message: str, tmp_path: Path) -> None:
    """A posting that lacks what Google requires is an error; one that has it is none."""
    pages = []
    for name, posting in (("right", POSTING), ("wrong", POSTING | change)):
        pages.append(tmp_path / f"{name}.html")
        stated = {key: value for key, value in posting.items() if value is not None}
        pages[-1].write_text(f'<script type="application/ld+json">{json.dumps(stated)}</script>')
    errors = {(issue.file.stem, issue.message) for issue in google_issues(pages) if issue.severity == "ERROR"}
    assert errors == {("wrong", message)}


def test_the_vocabulary(tmp_path: Path) -> None:
    """Unknown properties and types, and values of a kind that a property does not have, are errors; what is right is none."""
    objects = {
        "right": POSTING,
        "unknown property": POSTING | {"salery": 1},
        "of another type": POSTING | {"hiringOrganization": {"@type": "Organization", "title": "Mill"}},
        "unknown type": POSTING | {"hiringOrganization": {"@type": "Employer", "name": "Mill"}},
        "another type's place": POSTING | {"jobLocation": {"@type": "Country", "currency": "EUR"}},
        "kind of value": POSTING | {"baseSalary": {"@type": "Place"}},
        "no text": POSTING | {"title": {"@type": "Place"}},
    }
    lines = {int(error.partition("(")[2].partition(",")[0]) for error in vocabulary_errors(objects, tmp_path)}
    assert lines == set(range(3, 3 + len(objects) - 1))
