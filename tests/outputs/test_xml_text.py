"""Any text as XML text."""

import pytest

from site_builder.outputs.xml_text import allowed

_NO_CHARACTERS = [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]


def test_what_xml_cannot_hold_is_left_out() -> None:
    """None of the characters that XML 1.0 forbids is kept: alone, among plain letters, or among others (XML 1.0, 2.2)."""
    for code in _NO_CHARACTERS:
        assert [allowed(chr(code)), allowed(f"a{chr(code)}b"), allowed(f"\n{chr(code)}")] == ["", "ab", "\n"]


@pytest.mark.parametrize(
    "text", ["", "Gardener", "Gärtner\t\r\n", "\x7f\x85\xad\u2028\u200b", "\U0001f331 \U0010ffff \ue000"]
)
def test_everything_else_stays(text: str) -> None:
    """All other characters stay as they are, also those that do not print."""
    assert allowed(text) == text
