"""Whatever a file holds: mended twice it is as mended once, and it says what it said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.fixing.mend import mend
from site_builder.model.config import Markdown
from site_builder.model.posting import Organization
from site_builder.reading.html_links import Links
from site_builder.reading.posting import read
from site_builder.reading.reading_settings import ReadingSettings
from site_builder.reading.rules import POSTING
from tests.test_cases import cases

SETTINGS = ReadingSettings(
    "en", "Europe/Berlin", Organization("Mill Ltd"), Markdown(), {"own": "extra"}, {}, Links("https://mill.example")
)
_FILE = re.compile(r"^(~~~+)\S+(?: (?P<name>.+))?\n(?P<text>(?:.*\n)*?)\1$", re.MULTILINE)


def check(path: str, data: bytes) -> bool:
    """Assert that a file may be mended, and return whether it was."""
    done = mend(path, data, SETTINGS)
    if done is None:
        return False
    assert mend(path, done.data, SETTINGS) is None
    before, after = read(path, data, SETTINGS).facts, read(path, done.data, SETTINGS).facts
    assert before.refused or (before.posting, before.page) == (after.posting, after.page)
    assert len(after.problems) <= len(before.problems)
    fence = b"+++" if data.startswith(b"+++") else b"---"
    assert data.split(fence)[-1] == done.data.split(fence)[-1]
    return True


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_case_files(end: str) -> None:
    """Each case of tests/cases, with either line ends: twice changes nothing the second time, and facts stay; some are mended."""
    files = [(title, match) for title, text in cases() if (match := _FILE.search(text))]
    assert len(files) > 100
    mended = 0
    for title, match in files:
        source = match["text"]
        if title.endswith("(escapes)"):
            source = source.encode("latin-1", "backslashreplace").decode("unicode_escape")
        mended += check(match["name"] or "content/a.md", source.replace("\n", end).encode("utf-8", "replace"))
    assert mended > 20


_NAMES = st.sampled_from(
    ["own", "team_size", *(name for rule in POSTING for name in (rule.name, *rule.others)), "salry", "tilte", "remot"]
)
_VALUES = st.sampled_from(
    ["yes", "'no'", "Full-time", "[Vollzeit, Teilzeit]", "permanent", "remote", "hybrid", "2 November 2026", "'31.01.2027'", "1793577600000",
     "2026-11-02", "06/05/2026", '"#a,#b"', "[a, b, A]", "\n- a\n- b\n- a", "\n  - a # one\n  - a", "Berlin, Germany", "", "null", "|\n  a\n  b",
     "60000 EUR per YEAR", "{name: Ada}", "https://example.com/", "日本語", "'it''s'", '"a\\"b"', "&x a", "*x"]
)  # fmt: skip


@given(
    st.lists(st.tuples(_NAMES, _VALUES, st.sampled_from(["", "  # note"])), max_size=6), st.sampled_from(["\n", "\r\n"])
)
def test_any_fields(fields: list[tuple[str, str, str]], end: str) -> None:
    """Any fields of ours with any values in any order."""
    rows = "".join(f"{name}: {value}{comment}\n" for name, value, comment in fields)
    check("content/a.md", f"---\n{rows}---\nWe bake.\n".replace("\n", end).encode())
