"""Assets under fingerprinted names, so that browsers may keep them for ever."""

from site_builder.model.memory import Memory
from site_builder.model.output import Output, Rendering
from site_builder.model.site import Site


class AssetFile(Output, frozen=True, kw_only=True):
    """A file of the theme's or the site's assets, as it is."""

    name: str
    digest: str

    def render(self, rendering: Rendering) -> bytes:
        """Return the file's bytes."""
        return rendering.file(self.name)


def plan(site: Site, memory: Memory) -> list[Output]:  # noqa: ARG001  # few, and made in no time
    """Plan a file for every asset that the theme's look-up found."""
    return [
        AssetFile(
            path=asset.path,
            tree=site.config.prefix,
            origin=f"assets/{asset.name}",
            name=asset.name,
            digest=asset.digest,
        )
        for asset in site.look.assets
    ]
