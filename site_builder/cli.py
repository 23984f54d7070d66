"""The commands. This module alone prints, exits, reads the clock and the environment."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NoReturn

import click

from site_builder import __version__

if TYPE_CHECKING:  # each command loads what it needs, so that `--help` and the shell's completion answer at once
    from site_builder.build import Report
    from site_builder.model.problem import Problem
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


def run() -> NoReturn:
    """Run the program, and end it without taking apart what was built in memory, which takes longer than many a build."""
    for stream in (sys.stdout, sys.stderr):
        # Where the terminal's or the pipe's encoding lacks a letter (Windows, LC_ALL=C), it is written as \\uXXXX: no build fails by what is said of it.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1 if end.code else 0
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = status or 1  # nobody reads any more, or the disk is full
    os._exit(status)


class _Command(click.Command):
    """A command whose help ends with examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        from site_builder.command_examples import EXAMPLES

        words = ctx.command_path.split(" ", ctx.find_root().command_path.count(" ") + 1)[-1]
        if examples := EXAMPLES.get(words):
            with formatter.section("Examples"):
                for line, says in examples:
                    formatter.write(f"{'':>{formatter.current_indent}}$ {line}\n")
                    formatter.write(f"{'':>{formatter.current_indent}}    {says}\n")


class _Group(click.Group):
    """A group of such commands."""

    command_class = _Command
    group_class = type


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="site-builder")
def main() -> None:
    """Make a careers site of a folder of job postings."""


@main.command("build")
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
    project = _load(site, output, base_url)
    today = _today(project, as_of)
    options = Options(as_of=as_of is not None, drafts=drafts, keep_going=keep_going, strict=strict, clean=clean)
    with Workers(watch=_Progress(person_watches=sys.stderr.isatty())) as workers:
        report = build(project, today, workers, options)
    _show_problems(report.problems)
    _show_report(report, today, time.perf_counter() - started, os.path.relpath(project.output), verbose=verbose)
    sys.exit(0 if report.published else 1)


def _today(project: Project | None, as_of: datetime | None) -> date:
    """Return the day in the site's time zone (the machine's, where there is no site), or the one that was asked for."""
    return as_of.date() if as_of else datetime.now(project.config.zone if project else None).date()


def _load(site: Path, output: Path | None, base_url: str | None, otherwise: str = "Nothing was published.") -> Project:
    """Load the site, or say why not, and what that means, and exit."""
    from site_builder.project import load_project

    project, problems = load_project(site, output, base_url=base_url)
    if project is None:
        _show_problems(problems)
        click.echo(otherwise, err=True)
        sys.exit(1)
    return project


def _show_problems(problems: Sequence[Problem]) -> None:
    """Print problems as `path:line: severity: message [code]`, which editors understand, each with what to do."""
    from site_builder.model.problem import Problem, Severity

    # Errors come last, just above the count: they are what has to be mended first.
    for problem in sorted(map(Problem.printable, problems), key=lambda one: one.severity is Severity.ERROR):
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        head = f"{click.style(problem.place, bold=True)}: {click.style(problem.severity, fg=colour)}: {problem.message}"
        click.echo(f"{head} {click.style(f'[{problem.code}]', dim=True)}\n    {problem.mend}", err=True)


_LEFT_OUT = {"draft": "in draft"}


def _show_report(report: Report, today: date, seconds: float, output: str, *, verbose: bool) -> None:
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


class _Progress:
    """What long work has done so far: a bar that grows while a person watches, else a plain line now and then."""

    _WIDTH = 30
    _AFTER = 0.5  # seconds, below which work is not long

    def __init__(self, *, person_watches: bool) -> None:
        self._person_watches = person_watches
        self._every = 0.1 if person_watches else 10.0
        self._next = time.monotonic() + (self._AFTER if person_watches else self._every)
        self._bar_stands = False

    def __call__(self, what: str, done: int, total: int) -> None:
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


@main.command("check")
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
        with Workers(watch=_Progress(person_watches=sys.stderr.isatty())) as workers:
            status = run_check(wanted, lambda project: _today(project, as_of), workers, click.echo, _note)
    except SelectionError as error:
        raise click.UsageError(str(error)) from None
    sys.exit(status)


def _note(text: str) -> None:
    click.echo(text, err=True)


@main.command("serve")
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
        click.echo(f"{error}\n    {error.mend}", err=True)
        sys.exit(1)


@main.group("new")
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
    from site_builder.scaffold import NewError, new_job

    project, _ = load_project(site)
    today = datetime.now(project.config.zone).date() if project else date.today()
    try:
        file = new_job(site, title, today)
    except NewError as error:
        click.echo(f"{error}\n    {error.mend}", err=True)
        sys.exit(1)
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
    from site_builder.scaffold import NewError
    from site_builder.scaffold_theme import new_theme

    try:
        folder = new_theme(site, name, parent)
    except NewError as error:
        click.echo(f"{error}\n    {error.mend}", err=True)
        sys.exit(1)
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
    from site_builder.starting.writing import NewSiteError

    project = _load(site, None, None, otherwise="Nothing was written.")
    try:
        written = new_from_form(project.root, file, _today(project, None))
    except NewSiteError as error:
        click.echo(f"{error}\n    {error.mend}", err=True)
        sys.exit(1)
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
    from site_builder.starting.writing import NewSiteError
    from site_builder.wording import number_of

    try:
        answers = answers_of(folder, given, _ask if sys.stdin.isatty() else None, _note)
        files = new_site(folder, answers, date.today())
    except NewSiteError as error:
        click.echo(f"{error}\n    {error.mend}", err=True)
        sys.exit(1)
    place = os.path.relpath(folder)
    click.echo(f"{number_of(len(files), 'file')} in {place}. Next:")
    into = "" if place == "." else f"cd {place} && "
    click.echo(f"    {into}site-builder serve     shows the site while you write")
    click.echo("    README.md                 tells how it goes online, and how postings are written")


def _ask(question: str, default: str) -> str:
    return str(click.prompt(question, default=default or None, prompt_suffix=" ", err=True))


@main.command("schema")
@click.argument("name", type=click.Choice(["posting", "page", "site"]))
def schema_command(name: str) -> None:
    """Print a JSON Schema for editors: of a posting's fields, a page's, or site.toml.

    `new site` writes them into .vscode/; after an upgrade this prints the new ones. Exit status: 0 printed, 2 wrong usage.
    """
    import json

    from site_builder.starting.editor_schemas import SCHEMAS

    click.echo(json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False))


@main.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print what makes a shell complete commands and options when the tab key is pressed.

    Exit status: 0 printed, 2 wrong usage.
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(main, {}, "site-builder", "_SITE_BUILDER_COMPLETE").source())


@main.command("import")
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
    project = _load(site, None, None, otherwise="Nothing was imported.")
    wanted = Wanted(folder=folder, force=force, dry_run=dry_run, drafts=not publish)
    counts = dict.fromkeys(Result, 0)
    for outcome in import_files(project.root, project.config, files, wanted, sys.stdin.buffer.read):
        _show_problems(outcome.problems)
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


@main.command("redirects")
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

    project = _load(site, None, None, otherwise="Nothing was taken over.")
    found = read_redirects(file, os.path.relpath(file))
    there = project.config.redirects
    new = {old: target for old, target in found.redirects.items() if old not in there}
    others = [old for old, target in found.redirects.items() if there.get(old, target) != target]
    _show_problems(found.problems)
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
