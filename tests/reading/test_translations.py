"""What a file says of its versions in other languages."""

from msgspec.structs import replace

from site_builder.model.config import Markdown
from site_builder.model.posting import JobPosting, Organization, TranslationOf
from site_builder.model.tree import Tree
from site_builder.reading.html_links import Links
from site_builder.reading.posting import Reading, ReadingSettings, read

ONE = ReadingSettings("en", "UTC", Organization("Mill Ltd"), Markdown(), {}, {}, Links("https://mill.example", "/", {}))
SEVERAL = replace(ONE, trees=(Tree("en"), Tree("de"), Tree("pt-BR")))


def reading(path: str, fields: str = "", settings: ReadingSettings = SEVERAL) -> Reading:
    """Read a file of content/."""
    return read(f"content/{path}", f"---\ntitle: Baker\n{fields}---\nWe bake.\n".encode(), settings)


def posting(path: str, fields: str = "", settings: ReadingSettings = SEVERAL) -> JobPosting:
    """Read a posting that is right."""
    found = reading(path, fields, settings).facts
    assert found.posting is not None, found.problems
    return found.posting


def test_the_language_in_a_file_s_name() -> None:
    """It is no part of the address, comes after a date, and is written as one writes a tag."""
    found = posting("2026-11-02-baker.pt_br.md")
    assert (found.slug, found.language, str(found.date_posted)) == ("baker", "pt-BR", "2026-11-02")
    assert (posting("baker.de-AT.md").language, posting("baker.md").language) == ("de-AT", "en")


def test_a_site_in_one_language() -> None:
    """There, what stands before the ending is a part of the name."""
    found = posting("baker.de.md", settings=ONE)
    assert (found.slug, found.language) == ("baker-de", "en")


def test_the_name_goes_before_its_folder_s_language() -> None:
    """A default holds for what does not say; a file's name says."""
    german = replace(SEVERAL, defaults={"": {"language": "de"}})
    assert posting("baker.en.md", settings=german).language == "en"


def test_the_name_and_the_file_disagree() -> None:
    """That is an error on the line of the language; a form of the same language is none."""
    found = reading("baker.de.md", "language: en\n").facts
    assert [(one.line, one.code) for one in found.problems if one.severity == "error"] == [(3, "translation-language")]
    assert found.refused
    assert posting("baker.de.md", "language: de-CH\n").language == "de-CH"


def test_translation_of() -> None:
    """It is kept with its line."""
    assert posting("bäcker.de.md", "translation_of: baker.md\n").translation_of == TranslationOf("baker.md", 3)


def test_pages() -> None:
    """Pages say it as postings do."""
    found = reading("pages/benefits.de.md", "translation_of: perks.md\n").facts
    assert found.page is not None
    assert (found.page.path, found.page.language) == ("benefits/", "de")
    assert found.page.translation_of == TranslationOf("perks.md", 3)


def test_a_translation_on_a_site_in_one_language() -> None:
    """It has no effect, which is not passed over in silence."""
    found = reading("bäcker.md", "translation_of: baker.md\n", ONE).facts
    assert [(one.line, one.code) for one in found.problems if one.code.startswith("translation")] == [
        (3, "translation-without-tree")
    ]
    assert found.posting is not None
