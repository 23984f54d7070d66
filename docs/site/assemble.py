"""Makes the documentation a site: `python docs/site/assemble.py FOLDER` writes the folder that `site-builder build --site FOLDER` builds.

The documents stay where people read them on GitHub, and are written for there: without front matter, with links to each other's files. This puts
each where the site has it, mends the links for that place, and says which of them stand in the navigation. site-builder does the rest.
"""

import argparse
import posixpath
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]

IN_NAVIGATION = (
    "docs/for-recruiters.md",
    "docs/for-developers.md",
    "docs/writing-postings.md",
    "docs/settings.md",
    "docs/theming.md",
    "docs/gallery.md",
    "docs/publishing.md",
)
"""The documents in the navigation, in its order. The start page and these lead to all others."""

PAGES = {
    "README.md": "content/pages/index.md",
    "CHANGELOG.md": "content/pages/changelog.md",
    "docs/rules/README.md": "content/pages/rules.md",
}
"""Where the site has those documents that do not lie below docs/ by their own names."""


def pages() -> dict[str, str]:
    """Return where the site has each document: paths relative to the repository, and to the site."""
    below = (file.relative_to(ROOT).as_posix() for file in sorted((ROOT / "docs").rglob("*.md")))
    return {path: f"content/pages/{path.removeprefix('docs/')}" for path in below} | PAGES


def assemble(folder: Path, repository: str = "", example: str = "") -> None:
    """Write the site into a folder. `repository` is the address of its files on GitHub, to which links to other files lead; without one they are words.

    `example` is the address of the example site, if it is published too.
    """
    for name in ("content", "assets"):
        shutil.rmtree(folder / name, ignore_errors=True)
    places = pages()
    assets: set[str] = set()
    for path, place in places.items():
        text = _Links(path, places, assets, repository).mended((ROOT / path).read_text("utf-8"))
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{_field(path)}\n---\n\n{text}", "utf-8")
    for path in sorted(assets):
        file = folder / "assets" / path.removeprefix("docs/")
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, file)
    settings = (ROOT / "docs/site/site.toml").read_text("utf-8")
    if example:
        settings += f'\n[[navigation]]\ntitle = "Example"\nurl = "{example}"\n'
    (folder / "site.toml").write_text(settings, "utf-8")


def _field(path: str) -> str:
    """Return the front matter of a document, which says where in the navigation it stands. Its title is its heading."""
    return f"weight: {IN_NAVIGATION.index(path) + 1}" if path in IN_NAVIGATION else "navigation: false"


class _Links:
    """The links of one document: to another one, to a file that becomes an asset, to the repository, or elsewhere."""

    def __init__(self, path: str, places: dict[str, str], assets: set[str], repository: str) -> None:
        self._path, self._places, self._assets, self._repository = path, places, assets, repository

    def mended(self, text: str) -> str:
        """Return the text with its links as the site wants them; code stays as it is."""
        return _LINK_OR_CODE.sub(self._mended, text)

    def _mended(self, found: re.Match[str]) -> str:
        if found["source"]:
            return found[0].replace(found["source"], self._target(found["source"]) or found["source"])
        if not found["target"]:
            return found[0]
        target = self._target(found["target"])
        return found["words"] if target is None else f"{found['mark']}[{found['words']}]({target})"

    def _target(self, written: str) -> str | None:
        """Return what is written for an address in its new place; None: what it leads to is not on the site."""
        path, mark, anchor = written.partition("#")
        if not path or re.match(r"[a-z]+:|/", path):
            return written
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(self._path), path))
        folder = posixpath.dirname(self._places[self._path])
        if meant in self._places:
            return posixpath.relpath(self._places[meant], folder) + mark + anchor
        if meant.startswith("docs/") and (ROOT / meant).is_file():
            self._assets.add(meant)
            return posixpath.relpath(f"assets/{meant.removeprefix('docs/')}", folder)
        return f"{self._repository}/blob/main/{meant}" if self._repository else None


_LINK_OR_CODE = re.compile(
    r"""
    ^[ ]{0,3}(?P<fence>```+|~~~+).*?^[ ]{0,3}(?P=fence)[ ]*$          # a block of code, in which nothing is a link
    | <(?:img|source)\b[^>]*?[ ](?:src|srcset)="(?P<source>[^"]+)"    # a picture
    | (?P<mark>!?)\[(?P<words>(?:[^\[\]`]|`[^`\n]*`)*)\]\((?P<target>[^()\s]+)\)
    | ``.+?`` | `[^`\n]+`                                             # a piece of code
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


def main() -> None:
    """Write the site into the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Writes the documentation as the folder of a site.")
    parser.add_argument(
        "folder", type=Path, help="where the site's folder shall be; its content/ and assets/ are written anew"
    )
    parser.add_argument(
        "--repository", default="", help="address of the repository on GitHub, for links to its other files"
    )
    parser.add_argument("--example", default="", help="address of the example site, for the navigation")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    assemble(given.folder, given.repository.rstrip("/"), given.example)


if __name__ == "__main__":
    main()
