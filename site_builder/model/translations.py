"""Which postings, and which pages, are one in several languages: by the names of their files, or because they say so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from site_builder.model.posting import JobPosting, Page
from site_builder.model.problem import Problem, Severity
from site_builder.model.source_files import CONTENT, ENDINGS, below_content
from site_builder.model.tree import Tree, has_tree, prefix_of, seems_language, split_name

One = JobPosting | Page
"""What can be translated."""


class Named(NamedTuple):
    """What a file's name says: `content/gardener.de.md` is `content/gardener` in `de`. `key` is equal for all versions."""

    key: str
    language: str


class Linked(NamedTuple):
    """The versions of what is there in several languages, by each one's source, in the order of the trees; and what is wrong."""

    versions: dict[str, tuple[One, ...]]
    problems: tuple[Problem, ...]


def name_of(source: str, trees: tuple[Tree, ...]) -> Named:
    """Return what the name of a file says, which lies in a site with these trees."""
    folder, slash, name = source.rpartition("/")
    stem = name.rpartition(".")[0] or name
    stem, language = split_name(stem, trees)
    return Named(f"{folder}{slash}{stem}", language)


def linked(ones: Sequence[One], names: Sequence[Named], trees: tuple[Tree, ...]) -> Linked:
    """Find the versions of each posting or page; `names` are those of their files. Sources are in order, so that the first of two stays."""
    by_key: defaultdict[str, list[One]] = defaultdict(list)
    for one, name in zip(ones, names, strict=True):
        by_key[name.key].append(one)
    problems: list[Problem] = []
    groups = _Groups()
    for one, name in zip(ones, names, strict=True):
        if one.translation_of is None:
            if not name.language:
                problems += _nearly_translations(one, name.key, by_key)
            continue
        target = _key_of(one, one.translation_of.name, trees)
        if target in by_key and (target != name.key or len(by_key[target]) > 1):
            groups.join(name.key, target)
        else:
            problems.append(_missing(one, one.translation_of.name, target, by_key, name.key))
    versions: dict[str, tuple[One, ...]] = {}
    for keys in groups.of(key for key, members in by_key.items() if len(members) > 1):
        members = sorted((one for key in keys for one in by_key[key]), key=lambda one: one.source)
        there = _one_of_each(members, trees, problems)
        if len(there) > 1:
            versions |= {one.source: there for one in there}
            problems += _differences(there)
    return Linked(versions, tuple(problems))


class _Groups:
    """Keys that belong together."""

    def __init__(self) -> None:
        self._group_of: dict[str, set[str]] = {}

    def join(self, one: str, other: str) -> None:
        group = self._group_of.setdefault(one, {one})
        more = self._group_of.setdefault(other, {other})
        if group is not more:
            group |= more
            self._group_of |= dict.fromkeys(more, group)

    def of(self, alone: Iterable[str]) -> Iterator[list[str]]:
        """Yield each group once, with those keys that make one by themselves."""
        seen: set[str] = set()
        for key in (*self._group_of, *alone):
            if key not in seen:
                group = self._group_of.get(key, {key})
                seen |= group
                yield sorted(group)


def _one_of_each(members: Sequence[One], trees: tuple[Tree, ...], problems: list[Problem]) -> tuple[One, ...]:
    """Return the first member of each tree, in the order of the trees; what is wrong with the others is added to `problems`."""
    found: dict[str, One] = {}
    for one in members:
        if not has_tree(one.language, trees):
            problems.append(_without_tree(one, one.language))
            continue
        first = found.setdefault(prefix_of(one.language, trees), one)
        if first is not one:
            problems.append(_doubled(one, first))
    return tuple(found[tree.prefix] for tree in trees if tree.prefix in found)


# What one job is in any language. A version may leave out most of it, but not say when one can apply where another does.
_MAY_BE_LEFT_OUT = ("identifier", "date_posted", "remote", "employment_types", "salary")
_NEEDED = ("valid_through", "opens_on", "open")


def _differences(versions: Sequence[One]) -> Iterator[Problem]:
    """Tell of facts that differ between the versions of a posting."""
    first = versions[0]
    for one in versions[1:]:
        if not (isinstance(one, JobPosting) and isinstance(first, JobPosting)):
            return
        for name in (*_NEEDED, *_MAY_BE_LEFT_OUT):
            theirs, own = getattr(first, name), getattr(one, name)
            if own != theirs and (name in _NEEDED or (own and theirs)):
                field = "employment_type" if name == "employment_types" else name
                yield Problem(
                    one.source,
                    0,
                    "translation-differs",
                    f"its `{field}` is not that of {first.source}, of which it is the version in {one.language}",
                    "Write the same into both, or take the one that is no translation of the other out of the pair.",
                    Severity.WARNING,
                )


def _key_of(one: One, said: str, trees: tuple[Tree, ...]) -> str:
    """Return the key that `translation_of` means: a file beside this one, or with a slash one counted from `content/`."""
    name = said.removesuffix(next((ending for ending in ENDINGS if said.lower().endswith(ending)), ""))
    folder = CONTENT if "/" in name else one.source.rpartition("/")[0]
    return name_of(f"{folder}/{below_content(name).strip('/')}.md", trees).key


def _nearly_translations(one: One, key: str, by_key: Mapping[str, object]) -> Iterator[Problem]:
    """Tell of a file that is named as a translation of one beside it, into a language for which the site has no tree."""
    stem, dot, last = key.rpartition(".")
    if dot and seems_language(last) and stem in by_key:
        yield _without_tree(one, last)


def _without_tree(one: One, language: str) -> Problem:
    return Problem(
        one.source,
        _line_of(one),
        "translation-without-tree",
        f"it is a translation into {language}, but the site has no pages in that language",
        f"Write [languages.{language}] into site.toml; or take the language out of the file's name, and `translation_of` out of the file.",
        Severity.WARNING,
    )


def _missing(one: One, said: str, target: str, by_key: Iterable[str], own: str) -> Problem:
    from difflib import get_close_matches  # seldom needed, and not loaded where nothing is wrong

    kind = "page" if isinstance(one, Page) else "posting"
    names = {key.rpartition("/")[2]: key for key in by_key if key != own}
    near = get_close_matches(target.rpartition("/")[2][:60], names, n=1, cutoff=0.6)
    folder = one.source.rpartition("/")[0]
    right = _shown(names[near[0]], folder) if near else "gardener.md"
    return Problem(
        one.source,
        _line_of(one),
        "translation-missing",
        f"it is the translation of a {kind} that is not there: `{said}`",
        f"{'Did you mean' if near else 'Write the name of the file:'} `translation_of: {right}`{'?' if near else '.'}",
        Severity.WARNING,
    )


def _shown(key: str, folder: str) -> str:
    """Return a key as one writes it into a file in a folder."""
    beside, _, name = key.rpartition("/")
    return name if beside == folder else below_content(key)


def _doubled(one: One, first: One) -> Problem:
    return Problem(
        one.source,
        _line_of(one),
        "translation-double",
        f"{first.source} is the same in the same language ({first.language})",
        "Delete one of the two; or say in which language this one is (`language: de`), or take its `translation_of` out.",
    )


def _line_of(one: One) -> int:
    """Return the line that says of what a file is a version: its first, where the file's name says it."""
    return one.translation_of.line if one.translation_of else 1
