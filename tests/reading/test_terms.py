"""Tags, kinds of employment and where the work is done, in people's words."""

from itertools import count

import pytest

from site_builder.model.posting import EmploymentType, RemoteRule
from site_builder.reading.terms import is_remote_word, read_employment_types, read_remote, read_tags
from site_builder.reading.wrong import Wrong

FULL, PART, CONTRACTOR, TEMPORARY, INTERN, VOLUNTEER, PER_DIEM, OTHER = EmploymentType

EMPLOYMENT: list[tuple[object, tuple[EmploymentType, ...], str | None]] = [
    ("FULL_TIME", (FULL,), None),
    ("full_time", (FULL,), None),
    ("Full-time", (FULL,), None),
    ("Full Time", (FULL,), None),
    ("fulltime", (FULL,), None),
    ("Vollzeit", (FULL,), None),
    ("temps plein", (FULL,), None),
    ("jornada completa", (FULL,), None),
    ("Teilzeit", (PART,), None),
    ("contract", (CONTRACTOR,), None),
    ("freelance", (CONTRACTOR,), None),
    ("CDD", (TEMPORARY,), None),
    ("fixed-term contract", (TEMPORARY,), None),
    ("befristet", (TEMPORARY,), None),
    ("internship", (INTERN,), None),
    ("Praktikum", (INTERN,), None),
    ("stage", (INTERN,), None),
    ("volunteer", (VOLUNTEER,), None),
    ("per diem", (PER_DIEM,), None),
    ("other", (OTHER,), None),
    (list(EmploymentType), tuple(EmploymentType), None),
    (["Full-time", "FULL_TIME", None, ""], (FULL,), None),
    (["Part-time", "contract"], (PART, CONTRACTOR), None),
    ("part time / contract", (PART, CONTRACTOR), None),
    ("Part-time/Full-time", (PART, FULL), None),
    ("full-time and part-time", (FULL, PART), None),
    ("Vollzeit oder Teilzeit", (FULL, PART), None),
    ("fixed-term full-time", (TEMPORARY, FULL), None),
    ("permanent", (), "permanent"),
    ("CDI", (), "CDI"),
    ("unbefristet", (), "unbefristet"),
    ("Werkstudent", (), "Werkstudent"),
    ("permanent part-time", (PART,), "permanent part-time"),
    ("full time / permanent", (FULL,), "full time / permanent"),
    ("permanent  or  B2B", (CONTRACTOR,), "permanent or B2B"),
    ("full-time contract", (FULL,), "full-time contract"),
    ("Full-time (permanent)", (FULL,), "Full-time (permanent)"),
    ("temporary (3+ years)", (TEMPORARY,), "temporary (3+ years)"),
    ("contract, 6 months (extendable)", (CONTRACTOR,), "contract, 6 months (extendable)"),
    ("permanent, part-time possible", (), "permanent, part-time possible"),
    ("no full-time", (), "no full-time"),
    ("internal", (), "internal"),
    (["permanent", "full-time"], (FULL,), "permanent, full-time"),
    ("word " * 10_000, (), ("word " * 10_000).strip()),
    ([], (), None),
]

REMOTE: list[tuple[object, RemoteRule]] = [
    (True, RemoteRule.FULL),
    *(
        (word, RemoteRule.FULL)
        for word in (
            "full", "Fully remote", "remote", "100% remote", "100 % Remote", "remote only", "TELECOMMUTE", "home-based",
            "yes", "Home Office", "#LI-Remote", "oui",
        )
    ),
    *(
        (word, RemoteRule.HYBRID)
        for word in (
            "hybrid", "Hybrid remote", "partly", "partial", "2 days remote", "2-3 days a week remote",
            "three days in the office", "hybrid, 2 days in the office", "#LI-Hybrid",
        )
    ),
    (False, RemoteRule.NONE),
    *(
        (word, RemoteRule.NONE)
        for word in ("none", "no", "on-site", "On site", "onsite", "office", "in person", "nein")
    ),
]  # fmt: skip

