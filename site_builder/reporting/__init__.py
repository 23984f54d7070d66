"""What a check found, written for people and for programs: one module a format."""

from collections.abc import Callable, Iterator

from site_builder.reporting import github, json_report, sarif, text
from site_builder.reporting.report import CheckReport

FORMATS: dict[str, Callable[[CheckReport], Iterator[str]]] = {
    "text": text.write,
    "json": json_report.write,
    "sarif": sarif.write,
    "github": github.write,
}
"""Each gives the lines of a report."""
