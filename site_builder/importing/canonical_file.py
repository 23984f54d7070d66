"""A canonical posting as a file: its fields in the order of `rules`, with what is likely or unknown as comments, and its text."""

from collections.abc import Iterable

from site_builder.importing.deciding import Decided
from site_builder.importing.found import Note
from site_builder.importing.yaml_values import field, in_line
from site_builder.model.problem import printable
from site_builder.reading.span_rules import SAMPLE_ORGANIZATION, SAMPLE_TITLE

MARK = "# Imported from "
"""What the fields of an imported posting begin with."""


def write_posting(
    decided: Decided, text: str, mark: str, slips: Iterable[Note], *, draft: bool, needs_organization: bool
) -> str:
    """Return the file's text. `mark` is the first line within its fields, `slips` are words of the text to look at.

    Where the title is not certain, a text that cannot be published stands in its place; so does the organization's where the site
    names none (`needs_organization`).
    """
    lines = [f"{_one_line(mark)}\n"]
    facts = dict(decided.facts)
    if "title" not in facts:
        lines.append(f"title: {SAMPLE_TITLE}   # not known: delete this line, and write the title as below\n")
    for name, fact in facts.items():
        lines.append(_with_comment(field(name, fact.value), fact.why))
        if name == "title" and needs_organization and "organization" not in facts:
            lines.append(_PLACEHOLDER)
    if "title" not in facts and needs_organization and "organization" not in facts:
        lines.insert(2, _PLACEHOLDER)
    if draft:
        lines.append("draft: true   # delete this line when somebody has read the posting: then it is published\n")
    if decided.proposals:
        lines.append(
            "\n# Likely, and to be checked: take the # off a line that is right, and delete those that are not.\n"
        )
        lines += [_comment(name, value, why) for name, value, why in decided.proposals]
    if decided.questions:
        lines.append("\n# Not known: answer what applies, without the #, and delete the rest.\n")
        lines += [_comment(name, "", what) for name, what in decided.questions]
    slips = [*slips]
    if slips:
        lines.append("\n# Words of the text to look at.\n")
        lines += [f"# {_at(note)}{_one_line(note.message)}. {_one_line(note.mend)}\n" for note in slips]
    if decided.extra:
        lines.append("\n# Fields of the source that are none of ours: no page shows them, templates can.\n")
        lines += [field(name, value) for name, value in decided.extra.items()]
    return f"---\n{''.join(lines)}---\n\n{text}\n" if text else f"---\n{''.join(lines)}---\n"


_PLACEHOLDER = (
    f"organization: {in_line(SAMPLE_ORGANIZATION)}   # not known: delete this line, and write the name as below\n"
)


def _with_comment(lines: str, why: str) -> str:
    """Add a comment behind a field's first line."""
    if not why:
        return lines
    first, end, others = lines.partition("\n")
    return f"{first}   # {_one_line(why)}{end}{others}"


def _comment(name: str, value: str, why: str) -> str:
    return f"# {name}: {value}   # {_one_line(why)}\n" if value else f"# {name}:   # {_one_line(why)}\n"


def _at(note: Note) -> str:
    return f"line {note.line}: " if note.line else ""


def _one_line(text: str) -> str:
    """Return a text as a comment may hold it: on one line, without what does not print."""
    return printable(" ".join(text.split()))
