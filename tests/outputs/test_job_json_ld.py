"""Structured data: one JobPosting by Google's rules, of what is stated and nothing else, that no text can break."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import extruct
import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.model.config import Config
from site_builder.model.posting import (
    EducationLevel,
    EmploymentType,
    JobPosting,
    Organization,
    Place,
    RemoteRule,
    Salary,
    SalaryUnit,
)
from site_builder.outputs.job_json_ld import job_posting, script

CONFIG = Config(title="T", base_url="https://fern.example/careers/", timezone="Europe/Berlin")
BARE = JobPosting("gardener.md", "gardener", "Gardener", Organization("Fern"), "digest", "Plants", "en")
FULL = replace(
    BARE,
    organization=Organization(
        "Fern",
        url="https://fern.example/",
        logo="logo.png",
        same_as=("https://fern.example/", "https://social.example/fern"),
    ),
    locations=(
        Place("Beet 1, 10115 Berlin", "Beet 1", "10115", "Berlin", "BE", "DE"),
        Place("the old mill by the river"),
    ),
    remote=RemoteRule.HYBRID,
    employment_types=(EmploymentType.FULL_TIME, EmploymentType.INTERN),
    employment_text="full time or internship",
    department="Outdoors",
    industry="Horticulture",
    date_posted=date(2026, 7, 1),
    date_modified=date(2026, 7, 2),
    valid_through=datetime(2026, 7, 31, 21, 59, 59, tzinfo=UTC),
    salary=Salary("EUR", SalaryUnit.HOUR, Decimal("15.10"), Decimal("18.00")),
    education=(EducationLevel.HIGH_SCHOOL, EducationLevel.BACHELOR),
    experience_months=36,
    experience_in_place_of_education=True,
    direct_apply=False,
    identifier="G-7",
    work_hours="38 hours a week",
    benefits=("Plants", "Bicycle"),
)


def stated(posting: JobPosting, html: str = "<p>Dig.</p>", logo: str | None = None) -> dict[str, Any]:
    """Return the JobPosting that a page with the posting's script gives to a reader of structured data."""
    page = f"<!doctype html><html><head>{script(job_posting(posting, CONFIG, html, logo))}</head><body></body></html>"
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    result: dict[str, Any] = found
    return result


def test_what_is_not_stated_is_not_there() -> None:
    """A posting of a title, an organization and a text gives these, its address, and no more."""
    assert stated(BARE) == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Gardener",
        "description": "<p>Dig.</p>",
        "url": "https://fern.example/careers/jobs/gardener/",
        "hiringOrganization": {"@type": "Organization", "name": "Fern"},
    }


def test_every_statement_has_its_property() -> None:
    """A posting that states everything round-trips through extruct with each fact where Google looks for it."""
    assert stated(FULL, '<p>See <a href="#pay">pay</a></p>', "https://fern.example/careers/assets/logo.1.png") == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Gardener",
        "description": '<p>See <a href="https://fern.example/careers/jobs/gardener/#pay">pay</a></p>',
        "url": "https://fern.example/careers/jobs/gardener/",
        "identifier": {"@type": "PropertyValue", "name": "Fern", "value": "G-7"},
        "datePosted": "2026-07-01",
        "validThrough": "2026-07-31T23:59:59+02:00",
        "employmentType": ["FULL_TIME", "INTERN"],
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Fern",
            "url": "https://fern.example/",
            "sameAs": ["https://fern.example/", "https://social.example/fern"],
            "logo": "https://fern.example/careers/assets/logo.1.png",
            "department": {"@type": "Organization", "name": "Outdoors"},
        },
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "Beet 1",
                    "postalCode": "10115",
                    "addressLocality": "Berlin",
                    "addressRegion": "BE",
                    "addressCountry": "DE",
                },
            },
            {"@type": "Place", "name": "the old mill by the river", "address": "the old mill by the river"},
        ],
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"@type": "QuantitativeValue", "minValue": 15.1, "maxValue": 18, "unitText": "HOUR"},
        },
        "educationRequirements": [
            {"@type": "EducationalOccupationalCredential", "credentialCategory": "high school"},
            {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"},
        ],
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 36},
        "experienceInPlaceOfEducation": True,
        "directApply": False,
        "industry": "Horticulture",
        "workHours": "38 hours a week",
        "jobBenefits": ["Plants", "Bicycle"],
    }


