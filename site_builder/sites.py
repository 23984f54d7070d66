"""What was read becomes a site, or one for each tree of a site in several languages."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from site_builder.model.config import Config
from site_builder.model.memory import Memory
from site_builder.model.posting import JobPosting, Page
from site_builder.model.site import Look, Site, State, state_on
from site_builder.project import Project
from site_builder.sources import Sources


def sites_of(  # noqa: PLR0913  # what, when, of what, how
    project: Project,
    passages: Sequence[str],
    sources: Sources,
    today: date,
    shown: frozenset[State],
    memory: Memory,
    *,
    closes_by_clock: bool,
) -> tuple[Site, ...]:
    """Return the site as it stands on a day, tree by tree, the root's first; postings in the states `shown` are open.

    `passages` are the trees' texts on equal opportunity, as HTML. A tree has its own pages. Its lists hold every job once: in its language where it is open in that, else in another.
    """
    if not project.config.trees:
        config = project.config_of_pages
        site = Site.on(today, config, sources.postings, sources.pages, _look(project, passages[0]), shown, memory)
        return (replace(site, closes_by_clock=closes_by_clock),)
    states = _states(today, sources.versions, project.config, shown)
    sites: list[Site] = []
    for tree, passage in zip(project.trees, passages, strict=True):
        config = tree.config_of_pages
        own = memory.part(config.prefix)
        passed_over = _listed_otherwise(config, sources.versions, states)
        postings = [one for one in sources.postings if one.source not in passed_over]
        pages = [page for page in sources.pages if config.home(page.language) == config.prefix]
        site = Site.on(today, config, own.same("listed", postings), pages, _look(tree, passage), shown, own)
        sites.append(replace(site, closes_by_clock=closes_by_clock))
    together = tuple(sites)
    return tuple([replace(site, trees=together, translations=sources.versions) for site in sites])


def _look(tree: Project, passage: str) -> Look:
    return replace(tree.look, equal_opportunity=passage)


def _states(
    today: date, versions: Mapping[str, tuple[JobPosting | Page, ...]], config: Config, shown: Collection[State]
) -> dict[str, State]:
    """Return the states of those postings that are there in several languages, by source."""
    zone = config.zone
    states = {
        one.source: state_on(today, one, zone)
        for members in versions.values()
        for one in members
        if isinstance(one, JobPosting)
    }
    return {source: State.OPEN if state in shown else state for source, state in states.items()}


def _listed_otherwise(
    config: Config, versions: Mapping[str, tuple[JobPosting | Page, ...]], states: Mapping[str, State]
) -> set[str]:
    """Return the sources of those postings that a tree does not list, because it lists another version which is in the same state."""
    found: set[str] = set()
    for source, members in versions.items():
        # Each is met with all of its members; the first of them is enough.
        if source != members[0].source or source not in states:
            continue
        by_state: defaultdict[State, list[JobPosting | Page]] = defaultdict(list)
        for one in members:
            by_state[states[one.source]].append(one)
        for alike in by_state.values():
            kept = next((one for one in alike if config.home(one.language) == config.prefix), alike[0])
            found.update([one.source for one in alike if one is not kept])
    return found
