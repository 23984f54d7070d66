"""`new` and `schema`: files to start from."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from site_builder.commands.kinds import Command, Group
from site_builder.commands.options import load, site_option, today_of
from site_builder.commands.shown import give_up, note


@click.group("new", cls=Group)
def new_group() -> None:
    """Write a file to start from."""


@new_group.command("job")
@click.argument("title")
@site_option
def new_job_command(title: str, site: Path) -> None:
    """Write a posting to start from: `new job "Data Engineer"` makes content/data-engineer.md, a draft.

    Exit status: 0 written, 1 nothing was written, 2 wrong usage.
    """
    from site_builder.project import load_project
    from site_builder.starting.new_job import new_job
    from site_builder.starting.writing import NewError

    project, _ = load_project(site)
    today = datetime.now(project.config.zone).date() if project else date.today()
    try:
        file = new_job(site, title, today)
    except NewError as error:
        give_up(error)
    click.echo(f"{file} is written, as a draft: `site-builder serve` shows it, marked.")
    click.echo("Write its text; to publish it, delete its line `draft: true`.")


@new_group.command("theme")
@click.argument("name")
@click.option(
    "--extends", "parent", default="base", show_default=True, help="The theme that it changes: base or studio."
)
@site_option
def new_theme_command(name: str, parent: str, site: Path) -> None:
    """Write a theme to start from: `new theme harbour` makes themes/harbour/, which extends base.

    Exit status: 0 written, 1 nothing was written, 2 wrong usage.
    """
    from site_builder.starting.new_theme import new_theme
    from site_builder.starting.writing import NewError

    try:
        folder = new_theme(site, name, parent)
    except NewError as error:
        give_up(error)
    click.echo(f'{folder} is written. To choose it, write into site.toml:\n\n[theme]\nname = "{name}"\n')
    click.echo("`site-builder serve` shows it while you change it; `site-builder check` judges it.")


@new_group.command("from-form")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@site_option
def new_from_form_command(file: Path, site: Path) -> None:
    """Write a posting from the answers of the form "New job" on GitHub, as they stand in the issue's text, in FILE.

    Exit status: 0 written, 1 nothing was written, 2 wrong usage.
    """
    from site_builder.starting.issue_form import new_from_form
    from site_builder.starting.writing import NewError

    project = load(site, None, None, otherwise="Nothing was written.")
    try:
        written = new_from_form(project.root, file, today_of(project, None))
    except NewError as error:
        give_up(error)
    click.echo(f"{written.as_posix()} is written.")


@new_group.command("site")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="The name of your organization.")
@click.option(
    "--apply",
    metavar="EMAIL|URL",
    help="Where to apply: an e-mail address or a web address, for all postings that name no other.",
)
@click.option("--address", metavar="URL", help="Where the site will be, if you know: https://org.github.io/repo/.")
@click.option("--theme", metavar="NAME", help="How it looks: a built-in theme (without a person to ask: base).")
@click.option("--language", metavar="TAG", help="The language of the site's own words (without it: en).")
@click.option(
    "--timezone", metavar="ZONE", help="When days begin and end, such as Europe/Berlin (without it: this machine's)."
)
def new_site_command(folder: Path, **given: str | None) -> None:
    """Write a whole site into FOLDER: settings, three example postings, and what publishes it on GitHub Pages.

    A person at a terminal is asked for what the options leave out. Nothing that is there is written over: FOLDER is empty, not there
    yet, or holds other things. Exit status: 0 written, 1 nothing was written, 2 wrong usage.
    """
    from site_builder.starting.asking import answers_of
    from site_builder.starting.new_site import new_site
    from site_builder.starting.writing import NewError
    from site_builder.wording import number_of

    try:
        answers = answers_of(folder, given, _ask if sys.stdin.isatty() else None, note)
        files = new_site(folder, answers, date.today())
    except NewError as error:
        give_up(error)
    place = os.path.relpath(folder)
    where, into = ("this folder", "") if place == "." else (place, f"cd {place} && ")
    click.echo(f"{number_of(len(files), 'file')} in {where}. Next:")
    click.echo(f"    {into}site-builder serve     shows the site while you write")
    click.echo("    README.md                 tells how it goes online, and how postings are written")


def _ask(question: str, default: str) -> str:
    return str(click.prompt(question, default=default or None, prompt_suffix=" ", err=True))


@click.command("schema", cls=Command)
@click.argument("name", type=click.Choice(["posting", "page", "site"]))
def schema_command(name: str) -> None:
    """Print a JSON Schema for editors: of a posting's fields, a page's, or site.toml.

    `new site` writes them into .vscode/; after an upgrade this prints the new ones. Exit status: 0 printed, 2 wrong usage.
    """
    import json

    from site_builder.starting.editor_schemas import SCHEMAS

    click.echo(json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False))
