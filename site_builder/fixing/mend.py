"""One file mended: edits are proposed, and taken where reading the result again gives the same posting."""

from collections import Counter
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_builder.fixing import names, values
from site_builder.fixing.front_matter import Edit, FrontMatter, applied
from site_builder.fixing.toml_matter import TomlMatter
from site_builder.model.source_files import PAGES
from site_builder.reading.posting import Reading, read
from site_builder.reading.reading_settings import ReadingSettings
from site_builder.reading.rules import PAGE, POSTING


class Mended(Struct, frozen=True):
    """A file's new bytes, and what was done, in words."""

    data: bytes
    done: tuple[str, ...]


_MOST_ROUNDS = 3
"""A mended name may show a value that can be mended too."""


def mend(path: str, data: bytes, settings: ReadingSettings) -> Mended | None:
    """Mend a file where that is certain; None where there is nothing to do.

    What changes is within single fields of YAML front matter, and the names of fields in TOML. It is taken only if what was read of the file stays equal, and no problem is there that
    was not there before.
    """
    done: list[str] = []
    new = data
    for _ in range(_MOST_ROUNDS):
        mended = _once(path, new, settings)
        if mended is None:
            break
        new = mended.data
        done += mended.done
    return Mended(new, tuple(done)) if new != data else None


def _once(path: str, data: bytes, settings: ReadingSettings) -> Mended | None:
    if b"---" not in data and b"+++" not in data:
        return None
    before = read(path, data, settings)
    if before.document is None or before.given is None or before.document.repeated:
        return None
    matter = FrontMatter(data)
    rules = PAGE if path.startswith(PAGES) else POSTING
    own_names = {} if rules is PAGE else settings.fields
    given = before.document.values
    groups = [
        *names.edits(matter if matter.fields else TomlMatter(data), given, rules, own_names),
        *values.edits(matter, given, rules, own_names, ZoneInfo(settings.timezone)),
    ]
    if not groups:
        return None
    every = _tried(path, matter.text, groups, before, settings)
    if every is not None:
        return every
    # One of them is not what it seems: those are taken that are right alone.
    right = [one for one in groups if _tried(path, matter.text, [one], before, settings) is not None]
    return _tried(path, matter.text, right, before, settings) if right else None


def _tried(
    path: str, text: str, groups: list[tuple[str, list[Edit]]], before: Reading, settings: ReadingSettings
) -> Mended | None:
    """Return a text after some edits, None where it would not be the same posting."""
    data = applied(text, [edit for _, edits in groups for edit in edits]).encode()
    after = read(path, data, settings)
    return Mended(data, tuple(words for words, _ in groups)) if _is_same(before, after) else None


def _is_same(before: Reading, after: Reading) -> bool:
    """Say whether nothing that was read differs, but for a field that was misspelt, and no problem is new."""
    if before.given is None or after.given is None:
        return False
    codes = [Counter(problem.code for problem in reading.facts.problems) for reading in (before, after)]
    read_before, read_after = before.given.values, after.given.values
    same = all(name in read_after and read_after[name] == value for name, value in read_before.items())
    found_again = read_after.keys() - read_before.keys()
    return (
        same
        and found_again <= before.given.wrong
        and before.given.extra == after.given.extra
        and codes[1] <= codes[0]
        and (
            before.facts.refused or (before.facts.posting, before.facts.page) == (after.facts.posting, after.facts.page)
        )
    )
