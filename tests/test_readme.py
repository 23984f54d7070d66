"""README.md and the pages of docs/: links lead somewhere, commands are right, and the benchmarks' numbers are those that were measured."""

import re
import shlex
from pathlib import Path

import click
import pytest

from site_builder.cli import main

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))))


@pytest.mark.parametrize("page", PAGES)
def test_links(page: str) -> None:
    """Every link to a file leads to one, and to a heading in it."""
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", (ROOT / page).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}, target


@pytest.mark.parametrize("page", PAGES)
def test_commands(page: str) -> None:
    """Every command line can be typed: its command and options are there."""
    text = (ROOT / page).read_text("utf-8")
    lines = [*re.findall(r"^\$ (.*)$", text, re.MULTILINE), *re.findall(r"`(site-builder [^`…]*)`", text)]
    for line in lines:
        for part in line.partition("#")[0].split("&&"):
            words = shlex.split(part)
            if words[:1] != ["site-builder"] or words[1:2] == []:
                continue
            command: click.Command = main
            rest = words[1:]
            while isinstance(command, click.Group) and rest:
                name = rest.pop(0)
                assert name in command.commands, line
                command = command.commands[name]
            known = {option for one in command.params for option in one.opts}
            assert {word.partition("=")[0] for word in rest if word.startswith("--")} <= known, line


def test_the_comparison_has_the_numbers_that_were_measured() -> None:
    """Seconds in the comparison are those of the benchmarks, rounded."""
    measured = (ROOT / "docs/benchmarks.md").read_text("utf-8").partition("### 10,000 postings")[2].partition("### ")[0]
    seconds = dict(re.findall(r"^\| (site-builder|Hugo) \| ([\d.]+) s", measured, re.MULTILINE))
    text = (ROOT / "docs/compared.md").read_text("utf-8")
    assert f"built in {float(seconds['site-builder']):.1f} seconds, by Hugo in {float(seconds['Hugo']):.1f}," in text
