"""A report as commands of GitHub Actions, which become notes beside the lines of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from site_builder.model.problem import Problem, Severity
from site_builder.reporting.report import CheckReport, span_of
from site_builder.wording import errors_and_warnings

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def write(report: CheckReport) -> Iterator[str]:
    """Yield a command for each problem, then how many there are."""
    for problem in report.problems:
        yield _command(report, problem)
    yield errors_and_warnings(report.problems)


def _command(report: CheckReport, problem: Problem) -> str:
    properties = {"file": report.prefix + problem.path, "title": problem.code}
    row = report.row(problem)
    if problem.line:
        properties["line"] = str(problem.line)
    if row is not None:
        span = span_of(problem, row)
        properties |= {"col": str(span.column), "endColumn": str(span.column + span.length)}
    printable = problem.printable()
    listed = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in properties.items())
    said = _escaped(f"{printable.message}\n{printable.mend}", _IN_MESSAGES)
    return f"::{_COMMANDS[problem.severity]} {listed}::{said}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(char, char) for char in text)
