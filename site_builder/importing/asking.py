"""What a good posting says, and is asked where a source does not say it, or leaves it open."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any
from zoneinfo import ZoneInfo

from site_builder.reading.countries import find_region
from site_builder.reading.names import normal
from site_builder.reading.places import PlacesRead
from site_builder.reading.rules import POSTING, by_name
from site_builder.reading.wrong import quotable

ASKED = {
    "title": "write the job's title alone, without company, place or pay",
    "organization": "write the name of who hires",
    "locations": "write where the work is done, as City, Country; or remote: full for a job that is always done away from an office",
    "applicant_locations": "write the countries in which applicants for this remote job may live, as [DE, AT]",
    "employment_type": "write FULL_TIME, PART_TIME, CONTRACTOR, TEMPORARY, INTERN or what else it is",
    "date_posted": "write the day on which the job was first posted, as year-month-day",
    "valid_through": "write the last day to apply, as year-month-day, if there is one",
    "salary": "write the base pay as 60000-75000 EUR per YEAR, if it is to be published",
    "apply_url": "write the https address at which to apply; or apply_email and an address of mail",
}
"""What a good posting says, and what to write where a source does not."""


def questions(facts: Mapping[str, Any], known: AbstractSet[str], zone: ZoneInfo) -> list[tuple[str, str]]:
    """Return the fields to ask for, each with what to write: those that are not `known`, and those of whose `facts` more has to be said."""
    places = by_name(POSTING)["locations"].read(facts["locations"], zone) if "locations" in facts else PlacesRead()
    remote = facts.get("remote") == "full" or places.remote is not None
    asked = [*_questions_of_places(places, known)]
    if (
        "employment_type" in facts
        and not by_name(POSTING)[normal("employment_type")].read(facts["employment_type"], zone)[0]
    ):
        words = quotable(str(facts["employment_type"]))
        asked.append(
            ("employment_type", f"“{words}” does not say full-time or part-time: write FULL_TIME or PART_TIME")
        )
    for name, what in ASKED.items():
        if name in known or (name == "locations" and remote) or (name == "apply_url" and {"apply_email"} & known):
            continue
        if name == "applicant_locations" and (
            not remote or name in dict(asked) or any(place.country for place in places.places)
        ):
            continue
        asked.append((name, what))
    return asked


def _questions_of_places(places: PlacesRead, known: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Ask what the places that a source states leave open: whether the job is remote, the countries of a region, a town's country."""
    if places.remote_beside_place and "remote" not in known:
        yield "remote", "locations names a place and remote work: write full, hybrid or none"
    regions = [text for text in (places.region, *(place.text for place in places.places)) if text and find_region(text)]
    if regions and "applicant_locations" not in known:
        _, codes = find_region(regions[0]) or ("", ())
        offered = (
            f"of [{', '.join(codes)}] those that are meant" if codes else "the countries that are meant, as [DE, AT]"
        )
        yield (
            "applicant_locations",
            f"“{quotable(regions[0])}” is a region, and Google takes countries only: write {offered}",
        )
    unknown = [place.text for place in places.places if not place.country and place.text not in regions]
    if unknown:
        yield (
            "locations",
            f"“{quotable(unknown[0])}” does not say its country: write it behind the town, as City, Country",
        )
