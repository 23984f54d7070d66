"""Names that people write: alike but for case and separators, or nearly alike."""

import difflib
import re
from collections.abc import Iterable

# Below this, `difflib` takes words for each other that share only an ending.
_NEAR = 0.8
_SHORTEST = 4


def normal(name: str) -> str:
    """Return a name without case and separators: `datePosted`, `date_posted` and `Date-Posted` are one."""
    return re.sub(r"[\s_-]+", "", name).casefold()


def near_miss(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that a mistyped one most likely means, or None. Very short names are never near anything."""
    wanted = normal(name)
    if len(wanted) < _SHORTEST:
        return None
    by_normal = {normal(other): other for other in known if len(other) >= _SHORTEST}
    found = difflib.get_close_matches(wanted, by_normal, n=1, cutoff=_NEAR)
    return by_normal[found[0]] if found else None
