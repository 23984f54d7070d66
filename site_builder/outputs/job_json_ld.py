"""Structured data of a posting for search engines: one schema.org JobPosting, by Google's rules for it.

It holds what the posting or its site's settings state, and nothing else: a property without a statement is left out.
Rules: developers.google.com/search/docs/appearance/structured-data/job-posting and schema.org/JobPosting.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import json

from site_builder.model.config import Config
from site_builder.model.posting import EducationLevel, JobPosting, Organization, Place, RemoteRule, Salary
from site_builder.outputs.absolute import absolute_links
from site_builder.outputs.addresses import job_path

# In JSON these stand in strings alone, where an escape means the same: no text can close the element or open a comment
# in it, or end a line for those who take it for JavaScript.
_ESCAPES = tuple((character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029")

# The kind of area that a place names, by the narrowest part it states, and the parts that make up its name.
_AREAS = (
    ("City", ("locality", "region", "country")),
    ("State", ("region", "country")),
    ("Country", ("country",)),
)


def job_posting(posting: JobPosting, config: Config, description_html: str, logo: str | None) -> dict[str, object]:
    """Return a posting as a schema.org JobPosting.

    `description_html` is the posting's sanitised HTML, `logo` the absolute URL of the organization's logo.
    """
    url = config.absolute_url(job_path(posting))
    valid_through = posting.valid_through
    remote = posting.remote is RemoteRule.FULL
    # A job that is always remote has to name a country that one may work from, by its applicants' places or by its own; there is no
    # value for "anywhere".
    telecommute = remote and any(place.country for place in (*posting.applicant_locations, *posting.locations))
    # Remote work needs no place to report to, and words such as "Anywhere" instead of an address name none.
    places = [place for place in posting.locations if _has_address(place) or not remote]
    return _stated(
        {
            "@context": "https://schema.org",
            "@type": "JobPosting",
            "title": posting.title,
            "description": absolute_links(description_html, url),
            "url": url,
            "identifier": _identifier(posting),
            "datePosted": posting.date_posted and posting.date_posted.isoformat(),
            # With time and offset: a bare date is taken by some for the day's beginning.
            "validThrough": valid_through
            and valid_through.astimezone(config.zone_of(valid_through)).isoformat(timespec="seconds"),
            "employmentType": _one_or_all([employment_type.value for employment_type in posting.employment_types]),
            "hiringOrganization": _organization(posting.organization, posting.department, logo),
            "jobLocation": _one_or_all([_place(place) for place in places]),
            # For work that is always remote, and for no other.
            "jobLocationType": "TELECOMMUTE" if telecommute else None,
            "applicantLocationRequirements": _one_or_all([_area(place) for place in posting.applicant_locations])
            if telecommute
            else None,
            "baseSalary": posting.salary and _base_salary(posting.salary),
            "educationRequirements": _education(posting.education),
            "experienceRequirements": _experience(posting.experience_months),
            # Google asks for both others beside it.
            "experienceInPlaceOfEducation": posting.experience_in_place_of_education
            if posting.education and posting.experience_months
            else None,
            "directApply": posting.direct_apply,
            "industry": posting.industry,
            "workHours": posting.work_hours,
            "jobBenefits": _one_or_all(posting.benefits),
        }
    )


def script(data: dict[str, object]) -> str:
    """Return structured data as a whole `script` element, which no text in it can close."""
    text = json.encode(data).decode()
    for character, escape in _ESCAPES:  # `str.translate` takes many times as long
        text = text.replace(character, escape)
    return f'<script type="application/ld+json">{text}</script>'


CONFIDENTIAL = "confidential"
"""The name that Google wants for an employer who is not to be known."""


def _organization(organization: Organization, department: str | None, logo: str | None) -> dict[str, object]:
    if organization.name.casefold() == CONFIDENTIAL:
        # Whatever else is known of it would give its name away.
        return {"@type": "Organization", "name": CONFIDENTIAL}
    # Google reads the organization's own site from `sameAs`, others read it from `url`.
    sites = [organization.url, *organization.same_as] if organization.url else organization.same_as
    return _stated(
        {
            "@type": "Organization",
            "name": organization.name,
            "url": organization.url,
            "sameAs": _one_or_all(list(dict.fromkeys(sites))),
            "logo": logo,
            "department": department and {"@type": "Organization", "name": department},
        }
    )


def _identifier(posting: JobPosting) -> dict[str, object] | None:
    if not posting.identifier:
        return None
    return {"@type": "PropertyValue", "name": posting.organization.name, "value": posting.identifier}


def _has_address(place: Place) -> bool:
    return any((place.street_address, place.postal_code, place.locality, place.region, place.country))


def _place(place: Place) -> dict[str, object]:
    if not _has_address(place):
        # Which part of an address the words are is not stated, and schema.org's `address` may be text.
        return {"@type": "Place", "name": place.text, "address": place.text}
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.street_address,
        "postalCode": place.postal_code,
        "addressLocality": place.locality,
        "addressRegion": place.region,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": _stated(address)}


def _area(place: Place) -> dict[str, object]:
    for kind, parts in _AREAS:
        if getattr(place, parts[0]):
            return {"@type": kind, "name": ", ".join(filter(None, (getattr(place, part) for part in parts)))}
    return {"@type": "AdministrativeArea", "name": place.text}


def _base_salary(salary: Salary) -> dict[str, object] | None:
    low, high = salary.minimum, salary.maximum
    if low is None and high is None:
        return None
    value: dict[str, object] = {"@type": "QuantitativeValue"}
    if low == high and low is not None:
        value["value"] = _number(low)
    if low != high and low is not None:
        value["minValue"] = _number(low)
    if low != high and high is not None:
        value["maxValue"] = _number(high)
    value["unitText"] = salary.unit.value
    return {"@type": "MonetaryAmount", "currency": salary.currency, "value": value}


def _education(levels: Sequence[EducationLevel]) -> object:
    if EducationLevel.NONE in levels:
        return EducationLevel.NONE.value
    kind = "EducationalOccupationalCredential"
    return _one_or_all([{"@type": kind, "credentialCategory": level.value} for level in levels])


def _experience(months: int | None) -> object:
    if months is None:
        return None
    return (
        {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months} if months else "no requirements"
    )


def _number(amount: Decimal) -> int | float:
    # A float is written with the fewest digits that mean it, so up to 15 digits of a decimal come out as they went in.
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _one_or_all(values: Sequence[object]) -> object:
    return values[0] if len(values) == 1 else values


def _stated(properties: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in properties.items() if value or value is False}
