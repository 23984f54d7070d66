"""What the name of a posting's file says."""

import re
from datetime import date


def name_parts(path: str) -> tuple[str, date | None]:
    """Split the name of a file such as `2019-09-10-title.md` into what its address is made of, and its date if it has one."""
    stem, _ = stem_and_ending(path)
    dated = _DATED_NAME.match(stem)
    if dated:
        try:
            return dated[4] or stem, date(int(dated[1]), int(dated[2]), int(dated[3]))
        except ValueError:
            return stem, None
    return stem, None


def stem_and_ending(path: str) -> tuple[str, str]:
    """Return a file's name without its ending, and the ending with its dot."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return (name[:dot], name[dot:]) if 0 < dot < len(name) - 1 else (name, "")


_DATED_NAME = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[-_ .]+(.*))?$", re.DOTALL)
