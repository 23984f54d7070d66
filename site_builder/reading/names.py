"""Names of fields and settings as people write them: alike but for case and separators, or nearly alike."""

import re
from collections.abc import Iterable
from functools import lru_cache

from site_builder.reading.wrong import near

_SHORTEST = 4
_LIKENESS = 0.8
LONGEST = 60
"""Characters of a name that tell what it means."""


def normal(name: str) -> str:
    """Return a name without case and separators: `datePosted`, `date_posted` and `Date-Posted` are one."""
    return _frequent(name) if len(name) < LONGEST else _normal(name)


def _normal(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()


_frequent = lru_cache(4096)(_normal)  # all postings of a site have the same names


def meant(name: str, known: Iterable[str]) -> str | None:
    """Return the known name of which a name is a misspelling, or None.

    Names of fewer than four letters are never near anything. A known name with more before or after it (`title_de`,
    `company_id`) is a name of its own, not a misspelling.
    """
    wanted = normal(name[:LONGEST])
    names = {normal(other): other for other in known if len(other) >= _SHORTEST}
    if len(wanted) < _SHORTEST:
        return None
    found = near(wanted, names, _LIKENESS)
    return names[found] if found is not None and not _goes_on(wanted, found) else None


def _goes_on(name: str, known: str) -> bool:
    return len(name) > len(known) + 1 and (name.startswith(known) or name.endswith(known))
