"""The form for those who write no Markdown: a GitHub issue form, and the posting that its answers make.

GitHub writes an answered form as Markdown: `### Label`, an empty line, the answer, in the form's order; `_No response_` where nothing was
answered (https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema).
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.importing.yaml_values import field
from site_builder.model.slug import slugify
from site_builder.starting.writing import NewError, write_posting

LARGEST = 250_000
"""Bytes of an answered form: no posting has more."""


class Question(NamedTuple):
    """One question: the field that its answer fills (`text`: what stands below the fields), its label, an explanation, how it is asked."""

    name: str
    label: str
    description: str
    placeholder: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    long: bool = False
    one_a_line: bool = False


QUESTIONS = (
    Question("title", "Title of the job", "The title alone: no company, place or pay.", "Data Engineer", required=True),
    Question(
        "locations",
        "Places of work",
        "City and country, each place on a line of its own. Leave it empty if the job is fully remote.",
        "Berlin, Germany",
        long=True,
        one_a_line=True,
    ),
    Question(
        "remote",
        "Remote work",
        "Fully remote: nobody ever has to come.",
        options=("On site", "Hybrid", "Fully remote"),
    ),
    Question(
        "applicant_locations",
        "Where applicants may live",
        "For fully remote jobs: countries, each on a line of its own.",
        "Germany",
        long=True,
        one_a_line=True,
    ),
    Question(
        "employment_type",
        "Kind of employment",
        "",
        options=("Full time", "Part time", "Temporary", "Internship", "Contractor", "Volunteer"),
    ),
    Question("department", "Department", "", "Engineering"),
    Question("salary", "Pay", "Amount, currency, and for which time.", "60000-75000 EUR per YEAR"),
    Question("work_hours", "Working hours", "", "38 hours a week, flexible"),
    Question("valid_through", "Last day to apply", "Year, month, day. The job closes by itself then.", "2027-01-31"),
    Question("apply_url", "Link to apply", "If there is a form for applications on the web.", "https://…"),
    Question("apply_email", "E-mail to apply", "If applications come by mail.", "jobs@…"),
    Question("tags", "Tags", "A few words that people look for, with commas between them.", "Python, Data"),
    Question(
        "text",
        "Text of the posting",
        "What the job is, what you ask for, what you offer. Plain text will do: a line that begins with “- ” becomes a bullet, one that "
        "begins with “## ” a heading.",
        required=True,
        long=True,
    ),
)
_NO_ANSWER = frozenset({"", "_No response_", "None"})


def form() -> str:
    """Return the form as GitHub wants it, in YAML."""
    lines = [
        "# The questions are those that `site-builder new from-form` understands: change a label, and its answer is not found any more.",
        "name: New job",
        "description: Answer a few questions; a posting is made of them for you to look over.",
        'title: "New job: "',
        "body:",
    ]
    for question in QUESTIONS:
        kind = "dropdown" if question.options else "textarea" if question.long else "input"
        lines += [f"  - type: {kind}", f"    id: {question.name}", "    attributes:"]
        attributes: dict[str, Any] = {
            "label": question.label,
            "description": question.description,
            "placeholder": question.placeholder,
            "options": list(question.options),
        }
        # JSON is YAML: whatever is in a text, it is read back equal.
        lines += [f"      {name}: {json.dumps(one, ensure_ascii=False)}" for name, one in attributes.items() if one]
        if question.required:
            lines += ["    validations:", "      required: true"]
    return "\n".join(lines) + "\n"


def posting_of(answered: str, today: date) -> tuple[str, str]:
    """Return a posting's name (for its file) and its text from an answered form. Raises NewError where it is none."""
    answers = dict(_answers(answered.replace("\r\n", "\n")))
    missing = [question.label for question in QUESTIONS if question.required and question.name not in answers]
    if missing:
        raise NewError(
            f"there is no answer to: {', '.join(missing)}",
            "Fill in the form “New job” again, or write the posting by hand.",
        )
    text = answers.pop("text")
    fields = {name: _value(name, answer) for name, answer in answers.items()}
    fields["date_posted"] = today
    head = "".join(field(name, value) for name, value in fields.items())
    return slugify(answers["title"]), f"---\n{head}---\n\n{text}\n"


def new_from_form(root: Path, file: Path, today: date) -> Path:
    """Write the posting of an answered form into `content/` of the site in a folder; return its path relative to it. Raises NewError."""
    try:
        data = file.read_bytes()
        name, text = posting_of(data[:LARGEST].decode("utf-8-sig"), today)
    except OSError as error:
        raise NewError(f"{file} cannot be read: {error.strerror}", "Name the file that holds the answers.") from error
    except UnicodeDecodeError as error:
        raise NewError(f"{file} is no text in UTF-8", "Save it as UTF-8.") from error
    return write_posting(root, name, text)


def _answers(text: str) -> Iterator[tuple[str, str]]:
    """Yield the answers that are there, in the form's order. A heading within the posting's own text is text."""
    for position, question in enumerate(QUESTIONS):
        mark = f"### {question.label}\n"
        before, found, rest = text.partition(mark)
        if not found or (before and not before.endswith("\n")):
            continue
        text = rest
        ends = [end for later in QUESTIONS[position + 1 :] if (end := rest.find(f"\n### {later.label}\n")) >= 0]
        answer = rest[: min(ends)] if ends else rest
        if answer.strip() not in _NO_ANSWER:
            yield question.name, answer.strip()


_OF_ONE_A_LINE = frozenset(question.name for question in QUESTIONS if question.one_a_line)


def _value(name: str, answer: str) -> Any:
    rows = [row.strip().removeprefix("- ") for row in answer.splitlines() if row.strip()]
    if name in _OF_ONE_A_LINE:
        return rows[0] if len(rows) == 1 else rows
    if name == "tags":
        return [tag.strip() for tag in " ".join(rows).split(",") if tag.strip()]
    return " ".join(rows)
