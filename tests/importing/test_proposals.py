"""What a text proposes: the field, its value and its words; and what only looks like a value."""

from zoneinfo import ZoneInfo

import pytest

from site_builder.importing import proposals
from site_builder.reading.proposals import Proposal

ENGLISH = "We are a mill. "


def find(text: str) -> list[Proposal]:
    """Return what a text proposes, days in UTC."""
    return proposals.find(text, ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The role of a Head Miller at Stone Ltd", "title", "Head Miller"),
        ("We are looking for a Senior Data Engineer to join us.", "title", "Senior Data Engineer"),
        ("Wir suchen eine Elektrikerin für Bonn.", "title", "Elektrikerin"),
        ("On recrute un·e chargé·e de développement pour un CDD !", "title", "chargé·e de développement"),
        ("About Stone\nText.", "organization", "Stone"),
        ("Stone Ltd is an equal opportunity employer", "organization", "Stone Ltd"),
        ("This is a job.\n#LI-Hybrid", "remote", "hybrid"),
        ("This job is fully remote.", "remote", "full"),
        ("Work from home, and two days a week in the office.", "remote", "hybrid"),
        ("You work remotely in North America.", "applicant_locations", "[US, CA, MX]"),
        ("Text.\nLocation: Remote (Germany)", "applicant_locations", "[DE]"),
        ("17 - 19 EUR per hour", "salary", "17-19 EUR per HOUR"),
        ("We pay £45,000 a year.", "salary", "45000 GBP per YEAR"),
        ("60 000 € par an", "salary", "60000 EUR per YEAR"),
        ("€50k-€60k per year", "salary", "50000-60000 EUR per YEAR"),
        ("This is a full-time job.", "employment_type", "FULL_TIME"),
        ("Send your CV to jobs@x.example.", "apply_email", "jobs@x.example"),
        ("Text.\nOrt: Bonn, Deutschland", "locations", "Bonn, Deutschland"),
        ("Text.\nBewerbungsschluss: 15.01.2027", "valid_through", "2027-01-15"),
        ("Text.\nKennziffer: A-7", "identifier", "A-7"),
        ("At least 3 years of experience in milling.", "experience", "3 years"),
        ("You need a bachelor's degree.", "education", "bachelor degree"),
    ],
)
def test_what_is_proposed(text: str, field: str, value: str) -> None:
    """The value is ready YAML; line, column and length are those of the words that say it."""
    found = [one for one in find(text) if one.field == field]
    assert [one.value for one in found] == [value]
    words = text.split("\n")[found[0].line - 1][found[0].column - 1 :][: found[0].length]
    assert words.strip(" .")
    assert words.split()[0].strip("#") in found[0].reason


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("A learning budget of 2,000 USD per year", "salary"),
        ("401(k) match, 5,000 USD bonus a year", "salary"),
        ("We raised 20M EUR a year ago", "salary"),
        ("We are looking for people who care.", "title"),
        ("About us\nText.", "organization"),
        ("Our office is in North America.", "applicant_locations"),
        ("Full-time or part-time, as you like.", "employment_type"),
        ("Temps partiel accepté (80 %)", "employment_type"),
        ("On recherche une meunière.", "organization"),
        ("Questions on data protection: privacy@x.example", "apply_email"),
        ("Location: This role will be based where you live and work best.", "locations"),
        ("Salary: competitive", "salary"),
        ("We have 20 years of experience in milling.", "experience"),
        ("Our founder holds a master's degree.", "education"),
    ],
)
def test_what_is_not_proposed(text: str, field: str) -> None:
    """Other money, other people, and words that leave it open propose nothing."""
    assert [one for one in find(text) if one.field == field] == []


def test_an_ambiguous_date_is_a_question() -> None:
    """A label whose value can be two days proposes one and names the other."""
    (found,) = find("Text.\nApply by: 06/05/2027")
    assert (found.field, found.certain) == ("valid_through", False)
    assert found.value == "2027-05-06"
    assert found.reason.endswith("if not, write 2027-06-05")


@pytest.mark.parametrize("text", ["You can work remotely now and then.", "Télétravail partiel bienvenu"])
def test_what_a_sentence_leaves_open_is_a_question(text: str) -> None:
    """Words that say neither always nor never are a proposal with its other answers."""
    (found,) = find(text)
    assert (found.field, found.value, found.certain) == ("remote", "hybrid", False)
    assert {"full", "none"} <= set(found.reason.partition("if not, write ")[2].split())


def test_sentences_are_never_certain() -> None:
    """What running text says of a field is proposed, whatever reading thinks of it: a person confirms it."""
    text = "This is a fully remote position.\nLocation: Bonn, Germany\nSalary: 45,000 EUR a year\nApply by 15 January 2027."
    found = find(text)
    assert {one.field for one in found} == {"remote", "locations", "salary", "valid_through"}
    assert not any(one.certain for one in found)


def test_two_sentences_that_agree_are_certain() -> None:
    """Who hires is certain where the text says it in two ways, and only likely where two names stand in it."""
    text = "About Stone\nStone is an equal opportunity employer"
    assert [(one.value, one.certain) for one in find(text)] == [("Stone", True)]
    other = "About Stone\nMill is an equal opportunity employer"
    assert [one.certain for one in find(other)] == [False, False]


def test_a_tag_for_job_boards_is_certain() -> None:
    """`#LI-Remote` has one meaning."""
    assert [(one.field, one.value, one.certain, one.line) for one in find(ENGLISH + "\n\nLI-remote")] == [
        ("remote", "full", True, 3)
    ]


def test_a_tag_among_other_words() -> None:
    """The tag itself is named, wherever it stands on its line."""
    (found,) = find("Start LI-remote |")
    assert "“LI-remote" in found.reason
    assert found.column == len("Start ") + 1
