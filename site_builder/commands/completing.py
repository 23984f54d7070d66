"""`completion`."""

from __future__ import annotations

import click

from site_builder.commands.kinds import Command


@click.command("completion", cls=Command)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print what makes a shell complete commands and options when the tab key is pressed.

    Exit status: 0 printed, 2 wrong usage.
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(
            kind(click.get_current_context().find_root().command, {}, "site-builder", "_SITE_BUILDER_COMPLETE").source()
        )
