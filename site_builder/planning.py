"""What a site's sources come to on a day: every file that the site shall have, and what is said of it."""

from datetime import date
from operator import attrgetter

from msgspec.structs import replace

from site_builder.model.memory import Memory
from site_builder.model.output import Output
from site_builder.model.problem import Problem
from site_builder.model.site import Site, State
from site_builder.model.value import Value
from site_builder.outputs import BUILT_IN, redirects, sitemap
from site_builder.outputs.clashes import have_clashes, without_clashes
from site_builder.outputs.html_page import addresses_of
from site_builder.outputs.job_queries import query_problems
from site_builder.project import Project
from site_builder.published_urls import settled
from site_builder.site_texts import site_texts
from site_builder.sources import Sources


class Plan(Value, frozen=True):
    """All outputs by their paths, and the site that they make; `problems` are those of paths that two outputs want, and of lost addresses.

    `left_out` names, by reason, the files that are not on the site as open postings. `published` is what published.txt shall say.
    """

    site: Site
    outputs: dict[str, Output]
    problems: tuple[Problem, ...]
    left_out: dict[str, tuple[str, ...]]
    published: str


def plan(  # noqa: PLR0913  # what, when, of what, how
    project: Project, sources: Sources, published: str, today: date, memory: Memory, *, drafts: bool, as_of: bool
) -> Plan:
    """Plan a site as it stands on a day of its time zone; `drafts` are shown as open, and so are postings that open later.

    `published` is the text of published.txt. With `as_of` the day was chosen, and visitors' clocks do not matter.
    """
    shown = frozenset({State.OPEN, State.DRAFT, State.UPCOMING} if drafts else {State.OPEN})
    texts = site_texts(project)
    look = replace(project.look, equal_opportunity=texts.equal_opportunity)
    site = Site.on(today, project.config_of_pages, sources.postings, sources.pages, look, shown, memory)
    site = replace(site, closes_by_clock=not as_of)
    outputs = [output for plan in BUILT_IN for output in plan(site, memory)]
    addresses = addresses_of(outputs, memory)
    outputs = memory.recall("sitemap", (addresses,), lambda: sitemap.plan(site, addresses)) + outputs
    postings = settled(published, site, memory, complete=not sources.refused)
    if postings.moved:
        outputs += redirects.of_moved(site, postings.moved, {output.path.casefold() for output in outputs})
    paths = memory.each("paths", outputs, attrgetter("path"))
    clashes: list[Problem] = []
    if memory.recall("clashes", (paths,), lambda: have_clashes(paths)):
        outputs, clashes = without_clashes(outputs)
        paths = [output.path for output in outputs]
    left_out = {
        "draft": (
            *(posting.source for posting in site.drafts),
            *(page.source for page in sources.pages if page.draft and not drafts),
        ),
        "not yet open": tuple(posting.source for posting in site.upcoming),
        "closed": tuple(posting.source for posting in site.closed),
        "refused": sources.refused,
    }
    memory.complete()
    problems = (*clashes, *postings.problems, *texts.problems, *query_problems(site))
    return Plan(site, dict(zip(paths, outputs, strict=True)), problems, left_out, postings.text)
