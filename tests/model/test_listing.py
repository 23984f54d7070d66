"""Listings: what is one term, what a term is called and where it lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.listing import Listings
from site_builder.model.posting import EmploymentType, JobPosting, Organization, Place, RemoteRule
from site_builder.model.terms import TERMS_OF, country_of, term_key


def posting(slug: str, **facts: object) -> JobPosting:
    """Return a posting with nothing but what a test is about."""
    return JobPosting(
        source=f"content/{slug}.md",
        slug=slug,
        title=slug,
        organization=Organization("Bakery"),
        description="",
        summary="",
        language="en",
        **facts,  # type: ignore[arg-type]  # the test's own
    )


def terms(name: str, *postings: JobPosting, words: dict[str, str] | None = None) -> dict[str, tuple[str, int]]:
    """Return a listing's terms: name, address, number of postings."""
    found = next((one for one in Listings(words or {}).of(postings) if one.name == name), None)
    return {term.name: (term.path, len(term.postings)) for term in found.terms} if found else {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UI/UX", "ui / ux"),
        ("Machine Learning", "machine-learning"),
        ("Full\u00a0Stack", "full_stack"),
        ("Ｒｕｓｔ", "rust"),
    ],
)
def test_spellings_of_one_term(one: str, other: str) -> None:
    """Case, width, white space, hyphens and spaces about a slash make no other term."""
    assert term_key(one) == term_key(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C", "C#"), ("Java", "JavaScript"), ("net", ".net")])
def test_terms_that_only_look_alike(one: str, other: str) -> None:
    """Signs tell terms apart."""
    assert term_key(one) != term_key(other)


def test_the_commonest_spelling_names_a_term() -> None:
    """Of equally common spellings the first by code point does, whatever the order of the postings."""
    several = [posting("a", tags=("Python",)), posting("b", tags=("python",)), posting("c", tags=("python",))]
    assert terms("tags", *several) == {"python": ("tags/python/", 3)}
    assert terms("tags", *several[:2]) == terms("tags", *several[1::-1]) == {"Python": ("tags/python/", 2)}


def test_every_term_has_an_address_of_its_own() -> None:
    """Where two would share one, the later by key gets digits of its digest; "page" keeps clear of numbered pages."""
    found = terms("tags", posting("a", tags=("a.b", "a:b", "page", "🚀")))
    addresses = [path for path, _ in found.values()]
    assert len(set(addresses)) == 4
    assert found["page"] == ("tags/page-x/", 1)
    assert found["🚀"] == ("tags/rocket/", 1)
    assert "tags/a-b/" in addresses


def test_a_place_is_listed_by_its_town() -> None:
    """However the address is written; towns of one name in the US are told apart by their state."""
    places = [
        Place("Berlin, Germany", locality="Berlin", country="DE"),
        Place(
            "Uferweg 8, 12459 Berlin, DE", street_address="Uferweg 8", locality="Berlin", region="Berlin", country="DE"
        ),
        Place("Portland, Oregon, USA", locality="Portland", region="Oregon", country="US"),
        Place("Portland, Maine, USA", locality="Portland", region="Maine", country="US"),
        Place("Somewhere"),
    ]
    found = terms("locations", *(posting(str(number), locations=(place,)) for number, place in enumerate(places)))
    assert {name: count for name, (_, count) in found.items()} == {
        "Berlin": 2,
        "Portland, Maine": 1,
        "Portland, Oregon": 1,
        "Somewhere": 1,
    }


def test_the_interface_names_only_its_own_terms() -> None:
    """Remote work and kinds of employment have words of the interface; a tag that is called like a key of them has not."""
    words = {
        "remote.full": "Von überall",
        "employment.INTERN": "Praktikum",
        "page": "Seite {number}",
        "listing.tags": "Themen",
    }
    one = posting(
        "a", tags=("page",), remote=RemoteRule.FULL, employment_types=(EmploymentType.INTERN, EmploymentType.OTHER)
    )
    assert set(terms("tags", one, words=words)) == {"page"}
    assert set(terms("locations", one, words=words)) == {"Von überall"}
    assert set(terms("employment-types", one, words=words)) == {"Praktikum", "OTHER"}


@pytest.mark.parametrize(
    ("place", "country"),
    [
        (Place("Berlin, DE", locality="Berlin", country="DE"), "DE"),
        (Place("Germany", country="DE"), ""),
        (Place("Berlin/DE"), ""),
        (Place("x/ᎠᎡ"), ""),
        (Place("DE"), ""),
    ],
)
def test_the_country_of_a_town_is_in_its_key(place: Place, country: str) -> None:
    """It is found there, and nothing is taken for a country that the posting does not name as the town's."""
    ((listed,),) = (TERMS_OF["locations"](posting("a", locations=(place,))),)
    assert country_of(listed.key) == country


@given(st.lists(st.lists(st.integers(0, 7), unique=True), max_size=6))
def test_kept_up_to_date_they_are_those_of_a_new_start(steps: list[list[int]]) -> None:
    """Whatever comes and goes: terms, their postings, and the terms of each posting, those without one too."""
    some = [
        posting(str(n), tags=("a",) * (n % 2) + ("b",) * (n % 3), department="d" if n > 5 else None) for n in range(8)
    ]
    kept = Listings({})
    for step in steps:
        now = tuple(some[n] for n in sorted(step))
        assert kept.of(now) == Listings({}).of(now)
        for listing in kept.of(now):
            assert listing.own == tuple(TERMS_OF[listing.name](one) for one in now)
