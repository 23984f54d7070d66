"""What a site's sources come to on a day: every file that the site shall have, and what is said of it."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import partial
from operator import attrgetter

from msgspec.structs import replace

from site_builder.model.memory import Memory
from site_builder.model.output import Output
from site_builder.model.problem import Problem
from site_builder.model.site import Site, State
from site_builder.model.value import Value
from site_builder.outputs import BUILT_IN, OF_TEXTS, WITHOUT_JOBS, redirects, sitemap
from site_builder.outputs.assets import AssetFile
from site_builder.outputs.clashes import have_clashes, without_clashes
from site_builder.outputs.file_links import with_file_links
from site_builder.outputs.html_page import addresses_of
from site_builder.outputs.job_queries import query_problems
from site_builder.project import Project
from site_builder.published_urls import settled
from site_builder.reading.settings import FILE
from site_builder.site_texts import SiteTexts, site_texts
from site_builder.sites import sites_of
from site_builder.sources import Sources


class Plan(Value, frozen=True):
    """All outputs by their paths, and the site that they make, tree by tree, the root's first; `problems` are those of paths that two outputs want, and of lost addresses.

    `left_out` names, by reason, the files that are not on the site as open postings. `published` is what published.txt shall say.
    """

    sites: tuple[Site, ...]
    outputs: dict[str, Output]
    problems: tuple[Problem, ...]
    left_out: dict[str, tuple[str, ...]]
    published: str

    @property
    def open(self) -> int:
        """How many open postings have a page."""
        return sum(len(site.own(site.open)) for site in self.sites)

    @property
    def pages(self) -> int:
        """How many standalone pages there are."""
        return sum(len(site.pages) for site in self.sites)


def plan(  # noqa: PLR0913  # what, when, of what, how
    project: Project, sources: Sources, published: str, today: date, memory: Memory, *, drafts: bool, as_of: bool
) -> Plan:
    """Plan a site as it stands on a day of its time zone; `drafts` are shown as open, and so are postings that open later.

    `published` is the text of published.txt. With `as_of` the day was chosen, and visitors' clocks do not matter.
    """
    sources, out_of_place = _without_jobs(project, sources) if project.config.pages_only else (sources, [])
    texts = [site_texts(tree) for tree in project.trees]
    sites, of_links = _sites(project, texts, sources, today, memory, drafts=drafts, as_of=as_of)
    site = sites[0]
    memories = [memory.part(one.config.prefix) for one in sites]
    plans = WITHOUT_JOBS if project.config.pages_only else BUILT_IN
    outputs = [output for plan in plans for one, own in zip(sites, memories, strict=True) for output in plan(one, own)]
    if len(sites) > 1:
        outputs = _assets_once(outputs)
    addresses = addresses_of(outputs, memory)
    outputs = memory.recall("sitemap", (addresses,), lambda: sitemap.plan(site, addresses)) + outputs
    postings = settled(published, sites, memory, complete=not sources.refused)
    if postings.moved:
        outputs += redirects.of_moved(site, postings.moved, {output.path.casefold() for output in outputs})
    outputs += redirects.of_folders(site, outputs)
    paths = memory.each("paths", outputs, attrgetter("path"))
    clashes: list[Problem] = []
    if memory.recall("clashes", (paths,), lambda: have_clashes(paths)):
        outputs, clashes = without_clashes(outputs, partial(_line_of, project))
        paths = [output.path for output in outputs]
    left_out = {
        "draft": (
            *(posting.source for one in sites for posting in one.own(one.drafts)),
            *(page.source for page in sources.pages if page.draft and not drafts),
        ),
        "not yet open": tuple(posting.source for one in sites for posting in one.own(one.upcoming)),
        "closed": tuple(posting.source for one in sites for posting in one.own(one.closed)),
        "refused": sources.refused,
    }
    memory.complete()
    of_texts = (problem for one in texts for problem in one.problems)
    of_queries = (problem for one in sites for problem in query_problems(one))
    problems = (
        *clashes,
        *postings.problems,
        *of_texts,
        *of_queries,
        *of_links,
        *out_of_place,
        *_without_start(project, sites),
    )
    return Plan(sites, dict(zip(paths, outputs, strict=True)), problems, left_out, postings.text)


def _without_jobs(project: Project, sources: Sources) -> tuple[Sources, list[Problem]]:
    """Return the sources of a site that has pages alone, and what is said of the postings among them."""
    jobs = [posting.source for posting in sources.postings]
    line = project.lines.get("site.pages_only", 1)
    mend = f"Put it into content/pages/ if it is a page; or take `pages_only` out of site.toml (line {line})."
    problems = [Problem(path, 1, "job-unexpected", "it is a job, and the site has pages alone", mend) for path in jobs]
    return replace(sources, postings=(), refused=tuple(sorted({*sources.refused, *jobs}))), problems


def _without_start(project: Project, sites: Sequence[Site]) -> Iterator[Problem]:
    """Yield which trees of a site that has pages alone have no start page."""
    for site in sites if project.config.pages_only else ():
        if not any(page.is_start for page in site.pages):
            name = f"index.{site.config.language}.md" if site.config.prefix else "index.md"
            yield Problem(
                FILE,
                project.lines.get("site.pages_only", 1),
                "start-missing",
                "the site has pages alone, and no page for its start",
                f"Write content/pages/{name}: with a title, and what the start page says.",
            )


def plan_texts(  # noqa: PLR0913  # what, when, of what, how
    project: Project,
    sources: Sources,
    edited: Collection[str],
    today: date,
    memory: Memory,
    *,
    drafts: bool,
    as_of: bool,
) -> dict[str, Output]:
    """Return those outputs that show texts of postings, by their paths, as `plan` has them: all that changes when nothing but these texts was edited.

    `edited` are the postings' sources. An output that shows the text of a posting belongs here.
    """
    texts = [site_texts(tree) for tree in project.trees]
    sites, _ = _sites(project, texts, sources, today, memory, drafts=drafts, as_of=as_of)
    return {output.path: output for one in sites for of in OF_TEXTS for output in of(one, edited)}


def _sites(  # noqa: PLR0913  # what, when, of what, how
    project: Project,
    texts: Sequence[SiteTexts],
    sources: Sources,
    today: date,
    memory: Memory,
    *,
    drafts: bool,
    as_of: bool,
) -> tuple[tuple[Site, ...], list[Problem]]:
    """Return the trees of the site, and what is wrong with links of its texts to files."""
    shown = frozenset({State.OPEN, State.DRAFT, State.UPCOMING} if drafts else {State.OPEN})
    passages = [one.equal_opportunity for one in texts]
    sites = sites_of(project, passages, sources, today, shown, memory, closes_by_clock=not as_of)
    return with_file_links(sites, sources.facts)


def _assets_once(outputs: list[Output]) -> list[Output]:
    """Leave out the assets that several trees want: they are the same, and lie at the root."""
    seen: set[str] = set()
    kept: list[Output] = []
    for output in outputs:
        if isinstance(output, AssetFile):
            if output.path in seen:
                continue
            seen.add(output.path)
        kept.append(output)
    return kept


def _line_of(project: Project, output: Output) -> int:
    """Return the line on which an old address stands in the file that asks for a page there; 1 for other outputs."""
    if not isinstance(output, redirects.Redirect):
        return 1
    from site_builder.checking.built.addresses import Base  # two outputs seldom meet
    from site_builder.checking.built.sources import Sources

    sources = Sources(project.root, Base(project.config.base_url))
    address = output.path.removesuffix("index.html").rstrip("/")
    spots = (sources.find_address(output.origin, written) for written in (f"/{address}/", f"/{address}", address))
    return next((spot.line for spot in spots if spot), 1)
