"""The versions of a page in other languages, as pages name them for search engines (`hreflang`): they have to name each other."""

from collections.abc import Iterable, Iterator

from site_builder.checking.built.addresses import Files
from site_builder.checking.built.found import Flaw, Looked

DEFAULT = "x-default"
"""What stands in the place of a language for all others: which page to show to whoever reads none of them."""


def flaws_of_versions(looked: Iterable[Looked], files: Files) -> Iterator[tuple[str, Flaw]]:
    """Yield what is wrong with the versions that pages name, each with the path of the page."""
    pages = {one.path: one for one in looked}
    named = {path: _named_by(one, files) for path, one in pages.items() if one.alternates}
    for path, versions in named.items():
        for flaw in _flaws_of(pages[path], versions, pages, named):
            yield path, flaw


def _named_by(page: Looked, files: Files) -> list[tuple[str, str, str]]:
    """Return the versions that a page names and that are there: language, address as written, and file."""
    found: list[tuple[str, str, str]] = []
    for language, written in page.alternates:
        # What leads elsewhere, or to nothing, is no matter of languages.
        target = page.links.get(written)
        file = files.answer(target.partition("#")[0]) if target is not None else None
        if file is not None:
            found.append((language, written, file))
    return found


def _flaws_of(
    page: Looked,
    versions: list[tuple[str, str, str]],
    pages: dict[str, Looked],
    named: dict[str, list[tuple[str, str, str]]],
) -> Iterator[Flaw]:
    if all(file != page.path for _, _, file in versions):
        yield Flaw(
            "hreflang-one-sided",
            "the page names its versions in other languages, and not itself among them",
            "Name all versions on each of them: `{% for link in page.alternates %}`.",
        )
    files_of: dict[str, str] = {}
    for language, written, file in versions:
        other = pages.get(file)
        if files_of.setdefault(language.casefold(), file) != file:
            message = f"the page names two versions in {language}"
            yield Flaw("hreflang-wrong", message, "Name one of them.", written)
        if language.casefold() == DEFAULT or other is None or file == page.path:
            continue
        if all(back != page.path for _, _, back in named.get(file, ())):
            yield Flaw(
                "hreflang-one-sided",
                f"the page names `/{_shown(file)}` as its version in {language}, which does not name it in return",
                "Name all versions on each of them: `{% for link in page.alternates %}`.",
                written,
            )
        if _primary(other.language) != _primary(language):
            yield Flaw(
                "hreflang-wrong",
                f"the page names `/{_shown(file)}` as its version in {language}, but that page is in {other.language or 'no language'}",
                "Correct `hreflang`, or the `lang` of that page.",
                written,
            )


def _shown(file: str) -> str:
    return file.removesuffix("index.html")


def _primary(language: str) -> str:
    return language.partition("-")[0].casefold()
