"""Which part of a value is wrong, and which name was meant."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from site_builder.model.posting import Contact
from site_builder.reading.culprit import culprit, shown_name
from site_builder.reading.document import parse
from site_builder.reading.fields import read_fields
from site_builder.reading.names import meant, normal
from site_builder.reading.rules import PAGE, POSTING, Rule, by_name
from site_builder.reading.salaries import read_salary
from site_builder.reading.values import read_contact, read_organization
from site_builder.reading.wrong import Wrong


@pytest.mark.parametrize(
    ("read", "value", "part"),
    [
        (read_salary, {"currency": "EUR", "min": "x", "unit": "YEAR"}, ".min"),
        (read_salary, {"currency": "X", "min": 1, "unit": "YEAR"}, ".currency"),
        (read_salary, {"currency": "EUR", "value": {"minValue": "x", "maxValue": 2, "unitText": "YEAR"}}, ".value.minValue"),
        (read_salary, {"min": 1, "unit": "YEAR"}, ""),
        (read_salary, {"currency": "EUR", "min": 2, "max": 1, "unit": "YEAR"}, ""),
        (read_organization, {"name": "Example", "sameAs": ["https://example.com/", "x"]}, ".sameAs.1"),
        (read_organization, {"name": "Example", "url": "x"}, ".url"),
        (read_contact, {"name": "Ada", "emial": "x"}, ".emial"),
        (read_contact, "a@b", ""),
    ],
)  # fmt: skip
def test_culprit(read: Callable[[Any], Any], value: Any, part: str) -> None:
    """A complaint is about the part without which it is not made; about the whole where no single part is to blame."""
    with pytest.raises(Wrong) as wrong:
        read(value)
    assert culprit(read, value, wrong.value.message) == part


def test_shown_name() -> None:
    """Authors count from 1."""
    assert shown_name("locations.0.country") == "locations.1.country"
    assert shown_name("2026") == "2026"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("titel", "title"), ("salry", "salary"), ("Emplyment-Type", "employment_type"), ("locationss", "locations"), ("organiztion", "organization"),
        ("title_de", None), ("company_id", None), ("subtitle", None), ("host", None), ("featured", None), ("jobType", None), ("x", None), ("", None),
        ("x" * 100_000, None),
    ],
)  # fmt: skip
def test_meant(name: str, known: str | None) -> None:
    """A slip of the pen is recognised; a name with more before or after it is one's own."""
    assert meant(name, [one for rule in POSTING for one in (rule.name, *rule.others)]) == known


@pytest.mark.parametrize("rules", [POSTING, PAGE], ids=["posting", "page"])
def test_every_name_means_one_field(rules: tuple[Rule, ...]) -> None:
    """No two fields share a name, however it is spelt, and no other name repeats what spelling covers."""
    names = [normal(name) for rule in rules for name in (rule.name, *rule.others)]
    assert len(names) == len(set(names)) == len(by_name(rules))


def test_own_names_are_spelt_freely() -> None:
    """A site's own name means a field however the file spells it; kept for the theme, it is never lost."""
    document = parse("---\nCategory: a\nstelle-ort: Berlin, Germany\nPosition:\n  Name: Engineer\n  level: 5\n---\n")
    own = {"category": "extra", "stelle_ort": "locations", "position.name": "title"}
    read = read_fields("a.md", document, POSTING, own, ZoneInfo("UTC"))
    assert (read.values["title"], read.values["locations"].places[0].country) == ("Engineer", "DE")
    assert read.extra == {"Category": "a", "Position": {"Name": "Engineer", "level": 5}}
    assert (read.lines["title"], read.problems) == (5, ())


def test_a_part_of_a_field_can_be_another_field() -> None:
    """Of a contact with a form, the form is where to apply, and the rest the contact."""
    document = parse("---\ncontact:\n  name: Ada\n  form: https://example.com/\n---\n")
    read = read_fields("a.md", document, POSTING, {"contact.form": "apply_url"}, ZoneInfo("UTC"))
    assert read.values == {"contact": Contact(name="Ada"), "apply_url": "https://example.com/"}
    assert (read.extra, read.problems) == ({}, ())
