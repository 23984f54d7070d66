"""Whether a text may hold characters that control what shows it: a quick look, after which few texts need a search."""

import re

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""A control character that no page may hold."""
_ASCII_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\r"))


def may_hold_controls(utf8: bytes) -> bool:
    """Say whether a text may hold control characters (tabs and line ends are none) or the characters U+FFFE and U+FFFF.

    In UTF-8 the controls above ASCII begin with C2, as do some signs such as `·`; U+FFFE and U+FFFF with EF, as do wide letters.
    """
    return len(utf8.translate(None, _ASCII_CONTROLS)) < len(utf8) or b"\xc2" in utf8 or b"\xef" in utf8
