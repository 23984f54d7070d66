"""Commands of GitHub Actions, read as its runner reads them."""

import re
from pathlib import Path

from site_builder.model.problem import Problem
from site_builder.reporting import github
from tests.reporting.reports import PROBLEMS, report


def read(command: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does (actions/runner, ActionCommand.cs): its name, properties and message."""
    found = re.fullmatch(r"::(\w+) ([^\n]*?)::([^\n\r]*)", command)
    assert found, command
    properties = {}
    for pair in found[2].split(","):
        name, _, value = pair.partition("=")
        properties[name] = (
            value.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        )
    return found[1], properties, found[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_commands_say_file_line_and_columns(tmp_path: Path) -> None:
    """Each problem is one command on one line, with the path from the repository's root; the last line counts."""
    *commands, counted = github.write(report(tmp_path, prefix="site, one:/"))
    assert counted == "2 errors, 3 warnings"
    assert [read(command)[0] for command in commands] == ["warning", "warning", "error", "warning", "error"]
    assert read(commands[1])[1] == {
        "file": "site, one:/content/a.md", "title": "title-capitals", "line": "2", "col": "8", "endColumn": "22"
    }  # fmt: skip
    assert read(commands[2])[2] == '`remote`: "maybe" does not say, 100%: where\nWrite remote: full.'
    assert read(commands[4])[1] == {"file": "site, one:/gone.md", "title": "file-empty"}


def test_a_text_cannot_give_commands(tmp_path: Path) -> None:
    """Line ends and colons in messages, and in names of files, begin no command of their own."""
    evil = Problem("a\n::error::x,line=9.md", 0, "file-name", "m\r\n::set-env name=x::y", "%0A::error::z")
    command, _ = github.write(report(tmp_path, (evil,)))
    kind, properties, message = read(command)
    assert (kind, properties["file"], list(properties)) == ("error", "a\n::error::x,line=9.md", ["file", "title"])
    assert message == "m[U+000D][U+000A]::set-env name=x::y\n%0A::error::z"


def test_all_problems_are_there(tmp_path: Path) -> None:
    """None is left out."""
    assert len(list(github.write(report(tmp_path)))) == len(PROBLEMS) + 1
