r"""Case files: each case in `tests/cases/*.md` is a file as an author writes it, and what comes of it.

A case begins with `## ` and what it shows. Its first fenced block is the file: the fence's words name it (`yaml content/jobs/a.md`).
A block `settings` holds the site.toml's sections that it is read with (`title` and `base_url` need not be there). A block `fields`
holds expected fields of the posting as JSON; `problems` the expected problems as they are shown; a case without one has none. In a
case, `\t`, `\r`, `\ufeff` stand for themselves where its heading ends with `(escapes)`.
"""

import json
import re
from pathlib import Path

import msgspec
import pytest

from site_builder.model.posting import Facts
from site_builder.reading.html_links import Links
from site_builder.reading.posting import ReadingSettings, read
from site_builder.reading.settings import read_settings

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(r"^## (?P<title>.+)\n(?P<rest>(?:~~~\S.*\n(?:.*\n)*?~~~\n|(?!## ).*\n)*)", re.MULTILINE)
_BLOCK = re.compile(r"^(?P<fence>~~~+)(?P<kind>\S+)(?: (?P<name>.+))?\n(?P<text>(?:.*\n)*?)(?P=fence)$", re.MULTILINE)


def cases() -> list[tuple[str, str]]:
    """Give each case's title, with its file's name, and its text."""
    return [
        (f"{path.stem}: {case['title']}", case["rest"])
        for path in sorted(CASES.glob("*.md"))
        if path.name != "README.md"
        for case in _CASE.finditer(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize(("title", "text"), cases(), ids=[title for title, _ in cases()])
def test_case(title: str, text: str) -> None:
    """A file is read as its case says: these fields, these problems on these lines in these words."""
    blocks = list(_BLOCK.finditer(text))
    by_kind = {block["kind"]: block["text"] for block in blocks[1:]}
    source = blocks[0]["text"]
    if title.endswith("(escapes)"):
        source = source.encode("latin-1", "backslashreplace").decode("unicode_escape")
    facts = _read(blocks[0]["name"] or "content/a.md", source, by_kind.get("settings", ""))
    shown = "".join(f"{problem}\n" for problem in facts.problems)
    assert shown == by_kind.get("problems", "")
    expected = json.loads(by_kind.get("fields", "{}"))
    one = facts.posting or facts.page
    given = json.loads(msgspec.json.encode(one)) if one is not None else {}
    assert {name: given.get(name, "the file is refused") for name in expected} == expected


def _read(path: str, source: str, settings: str) -> Facts:
    site = 'title = "Jobs"\nbase_url = "https://example.com/"\n'
    config, _, problems = read_settings(f"[site]\n{site}\n{settings}".encode())
    assert not problems
    assert config is not None
    reading = ReadingSettings(
        language=config.language,
        timezone=config.timezone,
        deadlines=config.deadlines,
        organization=config.organization,
        markdown=config.markdown,
        fields=config.fields,
        defaults=config.defaults,
        links=Links(config.origin, config.base_path),
    )
    return read(path, source.encode(), reading).facts
