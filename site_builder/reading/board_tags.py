"""The tags that job boards read in a posting's text (`#LI-Remote`): read and hidden."""

import re

from site_builder.model.posting import RemoteRule


def without_board_tags(text: str) -> tuple[str, RemoteRule | None]:
    """Return a text (plain, Markdown or HTML) without the tags that job boards read, and the remote rule they state.

    `#LI-Remote` and the like go from the ends of lines; without `#` only from a line of their own or the end of the
    text. Lines keep their numbers. Tags that contradict each other state nothing.
    """
    if "li-" not in text.lower():
        return text, None
    lines = text.splitlines(keepends=True)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=-1)
    removed: list[str] = []
    for number, written in enumerate(lines):
        line = written
        tags = _tags_at_end(line, is_last=number == last) if "li-" in line.lower() else []
        for tag in reversed(tags):
            line = line[: tag.start()] + line[tag.end() :]
        if tags:
            end = line[len(line.rstrip("\r\n")) :]
            lines[number] = line.rstrip() + end if line.strip(" \t\r\n*_,;|\\") else end
            removed += [tag[0].lstrip("\\") for tag in tags]
    rules = {_RULES[key] for tag in removed if (key := tag.lstrip("#")[3:].lower()) in _RULES}
    return "".join(lines), rules.pop() if len(rules) == 1 else None


_RULES = {"remote": RemoteRule.FULL, "hybrid": RemoteRule.HYBRID, "onsite": RemoteRule.NONE, "on-site": RemoteRule.NONE}
_BOARD_TAG = re.compile(
    r"(?<![\w/&#.-])\\?(#)?\bLI-(remote|hybrid|on-?site|[A-Z]{2,3}[0-9]{1,3}|(?<=#LI-)[A-Za-z0-9]{1,20})(?![\w-])",
    re.IGNORECASE,
)
_BETWEEN_TAGS = re.compile(r"(?:[\s*_,;|]|&nbsp;|</?\w+\s*/?>)*")


def _tags_at_end(line: str, *, is_last: bool) -> list[re.Match[str]]:
    """Return the tags after which nothing but other tags stands on the line."""
    found: list[re.Match[str]] = []
    end = len(line)
    for tag in reversed(list(_BOARD_TAG.finditer(line))):
        if not _BETWEEN_TAGS.fullmatch(line, tag.end(), end):
            break
        found.insert(0, tag)
        end = tag.start()
    alone = bool(_BETWEEN_TAGS.fullmatch(line, 0, end))
    return found if alone or is_last else [tag for tag in found if tag[1]]
