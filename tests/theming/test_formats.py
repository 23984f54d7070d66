"""Places, kinds of employment and directions of writing as readers see them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from site_builder.model.posting import EmploymentType, Place
from site_builder.theming.formats import (
    Words,
    direction,
    employment,
    format_amount,
    format_moment,
    rest_of_address,
    short_place,
)

WORDS = Words({"en": {"employment": {"FULL_TIME": "Full-time", "INTERN": "Internship"}}}, "en")
HALL = Place("Town hall, Hauptstr. 1, Graz", "Hauptstr. 1", "8010", "Graz", "Styria", "AT")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("AR_EG", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("ara", "ltr"),
    ],
)
def test_direction(language: str, written: str) -> None:
    """A language is written in the direction of its script, or else of its primary subtag."""
    assert direction(language) == written


@pytest.mark.parametrize(
    ("place", "short"),
    [
        (HALL, "Graz, Styria"),
        (Place("x", "Hauptstr. 1", None, "Graz", None, "AT"), "Graz, AT"),
        (Place("x", "Main St 1", None, "New York", "NEW YORK", "US"), "New York"),
        (Place("x", "Hauptstr. 1", None, "Graz"), "Graz"),
        (Place("12459 Berlin, DE", None, "12459", "Berlin", None, "DE"), "12459 Berlin, Germany"),
    ],
)
def test_a_place_in_a_list(place: Place, short: str) -> None:
    """A full address is its town, with what tells it apart; any other place stays as it is written."""
    assert short_place(place, "en") == short


@pytest.mark.parametrize(
    ("place", "rest"),
    [
        (HALL, "8010, Styria, Austria"),
        (Place("Graz", None, None, "Graz", None, "AT"), "Austria"),
        (Place("8010 GRAZ (Styria)", None, "8010", "Graz", "Styria", "AT"), "Austria"),
        (Place("Leeds, UK", None, None, "Leeds", None, "GB"), ""),
        (Place("Graz / Österreich", None, None, "Graz", None, "AT"), ""),
        (Place("graz, Austria", None, None, "Graz", None, "AT"), ""),
    ],
)
def test_what_a_place_as_written_leaves_out(place: Place, rest: str) -> None:
    """Parts of an address that the place as written does not have are named, whatever their case; none twice."""
    assert rest_of_address(place, "en") == rest


@pytest.mark.parametrize(
    ("moment", "language", "shown"),
    [
        (date(2027, 2, 28), "en", "February 28, 2027"),
        (datetime(2027, 2, 28, 22, 59, 59, tzinfo=UTC), "en", "February 28, 2027"),
        (datetime(2027, 2, 28, 17, 0, tzinfo=UTC), "en", "February 28, 2027, 6:00 PM GMT+01:00"),
        (datetime(2027, 2, 28, 17, 0, tzinfo=UTC), "de", "28. Februar 2027, 18:00 GMT+01:00"),
        (datetime(2027, 2, 27, 23, 0, tzinfo=UTC), "fr", "28 février 2027, 00:00 UTC+01:00"),
    ],
)
def test_a_moment_has_its_time_unless_it_ends_a_day(moment: date, language: str, shown: str) -> None:
    """A posting that closes at six in the evening says so, and in which time; one that closes with its last day names the day."""
    assert format_moment(moment, language, ZoneInfo("Europe/Berlin")).replace("\u202f", " ") == shown


@pytest.mark.parametrize(
    ("types", "others", "shown"),
    [
        ([EmploymentType.FULL_TIME, EmploymentType.INTERN], None, "Full-time, Internship"),
        ([EmploymentType.FULL_TIME], "full-TIME", "Full-time"),
        ([EmploymentType.FULL_TIME], "permanent", "Full-time (permanent)"),
        ([], "permanent", "permanent"),
    ],
)
def test_employment(types: list[EmploymentType], others: str | None, shown: str) -> None:
    """The known kinds go first; the author's words follow where they say something else."""
    assert employment(types, others, WORDS) == shown


def test_equal_amounts_are_written_alike() -> None:
    """However an amount was given, it is shown the same: amounts are made once, and found again as numbers."""
    for amount in ("60000", "60000.00", "6E4"):
        assert format_amount(Decimal(amount), "EUR", "en") == "€60,000"
    for amount in ("18.5", "18.50"):
        assert format_amount(Decimal(amount), "EUR", "de") == "18,50\xa0€"
    assert format_amount(Decimal(60000), "USD", "en") == "$60,000"


def test_plural_forms_are_those_of_the_number() -> None:
    """A number is counted as its language counts it, after other numbers that are equal to it, too."""
    words = Words({"en": {"jobs": {"one": "{count} job", "other": "{count} jobs"}}}, "en")
    counts = (1, Decimal("1.0"), 1, 2, 1.5, 0, True)
    assert [words.text("jobs", count=count) for count in counts] == [
        "1 job",
        "1.0 jobs",
        "1 job",
        "2 jobs",
        "1.5 jobs",
        "0 jobs",
        "True job",
    ]
