"""What every mishap is measured by: a site that changes in all ways, whole files meanwhile, and a clean output after the next build."""

from pathlib import Path

from tests.sites import (
    hidden,
    published,
    snapshot,
    write_posting,
)

MANY = 120  # postings: more than one process's worth
TOKEN = {".site-builder"}


def change(site: Path) -> None:
    """Change a site in all ways: edit, add, remove and rename postings, and give it another title."""
    settings = site / "site.toml"
    settings.write_text(settings.read_text().replace("nursery", "tree nursery"))
    for number in range(6):
        write_posting(site, number, text="You look after trees.")
    for number in range(6, 9):
        (site / f"content/gardener-{number:04}.md").unlink()
    for number in range(9, 12):
        (site / f"content/gardener-{number:04}.md").rename(site / f"content/arborist-{number}.md")
    for number in range(1000, 1003):
        write_posting(site, number)
    asset = site / "assets/notes.txt"
    asset.parent.mkdir(exist_ok=True)
    asset.write_text("new")


def assert_whole(site: Path, *versions: dict[str, bytes]) -> None:
    """Every file that a visitor can see is one of the versions', byte for byte."""
    for path, data in snapshot(site / "output").items():
        assert any(version.get(path) == data for version in versions), path


def assert_healed(site: Path, clean: dict[str, bytes], processes: int = 1) -> None:
    """The next build makes the output what a clean build makes it, and leaves nothing beside it."""
    published(site, processes=processes)
    assert snapshot(site / "output") == clean
    assert hidden(site / "output") == TOKEN
