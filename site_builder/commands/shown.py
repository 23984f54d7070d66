"""What is printed for people: problems, what a build did, how far long work has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn, Protocol

import click

if TYPE_CHECKING:
    from site_builder.build import Report
    from site_builder.model.problem import Problem


class Mendable(Protocol):
    """An error that says what to do."""

    mend: str


def give_up(error: Mendable) -> NoReturn:
    """Say what is wrong and what to do, and end with 1."""
    click.echo(f"{error}\n    {error.mend}", err=True)
    sys.exit(1)


def note(text: str) -> None:
    """Print for people, beside what a program reads."""
    click.echo(text, err=True)


def show_problems(problems: Sequence[Problem]) -> None:
    """Print problems as `path:line: severity: message [code]`, which editors understand, each with what to do."""
    from site_builder.model.problem import Problem, Severity

    # Errors come last, just above the count: they are what has to be mended first.
    for problem in sorted(map(Problem.printable, problems), key=lambda one: one.severity is Severity.ERROR):
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        head = f"{click.style(problem.place, bold=True)}: {click.style(problem.severity, fg=colour)}: {problem.message}"
        click.echo(f"{head} {click.style(f'[{problem.code}]', dim=True)}\n    {problem.mend}", err=True)


_LEFT_OUT = {"draft": "in draft"}


def show_report(report: Report, today: date, seconds: float, output: str, *, verbose: bool) -> None:
    """Print what was done and what was left out; `output` is the folder where the site is now."""
    from site_builder.model.problem import printable
    from site_builder.wording import errors_and_warnings, number_of, work_done

    left_out = {reason: paths for reason, paths in report.left_out.items() if paths}
    if verbose:
        for reason, paths in left_out.items():
            for path in paths:
                click.echo(f"{reason}: {printable(path)}")
    if report.problems:
        click.echo(errors_and_warnings(report.problems), err=True)
    not_shown = "".join(f", {len(paths)} {_LEFT_OUT.get(reason, reason)}" for reason, paths in left_out.items())
    postings = f"{today}: {number_of(report.open, 'open posting')}{not_shown}"
    if not report.read_through:
        click.echo("Not published.", err=True)  # the problem says what state the site is in
        return
    if not report.published:
        click.echo(f"{postings}. Nothing was published; the last good site is as it was.", err=True)
        return
    click.echo(f"{postings}; {number_of(report.pages, 'page')}")
    click.echo(f"{work_done(report, seconds)}: {output}")
    if not report.files:
        click.echo('content/ holds no postings yet: `site-builder new job "…"` writes one.')


class Progress:
    """What long work has done so far: a bar that grows while a person watches, else a plain line now and then."""

    _WIDTH = 30
    _AFTER = 0.5  # seconds, below which work is not long

    def __init__(self, *, person_watches: bool) -> None:
        """Begin; `person_watches` says that a person sees the terminal."""
        self._person_watches = person_watches
        self._every = 0.1 if person_watches else 10.0
        self._next = time.monotonic() + (self._AFTER if person_watches else self._every)
        self._bar_stands = False

    def __call__(self, what: str, done: int, total: int) -> None:
        """Say that so much of something (a verb: "reading") is done, if it is time to."""
        now = time.monotonic()
        if now < self._next and not (self._bar_stands and done == total):
            return
        self._next = now + self._every
        if not self._person_watches:
            click.echo(f"{what}: {done} of {total}", err=True)
            return
        self._bar_stands = done < total
        bar = "#" * (self._WIDTH * done // total)
        click.echo(f"\r{what:>10} [{bar:<{self._WIDTH}}] {done}/{total}", nl=done == total, err=True)
