"""Standalone pages written in Markdown, and the page for addresses that do not exist."""

from typing import Any, ClassVar

from markupsafe import Markup

from site_builder.model.file_links import LeadsTo
from site_builder.model.memory import Memory
from site_builder.model.output import Output, Rendering
from site_builder.model.posting import Page
from site_builder.model.site import Site
from site_builder.outputs.contents import contents_of
from site_builder.outputs.file_links import leads_of, linker
from site_builder.outputs.html_page import HtmlPage, file_of, frame_of
from site_builder.outputs.language_links import page_links
from site_builder.outputs.page_parts import ListedJobs, listed_jobs, parts_of


class StandalonePage(HtmlPage, frozen=True, kw_only=True):
    """A page from `content/pages/`.

    `listed` are the jobs of its blocks that ask for some: only when these change does it become another. `file_links` say where the links of its
    text to source files lead.
    """

    page: Page
    listed: tuple[ListedJobs, ...] = ()
    file_links: tuple[LeadsTo, ...] = ()

    kind: ClassVar[str] = "page"
    template: ClassVar[str] = "page.html"

    def context(self, rendering: Rendering) -> dict[str, Any]:
        """Add the page's parts."""
        html = rendering.description(self.page.description)
        parts = parts_of(html, self.page.blocks, self.listed, linker(self.file_links, rendering))
        # `description` is what themes have known before there were blocks.
        text = Markup("").join(part.text for part in parts)
        return {"parts": parts, "description": text, "contents": contents_of(text)}

    @property
    def closes_by_clock(self) -> bool:
        """Whether jobs that it lists close at moments that are known."""
        return any(listed.close_by_clock for listed in self.listed)


class NotFoundPage(HtmlPage, frozen=True, kw_only=True):
    """What a web server shows where nothing is. GitHub Pages wants it as `404.html` at the site's root."""

    kind: ClassVar[str] = "not-found"
    template: ClassVar[str] = "404.html"


def plan(site: Site, memory: Memory) -> list[Output]:  # noqa: ARG001  # few, and made in no time
    """Give every standalone page its file, and the site its 404.html."""
    frame, tree, versions = frame_of(site), site.config.prefix, page_links(site)
    pages: list[Output] = [
        StandalonePage(
            path=file_of(tree + page.path),
            tree=tree,
            address=page.path,
            origin=page.source,
            title=page.title,
            summary=page.summary,
            language=page.language,
            frame=frame,
            page=page,
            versions=versions.get(page.source, ()),
            listed=listed_jobs(site, page.blocks),
            file_links=leads_of(site, page.source),
        )
        for page in site.pages
        if not page.is_start
    ]
    not_found = NotFoundPage(
        path=f"{tree}404.html",
        tree=tree,
        address="404.html",
        origin="site.toml",
        title=site.look.words.get("not_found.title", "404"),
        summary="",
        language=site.config.language,
        frame=frame,
        noindex=True,
    )
    return [not_found, *pages]
