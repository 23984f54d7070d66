"""What the commands say of themselves, and how fast."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from site_builder import __version__
from site_builder.cli import main
from site_builder.commands.examples import EXAMPLES


def commands(group: click.Group = main, above: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield all commands with their words."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")
        else:
            yield f"{above}{name}", command


COMMANDS = dict(commands())


@pytest.mark.parametrize("words", COMMANDS)
def test_help_says_all(words: str) -> None:
    """Each command says what it does, what its options mean, how it ends, and shows examples."""
    command = COMMANDS[words]
    help_text = command.help or ""
    assert re.match(r"[A-Z].*[.:]", help_text)
    assert "Exit status: 0 " in " ".join(help_text.split())
    assert [one.name for one in command.params if isinstance(one, click.Option) and not one.help] == []
    shown = CliRunner().invoke(main, [*words.split(), "--help"], prog_name="site-builder").output
    assert f"Usage: site-builder {words} " in shown
    for line, says in EXAMPLES[words]:
        assert f"  $ {line}\n      {says}\n" in shown


def test_examples_are_of_commands() -> None:
    """There is no example of a command that is not there."""
    assert EXAMPLES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("words", EXAMPLES)
def test_examples_are_right(words: str) -> None:
    """Every example can be typed: its command takes its options and arguments."""
    for line, _ in EXAMPLES[words]:
        typed = re.search(r"site-builder ([^>)]*)", line)
        assert typed is not None
        arguments = shlex.split(typed[1])
        assert arguments[: len(words.split())] == words.split()
        command = COMMANDS[words]
        command.make_context(words, arguments[len(words.split()) :])


def test_version() -> None:
    """`--version` names the program and its version."""
    assert CliRunner().invoke(main, ["--version"]).output == f"site-builder, version {__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    """A script for each shell, which asks the program by the variable that it knows."""
    assert "_SITE_BUILDER_COMPLETE" in CliRunner().invoke(main, ["completion", shell]).output


def test_completion_completes() -> None:
    """The program answers such a question with the commands and options that fit."""
    asked = {"_SITE_BUILDER_COMPLETE": "bash_complete", "COMP_WORDS": "site-builder new s", "COMP_CWORD": "2"}
    program = "from site_builder.cli import run; import sys; sys.argv = ['site-builder']; run()"
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | asked, capture_output=True, text=True, check=False
    )
    assert done.stdout == "plain,site\n", done.stderr


@pytest.mark.parametrize("words", ["--version", "--help", "build --help", "new site --help"])
def test_it_starts_at_once(words: str) -> None:
    """What needs no site loads none of what a site needs: that would cost a fifth of a second."""
    program = f"import sys; from site_builder.cli import main; main({words.split()}, standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    heavy = {"msgspec", "yaml", "jinja2", "babel", "asyncio", "nh3", "comrak", "bs4", "tornado", "site_builder.project"}
    assert heavy & set(done.stdout.splitlines()[-1].split()) == set()
