"""The example's structured data: on open postings alone, what is stated, what the page says."""

from pathlib import Path

import extruct
import pytest

from tests.built_pages import said_of
from tests.example_site.building import Example, open_pages, postings
from tests.site_checks import structured_data
from tests.validators.structured_data import google_issues, vocabulary_errors


def test_structured_data_stands_on_open_postings_and_nowhere_else(example: Example) -> None:
    """One JobPosting on each open posting's page; extruct reads back what we wrote."""
    jobs = {f"{address}index.html" for address in open_pages(example)}
    for path, page in example.site.pages().items():
        data = structured_data(page)
        assert [one["@type"] for one in data] == (["JobPosting"] if path in jobs else []), path
        url = example.site.url_of(path)
        read = extruct.extract(
            (example.site.folder / path).read_text(), base_url=url, syntaxes=["json-ld", "microdata"]
        )
        assert read == {"json-ld": data, "microdata": []}, path
        assert [one["url"] for one in data] == [url for _ in data]


# What a posting states by one of these names, its structured data must have.
STATED = {
    "title": {"title"}, "datePosted": {"date_posted", "datePosted"}, "validThrough": {"valid_through", "validThrough"},
    "employmentType": {"employment_type", "employmentType"}, "jobLocation": {"locations", "jobLocation"},
    "applicantLocationRequirements": {"applicant_locations"}, "baseSalary": {"salary", "baseSalary"},
    "identifier": {"identifier"}, "directApply": {"direct_apply", "directApply"}, "workHours": {"work_hours", "workHours"},
    "jobBenefits": {"benefits", "jobBenefits"},
}  # fmt: skip


def test_structured_data_has_what_is_stated_and_nothing_else(example: Example) -> None:
    """Required and recommended properties by Google's rules are there when the posting states them, and only then."""
    stated = postings()
    for address, page in open_pages(example).items():
        (data,) = structured_data(page)
        for required in ("title", "description", "hiringOrganization", "datePosted"):
            assert data.get(required), (address, required)
        assert data.get("jobLocation") or data.get("jobLocationType") == "TELECOMMUTE"
        assert (data.get("jobLocationType") == "TELECOMMUTE") == (stated[address].get("remote") == "full"), address
        defaults = {"datePosted", "title"} | ({"employmentType"} if "warehouse" in address else set())
        for name, names in STATED.items():
            if names & stated[address].keys():
                assert name in data, (address, name)
            elif name not in defaults:
                assert name not in data, (address, name)


def test_structured_data_says_what_the_page_says(example: Example) -> None:
    """All that is said of built pages is that nothing is wrong: each value of the structured data is shown, each link leads somewhere."""
    open_jobs = frozenset(f"{address}index.html" for address in open_pages(example))
    assert said_of(example.site, open_jobs) == []


def test_googles_rules_are_kept(example: Example) -> None:
    """A validator of Google's rules finds no error in any page."""
    issues = google_issues(example.site.folder / path for path in example.site.pages())
    assert {issue.file.parent.name for issue in issues} >= {"product-designer"}  # it has read them, and has advice
    assert [issue for issue in issues if issue.severity == "ERROR"] == []


@pytest.mark.parametrize("example", ["root"], indirect=True)
def test_schema_org_knows_every_word(example: Example, tmp_path: Path) -> None:
    """Each type and property is in schema.org's vocabulary, where it is used, with a value of a kind that it may have."""
    objects = {address: data for address, page in open_pages(example).items() for data in structured_data(page)}
    assert len(objects) == 11
    assert vocabulary_errors(objects, tmp_path) == []
