"""A report as SARIF 2.1.0 (OASIS), for code scanning on GitHub and elsewhere."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from site_builder import __version__
from site_builder.explanations.catalogue import explanations
from site_builder.explanations.explanation import Explanation
from site_builder.explanations.pages import markdown, plain
from site_builder.model.fingerprint import fingerprint
from site_builder.model.problem import Problem
from site_builder.reporting.report import CheckReport, span_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def write(report: CheckReport) -> Iterator[str]:
    """Yield one SARIF log with one run. Its paths are those from the folder in which the program was started, as code scanning wants them."""
    codes = sorted({problem.code for problem in report.problems} & explanations().keys())
    rules = [_rule(explanations()[code]) for code in codes]
    seen: Counter[str] = Counter()
    driver = {"name": "site-builder", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, problem, codes, seen) for problem in report.problems],
    }
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(one: Explanation) -> dict[str, Any]:
    return {
        "id": one.code,
        "shortDescription": {"text": one.says},
        "fullDescription": {"text": one.why or one.says},
        "help": {"text": plain(one), "markdown": markdown(one, heading=False)},
        "defaultConfiguration": {"level": str(one.severity)},
        "properties": {"tags": [str(one.group)]},
    }


def _result(report: CheckReport, problem: Problem, codes: list[str], seen: Counter[str]) -> dict[str, Any]:
    row = report.row(problem)
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(report.prefix + problem.path)}}
    if problem.line:
        place["region"] = {"startLine": problem.line}
        if row is not None:
            span = span_of(problem, row)
            place["region"] |= {"startColumn": span.column, "endColumn": span.column + span.length}
    printable = problem.printable()
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "level": str(problem.severity),
        "message": {"text": f"{printable.message[:1].upper()}{printable.message[1:]}. {printable.mend}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"primaryLocationLineHash": _identity(problem, row, seen)},
    }
    if problem.code in codes:
        result["ruleIndex"] = codes.index(problem.code)
    return result


def _identity(problem: Problem, row: str | None, seen: Counter[str]) -> str:
    """Return what tells a problem from others and stays when lines move: its file, code and line's words, and its number among the like.

    This is the fingerprint by which GitHub knows an alert again.
    """
    digest = fingerprint(problem.path, problem.code, " ".join((row or "").split()))[:16]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
