"""Commands whose help ends with examples, and which take old options for new ones."""

from __future__ import annotations

from collections.abc import Iterator

import click

from site_builder.model.deprecated import Deprecated, Kind, of_kinds


class Command(click.Command):
    """A command whose help ends with examples."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line, with new options in the place of old ones; each of these is said."""
        olds = {one.name: one for one in of_kinds(Kind.OPTION)}
        return super().parse_args(ctx, list(_renewed(_words(ctx), args, olds)) if olds else args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        from site_builder.commands.examples import EXAMPLES

        if examples := EXAMPLES.get(_words(ctx)):
            with formatter.section("Examples"):
                for line, says in examples:
                    formatter.write(f"{'':>{formatter.current_indent}}$ {line}\n")
                    formatter.write(f"{'':>{formatter.current_indent}}    {says}\n")


class Group(click.Group):
    """A group of such commands."""

    command_class = Command
    group_class = type


def _words(ctx: click.Context) -> str:
    """Return how a command is called, without the program: `build`, `new site`."""
    return ctx.command_path.split(" ", ctx.find_root().command_path.count(" ") + 1)[-1]


def _renewed(command: str, args: list[str], olds: dict[str, Deprecated]) -> Iterator[str]:
    rest = iter(args)
    for arg in rest:
        option, equals, value = arg.partition("=")
        one = olds.get(f"{command} {option}")
        if one is not None:
            from site_builder.model.deprecated_uses import use_of  # what it needs takes longer to load than the rest

            click.echo(use_of(one, option, 0), err=True)
            option = one.instead.rpartition(" ")[2] or option
        yield option + equals + value
        if arg == "--":
            break
    yield from rest
