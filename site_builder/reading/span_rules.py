"""Rules that span fields: what contradicts, and what a posting lacks to be found and applied to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from site_builder.model.posting import Place, RemoteRule
from site_builder.model.problem import Problem, Severity
from site_builder.reading.document import Document
from site_builder.reading.education import education_question
from site_builder.reading.employment import employment_question
from site_builder.reading.experience import experience_question
from site_builder.reading.fields import Sorted
from site_builder.reading.place_questions import country_question, region_question
from site_builder.reading.salaries import salary_question
from site_builder.reading.wrong import quotable, shown


def problems_of(path: str, facts: Mapping[str, Any], given: Sorted, text: str, zone: ZoneInfo) -> Iterator[Problem]:
    """Yield the problems of a posting's facts taken together; `text` is the beginning of its text.

    A field that is there but wrong is not missed as well.
    """
    yield from _contradictions(path, facts, given.lines, zone)
    for problem in _missing(path, facts, given.lines, text):
        if not any(problem.code == f"{name}-missing" for name in _missed_with(given.wrong)):
            yield problem
    yield from _unstructured(path, facts, given.lines)


def _missed_with(wrong: Iterable[str]) -> Iterator[str]:
    for name in wrong:
        yield "apply" if name.startswith("apply_") else name.replace("_", "-")


def remote_problems(path: str, values: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Problem]:
    """Ask where a place stands beside a word for remote work, and name what contradicts; `values` are those of the fields, read."""
    read, remote = values.get("locations"), values.get("remote")
    if read is None:
        return
    line = lines.get("locations", 1)
    if read.remote_beside_place and remote is None:
        yield Problem(
            path,
            line,
            "remote-unclear",
            "`locations` names a place and remote work; nobody can tell whether one may always work from home",
            "Add `remote: full`, `remote: hybrid` or `remote: none`, and write only the place in `locations`: `locations: Hamburg, Germany`.",
            Severity.WARNING,
        )
    if read.remote is RemoteRule.FULL and remote is not None and remote is not RemoteRule.FULL:
        yield Problem(
            path,
            lines.get("remote", line),
            "remote-contradiction",
            f"`remote` says {remote}, but `locations` says that the job is remote and names no place",
            "Write `remote: full`, or the place in `locations`.",
            Severity.WARNING,
        )


SAMPLE_TITLE = "Title of the job"
SAMPLE_ORGANIZATION = "Name of the organization"
SAMPLE_TEXT = """\
Two or three sentences: what your team does, and what this job is there for.

## What you will do

- What takes most of the week, in the words you would use to a new colleague
- What else belongs to it

## What you bring

- What nobody can do the job without
- What helps, but can be learned here

## What we offer

- Pay, hours, holidays: what a person weighs who already has a job

## How we hire

1. What to send, and to whom
2. Who talks with the applicant, how often, and when there will be an answer
"""
"""The text of a new posting (`new job`). Its headings may stay, its sentences are to be replaced."""
_MARKS = "-*1234567890. \t"
_SAMPLES = frozenset(row.strip(_MARKS) for row in SAMPLE_TEXT.split("\n") if row and not row.startswith("#"))


def sample_problems(path: str, document: Document, values: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield an error for what the author of a new or imported posting has not replaced yet; drafts may hold it."""
    if values.get("draft"):
        return
    rows = [
        document.body_line + number
        for number, row in enumerate(document.body.split("\n"))
        if row.strip(_MARKS) in _SAMPLES
    ]
    organization = values.get("organization")
    if organization is not None and organization.name == SAMPLE_ORGANIZATION:
        rows.insert(0, document.line_of("organization"))
    if values.get("title") == SAMPLE_TITLE:
        rows.insert(0, document.line_of("title"))
    if rows:
        still = (
            f"line {rows[0]} still holds"
            if len(rows) == 1
            else f"lines {', '.join(map(str, rows[:-1]))} and {rows[-1]} still hold"
        )
        mend = "Write your own words there, delete it, or write `draft: true` until then."
        yield Problem(path, rows[0], "sample-text", f"{still} the sample text of `new job` or `import`", mend)


def _contradictions(path: str, facts: Mapping[str, Any], lines: Mapping[str, int], zone: ZoneInfo) -> Iterator[Problem]:
    last = facts["valid_through"].astimezone(zone).date() if facts.get("valid_through") else None
    line = lines.get("valid_through", 1)
    for name, says in (("date_posted", "is posted"), ("opens_on", "opens")):
        first = facts.get(name)
        if last and first and last < first:
            yield Problem(
                path,
                line,
                "valid-through-before-" + name.replace("_", "-"),
                f"the posting ends on {last} but {says} on {first}",
                f"Correct `valid_through` or `{name}`; both are written year-month-day.",
            )
    posted, modified = facts.get("date_posted"), facts.get("date_modified")
    if posted and modified and modified < posted:
        yield Problem(
            path,
            lines.get("date_modified", 1),
            "date-modified-before-date-posted",
            f"the posting was changed on {modified}, before it was posted on {posted}",
            "Correct `date_modified` or `date_posted`; both are written year-month-day.",
            Severity.WARNING,
        )


