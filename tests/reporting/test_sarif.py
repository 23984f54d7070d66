"""SARIF by its schema, and what code scanning needs of it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from site_builder.explanations.catalogue import explanations
from site_builder.model.problem import Problem, Severity
from site_builder.reporting import sarif
from site_builder.reporting.report import CheckReport
from tests.reporting.reports import FILES, PROBLEMS, report
from tests.sites import TODAY

SCHEMA = Path(__file__).parents[1] / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


@cache
def validator() -> jsonschema.Draft7Validator:
    """Return what validates by the official schema of SARIF 2.1.0."""
    if not SCHEMA.is_file():
        pytest.fail("The schema of SARIF is missing: `make tests/node_modules/installed` fetches it (with npm).")
    return jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))


def written(folder: Path, problems: tuple[Problem, ...] = PROBLEMS, prefix: str = "") -> dict[str, Any]:
    """Return a report's only run, after it was validated."""
    log = json.loads("\n".join(sarif.write(report(folder, problems, prefix=prefix))))
    assert [error.message for error in validator().iter_errors(log)] == []
    (run,) = log["runs"]
    return dict(run)


def test_the_schema_finds_mistakes() -> None:
    """The schema is one that refuses what is no SARIF."""
    assert list(validator().iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_a_report_is_right_by_the_schema(tmp_path: Path) -> None:
    """With problems of all kinds, and without any."""
    assert len(written(tmp_path)["results"]) == len(PROBLEMS)
    assert written(tmp_path, ())["results"] == []


def test_every_explanation_is_right_by_the_schema(tmp_path: Path) -> None:
    """A report with every code has a rule for each, with a text to show, and each result leads to its own."""
    problems = tuple(
        Problem("content/a.md", 2, code, "it is wrong", "Mend it.", one.severity)
        for code, one in explanations().items()
    )
    run = written(tmp_path, problems)
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == set(explanations())
    assert all(rule["help"]["text"] and rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_places_are_those_of_the_repository(tmp_path: Path) -> None:
    """Addresses are percent-encoded, begin with the site's folder, and columns count characters."""
    results = written(tmp_path, prefix="my site/")["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert places[2]["artifactLocation"]["uri"] == "my%20site/content/%E6%97%A5%E6%9C%AC%20%E8%AA%9E.md"
    assert places[1]["region"] == {"startLine": 2, "startColumn": 8, "endColumn": 22}
    assert places[2]["region"] == {"startLine": 3, "startColumn": 9, "endColumn": 14}
    assert places[3]["region"] == {"startLine": 5, "startColumn": 12, "endColumn": 18}
    assert places[0]["region"] == {"startLine": 1}
    assert "region" not in places[4]


def identities(folder: Path, problems: tuple[Problem, ...]) -> list[str]:
    """Return the fingerprints of a report's results."""
    return [one["partialFingerprints"]["primaryLocationLineHash"] for one in written(folder, problems)["results"]]


def test_fingerprints_stay_when_lines_move(tmp_path: Path) -> None:
    """Three lines more above leave a problem's fingerprint; another code, file or line has another, and two alike are told apart."""
    problem = Problem("content/a.md", 2, "title-capitals", "m", "w", Severity.WARNING)
    (before,) = identities(tmp_path, (problem,))
    text = FILES["content/a.md"].replace("---\n", "---\n# one\n# two\n\n", 1)
    (tmp_path / "content/a.md").write_text(text, "utf-8")
    later = CheckReport(tmp_path, TODAY, (Problem("content/a.md", 5, "title-capitals", "m", "w"),), 1)
    (result,) = json.loads("\n".join(sarif.write(later)))["runs"][0]["results"]
    assert result["partialFingerprints"]["primaryLocationLineHash"] == before
    others = identities(
        tmp_path,
        (
            problem,
            problem,
            Problem("content/a.md", 3, "title-capitals", "m", "w"),
            Problem("content/a.md", 2, "title-long", "m", "w"),
        ),
    )
    assert others[0] == before
    assert len(set(others)) == 4
