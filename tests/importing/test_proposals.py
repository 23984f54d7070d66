"""What a text proposes: the field, its value and its words; and what only looks like a value."""

import pytest

from site_builder.importing.proposals import find

ENGLISH = "We are a mill. "


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
        ("Two days a week in the office.", "remote", "hybrid"),
        ("You work remotely in North America.", "applicant_locations", "[US, CA, MX]"),
        ("Remote (Germany).", "applicant_locations", "[DE]"),
        ("17 - 19 EUR per hour", "salary", "17 - 19 EUR per hour"),
        ("We pay £45,000 a year.", "salary", "£45,000 a year"),
        ("60 000 € par an", "salary", "60 000 € par an"),
        ("€50k-€60k per year", "salary", "€50k-€60k per year"),
        ("This is a full-time job.", "employment_type", "FULL_TIME"),
        ("Send your CV to jobs@x.example.", "apply_email", "jobs@x.example"),
        ("Text.\nOrt: Bonn, Deutschland", "locations", "Bonn, Deutschland"),
        ("Text.\nBewerbungsschluss: 15.01.2027", "valid_through", "15.01.2027"),
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
        ("You can work remotely now and then.", "remote"),
        ("Our office is in North America.", "applicant_locations"),
        ("Full-time or part-time, as you like.", "employment_type"),
        ("Temps partiel accepté (80 %)", "employment_type"),
        ("Télétravail partiel bienvenu", "remote"),
        ("On recherche une meunière.", "organization"),
        ("Questions on data protection: privacy@x.example", "apply_email"),
        ("Location: This role will be based where you live and work best.", "locations"),
        ("Salary: competitive", "salary"),
    ],
)
def test_what_is_not_proposed(text: str, field: str) -> None:
    """Other money, other people, and words that leave it open propose nothing."""
    assert [one for one in find(text) if one.field == field] == []


def test_an_ambiguous_date_is_a_question() -> None:
    """A label whose value cannot be read proposes nothing but the question, with the possible answers."""
    (found,) = find("Text.\nApply by: 06/05/2027")
    assert (found.field, found.certain) == ("valid_through", False)
    assert "2027-05-06" in found.reason
    assert "2027-06-05" in found.reason


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
