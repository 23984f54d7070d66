"""Commands whose help ends with examples."""

from __future__ import annotations

import click


class Command(click.Command):
    """A command whose help ends with examples."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        from site_builder.commands.examples import EXAMPLES

        words = ctx.command_path.split(" ", ctx.find_root().command_path.count(" ") + 1)[-1]
        if examples := EXAMPLES.get(words):
            with formatter.section("Examples"):
                for line, says in examples:
                    formatter.write(f"{'':>{formatter.current_indent}}$ {line}\n")
                    formatter.write(f"{'':>{formatter.current_indent}}    {says}\n")


class Group(click.Group):
    """A group of such commands."""

    command_class = Command
    group_class = type
