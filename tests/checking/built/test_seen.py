"""Each value of a JobPosting is traced to what its page shows."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.checking.built.small_site import JOB, page, problems

POSTING: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Baker & cook",
    "description": '<p>Bake <strong>br</strong>ead &amp; <a href="https://x.example/">rolls</a>.</p>\n<ul>\n<li>Early</li>\n</ul>',
    "url": "https://x.example/jobs/baker/",
    "identifier": {"@type": "PropertyValue", "name": "Mill", "value": "M-1"},
    "datePosted": "2026-11-05",
    "validThrough": "2027-02-28T18:00:00+01:00",
    "employmentType": ["FULL_TIME", "INTERN"],
    "hiringOrganization": {
        "@type": "Organization",
        "name": "Mill",
        "sameAs": "https://mill.example/",
        "logo": "https://x.example/logo.svg",
    },
    "jobLocation": {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Lock Lane 7",
            "postalCode": "01067",
            "addressLocality": "Dresden",
            "addressCountry": "DE",
        },
    },
    "jobLocationType": "TELECOMMUTE",
    "applicantLocationRequirements": [{"@type": "State", "name": "Bavaria, DE"}, {"@type": "Country", "name": "AT"}],
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "minValue": 36000, "maxValue": 42500.5, "unitText": "YEAR"},
    },
    "directApply": True,
    "industry": "Food",
    "workHours": "38 hours a week",
    "jobBenefits": ["Flour", "Shoes"],
}
SHOWN = """
<img src="/logo.svg" alt="Mill"><h1>Baker &amp; cook</h1><p><a href="https://mill.example">Mill</a></p>
<dl><dd>Lock Lane 7, 01067 Dresden, Germany</dd><dd>Remote, from <b>Bavaria</b> or Austria</dd><dd>Full-time, Internship</dd>
<dd>€36,000–€42,500.50 per year</dd><dd>November 5, 2026</dd><dd>February 28, 2027, 6:00 PM GMT+01:00</dd><dd>M-1</dd><dd>Food</dd>
<dd>38 hours a week</dd></dl><div><p>Bake <strong>br</strong>ead &amp; <a href="/">rolls</a>.</p>
<ul><li>Early</li></ul></div><ul><li>Flour</li><li>Shoes</li></ul>
"""


def unseen(root: Path, posting: dict[str, Any], shown: str, language: str = "en", css: str = "") -> list[str]:
    """Return what is said of a job's page that shows something and says a JobPosting."""
    script = (
        f'<link rel="stylesheet" href="/site.css"><script type="application/ld+json">{json.dumps(posting)}</script>'
    )
    built = {JOB: page(shown, script, language), "index.html": page(""), "logo.svg": "<svg/>", "site.css": css}
    found = problems(root, built)
    assert {one.code for one in found} <= {"json-ld-unseen"}
    return [one.message.split("`")[1] for one in found]


def test_a_page_that_shows_all(tmp_path: Path) -> None:
    """A page that shows each value has no problem."""
    assert unseen(tmp_path, POSTING, SHOWN) == []


