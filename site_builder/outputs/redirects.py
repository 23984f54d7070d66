"""Pages at old addresses that lead to the new ones: from `aliases`, from `[redirects]` and of postings that have moved."""

from collections.abc import Container, Iterable
from typing import ClassVar

from site_builder.model.memory import Memory
from site_builder.model.output import Output, Rendering
from site_builder.model.published_lines import FILE
from site_builder.model.site import Site
from site_builder.outputs.addresses import job_path
from site_builder.outputs.html_page import file_of


class Redirect(Output, frozen=True, kw_only=True):
    """A page that does nothing but lead to another.

    Static hosting knows no other way. `target` is an absolute address.
    """

    target: str
    title: str

    kind: ClassVar[str] = "redirect"
    template: ClassVar[str] = "redirect.html"

    def render(self, rendering: Rendering) -> bytes:
        """Render the template `redirect.html`."""
        return rendering.html(self.template, page=self)


def plan(site: Site, memory: Memory) -> list[Output]:  # noqa: ARG001  # few, and made in no time
    """Plan a page for every old address."""
    config = site.config
    moved = [
        *(
            (alias, posting.source, job_path(posting))
            for posting in (*site.open, *site.closed)
            for alias in posting.aliases
        ),
        *((alias, page.source, "" if page.is_start else page.path) for page in site.pages for alias in page.aliases),
    ]
    outputs: list[Output] = [
        Redirect(path=_file(old), origin=source, target=config.absolute_url(new), title=config.title)
        for old, source, new in moved
    ]
    outputs += [
        Redirect(
            path=_file(old),
            origin="site.toml",
            target=config.absolute_url(new[1:]) if new.startswith("/") else new,
            title=config.title,
        )
        for old, new in config.redirects.items()
    ]
    return outputs


def of_moved(site: Site, moved: Iterable[tuple[str, str]], taken: Container[str]) -> list[Output]:
    """Plan a page for every slug under which a posting was published that has another now, unless its path (in lower case) is taken."""
    config = site.config
    pages: list[Output] = [
        Redirect(
            path=_file(f"jobs/{old}/"), origin=FILE, target=config.absolute_url(f"jobs/{new}/"), title=config.title
        )
        for old, new in moved
    ]
    return [page for page in pages if page.path.casefold() not in taken]


def _file(address: str) -> str:
    """Return the file that answers an old address.

    `/careers/x`, `/careers/x/` and `/old.html` as people linked to them.
    """
    path = address.strip("/")
    return path if path.endswith((".html", ".htm")) else file_of(f"{path}/")