def test_one_value_is_not_a_list() -> None:
    """A single place, employment type, benefit or site stands alone."""
    data = stated(
        replace(
            BARE,
            organization=Organization("Fern", url="https://fern.example/"),
            locations=(Place("Berlin", locality="Berlin"),),
            employment_types=(EmploymentType.PER_DIEM,),
            benefits=("Plants",),
        )
    )
    assert data["employmentType"] == "PER_DIEM"
    assert data["jobLocation"] == {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressLocality": "Berlin"},
    }
    assert data["jobBenefits"] == "Plants"
    assert data["hiringOrganization"]["sameAs"] == "https://fern.example/"


@pytest.mark.parametrize(
    ("remote", "expected"),
    [(RemoteRule.FULL, "TELECOMMUTE"), (RemoteRule.HYBRID, None), (RemoteRule.NONE, None), (None, None)],
)
def test_only_always_remote_work_is_telecommute(remote: RemoteRule | None, expected: str | None) -> None:
    """TELECOMMUTE is for work that is remote all the time; nothing else is ever given."""
    posting = replace(BARE, remote=remote, applicant_locations=(Place("Germany", country="DE"),))
    assert stated(posting).get("jobLocationType") == expected
    assert ("applicantLocationRequirements" in stated(posting)) is (expected is not None)


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        (replace(BARE, remote=RemoteRule.FULL), None),
        (replace(BARE, remote=RemoteRule.FULL, locations=(Place("Berlin"),)), None),
        (replace(BARE, remote=RemoteRule.FULL, locations=(Place("Germany", country="DE"),)), "TELECOMMUTE"),
    ],
)
def test_remote_work_names_a_country(posting: JobPosting, expected: str | None) -> None:
    """Without a country that applicants or the job are in, Google cannot place remote work: then it is not called so."""
    assert stated(posting).get("jobLocationType") == expected


def test_no_requirements_are_said_in_googles_words() -> None:
    """No experience and no education needed are the text for it; experience instead of education needs both to be asked for."""
    data = stated(
        replace(BARE, education=(EducationLevel.NONE,), experience_months=0, experience_in_place_of_education=True)
    )
    assert (data["educationRequirements"], data["experienceRequirements"]) == ("no requirements", "no requirements")
    assert "experienceInPlaceOfEducation" not in data


def test_a_confidential_employer_stays_so() -> None:
    """Neither its address nor its logo nor its department is told, and Google's word for it is used."""
    hidden = replace(FULL, organization=replace(FULL.organization, name="Confidential"))
    data = stated(hidden, logo="https://fern.example/careers/assets/logo.1.png")
    assert data["hiringOrganization"] == {"@type": "Organization", "name": "confidential"}


def test_days_to_apply_end_where_the_site_says() -> None:
    """The end of a day anywhere on earth is 23:59:59 at UTC-12; a moment with a time of its own is in the site's zone."""
    config = replace(CONFIG, deadlines="Etc/GMT+12")
    for moment, expected in (
        (datetime(2027, 2, 1, 11, 59, 59, tzinfo=UTC), "2027-01-31T23:59:59-12:00"),
        (datetime(2027, 2, 1, 12, 0, 0, tzinfo=UTC), "2027-02-01T13:00:00+01:00"),
    ):
        assert job_posting(replace(BARE, valid_through=moment), config, "", None)["validThrough"] == expected


