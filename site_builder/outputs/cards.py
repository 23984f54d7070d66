"""The picture with which an open job is shown where its page is shared: drawn for it, and kept like every other file."""

from collections.abc import Sequence
from functools import partial

from site_builder.model.card import CardStyle
from site_builder.model.memory import Memory
from site_builder.model.output import Output, Rendering
from site_builder.model.posting import JobPosting
from site_builder.model.site import Site
from site_builder.outputs.addresses import card_path


class Card(Output, frozen=True, kw_only=True):
    """A PNG of 1200 by 630 pixels: who hires, for what, and where."""

    title: str
    organization: str
    line: str
    style: CardStyle

    def render(self, rendering: Rendering) -> bytes:
        """Draw it."""
        from site_builder.outputs.card_drawing import draw  # only sites that ask for cards pay for it

        font = rendering.file(self.style.font) if self.style.font else b""
        return draw(self.title, self.organization, self.line, self.style, font)


def plan(site: Site, memory: Memory) -> list[Output]:
    """Give every open posting its card, where the settings ask for cards and its words can be drawn."""
    if site.look.card is None:
        return []
    return [card for card in memory.each("cards", site.own(site.open), partial(card_of, site)) if card is not None]


def card_of(site: Site, posting: JobPosting) -> Card | None:
    """Return a posting's card; None where no cards are asked for, or the font has no letters for what would stand on it."""
    style = site.look.card
    if style is None:
        return None
    from site_builder.outputs.card_drawing import can_draw

    title, organization, line = posting.title, posting.organization.name, _line(posting)
    file = next((asset.file for asset in site.look.assets if asset.name == style.font), "")
    if not can_draw(title + organization + line, file):
        return None
    return Card(
        path=site.config.prefix + card_path(posting),
        tree=site.config.prefix,
        origin=posting.source,
        title=title,
        organization=organization,
        line=line,
        style=style,
    )


_MOST_PLACES = 3


def _line(posting: JobPosting) -> str:
    """Return where the work is, as lists write it: the first places by their towns."""
    names: Sequence[str] = [place.locality or place.text for place in posting.locations]
    more = f" +{len(names) - _MOST_PLACES}" if len(names) > _MOST_PLACES else ""
    return " · ".join(dict.fromkeys(names[:_MOST_PLACES])) + more or posting.location_text or ""
