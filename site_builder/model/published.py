"""Where the addresses of postings lead that have another one now.

A posting is known again beyond doubt, or its author is asked: nothing is guessed. What is found out is written into the lines of
published.txt, so that working it out of the new lines gives the same again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from site_builder.model.posting import JobPosting
from site_builder.model.problem import Problem, Severity
from site_builder.model.published_lines import (
    FILE,
    HEADER,
    Line,
    Mark,
    Traits,
    address_of,
    read_lines,
    traits_of,
    written,
)


class Addresses(NamedTuple):
    """What the site knows of addresses below /jobs/, and below /de/jobs/ where it has a language in /de/ (`baker`, `de/baker`).

    `here` are the postings that have a page, by slug, and `lines` theirs as they shall stand in the file; `hidden` the slugs of those that have none (drafts, not yet open). `led` are
    the addresses that an alias or a redirect leads on, with the slug of the posting whose alias it is, or an empty text. `complete` is false
    when some postings could not be read.
    """

    here: Mapping[str, JobPosting]
    lines: Mapping[str, str]
    hidden: frozenset[str]
    led: Mapping[str, str]
    complete: bool = True


class Settled(NamedTuple):
    """What came of it: the file's new text, the old addresses that lead on with the new ones, and what to ask the authors."""

    text: str
    moved: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def settle(text: str, site: Addresses) -> Settled:
    """Bring the text of published.txt to what the site has now.

    A text with lines that cannot be read is left as it is, and they are reported: somebody has something to mend there. So it is while an
    address is lost whose posting may be one that could not be read, since what is new and what is lost belong together.
    """
    found = read_lines(text, site.lines)
    before = found.by_slug
    come = [slug for slug in site.here if slug not in before or _had_no_page(before[slug])]
    lines = {slug: line for slug, line in before.items() if line is not None and slug not in site.here}
    waits = not site.complete and any(
        line.mark is Mark.PAGE and slug not in site.hidden for slug, line in lines.items()
    )
    if not waits:
        _find_moved(lines, come, site)
    for slug, target in site.led.items():
        if target and slug in lines:
            lines[slug] = Line(slug, Mark.MOVED, targets=(target,))
    _follow(lines, site)
    texts = {**site.lines, **{slug: written(line) for slug, line in lines.items()}}
    new = "".join([HEADER, *(f"{one}\n" for one in (*found.comments, *(texts[slug] for slug in sorted(texts))))])
    is_kept = found.problems or not texts or waits or new == text.replace("\r\n", "\n")
    return Settled(
        text=text if is_kept else new,
        moved=tuple(
            (slug, line.targets[0])
            for slug, line in sorted(lines.items())
            if line.mark is Mark.MOVED and line.targets[0] in site.here and slug not in site.led
        ),
        problems=(*found.problems, *_questions(lines, site)),
    )


def is_same(before: Traits, now: Traits) -> bool:
    """Say whether two are one posting beyond doubt.

    Its number says so. Without one on both sides it is the same file with the same day or, where a day is not known, the same title; or,
    under any name, the same title, day, language and places.
    """
    if "-" not in (before.identifier, now.identifier):
        return before.identifier == now.identifier
    day_known = "-" not in (before.posted, now.posted)
    same_day = day_known and before.posted == now.posted
    same_title = before.title == now.title
    if before.source == now.source:
        return same_day or (same_title and not day_known)
    return same_day and same_title and before.place == now.place


_ALIKE = 0.85


def is_like(before: Traits, now: Traits) -> bool:
    """Say whether two may be one posting: no number tells them apart, and the one has the other's file or title, or of one day nearly its title."""
    if "-" not in (before.identifier, now.identifier):
        return before.identifier == now.identifier
    if before.source == now.source or before.title == now.title:
        return True
    if before.posted != now.posted and "-" not in (before.posted, now.posted):
        return False
    matcher = SequenceMatcher(None, before.title.casefold(), now.title.casefold())
    return matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _had_no_page(line: Line | None) -> bool:
    return line is not None and line.mark is not Mark.PAGE


# So many addresses are named in a question, and so many pairs of titles compared letter by letter: where hundreds of postings come and go
# at once, nobody would answer.
_MOST_ASKED = 3
_MOST_PAIRS = 10_000


