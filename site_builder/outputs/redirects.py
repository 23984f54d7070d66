"""Pages at old addresses that lead to the new ones: from `aliases`, from `[redirects]` and of postings that have moved."""

from collections.abc import Container, Iterable
from typing import ClassVar

from site_builder.model.memory import Memory
from site_builder.model.output import Output, Rendering
from site_builder.model.published_lines import FILE, address_of
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
    config, tree = site.config, site.config.prefix
    moved = [
        *(
            (alias, posting.source, job_path(posting))
            for posting in site.own((*site.open, *site.closed))
            for alias in posting.aliases
        ),
        *((alias, page.source, "" if page.is_start else page.path) for page in site.pages for alias in page.aliases),
    ]
    outputs: list[Output] = [
        Redirect(path=_file(old), tree=tree, origin=source, target=config.absolute_url(new), title=config.title)
        for old, source, new in moved
    ]
    if tree:  # what site.toml says is the root's
        return outputs
    outputs += [
        Redirect(
            path=_file(old),
            origin="site.toml",
            target=config.absolute_url(new[1:]) if new.startswith("/") else new,
            title=config.title,
        )
        for old, new in config.redirects.items()
        if not old.endswith("*")
    ]
    return outputs


def of_folders(site: Site, outputs: Iterable[Output]) -> list[Output]:
    """Plan a page at the old address of every page whose whole folder has moved (`"/careers/*" = "/jobs/*"`), unless another page lies there.

    A page that leads on itself is led to where it leads.
    """
    config = site.config
    folders = [(old[1:-1], new[1:-1]) for old, new in config.redirects.items() if old.endswith("*")]
    if not folders:
        return []
    outputs = list(outputs)
    taken = {output.path.casefold() for output in outputs}
    pages: dict[str, Output] = {}
    for old, new in folders:
        for output in outputs:
            if not output.path.startswith(new) or not output.path.endswith("index.html"):
                continue
            path = old + output.path.removeprefix(new)
            target = (
                output.target
                if isinstance(output, Redirect)
                else config.absolute_url(output.path.removesuffix("index.html"))
            )
            if path.casefold() not in taken:
                pages.setdefault(
                    path.casefold(), Redirect(path=path, origin="site.toml", target=target, title=config.title)
                )
    return list(pages.values())


def of_moved(site: Site, moved: Iterable[tuple[str, str]], taken: Container[str]) -> list[Output]:
    """Plan a page for every posting's address that has another now, unless its path (in lower case) is taken.

    Addresses are as in published.txt: `baker`, `de/baker`. The site is that at the root.
    """
    config = site.config
    pages: list[Output] = [
        Redirect(
            path=_file(address_of(old)), origin=FILE, target=config.absolute_url(address_of(new)), title=config.title
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
