"""`import` and `redirects`: what was made elsewhere."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePosixPath

import click

from site_builder.commands.kinds import Command
from site_builder.commands.options import load, site_option
from site_builder.commands.shown import show_problems


@click.command("import", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@site_option
@click.option(
    "--to", "folder", metavar="FOLDER", default="", help="The folder below content/ into which the postings go."
)
@click.option("--force", is_flag=True, help="Write over files that are there and say something else.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be written.")
@click.option(
    "--publish", is_flag=True, help="Do not mark as drafts the postings whose title and organization are certain."
)
def import_command(files: tuple[str, ...], site: Path, folder: str, force: bool, dry_run: bool, publish: bool) -> None:
    """Adopt postings that were written elsewhere: text, Markdown, saved HTML pages, folders of them, or - for standard input.

    Each becomes a draft in content/: what is certain is filled in, what is likely stands there as a comment with its reason, what is not known is
    asked. Importing a file again changes nothing. Exit status: 0 all imported, 1 some were not, 2 wrong usage.
    """
    from site_builder.importing.placing import Result, Wanted, import_files
    from site_builder.model.problem import printable
    from site_builder.wording import number_of

    if not _is_below_content(folder):
        raise click.BadParameter(
            "Write a folder below content/ other than pages, such as engineering.", param_hint="--to"
        )
    project = load(site, None, None, otherwise="Nothing was imported.")
    wanted = Wanted(folder=folder, force=force, dry_run=dry_run, drafts=not publish)
    counts = dict.fromkeys(Result, 0)
    for outcome in import_files(project.root, project.config, files, wanted, sys.stdin.buffer.read):
        show_problems(outcome.problems)
        counts[outcome.result] += 1
        posting, source = outcome.posting, printable(outcome.source)
        if posting is None:
            continue
        if outcome.result is Result.UNCHANGED:
            click.echo(f"{posting.path}: unchanged, {source} was imported before")
        elif outcome.result is Result.KEPT:
            click.echo(f"{posting.path}: kept, {source} was imported before, and the posting was edited since")
        elif outcome.result is Result.WRITTEN:
            found = f"{number_of(posting.facts, 'fact')}, {posting.proposals} to check, {posting.questions} to answer"
            click.echo(f"{posting.path}: {'would be written' if dry_run else 'written'} from {source} ({found})")
            if dry_run:
                click.echo(posting.text)
    as_they_were = counts[Result.UNCHANGED] + counts[Result.KEPT]
    click.echo(
        f"{number_of(counts[Result.WRITTEN], 'posting')} {'to write' if dry_run else 'written'}, {as_they_were} as before, "
        f"{counts[Result.REFUSED]} not imported"
    )
    sys.exit(1 if counts[Result.REFUSED] else 0)


@click.command("redirects", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@site_option
@click.option("--write", is_flag=True, help="Put them into site.toml, in place of printing them.")
def redirects_command(file: Path, site: Path, write: bool) -> None:
    """Take over redirects of another system: Netlify's _redirects, or a table (.csv, .tsv) with the old and the new address.

    Prints the lines for [redirects] in site.toml, but those that are there already, and says what cannot be taken. Exit status: 0 all
    taken, 1 some were not, 2 wrong usage.
    """
    from site_builder.engine.replace_file import replace_file
    from site_builder.importing.redirects import read_redirects
    from site_builder.importing.redirects_section import as_lines, with_redirects
    from site_builder.wording import number_of

    project = load(site, None, None, otherwise="Nothing was taken over.")
    found = read_redirects(file, os.path.relpath(file))
    there = project.config.redirects
    new = {old: target for old, target in found.redirects.items() if old not in there}
    others = [old for old, target in found.redirects.items() if there.get(old, target) != target]
    show_problems(found.problems)
    for old in others:
        click.echo(f"{old}: kept as it is in site.toml, where it leads to {there[old]}", err=True)
    if not write:
        click.echo("\n".join(as_lines(new)))
    elif new:
        settings = project.root / "site.toml"
        before = settings.read_bytes()
        if not replace_file(settings, before, with_redirects(before.decode(), new).encode()):
            click.echo("site.toml was changed meanwhile: run it again.", err=True)
            sys.exit(1)
    click.echo(
        f"{number_of(len(new), 'redirect')} {'written' if write else 'to write'}, {len(found.redirects) - len(new)} there already, "
        f"{len(found.problems)} not taken",
        err=True,
    )
    sys.exit(1 if found.problems or others else 0)


def _is_below_content(folder: str) -> bool:
    parts = PurePosixPath(folder).parts
    return not any(part in ("..", "/") or part.startswith((".", "_")) for part in parts) and parts[:1] != ("pages",)
