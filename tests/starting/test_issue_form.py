"""An answered form becomes a posting that is read without an error, whatever is written into it."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from site_builder.reading.rules import POSTING
from site_builder.starting.issue_form import QUESTIONS, form, new_from_form, posting_of
from site_builder.starting.writing import NewError
from tests.test_cases import _read

ANSWERS = {
    "Title of the job": "Data Engineer (m/w/d)",
    "Places of work": "Berlin, Germany\nRotterdam, Netherlands",
    "Remote work": "Hybrid",
    "Where applicants may live": "_No response_",
    "Kind of employment": "Part time",
    "Department": "Engineering: data & more",
    "Pay": "60000-75000 EUR per YEAR",
    "Working hours": "_No response_",
    "Last day to apply": "2027-01-31",
    "Link to apply": "https://example.com/apply?job=7",
    "E-mail to apply": "_No response_",
    "Tags": "Python, C#, Data",
    "Text of the posting": "You keep data flowing.\n\n### Pay\n\nWe pay well.\n\n- one\n- two",
}
DAY = date(2026, 11, 21)


def answered(answers: dict[str, str], end: str = "\n") -> str:
    """Write answers as GitHub writes them."""
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in answers.items()).replace("\n", end)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_answers_become_fields(end: str) -> None:
    """Every answer is the field that it means; what was not answered is left out; a heading in the text is text."""
    name, text = posting_of(answered(ANSWERS, end), DAY)
    facts = _read(f"content/{name}.md", text, '[organization]\nname = "Mill Ltd"')
    assert facts.problems == ()
    posting = facts.posting
    assert posting is not None
    assert (name, posting.title) == ("data-engineer-m-w-d", "Data Engineer (m/w/d)")
    assert [place.locality for place in posting.locations] == ["Berlin", "Rotterdam"]
    assert posting.tags == ("Python", "C#", "Data")
    assert posting.department == "Engineering: data & more"
    assert posting.salary is not None
    assert posting.date_posted == DAY
    assert text.endswith("\n---\n\n" + ANSWERS["Text of the posting"] + "\n")
    assert "work_hours" not in text


def test_every_choice_is_understood() -> None:
    """Each answer that can be chosen is read without a question."""
    for question in QUESTIONS:
        for option in question.options:
            label = question.label
            _, text = posting_of(answered(ANSWERS | {label: option}), DAY)
            facts = _read("content/a.md", text, '[organization]\nname = "Mill Ltd"')
            assert [problem for problem in facts.problems if question.name.replace("_", "-") in problem.code] == []


@pytest.mark.parametrize(
    "nasty",
    [
        "../../.github/workflows/x",
        "---\ndraft: false",
        '"}\nsalary: 1',
        "a: b # c",
        "${{ github.token }}",
        "`id`",
        "- x\n- y",
    ],
)
def test_an_answer_stays_an_answer(nasty: str, tmp_path: Path) -> None:
    """Whatever is answered makes one file in content/, in which it is the value of its own field."""
    (tmp_path / "form.md").write_text(answered(ANSWERS | {"Title of the job": nasty, "Department": nasty}))
    file = new_from_form(tmp_path, tmp_path / "form.md", DAY)
    assert file.parent == Path("content")
    assert [one for one in tmp_path.rglob("*.md") if one.name != "form.md"] == [tmp_path / file]
    front = (tmp_path / file).read_text("utf-8").removeprefix("---").split("\n---\n")[0]
    fields = yaml.safe_load(front)
    assert set(fields) <= {rule.name for rule in POSTING}
    assert fields["department"] == " ".join(row.removeprefix("- ") for row in nasty.split("\n"))
    assert fields["salary"] == ANSWERS["Pay"]


def test_what_is_missing_is_named() -> None:
    """A form without a title or a text is refused, with the questions that have no answer."""
    with pytest.raises(NewError, match="Title of the job, Text of the posting"):
        posting_of("Hello, please hire somebody.", DAY)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A posting that has the name already stays as it is, and is named."""
    (tmp_path / "form.md").write_text(answered(ANSWERS))
    file = tmp_path / new_from_form(tmp_path, tmp_path / "form.md", DAY)
    before = file.read_text()
    with pytest.raises(NewError, match=r"content/data-engineer-m-w-d\.md is there already"):
        new_from_form(tmp_path, tmp_path / "form.md", DAY)
    assert file.read_text() == before


def test_the_form_asks_for_fields() -> None:
    """Every question fills a field of a posting, and the form in YAML holds all of them, in their order."""
    names = {rule.name for rule in POSTING}
    assert [question.name for question in QUESTIONS if question.name not in names] == ["text"]
    body = yaml.safe_load(form())["body"]
    assert [(one["id"], one["attributes"]["label"]) for one in body] == [(one.name, one.label) for one in QUESTIONS]