@pytest.mark.parametrize(
    ("text", "instead", "names"),
    [
        ("<h1>Baker &amp; cook</h1>", "<h1>Bakery & cooking</h1>", ["title"]),
        ("Mill</a>", "Miller</a>", ["hiringOrganization.name", "identifier.name"]),
        ('href="https://mill.example"', 'href="https://mill.example/jobs/"', ["hiringOrganization.sameAs"]),
        ('src="/logo.svg"', 'src="/site.css"', ["hiringOrganization.logo"]),
        ("Lock Lane 7", "Lock Lane 77", ["jobLocation.address.streetAddress"]),
        ("01067", "1067", ["jobLocation.address.postalCode"]),
        ("Dresden", "", ["jobLocation.address.addressLocality"]),
        ("Germany", "Germania", ["applicantLocationRequirements.name", "jobLocation.address.addressCountry"]),
        ("Remote", "Far away", ["jobLocationType"]),
        ("Austria", "Australia", ["applicantLocationRequirements.name"]),
        ("Bavaria", "Baden", ["applicantLocationRequirements.name"]),
        ("Internship", "Intern", ["employmentType"]),
        ("36,000", "3,600", ["baseSalary.value.minValue"]),
        ("42,500.50", "42,500", ["baseSalary.value.maxValue"]),
        ("€36,000–€42,500.50", "$36,000–$42,500.50", ["baseSalary.currency", "baseSalary.value.maxValue", "baseSalary.value.minValue"]),
        ("per year", "", ["baseSalary.value.unitText"]),
        ("November 5, 2026", "November 15, 2026", ["datePosted"]),
        (", 6:00 PM GMT+01:00", "", ["validThrough"]),
        ("February 28, 2027, 6:00 PM", "6:00 PM", ["validThrough"]),
        ("M-1", "M-12", ["identifier.value"]),
        ("<dd>Food</dd>", "", ["industry"]),
        ("38 hours", "40 hours", ["workHours"]),
        ("<li>Shoes</li>", "", ["jobBenefits"]),
        ("<li>Early</li>", "", ["description"]),
        ("<h1>", "<h1 hidden>", ["title"]),
        ("<h1>", '<h1 class="gone">', ["title"]),
    ],
)  # fmt: skip
def test_a_value_that_the_page_does_not_show(text: str, instead: str, names: list[str], tmp_path: Path) -> None:
    """Whatever is taken off the page, hidden on it or said otherwise there, is named by the property that says it."""
    assert text in SHOWN
    css = ".gone { display: none }"
    assert sorted(set(unseen(tmp_path, POSTING, SHOWN.replace(text, instead), css=css))) == names


def test_the_first_missing_line_of_the_description_is_shown(tmp_path: Path) -> None:
    """Of a long text, the problem names what is missing, and not its beginning."""
    script = f'<script type="application/ld+json">{json.dumps(POSTING)}</script>'
    built = {JOB: page(SHOWN.replace("<li>Early</li>", ""), script), "index.html": page(""), "logo.svg": ""}
    (found,) = problems(tmp_path, built)
    assert "`description`: “Early”" in found.message
    assert (found.path, found.severity) == ("content/baker.md", "error")


def test_another_address_than_its_own(tmp_path: Path) -> None:
    """The address that the structured data gives for the job is that of its page."""
    assert unseen(tmp_path, POSTING | {"url": "https://x.example/"}, SHOWN) == ["url"]


# Days in forms of nobody's, which only their elements explain.
MARKED = (
    '<time datetime="2026-11-05">2026 Nov 5</time> <time datetime="2027-02-28T18:00:00+01:00">2027 Feb 28 18:00</time>'
)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", "36.000–42.500,50 € | 5. November 2026 | 28. Februar 2027, 18:00 GMT+01:00 | Deutschland | Österreich"),
        ("fr", "36 000–42 500,50 € | 5 novembre 2026 | 28 février 2027, 18:00 | Allemagne | Autriche"),
        ("de-CH", "EUR 36’000–42’500.50 | 5. November 2026 | 28. Februar 2027 um 18:00 | Deutschland | Österreich"),
        ("en-IN", "€36,000–€42,500.50 | 5 November 2026 | 28 February 2027 at 18:00 | DE | AT"),
        ("ja", "€36,000–€42,500.50 | 2026年11月5日 | 2027年2月28日 18:00 | ドイツ | オーストリア"),
        ("sv", "36 000–42 500,50 € | 2026-11-05 | 2027-02-28 18:00 | Tyskland | Österrike"),
        ("xx", "EUR 36000 – 42500.5 | 2026-11-05 | 2027-02-28, 18:00 | Deutschland | Österreich"),
        ("fa", f"EUR 36000–42500.5 | {MARKED} | DE | AT"),
    ],
)
def test_the_forms_of_many_languages(language: str, shown: str, tmp_path: Path) -> None:
    """Numbers, days and countries are known in the page's language, by ISO's forms, and days by their `<time>` elements."""
    others = SHOWN
    for text in (
        "Germany",
        "Austria",
        "€36,000–€42,500.50",
        "November 5, 2026",
        "February 28, 2027, 6:00 PM GMT+01:00",
    ):
        others = others.replace(text, "")
    assert unseen(tmp_path, POSTING, others + f"<p>{shown}</p>", language) == []
    assert len(unseen(tmp_path, POSTING, others, language)) == 8


