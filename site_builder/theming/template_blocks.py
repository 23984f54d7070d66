"""Blocks of a site's own templates that no parent has: Jinja shows nothing of them, and says nothing."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from site_builder.model.problem import Problem, Severity
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.old_names import rewritten

_COMMENT = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?endraw\s*[-+]?%\}", re.DOTALL)
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\s+(?:\"([^\"]+)\"|'([^']+)'|(\S))")
_BLOCK = re.compile(r"\{%[-+]?\s*(?:block\s+(?P<name>\w+)|(?P<end>endblock)\b)")


class _Blocks(NamedTuple):
    """What a template extends (empty: nothing; None: that is worked out), all its blocks, and the lines of those within no other."""

    parent: str | None
    all: frozenset[str]
    outermost: dict[str, int]


def problems_of_blocks(templates: Mapping[str, tuple[Path, str]]) -> Iterator[Problem]:
    """Yield the outermost blocks of the site's own templates that none of those has which they extend. `templates` are files with their names for people."""
    known: dict[Path, _Blocks] = {}
    own = sorted({one for one in templates.values() if not one[0].is_relative_to(BUILT_IN)}, key=lambda one: one[1])
    for file, shown in own:
        blocks = _blocks(file, known)
        above = _above(blocks, templates, known) if blocks.parent else None
        if above is None:
            continue
        for name, line in blocks.outermost.items():
            if name not in above:
                near = get_close_matches(name[:60], above, n=1, cutoff=0.6)
                mend = f"Did you mean `{near[0]}`?" if near else f"Its blocks are: {', '.join(sorted(above))}."
                message = f"{blocks.parent} has no block `{name}`, so nothing of it is shown"
                yield Problem(shown, line, "template-block-unknown", message, mend, Severity.WARNING)


def _above(
    blocks: _Blocks, templates: Mapping[str, tuple[Path, str]], known: dict[Path, _Blocks]
) -> frozenset[str] | None:
    """Return the blocks of all templates above one; None where they cannot be told."""
    found: frozenset[str] = frozenset()
    seen: set[Path] = set()
    parent = blocks.parent
    while parent:
        file = templates[parent][0] if parent in templates else None
        if file is None or file in seen:
            return None  # said when a page is rendered
        seen.add(file)
        above = _blocks(file, known)
        found |= above.all
        parent = above.parent
    return None if parent is None else found


def _blocks(file: Path, known: dict[Path, _Blocks]) -> _Blocks:
    if file not in known:
        text = rewritten(file.read_text("utf-8"), is_template=True)
        text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        extends = _EXTENDS.search(text)
        parent = "" if extends is None else extends[1] or extends[2]
        every: set[str] = set()
        outermost: dict[str, int] = {}
        depth = 0
        for match in _BLOCK.finditer(text):
            if match["end"]:
                depth -= 1
                continue
            every.add(match["name"])
            if not depth:
                outermost[match["name"]] = text.count("\n", 0, match.start()) + 1
            depth += 1
        known[file] = _Blocks(parent, frozenset(every), outermost)
    return known[file]
