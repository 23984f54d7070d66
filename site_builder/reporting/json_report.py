"""A report as JSON, for programs: docs/checking.md says what stands in it."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from site_builder.explanations.catalogue import groups_of_codes
from site_builder.model.problem import Problem, Severity
from site_builder.reporting.report import CheckReport, span_of

VERSION = 1
"""Names keep their meaning within a version; new ones may come."""


def write(report: CheckReport) -> Iterator[str]:
    """Yield one JSON object."""
    counts = Counter(problem.severity for problem in report.problems)
    yield json.dumps(
        {
            "version": VERSION,
            "day": report.today.isoformat(),
            "files": report.files,
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "notes": counts[Severity.NOTE],
            "problems": [_problem(report, problem) for problem in report.problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def _problem(report: CheckReport, problem: Problem) -> dict[str, Any]:
    row = report.row(problem)
    span = span_of(problem, row) if row is not None else None
    return {
        "path": problem.path,
        "line": problem.line or None,
        "column": span.column if span else None,
        "length": span.length if span else None,
        "severity": str(problem.severity),
        "code": problem.code,
        "group": groups_of_codes().get(problem.code),
        "message": problem.message,
        "mend": problem.mend,
    }
