"""A plain text without fields: the labels it begins with are values, the rest is its text."""

import re
from zoneinfo import ZoneInfo

from site_builder.importing.found import Found, Said, likely
from site_builder.importing.labels import can_be, label_of
from site_builder.importing.markdown_words import escaped
from site_builder.importing.yaml_values import in_line
from site_builder.reading.plain_text import to_markdown
from site_builder.reading.proposals import Proposal
from site_builder.reading.wrong import quotable


def read_plain(text: str, zone: ZoneInfo) -> Found:
    """Read a plain text.

    Lines such as `Location: Berlin` with which it begins (below a line that may be its title) are values, where their field and value are beyond
    doubt; they leave the text. All other lines stay in it.
    """
    lines = text.split("\n")
    said: list[Said] = []
    guesses: list[Proposal] = []
    heading = ""
    first = _next(lines, 0)
    head = _next(lines, first + 1) if label_of(lines[first]) is None else first
    rest = [*lines]
    for number in range(head, min(head + _LONGEST_HEAD, len(lines))):
        label = label_of(lines[number])
        if label and can_be(*label, zone):
            said.append(Said(*label, f"line {number + 1}", " ".join(lines[number].split())))
            rest[number] = ""
        elif label is None and lines[number].strip():
            break
    title = lines[first].strip()
    if (
        head != first
        and _could_be_title(title)
        and (said or not lines[first + 1 : first + 2] or not lines[first + 1].strip())
    ):
        reason = f"“{quotable(title)}” stands alone above the text"
        guesses.append(likely("title", in_line(title), reason, first + 1, 1, len(title)))
        if any(one.name == "title" and one.value == title for one in said):
            rest[first] = ""
        elif rest[first]:
            # The title in a heading: once the field says it too, it is not shown a second time.
            rest[first], heading = "", f"## {escaped(title)}\n\n"
    markdown = heading + re.sub(r"^(#{2,6} .*\w):$", r"\1", to_markdown("\n".join(rest), escaped), flags=re.MULTILINE)
    return Found(tuple(said), markdown, text, 1, tuple(guesses))


_LONGEST_HEAD = 20
_LONGEST_TITLE = 90


def _next(lines: list[str], number: int) -> int:
    """Return the number of the next line with words, from a number on; that of the last line where there is none."""
    return next((at for at in range(number, len(lines)) if lines[at].strip()), max(len(lines) - 1, 0))


def _could_be_title(line: str) -> bool:
    return (
        0 < len(line) <= _LONGEST_TITLE and not line.endswith((".", ":", "!", "?", ",", ";")) and line[0] not in "-*•#"
    )
