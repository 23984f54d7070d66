"""`new`: a commented posting to start from."""

import textwrap
from datetime import date
from pathlib import Path

from site_builder.model.slug import slugify
from site_builder.model.source_files import CONTENT
from site_builder.reading.file_names import name_parts
from site_builder.reading.heading import LONGEST_TITLE
from site_builder.reading.rules import POSTING
from site_builder.reading.sections import HOW_TO_BEGIN
from site_builder.reading.settings import FILE, read_settings
from site_builder.reading.span_rules import SAMPLE_ORGANIZATION, SAMPLE_TEXT
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong

OFFERED = (
    "locations", "remote", "applicant_locations", "employment_type", "department", "salary", "valid_through",
    "apply_url", "apply_email", "contact", "tags", "benefits", "work_hours", "summary", "identifier", "language",
)  # fmt: skip
"""The usual fields, which a new posting explains and leaves to its author (docs/writing-postings.md has all)."""


class NewError(Exception):
    """The file cannot be written, and nothing was. `mend` says what to do."""

    def __init__(self, message: str, mend: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.mend = mend


def new_job(root: Path, title: str, today: date) -> Path:
    """Write a posting to start from into `content/` of the site in a folder, and return its path.

    It holds what is certain, and the usual fields as comments; it is a draft, so that no half-written posting is
    published, and builds as it stands. A file is never written over. Raises NewError.
    """
    if not (root / FILE).is_file():
        raise NewError(f"there is no {FILE} in {root}", HOW_TO_BEGIN)
    try:
        title = read_text(title)
    except Wrong as wrong:
        raise NewError(f"this cannot be a title: {wrong.message}", wrong.mend) from wrong
    if len(title) > LONGEST_TITLE:
        raise NewError(f"the title has {len(title)} characters", f"Write at most {LONGEST_TITLE}.")
    content = root / CONTENT
    slug = slugify(title)
    taken = _posting_with(content, slug)
    file = content / f"{slug}.md"
    if taken is not None:
        raise NewError(
            f"{taken.relative_to(root).as_posix()} is there already, and stays as it is",
            "Give the new posting a title that tells the two apart, for example with the place.",
        )
    try:
        content.mkdir(exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(_posting(title, today, organization="" if _site_names_organization(root) else _ORGANIZATION))
    except OSError as error:
        raise NewError(
            f"{file} cannot be written: {error.strerror}", "Correct it, and run the command again."
        ) from error
    return file


def _posting_with(content: Path, slug: str) -> Path | None:
    """Return the file whose page has this address already, judging by its name."""
    files = (file for file in sorted(content.rglob("*")) if file.relative_to(content).parts[0] != "pages")
    return next((file for file in files if slugify(name_parts(file.name)[0]) == slug), None)


def _site_names_organization(root: Path) -> bool:
    """Say whether postings may leave out who hires. Settings that cannot be read are somebody else's problem."""
    config, _, _ = read_settings((root / FILE).read_bytes())
    return config is None or config.organization is not None or "organization" in config.defaults.get("", {})


def _posting(title: str, today: date, organization: str) -> str:
    rules = {rule.name: rule for rule in POSTING}
    fields = "".join(f"{_comment(rules[name].says)}#{rules[name].right}\n" for name in OFFERED)
    return _PATTERN.format(
        title=_quoted(title), today=today.isoformat(), organization=organization, fields=fields, text=SAMPLE_TEXT
    )


def _quoted(text: str) -> str:
    """Return a text as YAML in double quotes on one line: whatever is in it, it is read back equal."""
    return f'"{text.translate(_ESCAPES)}"'


def _comment(text: str) -> str:
    return textwrap.fill(text, 100, initial_indent="# ", subsequent_indent="# ", break_long_words=False) + "\n"


# YAML 1.2, section 5.7. `read_text` has refused control characters; U+FEFF is a byte order mark, the others are no characters.
_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\ufeff": "\\uFEFF", "\ufffe": "\\uFFFE", "\uffff": "\\uFFFF"})
_ORGANIZATION = f"""\
# Who hires: site.toml names no organization, so each posting has to.
organization: "{SAMPLE_ORGANIZATION}"
"""
_PATTERN = """\
---
title: {title}
date_posted: {today}
{organization}# A draft is not published; `site-builder serve` shows it, marked. Delete the line to publish it.
draft: true

# What else a posting can say. Take the # off a line and write what is true; what you leave out is not invented.
{fields}---

{text}"""
