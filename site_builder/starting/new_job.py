"""`new job`: a commented posting to start from."""

import textwrap
from datetime import date
from pathlib import Path

from site_builder.model.slug import slugify
from site_builder.reading.heading import LONGEST_TITLE
from site_builder.reading.rules import POSTING
from site_builder.reading.sections import HOW_TO_BEGIN
from site_builder.reading.settings import FILE, read_settings
from site_builder.reading.span_rules import SAMPLE_ORGANIZATION, SAMPLE_TEXT
from site_builder.reading.values import read_text
from site_builder.reading.wrong import Wrong
from site_builder.starting.writing import NewError, write_posting

OFFERED = (
    "locations", "remote", "applicant_locations", "employment_type", "department", "salary", "valid_through",
    "apply_url", "apply_email", "contact", "tags", "benefits", "work_hours", "summary", "identifier", "language",
)  # fmt: skip
"""The usual fields, which a new posting explains and leaves to its author (docs/writing-postings.md has all)."""


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
    organization = "" if _site_names_organization(root) else _ORGANIZATION
    return root / write_posting(root, slugify(title), _posting(title, today, organization))


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
