"""Codes of problems, as authors write them down to turn them off."""

import re

from site_builder.reading.wrong import Wrong, shown

BETWEEN = re.compile(r"[\s,;]+")
"""What stands between two codes."""
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
_EXAMPLE = "Write the words in brackets at the problem's end: `check_off: [apply-missing]`."


def read_codes(value: object) -> tuple[str, ...]:
    """Return codes of problems: a list, or a text with commas. Whether they exist is not known here. Raises Wrong."""
    pieces = value if isinstance(value, list) else [value]
    codes = []
    for piece in pieces:
        if not isinstance(piece, str):
            raise Wrong(f"{shown(piece)} is no code of a problem", _EXAMPLE)
        for code in filter(None, BETWEEN.split(piece)):
            if not _CODE.fullmatch(code):
                raise Wrong(f"{shown(code)} is no code of a problem", _EXAMPLE)
            codes.append(code)
    return tuple(dict.fromkeys(codes))