def _missing(path: str, facts: Mapping[str, Any], lines: Mapping[str, int], text: str) -> Iterator[Problem]:
    if not text:
        yield _warning(path, "text-missing", "the posting has no text", "Write below the front matter what the job is.")
    if not facts.get("date_posted"):
        yield _warning(
            path,
            "date-posted-missing",
            "the posting does not say when it was posted, so Google for Jobs will not show it",
            "Add `date_posted: YEAR-MONTH-DAY`, or begin the file's name with the date.",
        )
    yield from _without_place(path, facts, lines)
    if not facts.get("apply_url") and not facts.get("apply_email"):
        yield _warning(
            path,
            "apply-missing",
            "the posting does not say how to apply",
            "Add `apply_url: https://…` or `apply_email: …`." if not facts.get("contact") else
            "Add `apply_url: https://…` or `apply_email: …`; `contact` only says whom to ask.",
        )  # fmt: skip


def _without_place(path: str, facts: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what nobody can tell of where the work is done, or from where."""
    is_remote, places = facts.get("remote") is RemoteRule.FULL, facts.get("locations") or ()
    if facts.get("location_text"):
        yield _warning(
            path,
            "locations-unclear",
            f"{shown(facts['location_text'])} is no place that has an address",
            region_question(facts["location_text"], is_remote=is_remote),
            lines.get("locations", 1),
        )
    elif not places and not is_remote:
        yield _warning(
            path,
            "locations-missing",
            "the posting does not say where the work is done, so Google for Jobs will not show it",
            "Add `locations: CITY, COUNTRY`, or `remote: full` with `applicant_locations: [COUNTRY]`.",
        )
    unknown = [place for place in places if not place.country]
    if unknown and not is_remote:
        yield _warning(
            path,
            "locations-without-country",
            f"{_country_missing(unknown)}, so Google for Jobs will not show the posting",
            _country_mend(unknown[0], places),
            lines.get("locations", 1),
        )
    if (
        is_remote
        and not any(place.country for place in places)
        and not facts.get("applicant_locations")
        and not facts.get("location_text")
    ):
        yield _warning(
            path,
            "applicant-locations-missing",
            "the posting is remote but does not say from where one may work, so Google for Jobs will not show it",
            "Add `applicant_locations: [US, CA]` with the countries in which applicants may live.",
            lines.get("remote", lines.get("locations", 1)),
        )


def _warning(path: str, code: str, message: str, mend: str, line: int = 1) -> Problem:
    return Problem(path, line, code, message, mend, Severity.WARNING)


def _unstructured(path: str, facts: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what is shown as its author wrote it, since no value says it."""
    if facts.get("salary_text") and not facts.get("salary"):
        countries = {place.country for name in ("locations", "applicant_locations") for place in facts.get(name) or ()}
        message, mend = salary_question(facts["salary_text"], countries)
        yield Problem(path, lines.get("salary", 1), "salary-unstructured", message, mend, Severity.WARNING)
    for name, value, question in (
        ("education", facts.get("education"), education_question),
        ("experience", facts.get("experience_months"), experience_question),
    ):
        text = facts.get(f"{name}_text")
        if text and (value is None or value == ()):
            yield Problem(path, lines.get(name, 1), f"{name}-unstructured", *question(text), Severity.WARNING)
    if facts.get("employment_text"):
        asked = employment_question(facts["employment_types"], facts["employment_text"])
        if asked is not None:
            code = "employment-type-unclear" if facts["employment_types"] else "employment-type-unstructured"
            yield Problem(path, lines.get("employment_type", 1), code, *asked, Severity.WARNING)


def _country_missing(places: Sequence[Place]) -> str:
    """Say which places lack their country, the first five by name."""
    names = [shown(place.text) for place in places[:_MOST_NAMED]]
    if len(places) > _MOST_NAMED:
        names.append(f"{len(places) - _MOST_NAMED} more")
    if len(names) == 1:
        return f"{names[0]} does not say its country"
    return f"{', '.join(names[:-1])} and {names[-1]} do not say their countries"


_MOST_NAMED = 5


def _country_mend(unknown: Place, places: Sequence[Place]) -> str:
    """Say how to name the country; where a list has torn city and country apart, how to put them together."""
    position = places.index(unknown)
    after = places[position + 1] if position + 1 < len(places) else None
    if after is not None and after.country and not after.locality and not after.region:
        both = f"{quotable(unknown.text)}, {quotable(after.text)}"
        return f"If {shown(unknown.text)} and {shown(after.text)} are one place, write `locations: {both}` without brackets."
    torn = (
        country_question(f"{unknown.text}, {after.text}", alone=True)
        if after and after.text.isupper() and not after.country
        else None
    )
    if torn is not None:
        return f"{torn} A list in brackets is torn at its commas."
    return (
        country_question(unknown.text, alone=len(places) == 1)
        or "Write the country's name after the city (`Portland, Oregon, USA`), or `locality`, `region` and `country`."
    )
