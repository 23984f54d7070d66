"""The example's structured data: on open postings alone, what is stated, what the page says."""

import re
from collections.abc import Iterator

import extruct
from bs4 import BeautifulSoup

from tests.example_site.building import Example, open_pages, postings
from tests.site_checks import structured_data


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
    """Title, company, text, places, hours and benefits of the structured data can be read on the page itself."""
    for address, page in open_pages(example).items():
        (data,) = structured_data(page)
        shown = normal(page.body.get_text(" ")) if page.body else ""
        texts = list(
            strings(
                {
                    name: data.get(name)
                    for name in ("title", "jobLocation", "workHours", "jobBenefits", "industry", "identifier")
                }
            )
        )
        organization = data["hiringOrganization"]
        assert isinstance(organization, dict)
        for text in [
            *texts,
            organization["name"],
            BeautifulSoup(str(data["description"]), "html.parser").get_text(" "),
        ]:
            assert normal(text) in shown, (address, text)


def normal(text: str) -> str:
    """Return a text without any white space, so that the elements around its words do not matter."""
    return re.sub(r"\s+", "", text)


def strings(value: object) -> Iterator[str]:
    """Yield the texts in structured data that people read: no types, no codes."""
    if isinstance(value, dict):
        for name, one in value.items():
            if not name.startswith("@") and name != "addressCountry":
                yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value
