"""What a file says of its versions in other languages: in its name (`gardener.de.md`), and under `translation_of`."""

from site_builder.model.posting import TranslationOf
from site_builder.model.problem import Problem, Severity
from site_builder.model.tree import split_name
from site_builder.reading.fields import Sorted
from site_builder.reading.languages import language_tag
from site_builder.reading.reading_settings import ReadingSettings
from site_builder.reading.wrong import Wrong


def language_of_name(
    path: str, stem: str, given: Sorted, settings: ReadingSettings
) -> tuple[str, str | None, list[Problem]]:
    """Take the language off a file's name without its ending: `gardener.de` is `gardener` in `de`, where the site has pages in German.

    The third value says whether the file says another language than its name, or is a translation on a site in one language.
    """
    if not settings.trees:
        return stem, None, _needless(path, given)
    name, written = split_name(stem, settings.trees)
    if not written:
        return stem, None, []
    try:
        language = language_tag(written)
    except Wrong:  # no language that we know
        return stem, None, []
    said = given.values.get("language")
    if said is None or said.partition("-")[0] == language.partition("-")[0]:
        return name, language, []
    return (
        name,
        language,
        [
            Problem(
                path,
                given.lines.get("language", 1),
                "translation-language",
                f"the file's name says that it is in {language}, and the file that it is in {said}",
                f"Take one of the two out: the line `language: {said}`, or `.{written}` in the file's name.",
            )
        ],
    )


def _needless(path: str, given: Sorted) -> list[Problem]:
    if "translation_of" not in given.values:
        return []
    return [
        Problem(
            path,
            given.lines.get("translation_of", 1),
            "translation-without-tree",
            "it is a translation, but the site has pages in one language only",
            "Write a section for the other language into site.toml, such as [languages.de]; or take `translation_of` out.",
            Severity.WARNING,
        )
    ]


def translation_of(given: Sorted) -> TranslationOf | None:
    """Return of which file this one is a version in another language, as it says."""
    name = given.values.get("translation_of")
    return None if name is None else TranslationOf(name, given.lines.get("translation_of", 1))
