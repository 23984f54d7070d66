"""What is told of laws on pay: whose they are, of whom they ask, and where they do not hold."""

import pytest

from site_builder.checking import pay
from tests.rule_subjects import TODAY, subject_of

REMOTE = "remote: full\napplicant_locations: "


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("locations: Baltimore, MD, USA", "Maryland asks for the pay in the posting"),
        ("locations: Boston, MA, USA", "Massachusetts (from 25 employees on) asks for the pay in the posting"),
        ("locations: Wien, Österreich; Vilnius, Lithuania", "Austria and Lithuania ask for the pay in the posting"),
        (f'{REMOTE}["Vermont, USA", "Maine, USA", "Maryland, USA"]', "Maryland, Vermont (from 5 employees on) and Maine (from 10 employees on) ask for the pay in the posting"),
        (f"{REMOTE}[CA, AT]", "British Columbia, Prince Edward Island, Ontario (from 25 employees on) and 1 more place ask for the pay in the posting"),
        (f"{REMOTE}[US]", "Colorado, California (from 15 employees on), Washington (from 15 employees on) and 10 more places ask for the pay in the posting"),
        ("remote: full\nlocations: USA", "Colorado, California (from 15 employees on), Washington (from 15 employees on) and 10 more places ask for the pay in the posting"),
        # Where the state is not known, nobody is told of its law.
        ("locations: USA", None),
        ("remote: full\nlocations: Portland, USA", None),
        ("locations: Texas, USA", None),
        # Georgia's MD, Moldova, is no Maryland.
        (f"{REMOTE}[MD, DE]", None),
        ("salary: by agreement, about 60000 USD\nlocations: Boston, MA, USA", None),
        ("salary: competitive\nlocations: Boston, MA, USA", "Massachusetts (from 25 employees on) asks for the pay in the posting"),
    ],
)  # fmt: skip
def test_the_laws_are_named(fields: str, message: str | None) -> None:
    """The first three places stand by name with the employers that they mean, the others are counted."""
    subject = subject_of(f"---\ntitle: Baker\n{fields}\n---\nYou bake.\n")
    found = [one.message for one in pay.pay_missing.finder(subject, TODAY)]
    assert found == ([message] if message else [])


@pytest.mark.parametrize(
    ("fields", "currency"),
    [
        ("locations: Boston, MA, USA", "USD"),
        ("locations: Toronto, ON, Canada", "CAD"),
        ("locations: Wien, Österreich", "EUR"),
        ("locations: Milano, Italy", "EUR"),
    ],
)
def test_the_line_to_add_has_the_currency_of_the_place(fields: str, currency: str) -> None:
    """Who copies it and writes other figures has the pay in a currency that is paid there."""
    (one,) = pay.pay_missing.finder(subject_of(f"---\ntitle: Baker\n{fields}\n---\nYou bake.\n"), TODAY)
    assert f"60000-75000 {currency} per YEAR" in one.mend
    assert one.mend.endswith("This is not legal advice.")


@pytest.mark.parametrize(
    ("places", "verb"), [('"Vermont, USA"', "Vermont (from 5 employees on) forbids"), ("US", "10 more places forbid")]
)
def test_one_law_forbids_and_several_forbid(places: str, verb: str) -> None:
    """Sentences agree with the number of laws."""
    subject = subject_of(f"---\ntitle: Baker\n{REMOTE}[{places}]\n---\nWhat was your last salary?\n")
    (message,) = [one.message for rule in pay.RULES if rule.code == "pay-history-asked" for one in rule.finder(subject, TODAY)]  # fmt: skip
    assert f"{verb} to ask for earlier pay" in message


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("You bake.", "whether it is for an existing vacancy and whether artificial intelligence screens applicants"),
        ("The vacancy is new.", "whether artificial intelligence screens applicants"),
        ("We use AI.", "whether it is for an existing vacancy"),
        ("We use artificial intelligence.", "whether it is for an existing vacancy"),
        ("This vacant job is open. No AI.", None),
    ],
)
def test_ontario_is_told_what_it_lacks(text: str, lacking: str | None) -> None:
    """Each of the two statements is asked for alone, where the other is there."""
    subject = subject_of(f"---\ntitle: Baker\nlocations: Toronto, ON, Canada\n---\n{text}\n")
    found = [one.message for one in pay.pay_vacancy_unsaid.finder(subject, TODAY)]
    assert found == ([f"Ontario (from 25 employees on) asks postings to say {lacking}"] if lacking else [])


@pytest.mark.parametrize("place", ["Vancouver, BC, Canada", "Buffalo, NY, USA"])
def test_canadian_experience_is_forbidden_in_ontario_alone(place: str) -> None:
    """Elsewhere the sentence is nobody's business."""
    subject = subject_of(f"---\ntitle: Baker\nlocations: {place}\n---\nTwo years of Canadian experience.\n")
    assert [
        one for rule in pay.RULES if rule.code == "experience-canadian" for one in rule.finder(subject, TODAY)
    ] == []