def _find_moved(lines: dict[str, Line], new: Sequence[str], site: Addresses) -> None:
    """Mark the lines of addresses that have lost their page: moved, perhaps moved, or gone. `new` are those that have got one."""
    lost = {slug: line.traits for slug, line in lines.items() if line.traits is not None and slug not in site.hidden}
    if not lost:
        return
    come = {slug: traits_of(site.here[slug]) for slug in new}
    same = dict(_same_of_each(lost, come))
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for slug, targets in same.items():
        if lines[slug].mark is Mark.PAGE:
            for target in targets:
                claims[target].add(slug)
    # Where it is certain of which posting an address is, it is no other's.
    free = {slug: traits for slug, traits in come.items() if slug not in claims}
    asks = sum(lines[slug].mark is Mark.PAGE for slug in lost) * len(free) <= _MOST_PAIRS
    for slug, traits in lost.items():
        targets = same.get(slug, ())
        if len(targets) == 1 and claims[targets[0]] <= {slug}:
            lines[slug] = Line(slug, Mark.MOVED, targets=targets)
        elif lines[slug].mark is Mark.PAGE:
            like = targets or (sorted(target for target in free if is_like(traits, free[target])) if asks else ())
            lines[slug] = (
                Line(slug, Mark.PERHAPS, targets=tuple(like[:_MOST_ASKED])) if like else Line(slug, Mark.GONE, traits)
            )


def _same_of_each(lost: Mapping[str, Traits], come: Mapping[str, Traits]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the addresses that have lost their page with those to which the same posting has come."""
    by_trait: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for slug, traits in come.items():
        for trait in _telling(traits):
            by_trait[trait].append(slug)
    for slug, traits in lost.items():
        near = {target for trait in _telling(traits) for target in by_trait.get(trait, ())}
        same = sorted(target for target in near if is_same(traits, come[target]))
        if same:
            yield slug, tuple(_nearest_version(slug, traits, same, come))


def _nearest_version(slug: str, traits: Traits, same: list[str], come: Mapping[str, Traits]) -> list[str]:
    """Leave out those of several versions of a posting that are in other languages than the one that is lost: they share its number."""
    if len(same) == 1 or not any("/" in one for one in (slug, *same)):
        return same
    of_file = [one for one in same if come[one].source == traits.source]
    folder = slug.rpartition("/")[0]
    return of_file or [one for one in same if one.rpartition("/")[0] == folder] or same


def _telling(traits: Traits) -> tuple[tuple[str, ...], ...]:
    """Return traits of which two postings that are one share one at least."""
    return (
        ("identifier", traits.identifier),
        ("file", traits.source),
        ("title", traits.title, traits.posted, traits.place),
    )


def _follow(lines: dict[str, Line], site: Addresses) -> None:
    """Let every address lead at once to the last one of its posting."""
    for slug, line in lines.items():
        if not line.targets:
            continue
        ends = [_end_of(target, lines, site) for target in line.targets]
        perhaps = line.mark is Mark.PERHAPS or any(one.mark is Mark.PERHAPS for one in ends)
        targets = tuple(dict.fromkeys(target for one in ends for target in one.targets if target != slug))
        if targets:
            lines[slug] = Line(slug, Mark.PERHAPS if perhaps else Mark.MOVED, targets=targets)


def _end_of(target: str, lines: Mapping[str, Line], site: Addresses) -> Line:
    """Return where one gets from an address: the line of the last step."""
    line = Line("", Mark.MOVED, targets=(target,))
    seen = {target}
    while line.mark is Mark.MOVED and line.targets[0] not in site.here:
        after = lines.get(line.targets[0])
        if after is None or not after.targets or not seen.isdisjoint(after.targets):
            break
        seen.update(after.targets)
        line = after
    return line


def _questions(lines: Mapping[str, Line], site: Addresses) -> Iterator[Problem]:
    """Ask of which postings the addresses were that are lost."""
    for slug, line in sorted(lines.items()):
        here = [site.here[target].source for target in line.targets if target in site.here]
        if line.mark is not Mark.PERHAPS or not here or slug in site.led:
            continue
        others = "".join(f", or of {source}" for source in here[1:])
        yield Problem(
            here[0],
            0,
            "address-lost",
            f"/{address_of(slug)} was published and has no page any more: was it the address of this posting{others}?",
            f"If it was, write it among the fields: `aliases: [/{address_of(slug)}]`. If not, delete the line of `{slug}` in {FILE}.",
            Severity.WARNING,
        )
