"""What the readings of all files are together: no two postings at one address, and the versions of what is there in several languages."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from site_builder.model.memory import Memory
from site_builder.model.posting import Facts, JobPosting, Page
from site_builder.model.problem import Problem, Severity
from site_builder.model.translations import Linked, One, linked, name_of
from site_builder.model.tree import Tree, prefix_of

Item = TypeVar("Item")


class Joined(NamedTuple):
    """The postings and pages that stay, what is wrong with one beside another, and the versions of each by its source."""

    postings: tuple[JobPosting, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    versions: dict[str, tuple[One, ...]]


def joined(in_order: Sequence[Facts], memory: Memory, trees: tuple[Tree, ...]) -> Joined:
    """Join what came of each file, in the order of their paths, for a site with these trees. `memory` is that of earlier builds."""
    postings, problems = _postings(in_order, memory, trees)
    pages = _there(memory.each("pages", in_order, attrgetter("page")))
    if not trees:
        return Joined(postings, pages, tuple(problems), {})
    of_postings = _linked("postings", postings, memory, trees)
    of_pages = _linked("pages", pages, memory, trees)
    problems += [*of_postings.problems, *of_pages.problems]
    doubled = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    if doubled:
        postings = tuple([one for one in postings if one.source not in doubled])
        pages = tuple([one for one in pages if one.source not in doubled])
    return Joined(postings, pages, tuple(problems), of_postings.versions | of_pages.versions)


def _postings(
    in_order: Sequence[Facts], memory: Memory, trees: tuple[Tree, ...]
) -> tuple[tuple[JobPosting, ...], list[Problem]]:
    """Return the postings, and the problems of those whose address is another's already."""
    postings = _there(memory.each("postings", in_order, attrgetter("posting")))

    def address(posting: JobPosting) -> str:
        """Return a posting's address without the rest that all have."""
        slug = posting.slug.casefold()
        return prefix_of(posting.language, trees) + slug if trees else slug

    addresses = memory.each("addresses of postings", postings, address)
    if memory.recall("doubles", (addresses,), lambda: len(set(addresses)) < len(addresses)):
        return _without_doubles(zip(addresses, postings, strict=True))
    return postings, []


def _without_doubles(
    addressed: Iterable[tuple[str, JobPosting]],
) -> tuple[tuple[JobPosting, ...], list[Problem]]:
    """Keep the first posting, by path, of those that share an address."""
    kept: dict[str, JobPosting] = {}
    problems = []
    for address, posting in addressed:
        first = kept.setdefault(address, posting)
        if first is not posting:
            problems.append(
                Problem(
                    posting.source,
                    1,
                    "slug-double",
                    f"its address /{address.removesuffix(posting.slug.casefold())}jobs/{posting.slug}/ is already that of {first.source}",
                    f"Give one of the two a `slug` of its own, or rename its file: `slug: {posting.slug}-2`.",
                )
            )
    return tuple(kept.values()), problems


def _linked(kind: str, ones: Sequence[One], memory: Memory, trees: tuple[Tree, ...]) -> Linked:
    """Find out which postings, or pages, are one in several languages."""
    names = memory.each(f"names of {kind}", ones, lambda one: name_of(one.source, trees))
    inputs = tuple(ones)
    return memory.recall(f"versions of {kind}", (inputs,), lambda: linked(inputs, names, trees))


def _there(values: Iterable[Item | None]) -> tuple[Item, ...]:
    return tuple([value for value in values if value is not None])
