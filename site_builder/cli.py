"""The program: its commands, and how it ends."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

import click

from site_builder import __version__
from site_builder.commands.adopting import import_command, redirects_command
from site_builder.commands.building import build_command, serve_command
from site_builder.commands.checking import check_command
from site_builder.commands.completing import completion_command
from site_builder.commands.kinds import Group
from site_builder.commands.writing import new_group, schema_command


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


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="site-builder")
def main() -> None:
    """Make a careers site of a folder of job postings."""


for _command in (
    build_command,
    serve_command,
    check_command,
    new_group,
    import_command,
    redirects_command,
    schema_command,
    completion_command,
):
    main.add_command(_command)
