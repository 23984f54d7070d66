"""`build` and `serve`."""

from __future__ import annotations

import os
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_builder.commands.kinds import Command
from site_builder.commands.options import as_of_option, base_url_option, load, site_option, today_of
from site_builder.commands.shown import Progress, give_up, show_problems, show_report

if TYPE_CHECKING:
    from site_builder.project import Project


@click.command("build", cls=Command)
@site_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes (default: output/ in the site's folder).",
)
@base_url_option
@as_of_option
@click.option("--drafts", is_flag=True, help="Show drafts, marked as such.")
@click.option("--keep-going", is_flag=True, help="Leave wrong postings out instead of stopping, and say which.")
@click.option("--strict", is_flag=True, help="Let warnings stop the build too.")
@click.option("--clean", is_flag=True, help="Forget earlier builds: read and render everything anew.")
@click.option("--verbose", "-v", is_flag=True, help="Name every posting that is not on the site.")
def build_command(  # one parameter for each option
    site: Path,
    output: Path | None,
    base_url: str | None,
    as_of: datetime | None,
    drafts: bool,
    keep_going: bool,
    strict: bool,
    clean: bool,
    verbose: bool,
) -> None:
    """Build the site into its output folder.

    Only what changed since the last build is read and rendered. When a posting is wrong, nothing is published and the
    last good site stays as it was. Exit status: 0 published, 1 problems, 2 wrong usage.
    """
    started = time.perf_counter()
    from site_builder.build import Options, build
    from site_builder.engine.workers import Workers, collect_seldom

    collect_seldom()
    project = load(site, output, base_url)
    today = today_of(project, as_of)
    options = Options(as_of=as_of is not None, drafts=drafts, keep_going=keep_going, strict=strict, clean=clean)
    with Workers(watch=Progress(person_watches=sys.stderr.isatty())) as workers:
        report = build(project, today, workers, options)
    show_problems(report.problems)
    show_report(report, today, time.perf_counter() - started, os.path.relpath(project.output), verbose=verbose)
    sys.exit(0 if report.published else 1)


@click.command("serve", cls=Command)
@site_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 lets other machines in.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="The first port to try; 0: any."
)
@as_of_option
def serve_command(site: Path, host: str, port: int, as_of: datetime | None) -> None:
    """Show the site in the browser while you write.

    Drafts are shown, marked. After each change the site is built and the browser reloads; what is wrong is shown in the
    page, over the last good site. Ctrl-C ends it. Exit status: 0 ended, 1 could not start, 2 wrong usage.
    """
    from site_builder.serve import ServeError, serve

    def today(project: Project) -> date:
        return as_of.date() if as_of else datetime.now(project.config.zone).date()

    try:
        serve(site, host, port, today, click.echo, as_of=as_of is not None)
    except ServeError as error:
        give_up(error)
