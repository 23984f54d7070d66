"""What is said of a build, in the terminal and in the dev server's pages alike."""

from collections import Counter
from collections.abc import Iterable

from site_builder.build import Report
from site_builder.model.problem import Problem, Severity


def number_of(count: int, noun: str) -> str:
    """Return a number with its noun: `1 error`, `3 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def errors_and_warnings(problems: Iterable[Problem]) -> str:
    """Return how many there are of each: `1 error, 2 warnings`, and notes where there are some."""
    counts = Counter(problem.severity for problem in problems)
    always = (Severity.ERROR, Severity.WARNING)
    return ", ".join(number_of(counts[one], one) for one in Severity if counts[one] or one in always)


def work_done(report: Report, seconds: float) -> str:
    """Return what a build that published did: files read and rendered, written and removed, and its time."""
    counts = report.counts
    return (
        f"{report.read} of {number_of(report.files, 'file')} read, {counts.rendered} rendered, {counts.written} written, "
        f"{counts.removed} removed in {seconds:.2f} s"
    )
