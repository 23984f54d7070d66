r"""Readers' cases: each line of `tests/cases/readers/*.txt` is what people write, and what comes of it.

Before ` => ` stands the text, behind it the value in the form that the reader's function below gives. ` + words` means that the author's words
are kept beside the value. `? ...` is a question, of which the parts between ` | ` stand in what to write; `! ...` is an error. A line that
begins with `#` is a remark. In a text, `\n`, `\u202f` and the like stand for themselves.
"""

import re
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from site_builder.model.posting import Place
from site_builder.reading.applicants import read_applicant_places
from site_builder.reading.dates import read_moment
from site_builder.reading.education import education_question, read_education
from site_builder.reading.employment import employment_question, read_employment_types
from site_builder.reading.experience import experience_question, read_experience
from site_builder.reading.place_questions import country_question, region_question
from site_builder.reading.places import read_places
from site_builder.reading.proposals import proposals
from site_builder.reading.salaries import read_salary, salary_question, written
from site_builder.reading.terms import read_remote
from site_builder.reading.wrong import Question, Wrong

CASES = Path(__file__).parent.parent / "cases" / "readers"


def salary(text: str) -> str:
    """Show pay as it is written."""
    read = read_salary(text)
    if read.salary is None:
        assert read.text is not None
        return f"? {salary_question(read.text, set())[1]}"
    return written(read.salary) + (" + words" if read.text else "")


def places(text: str) -> str:
    """Show each place as its town, region and country, then what is said of remote work."""
    read = read_places(text)
    shown = [_place(place) for place in read.places]
    shown += [f"remote {read.remote}"] if read.remote else []
    shown += [f"from {', '.join(map(_place, read.applicants))}"] if read.applicants else []
    if read.region:
        shown.append(f"? {region_question(read.region, is_remote=read.remote is not None)}")
    if read.remote_beside_place:
        shown.append("? remote")
    unknown = [place for place in read.places if place.country is None]
    if unknown and not read.remote_beside_place:
        shown.append(f"? {country_question(unknown[0].text, alone=len(read.places) == 1) or 'Write the country'}")
    return "; ".join(shown)


def _place(place: Place) -> str:
    return "/".join(part or "-" for part in (place.locality, place.region, place.country))


def applicants(text: str) -> str:
    """Show where applicants may live."""
    return ", ".join(map(_place, read_applicant_places(text)))


def employment(text: str) -> str:
    """Show the kinds of employment."""
    types, words = read_employment_types(text)
    asked = employment_question(types, words) if words else None
    return f"{', '.join(types)}{' + words' if words and types else ''}{f'? {asked[1]}' if asked else ''}"


def dates(text: str) -> str:
    """Show a last day to apply as the moment at which it ends in Berlin."""
    return read_moment(text, ZoneInfo("Europe/Berlin")).astimezone(ZoneInfo("Europe/Berlin")).isoformat()


def experience(text: str) -> str:
    """Show the least months."""
    read = read_experience(text)
    if read.months is None:
        return f"? {experience_question(text)[1]}"
    return f"{read.months} months{' + words' if read.text else ''}"


def education(text: str) -> str:
    """Show the kinds of education."""
    read = read_education(text)
    if not read.levels:
        return f"? {education_question(text)[1]}"
    instead = " or experience" if read.experience_instead else ""
    return f"{', '.join(read.levels)}{instead}{' + words' if read.text else ''}"


def proposed(text: str) -> str:
    """Show what a text proposes: a value behind `=` is certain, one behind `?` is a question."""
    return "; ".join(f"{one.field} {'=' if one.certain else '?'} {one.value}" for one in proposals(text)) or "nothing"


READERS: dict[str, Callable[[str], str]] = {
    "salary": salary,
    "places": places,
    "applicants": applicants,
    "remote": lambda text: read_remote(text).value,
    "employment": employment,
    "dates": dates,
    "experience": experience,
    "education": education,
    "proposals": proposed,
}


def cases() -> list[tuple[str, str, str]]:
    """Give each case as its file's name, its text and what comes of it."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("# "):
                text, expected = line.split(" => ", 1)
                found.append((path.stem, text, expected))
    return found


def test_every_reader_has_cases() -> None:
    """There is a file for each reader and no other, and there are more than three hundred cases, none of them twice."""
    assert {path.stem for path in CASES.glob("*.txt")} == set(READERS)
    texts = [(name, text) for name, text, _ in cases()]
    assert len(texts) == len(set(texts)) > 300


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=[f"{name}: {text}" for name, text, _ in cases()])
def test_a_reader_reads(name: str, text: str, expected: str) -> None:
    """What people write is read as its case says: a value, or a question with its answers."""
    text = re.sub(r"\\(?:n|u[0-9a-f]{4})", lambda found: found[0].encode().decode("unicode_escape"), text)
    shown = outcome(READERS[name], text)
    value, mark, question = expected.partition("? ")
    if not mark or name == "proposals":
        assert shown == expected
    else:
        assert shown.startswith(value + "? ")
        assert [part for part in question.split(" | ") if part not in shown] == []


def outcome(read: Callable[[str], str], text: str) -> str:
    """Return what a reader shows, or its question or complaint with what to write."""
    try:
        return read(text)
    except Question as question:
        return f"? {question.mend}"
    except Wrong as wrong:
        return f"! {wrong.message}"