@pytest.mark.parametrize("moment", ["2027-02-28", "2027-02-28T23:59:59+01:00", "2027-02-28T23:59:00Z"])
def test_the_end_of_a_day_is_its_date(moment: str, tmp_path: Path) -> None:
    """A posting that ends with a day shows the day alone."""
    shown = SHOWN.replace(", 6:00 PM GMT+01:00", "")
    assert unseen(tmp_path, POSTING | {"validThrough": moment}, shown) == []


def test_forty_hours_are_not_forty_euros(tmp_path: Path) -> None:
    """An amount is pay where its currency stands beside it."""
    pay = {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "value": 38, "unitText": "HOUR"},
    }
    shown = SHOWN + "<p>per hour</p>"
    assert unseen(tmp_path, POSTING | {"baseSalary": pay}, shown) == ["baseSalary.value.value"]
    assert unseen(tmp_path, POSTING | {"baseSalary": pay}, shown + "<p>38 €</p>") == []


@pytest.mark.parametrize(
    ("country", "shown"),
    [("GB", "UK"), ("HK", "Hong Kong"), ("US", "USA"), ("BA", "Bosnia and Herzegovina"), ("CH", "Schweiz")],
)
def test_everyday_names_of_countries(country: str, shown: str, tmp_path: Path) -> None:
    """A country may be named as it is called every day, or as it calls itself."""
    place = {"@type": "Place", "address": {"@type": "PostalAddress", "addressCountry": country}}
    assert unseen(tmp_path, POSTING | {"jobLocation": place}, f"{SHOWN}<p>{shown}</p>") == []
    assert unseen(tmp_path, POSTING | {"jobLocation": place}, SHOWN) == ["jobLocation.address.addressCountry"]


def test_a_picture_on_another_host_is_named_for_search_engines_alone(tmp_path: Path) -> None:
    """A page asks no other host for a picture, so a logo that lies there need not be shown."""
    organization = POSTING["hiringOrganization"] | {"logo": "https://mill.example/logo.png"}
    assert unseen(tmp_path, POSTING | {"hiringOrganization": organization}, SHOWN) == []


def of_months(months: int) -> dict[str, Any]:
    """Return experience as schema.org says it."""
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}


BACHELOR = {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"}


@pytest.mark.parametrize(
    ("name", "value", "shown", "other"),
    [
        ("educationRequirements", BACHELOR, "Bachelor’s degree", "bachelor degree"),
        ("educationRequirements", [BACHELOR], "Bachelor’s degree", "Master’s degree"),
        ("educationRequirements", "no requirements", "No school needed", "no requirements"),
        ("experienceRequirements", "no requirements", "Beginners welcome", "no requirements"),
        ("experienceRequirements", of_months(12), "1 year", "12"),
        ("experienceRequirements", of_months(36), "At least 3 years", "13 years"),
        ("experienceRequirements", of_months(18), "18 months", "1 year"),
    ],
)
def test_what_one_has_to_bring(name: str, value: Any, shown: str, other: str, tmp_path: Path) -> None:
    """Education and experience are shown in the interface's words, experience in years where they are whole ones."""
    assert unseen(tmp_path, POSTING | {name: value}, f"{SHOWN}<p>{shown}</p>") == []
    assert [one.split(".")[0] for one in unseen(tmp_path, POSTING | {name: value}, f"{SHOWN}<p>{other}</p>")] == [name]
