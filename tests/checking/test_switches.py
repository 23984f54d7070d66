"""Which codes are on where."""

import pytest

from site_builder.checking.switches import Switches
from site_builder.model.check import Check, Off
from site_builder.model.problem import Problem, Severity

GROUPS = {"word-age": "wording", "word-origin": "wording", "pay-missing": "pay", "title-missing": "fields"}
ASKED = {"word-age", "word-origin"}


@pytest.mark.parametrize(
    ("check", "folder", "code", "on"),
    [
        (Check(), "content/", "pay-missing", True),
        (Check(), "content/", "word-age", False),
        (Check(ask={"": ("wording",)}), "content/", "word-age", True),
        (Check(ask={"": ("word-age",)}), "content/", "word-origin", False),
        (Check(off={"": ("pay",)}), "content/", "pay-missing", False),
        (Check(off={"": ("wording",)}, ask={"": ("word-age",)}), "content/", "word-age", True),
        (Check(ask={"": ("wording",)}, off={"": ("word-age",)}), "content/", "word-age", False),
        (Check(off={"": ("pay",)}, ask={"us/": ("pay",)}), "content/us/ny/", "pay-missing", True),
        (Check(off={"": ("pay",)}, ask={"us/": ("pay",)}), "content/usa/", "pay-missing", False),
        (Check(ask={"us/": ("pay",)}, off={"us/ny/": ("pay-missing",)}), "content/us/ny/", "pay-missing", False),
    ],
)
def test_the_nearest_word_counts(check: Check, folder: str, code: str, on: bool) -> None:  # noqa: FBT001
    """A folder's word goes before its parents', a code's before its group's; what has to be asked for is off without."""
    assert Switches(check, GROUPS, ASKED).is_on(folder, code) is on


def test_a_code_asked_for_in_a_folder_is_on_somewhere() -> None:
    """A rule is looked for where any folder asks for it, and not where none does."""
    switches = Switches(Check(ask={"us/": ("word-age",)}), GROUPS, ASKED)
    assert switches.is_on_anywhere("word-age")
    assert not switches.is_on_anywhere("word-origin")


def test_what_was_just_asked_for_is_on_everywhere() -> None:
    """`--only wording` goes before site.toml."""
    assert Switches(Check(off={"": ("wording",)}), GROUPS, ASKED, always=["wording"]).is_on("content/", "word-age")


def test_errors_of_reading_stay() -> None:
    """An error that no rule found can neither be turned off nor be made a warning; a rule's can."""
    check = Check(off={"": ("title-missing", "pay-missing")}, severity={"title-missing": Severity.WARNING})
    problems = [Problem("content/a.md", 1, code, "", "") for code in ("title-missing", "pay-missing")]
    assert Switches(check, GROUPS).settled(problems, {}, own={"pay-missing"}) == problems[:1]


def test_a_file_turns_off_what_it_names() -> None:
    """A warning is off in the file that says so, by its code or its group, and in no other."""
    here, there = (Problem(f"content/{name}.md", 1, "pay-missing", "", "", Severity.WARNING) for name in "ab")
    for name in ("pay-missing", "pay"):
        assert Switches(Check(), GROUPS).settled([here, there], {"content/a.md": [Off(1, name)]}, own=()) == [there]


def test_a_severity_is_the_site_s() -> None:
    """A warning may be made an error."""
    warning = Problem("content/a.md", 1, "pay-missing", "", "", Severity.WARNING)
    check = Check(severity={"pay-missing": Severity.ERROR})
    assert Switches(check, GROUPS).settled([warning], {}, own=())[0].severity is Severity.ERROR