def test_remote_work_keeps_addresses_and_drops_mere_words() -> None:
    """An office that a remote worker may choose is a place, words such as "Anywhere" are none there."""
    places = (Place("Anywhere"), Place("Berlin", locality="Berlin", country="DE"))
    address = {"@type": "PostalAddress", "addressLocality": "Berlin", "addressCountry": "DE"}
    remote = replace(BARE, remote=RemoteRule.FULL, locations=places)
    assert stated(remote)["jobLocation"] == {"@type": "Place", "address": address}
    assert len(stated(replace(remote, remote=None))["jobLocation"]) == 2
    assert "jobLocation" not in stated(replace(remote, locations=places[:1]))


@pytest.mark.parametrize(
    ("place", "kind", "name"),
    [
        (Place("Germany", country="DE"), "Country", "DE"),
        (Place("California", region="California", country="US"), "State", "California, US"),
        (Place("California", region="California"), "State", "California"),
        (Place("Lyon (FR)", locality="Lyon", country="FR"), "City", "Lyon, FR"),
        (Place("Austin", locality="Austin", region="TX", country="US"), "City", "Austin, TX, US"),
        (Place("European Union"), "AdministrativeArea", "European Union"),
    ],
)
def test_applicants_places_are_areas_of_their_kind(place: Place, kind: str, name: str) -> None:
    """Where applicants must be is a city, state or country by the narrowest part stated, else an area in words."""
    data = stated(replace(BARE, remote=RemoteRule.FULL, applicant_locations=(place, Place("Japan", country="JP"))))
    assert data["applicantLocationRequirements"][0] == {"@type": kind, "name": name}


@pytest.mark.parametrize(
    ("minimum", "maximum", "expected"),
    [
        ("50000", "50000", '"value":50000,'),
        ("50000.00", "6e4", '"minValue":50000,"maxValue":60000,'),
        ("12.35", None, '"minValue":12.35,'),
        (None, "0.1", '"maxValue":0.1,'),
        ("0", "10", '"minValue":0,"maxValue":10,'),
    ],
)
def test_salary_is_in_plain_numbers(minimum: str | None, maximum: str | None, expected: str) -> None:
    """One amount is a value, a range has two ends, an open end is left out; numbers are as the posting gives them."""
    salary = Salary("EUR", SalaryUnit.YEAR, minimum and Decimal(minimum), maximum and Decimal(maximum))  # type: ignore[arg-type]
    html = script(job_posting(replace(BARE, salary=salary), CONFIG, "", None))
    assert f'"value":{{"@type":"QuantitativeValue",{expected}"unitText":"YEAR"}}' in html


def test_salary_without_amount_is_no_salary() -> None:
    """A currency and a unit alone say nothing about pay."""
    assert "baseSalary" not in stated(replace(BARE, salary=Salary("EUR", SalaryUnit.YEAR)))


def test_organizations_other_sites_need_no_site_of_its_own() -> None:
    """`same_as` is given when the organization's own site is not stated."""
    organization = Organization("Fern", same_as=("https://social.example/fern",))
    assert stated(replace(BARE, organization=organization))["hiringOrganization"] == {
        "@type": "Organization",
        "name": "Fern",
        "sameAs": "https://social.example/fern",
    }


hostile = st.text() | st.lists(
    st.sampled_from(["</script>", "<!--", "-->", "<script>", "</SCRIPT ", "]]>", "&lt;", "\u2028", "\u2029", '"', "\\"])
).map("".join)


@given(title=hostile, html=hostile)
def test_no_text_closes_the_script(title: str, html: str) -> None:
    """Whatever the texts are, an HTML parser finds one script and nothing else, and the JSON in it gives them back."""
    element = script(job_posting(replace(BARE, title=title or "t", industry=html), CONFIG, html, None))
    inside = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&\u2028\u2029")
    soup = BeautifulSoup(element, "lxml")
    assert [found.name for found in soup.descendants if isinstance(found, Tag)] == ["html", "head", "script"]
    assert [found.string for found in soup.find_all("script")] == [inside]
    assert not soup.get_text()
    data = json.loads(inside)
    assert data["title"] == (title or "t")
    assert data.get("industry", "") == data.get("description", "") == html
