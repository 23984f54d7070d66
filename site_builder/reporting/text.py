"""A report for people: each problem with its line, and at the end how many there are of each kind."""

from collections import Counter
from collections.abc import Iterator

import click

from site_builder.explanations.catalogue import explanations
from site_builder.model.problem import Problem, Severity
from site_builder.reporting.excerpt import excerpt
from site_builder.reporting.report import CheckReport, counts_of, span_of
from site_builder.wording import errors_and_warnings, number_of

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def write(report: CheckReport) -> Iterator[str]:
    """Yield the lines, with colours: whoever prints them elsewhere than on a terminal takes those out."""
    shown: Counter[str] = Counter()
    for problem in report.problems:
        shown[problem.code] += problem.severity is not Severity.ERROR
        if report.most_alike is None or shown[problem.code] <= report.most_alike:
            yield from _problem(problem.printable(), report.row(problem))
            yield ""
    if not report.problems:
        yield f"{number_of(report.files, 'file')} checked: nothing to mend."
        return
    wrong = len({problem.path for problem in report.problems})
    yield f"{errors_and_warnings(report.problems)} in {number_of(wrong, 'file')} ({number_of(report.files, 'file')} checked)"
    yield from _summary(report)
    for code, count in shown.items():
        if report.most_alike is not None and count > report.most_alike:
            yield f"{count - report.most_alike} more of `{code}`: `site-builder check --only {code}` shows all."
    yield "`site-builder check --explain CODE` says why, and what to write."


def _problem(problem: Problem, row: str | None) -> Iterator[str]:
    colour = _COLOURS[problem.severity]
    place, marked = problem.place, []
    if row is not None:
        span = span_of(problem, row)
        shown, marks = excerpt(row, span)
        place = f"{place}:{span.column}"
        number = f"{problem.line:>5}"
        bar = click.style("|", dim=True)
        marked = [f"{click.style(number, dim=True)} {bar} {shown}", f"      {bar} {click.style(marks, fg=colour)}"]
    head = f"{click.style(place, bold=True)}: {click.style(problem.severity, fg=colour)}: {problem.message}"
    yield f"{head} {click.style(f'[{problem.code}]', dim=True)}"
    yield from marked
    yield f"    {problem.mend}"


def _summary(report: CheckReport) -> Iterator[str]:
    counts = counts_of(report.problems)
    known = explanations()
    widest = max(len(code) for _, code in counts)
    for (severity, code), count in counts.items():
        says = known[code].says if code in known else ""
        many = f"{count:>6} {severity}{'' if count == 1 else 's'}"
        yield f"{many:<15}  {code:<{widest}}  {says}"
