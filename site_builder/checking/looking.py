"""Rules are asked, what they find becomes problems."""

from collections.abc import Iterable, Iterator
from datetime import date

from site_builder.checking.rule import Rule, Subject
from site_builder.model.problem import Problem, printable


def problems_of(rules: Iterable[Rule], subject: Subject, today: date) -> Iterator[Problem]:
    """Yield what rules find in a posting on a day of the site's time zone."""
    for rule in rules:
        for found in rule.finder(subject, today):
            yield Problem(
                subject.posting.source,
                found.line,
                rule.code,
                printable(found.message),
                printable(found.mend),
                rule.severity,
                found.column,
                found.length,
            )
