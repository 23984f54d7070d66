"""What a reader raises when a value or a whole file cannot be read: what is wrong, and what to write instead."""

import math
import re
from collections.abc import Iterable
from datetime import date

_LONGEST_SHOWN = 60
_LONGEST_COMPARED = 40
_LARGEST_SHOWN = 10**30


class Wrong(ValueError):
    """A value that no reader may accept: `message` says what is wrong with it, `mend` what to write instead."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


class Question(Wrong):
    """A value that can mean several things: `mend` names the answers. The posting is published without it, unless it cannot wait."""


class Unreadable(Exception):
    """A file that cannot be read as a whole: a code, a line (0: the whole file), what is wrong and what to do."""

    def __init__(self, code: str, line: int, message: str, mend: str) -> None:
        super().__init__(message)
        self.code, self.line, self.message, self.mend = code, line, message, mend


def shown(value: object) -> str:  # noqa: PLR0911 - one line a kind
    """Return a value as an author would know it again: text in quotes, on one line, shortened to 60 characters."""
    match value:
        case str():
            return f'"{quotable(value)}"'
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < _LARGEST_SHOWN else "a number of more than 30 digits"
        case float():
            return repr(value) if math.isfinite(value) else "a number that is none"
        case date():
            return value.isoformat()
        case list():
            return "a list"
        case dict():
            return "a list of names and values"
        case _:
            return "a value of an unknown kind"


def quotable(text: str) -> str:
    """Return a text as a message may hold it: on one line, at most 60 characters, those that nobody sees as `[U+202E]`."""
    line = " ".join(text[: 4 * _LONGEST_SHOWN].split())
    line = "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in line)
    return line[:_LONGEST_SHOWN].rstrip() + "…" if len(line) > _LONGEST_SHOWN else line


def right_line(name: str, value: str) -> str:
    """Return a field as a line of front matter for a message, its value in quotes where YAML would take it for something else."""
    text = quotable(value)
    quote = '"' if _NEEDS_QUOTES.search(text) and '"' not in text else ""
    return f"`{name}: {quote}{text}{quote}`"


_NEEDS_QUOTES = re.compile(r"^[-?:,\[\]{}#&*!|>'%@`]|: |:$| #")


def within_quotes(text: str) -> str | None:
    """Return what stands between two typographic quotation marks around a whole text; None where there are none, or several."""
    text = text.strip()
    closing = _QUOTES.get(text[:1], "") if len(text) > 1 else ""
    if not closing or text[-1] not in closing:
        return None
    inner = text[1:-1]
    return inner.strip() if text[0] not in inner and text[-1] not in inner else None


_QUOTES = {"“": "”", "‘": "’", "„": "“”", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "›": "‹", "”": "”", "’": "’"}


def near(word: str, candidates: Iterable[str], likeness: float = 0.75) -> str | None:
    """Return the one candidate that a word is a misspelling of, or None; the case of letters does not count.

    `likeness` is difflib's ratio (0 to 1) from which a candidate counts as near.
    """
    from difflib import get_close_matches  # most postings have no word that is wrong

    if not word or len(word) > _LONGEST_COMPARED:
        return None
    spelled = {candidate.casefold(): candidate for candidate in candidates}
    found = get_close_matches(word.casefold(), spelled, n=1, cutoff=likeness)
    return spelled[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str) -> str:
    """Return the question "Did you mean ...?" where there is a near candidate, else what to write instead."""
    candidate = near(word, candidates)
    return otherwise if candidate is None else f"Did you mean {candidate}? {otherwise}"
