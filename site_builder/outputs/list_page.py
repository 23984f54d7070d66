"""What stands on a page of a list of jobs, on the start page, and on the index of a listing."""

from typing import Any, ClassVar

from site_builder.model.file_links import LeadsTo
from site_builder.model.listing import numbered_path
from site_builder.model.output import Link, Rendering
from site_builder.model.posting import Page
from site_builder.outputs.closing_times import jobs_that_close
from site_builder.outputs.file_links import linker
from site_builder.outputs.html_page import HtmlPage
from site_builder.outputs.job_summary import JobSummary
from site_builder.outputs.page_parts import ListedJobs, parts_of


class ListPage(HtmlPage, frozen=True, kw_only=True):
    """One numbered page of a list of open postings: the start page's, or a term's.

    `first` is the list's own address. `closing_times` are those of all jobs of the list, on whichever page they stand. `has_remote`: some of all
    open postings say whether one works in the office (the start page knows).
    """

    heading: str
    jobs: tuple[JobSummary, ...]
    total: int
    number: int
    pages: int
    first: str
    listing: Link | None = None
    closing_times: str = ""
    has_remote: bool = False

    kind: ClassVar[str] = "listing"
    template: ClassVar[str] = "listing.html"

    @property
    def closes_by_clock(self) -> bool:
        """Whether jobs of the list close at moments that are known."""
        return bool(self.closing_times)

    def context(self, rendering: Rendering) -> dict[str, Any]:  # noqa: ARG002  # for the start page
        """Add that nothing but the list stands on the page."""
        return {"above": (), "below": ()}

    @property
    def may_end_empty(self) -> bool:
        """Whether all jobs of the list close at moments that are known, so that a visitor may find none."""
        return jobs_that_close(self.closing_times) == self.total

    @property
    def previous(self) -> str | None:
        """The address of the page before, if there is one."""
        return numbered_path(self.first, self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, if there is one."""
        return numbered_path(self.first, self.number + 1) if self.number < self.pages else None

    @property
    def numbered(self) -> tuple[Link | None, ...]:
        """The links to the first, the last and the neighbouring pages; None stands for those left out. One page: none."""
        if self.pages == 1:
            return ()
        near = sorted({1, self.number - 1, self.number, self.number + 1, self.pages} & set(range(1, self.pages + 1)))
        links: list[Link | None] = []
        for before, number in zip([0, *near], near, strict=False):
            if number > before + 1:
                links.append(None)
            links.append(Link(str(number), numbered_path(self.first, number)))
        return tuple(links)


class StartPage(ListPage, frozen=True, kw_only=True):
    """The start page: all open postings, and on the first of its pages what its own text has above and below them."""

    text: Page | None = None
    listed: tuple[ListedJobs, ...] = ()
    file_links: tuple[LeadsTo, ...] = ()

    kind: ClassVar[str] = "start"

    @property
    def closes_by_clock(self) -> bool:
        """Whether jobs of the list, or of its text, close at moments that are known."""
        return super().closes_by_clock or any(listed.close_by_clock for listed in self.listed)

    def context(self, rendering: Rendering) -> dict[str, Any]:
        """Add the parts of its text above and below the list: below it, where the text does not say where the list stands."""
        if self.text is None:
            return super().context(rendering)
        with_links = linker(self.file_links, rendering)
        parts = parts_of(rendering.description(self.text.description), self.text.blocks, self.listed, with_links)
        at = next((place for place, part in enumerate(parts) if part.kind == "all-jobs"), -1)
        above, below = (parts[:at], parts[at + 1 :]) if at >= 0 else ((), parts)
        return {"above": above, "below": tuple(part for part in below if part.kind != "all-jobs")}


class TermLink(Link, frozen=True):
    """A link to a term's list, with when its jobs close."""

    closing_times: str = ""


class TermsPage(HtmlPage, frozen=True, kw_only=True):
    """A listing's index: its terms with their numbers of open postings."""

    heading: str
    terms: tuple[TermLink, ...]

    kind: ClassVar[str] = "terms"
    template: ClassVar[str] = "terms.html"

    @property
    def closes_by_clock(self) -> bool:
        """Whether it says when jobs close."""
        return any(term.closing_times for term in self.terms)
