"""Old options in the workflows that call the program."""

import re
from collections.abc import Iterator
from pathlib import Path

from site_builder.engine.regular_file import read_start
from site_builder.model.deprecated import Deprecated, Kind, of_kinds
from site_builder.model.deprecated_uses import use_of
from site_builder.model.problem import Problem

_LARGEST = 1_000_000
"""Bytes of a workflow that are read."""


def problems_of_workflows(root: Path) -> Iterator[Problem]:
    """Yield where workflows of the site in a folder use options that were replaced or will go."""
    olds = of_kinds(Kind.OPTION)
    for file in sorted((root / ".github" / "workflows").glob("*.y*ml")) if olds else ():
        try:
            text = read_start(file, _LARGEST)[0].decode("utf-8", "replace")
        except OSError:
            continue
        for one in olds:
            for found in _pattern(one).finditer(text):
                line = text.count("\n", 0, found.start(1)) + 1
                column = found.start(1) - text.rfind("\n", 0, found.start(1))
                yield use_of(one, file.relative_to(root).as_posix(), line, column, len(found[1]))


def _pattern(one: Deprecated) -> re.Pattern[str]:
    """Return what finds an option in a call of its command, which may go on over lines that end in a backslash."""
    command, _, option = one.name.rpartition(" ")
    call = r"\s+".join(("site-builder", *map(re.escape, command.split(" "))))
    return re.compile(rf"\b{call}\b(?:[^\n\\|;&]|\\\n|\\.)*?(?<![\w-])({re.escape(option)})(?![\w-])")
