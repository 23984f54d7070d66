"""`check`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from site_builder.commands.kinds import Command
from site_builder.commands.options import as_of_option, base_url_option, site_option, today_of
from site_builder.commands.shown import Progress, note


@click.command("check", cls=Command)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@site_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="How the result is written: for people, for programs, for code scanning, or as notes in a pull request on GitHub.",
)
@click.option("--only", multiple=True, metavar="CODE|GROUP", help="Report only this code or group; may be given again.")
@click.option("--strict", is_flag=True, help="Let warnings end with exit status 1 too.")
@click.option(
    "--fix", is_flag=True, help="Mend in the files what is certain: names of fields, dates, tags, fixed words."
)
@click.option("--diff", is_flag=True, help="With --fix: show what would be changed, and write nothing.")
@click.option(
    "--explain", metavar="CODE", help="Say what a code means, why it matters, and what to write; `all` lists all codes."
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Look at the built site in this folder instead, as it will be served at its address.",
)
@base_url_option
@as_of_option
def check_command(
    files: tuple[Path, ...],
    site: Path,
    form: str,
    only: tuple[str, ...],
    strict: bool,
    fix: bool,
    diff: bool,
    explain: str | None,
    output: Path | None,
    base_url: str | None,
    as_of: datetime | None,
) -> None:
    """Say what is wrong with the postings, or missing, without building the site: in all of them, or in FILES.

    With --output it looks at a built site before it is uploaded: whether every link, feed and sitemap is right below --base-url, nothing is
    loaded from elsewhere, and GitHub Pages can serve it.

    Exit status: 0 no errors, 1 errors, 2 wrong usage.
    """
    from site_builder.check_command import Wanted, run_check
    from site_builder.engine.workers import Workers, collect_seldom
    from site_builder.reporting.selection import SelectionError

    if diff and not fix:
        raise click.UsageError("--diff shows what --fix would change: write both.")
    if output is not None and (fix or files):
        raise click.UsageError("--output looks at a built site as a whole: leave out --fix and FILES.")
    collect_seldom()
    wanted = Wanted(site, files, only, form, fix, diff, strict, explain, output, base_url)
    try:
        with Workers(watch=Progress(person_watches=sys.stderr.isatty())) as workers:
            status = run_check(wanted, lambda project: today_of(project, as_of), workers, click.echo, note)
    except SelectionError as error:
        raise click.UsageError(str(error)) from None
    sys.exit(status)
