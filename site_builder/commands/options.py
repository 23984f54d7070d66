"""Options of several commands, and what they lead to: a site, a day."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.commands.shown import show_problems

if TYPE_CHECKING:  # each command loads what it needs, so that `--help` and the shell's completion answer at once
    from site_builder.project import Project

site_option = click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    show_default="this folder",
    help="The site's folder, in which site.toml lies.",
)
as_of_option = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Take the site as it stands on that day (year-month-day).",
)
base_url_option = click.option(
    "--base-url", metavar="URL", help="The site's address, in place of the one in site.toml."
)


def today_of(project: Project | None, as_of: datetime | None) -> date:
    """Return the day in the site's time zone (the machine's, where there is no site), or the one that was asked for."""
    return as_of.date() if as_of else datetime.now(project.config.zone if project else None).date()


def load(site: Path, output: Path | None, base_url: str | None, otherwise: str = "Nothing was published.") -> Project:
    """Load the site, or say why not, and what that means, and exit."""
    from site_builder.project import load_project

    project, problems = load_project(site, output, base_url=base_url)
    if project is None:
        show_problems(problems)
        click.echo(otherwise, err=True)
        sys.exit(1)
    return project
