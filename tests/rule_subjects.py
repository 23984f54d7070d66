"""Postings as the rules of the check see them, made from the text of a file."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from typing import NamedTuple

from site_builder.checking.rule import Rule, Subject
from site_builder.model.posting import Facts, JobPosting
from site_builder.reading.document import parse
from site_builder.reading.html_links import Links
from site_builder.reading.names import normal
from site_builder.reading.posting import ReadingSettings, read
from site_builder.reading.rules import POSTING, by_name
from site_builder.reading.settings import read_settings

TODAY = date(2026, 11, 21)
SITE = '[site]\ntitle = "Jobs"\nbase_url = "https://jobs.rillmark.de/"\n'
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|h[1-6]|div|br|tr|t[dh]|pre|blockquote|table|hr)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


class Hit(NamedTuple):
    """What was found, as cases write it: `2:8+6 title-pay`, without `+6` where a whole line is meant."""

    line: int
    column: int
    length: int
    code: str

    def __str__(self) -> str:
        """Give the line of a case."""
        return f"{self.line}:{self.column}+{self.length} {self.code}" if self.column else f"{self.line} {self.code}"


def subject_of(source: str, settings: str = "", path: str = "content/a.md") -> Subject:
    """Return a posting for rules; the site hires as Rillmark unless `settings` say otherwise."""
    hires = "" if "[organization]" in settings else '[organization]\nname = "Rillmark GmbH"\n'
    site = "" if "[site]" in settings else SITE
    config, _, problems = read_settings(f"{site}{hires}{settings}".encode())
    assert config is not None, problems
    reading = read(
        path,
        source.encode(),
        ReadingSettings(
            config.language,
            config.timezone,
            config.organization,
            config.markdown,
            config.fields,
            config.defaults,
            Links(config.origin),
        ),
    )
    posting = _posting(reading.facts)
    document, names = parse(source), by_name(POSTING)
    lines = {}
    for written, line in document.lines.items():
        first, dot, rest = written.partition(".")
        if normal(first) in names:
            lines[f"{names[normal(first)].name}{dot}{rest}"] = line
    return Subject(
        posting, tuple(source.split("\n")), lines, document.body_line, "\n".join(_words(reading.html)), config
    )


def hits(rules: Iterable[Rule], subject: Subject, today: date = TODAY) -> list[Hit]:
    """Return what rules find, in the order of the file."""
    found = [(rule.code, one) for rule in rules for one in rule.finder(subject, today)]
    for code, one in found:
        assert one.message, code
        assert not one.message.endswith("."), one.message
        assert one.mend.endswith((".", "?", '"', "`")), one.mend
        assert 1 <= one.line <= len(subject.rows), (code, one)
        assert one.column + one.length <= len(subject.rows[one.line - 1]) + 1, (code, one)
    return sorted(Hit(one.line, one.column, one.length, code) for code, one in found)


def file_of(example: str) -> str:
    """Return the file that the example of a rule's docstring is part of: fields, text, or both with an empty line between them."""
    fields, _, text = example.partition("\n\n")
    if not all(re.match(r"[a-z_]+: ", row) for row in fields.split("\n")):
        fields, text = "", example
    title = "" if re.search(r"^title:", fields, re.MULTILINE) else "title: Hydrologist\n"
    head = f"{title}{fields}".strip()
    return f"---\n{head}\n---\n{text or TEXT}\n"


TEXT = """\
You look after forty gauges between the sea and the hills, repair what storms and boats do to them, and tell the towns on the river what the
water will do tomorrow.

- You can read a drawing and hold a soldering iron.
- You like to be outside in every weather, also in the dark.

We work 38 hours a week in two shifts, pay overtime, and have thirty days of holiday. Write to us what you have done so far; we answer within a
week.
"""


def _posting(facts: Facts) -> JobPosting:
    assert facts.posting is not None, facts.problems
    return facts.posting


def _words(html: str) -> Iterator[str]:
    for part in _BLOCK.sub("\n", html.replace("\n", " ")).split("\n"):
        words = " ".join(unescape(_TAG.sub("", part)).split())
        if words:
            yield words