NOT_REMOTE: list[object] = [
    3, 0.5, None, [], {}, "possible", "flexible", "negotiable", "optional", "remote possible", "temporarily remote",
    "5 days", "unspecified", "remote " * 10_000,
]  # fmt: skip

TAGS: list[tuple[object, tuple[str, ...]]] = [
    (["Python", "data"], ("Python", "data")),
    (["Python", "python", " PYTHON "], ("Python",)),
    (["machine  learning", "Machine Learning"], ("machine learning",)),
    ("#sales,#crm", ("sales", "crm")),
    ("#sales #crm", ("sales", "crm")),
    ("#ui/ux,#windows", ("ui/ux", "windows")),
    ("a, b; c\nd", ("a", "b", "c", "d")),
    ("one tag", ("one tag",)),
    (["c#", "#c++", "C#", ".net", "#f#"], ("c#", "c++", ".net", "f#")),
    (["🚀", "日本語"], ("🚀", "日本語")),
    (["", None, "#", " ", "x"], ("x",)),
    ([2026, 3.5], ("2026", "3.5")),
    (2026, ("2026",)),
    ("caf\u00e9,cafe\u0301", ("café",)),
    ([], ()),
    (",,,", ()),
]

NO_TAGS = [["---"], [["a"]], [{"a": 1}], {"a": 1}, True, [True], ["a\u202eb"], [f"t{number}" for number in range(1001)]]


@pytest.mark.parametrize(("value", "kinds", "words"), EMPLOYMENT, ids=map(str, count()))
def test_employment_is_read_in_peoples_words(
    value: object, kinds: tuple[EmploymentType, ...], words: str | None
) -> None:
    """Known words become values in their order, and what they do not hold stays in the author's words."""
    assert read_employment_types(value) == (kinds, words)


@pytest.mark.parametrize(
    ("value", "meant"), [("FULLTIMEE", "FULL_TIME"), ("contracter", "CONTRACTOR"), ("part_tme", "PART_TIME")]
)
def test_a_misspelt_kind_of_employment_is_asked_about(value: str, meant: str) -> None:
    """A near miss of a name of the enumeration is not kept as words."""
    with pytest.raises(Wrong) as wrong:
        read_employment_types(value)
    assert wrong.value.mend == f"Did you mean {meant}?"


@pytest.mark.parametrize("value", [7, True, {}, [["FULL_TIME"]], ["a"] * 51])
def test_what_is_no_text_is_no_employment(value: object) -> None:
    """The remedy names the whole enumeration."""
    with pytest.raises(Wrong) as wrong:
        read_employment_types(value)
    assert all(kind in wrong.value.mend for kind in EmploymentType)


@pytest.mark.parametrize(("value", "rule"), REMOTE)
def test_remote_work_is_read_in_peoples_words(value: object, rule: RemoteRule) -> None:
    """Always, partly, never."""
    assert read_remote(value) is rule


@pytest.mark.parametrize("value", NOT_REMOTE, ids=map(str, count()))
def test_an_unclear_word_for_remote_work_is_asked_about(value: object) -> None:
    """The question names the three answers."""
    with pytest.raises(Wrong) as wrong:
        read_remote(value)
    assert all(f"remote: {rule}" in wrong.value.mend for rule in RemoteRule)


def test_words_for_remote_work_are_no_places() -> None:
    """Only a text that says nothing else counts."""
    assert is_remote_word("Remote job")
    assert is_remote_word("100% remote")
    assert not is_remote_word("Remote, Oregon")


@pytest.mark.parametrize(("value", "tags"), TAGS, ids=map(str, count()))
def test_tags_are_read_from_lists_and_hashtags(value: object, tags: tuple[str, ...]) -> None:
    """Only a leading # goes, and of spellings that differ by case or white space the first stays."""
    assert read_tags(value) == tags


@pytest.mark.parametrize("value", NO_TAGS, ids=map(str, count()))
def test_what_is_no_list_of_tags_is_refused(value: object) -> None:
    """Nested values, truth values, hidden characters, signs alone, and too many."""
    with pytest.raises(Wrong):
        read_tags(value)
