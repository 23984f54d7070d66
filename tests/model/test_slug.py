"""Slugs: readable, safe, and stable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.slug import LONGEST, LONGEST_BYTES, is_device, slugify

SLUGS = [
    ("Data Engineer", "data-engineer"),
    ("  Data   Engineer  ", "data-engineer"),
    ("data-engineer", "data-engineer"),
    ("snake_case", "snake-case"),
    ("Senior Engineer (m/w/d)", "senior-engineer-m-w-d"),
    ("café", "cafe"),
    ("cafe\u0301", "cafe"),
    ("Straße", "strasse"),
    ("STRASSE ẞ", "strasse-ss"),
    ("Ærø", "aero"),
    ("Łódź", "lodz"),
    ("Ǿǽ", "oae"),
    ("Müller Öl", "muller-ol"),
    ("Đà Nẵng", "da-nang"),
    ("İstanbul", "istanbul"),
    ("Þór", "thor"),
    ("naïve façade", "naive-facade"),
    ("ﬁne", "fine"),
    ("Ｆｕｌｌ", "full"),
    ("日本語", "日本語"),
    ("ガイド", "ガイド"),
    ("カ\u3099イト\u3099", "ガイド"),
    ("हिन्दी", "हिन्दी"),
    ("Україна", "україна"),
    ("йод", "йод"),
    ("Ελλάδα", "ελλάδα"),
    ("العربية", "العربية"),
    ("한국어", "한국어"),
    ("ไทย ภาษา", "ไทย-ภาษา"),
    ("c", "c"),
    ("C++", "c-plus-plus"),
    ("C#", "c-sharp"),
    ("f# and c#", "f-sharp-and-c-sharp"),
    ("#hashtag", "hashtag"),
    ("item #5", "item-5"),
    (".NET", "dot-net"),
    ("ASP.NET", "asp-net"),
    ("C#/.NET", "c-sharp-dot-net"),
    ("node.js", "node-js"),
    ("R&D", "r-and-d"),
    ("ui/ux", "ui-ux"),
    ("v1.5", "v1-5"),
    (".5", "5"),
    ("🚀", "rocket"),
    ("🚀 growth", "rocket-growth"),
    ("go🚀go", "go-rocket-go"),
    ("☎️", "black-telephone"),
    ("👩\u200d💻", "woman-personal-computer"),
    ("👍🏽", "thumbs-up-sign"),
    ("🇩🇪", "de"),
    ("1️⃣", "1"),
    ("Soft\u00adware", "software"),
    ("½ day", "1-2-day"),
    ("®Brand™", "brandtm"),
    ("con", "con-x"),
    ("COM1", "com1-x"),
    ("nul.txt", "nul-txt"),
    ("page", "page"),
    ("index", "index"),
    ("../../etc/passwd", "etc-passwd"),
    ("<script>alert(1)</script>", "script-alert-1-script"),
    ("a\x00b", "a-b"),
    ("a\u202eb", "ab"),
]


@pytest.mark.parametrize(("text", "slug"), SLUGS)
def test_a_text_has_this_slug(text: str, slug: str) -> None:
    """Words are joined by hyphens; letters, signs and emoji become what people would write."""
    assert slugify(text) == slug


@pytest.mark.parametrize(("text", "slug"), SLUGS)
def test_a_slug_is_its_own_slug(text: str, slug: str) -> None:
    """Making a slug of a slug changes nothing."""
    assert slugify(slugify(text)) == slug


@pytest.mark.parametrize("text", ["", ".", "..", "---", "!?", "€", "\u200b", "\ud800", "\ufe0f"])
def test_a_text_without_a_word_still_has_a_slug(text: str) -> None:
    """What leaves nothing readable gets a name made from a digest, the same each time."""
    slug = slugify(text)
    assert slug[0] == "x"
    assert len(slug) == 9
    assert slug == slugify(text)


def test_texts_without_words_have_different_slugs() -> None:
    """The digest is the text's: two texts of signs do not fall together."""
    assert slugify("!!!") != slugify("???")


def test_a_long_slug_is_cut_between_words() -> None:
    """A slug of more than 80 characters ends with its last whole word."""
    assert slugify("word " * 30) == "-".join(["word"] * 16)


def test_a_word_may_end_at_the_limit() -> None:
    """A word that fits exactly is kept."""
    assert slugify("a" * 39 + " " + "b" * 40 + " c") == "a" * 39 + "-" + "b" * 40


def test_a_single_long_word_is_cut_within() -> None:
    """Where there is no place between words the cut is at the limit."""
    assert slugify("a" * 100_000) == "a" * LONGEST


def test_a_slug_fits_into_a_file_name_in_bytes() -> None:
    """Letters of four bytes each are counted as bytes."""
    assert slugify("\U00020000" * 100) == "\U00020000" * (LONGEST_BYTES // 4)


def test_a_cut_slug_may_not_become_a_device() -> None:
    """What is left of a cut slug is checked as well."""
    assert slugify("con " + "a" * 100) == "con-x"


@pytest.mark.parametrize(("name", "device"), [("con", True), ("NUL.txt", True), ("lpt9", True), ("console", False)])
def test_devices_are_known(name: str, device: bool) -> None:  # noqa: FBT001 - a table's column
    """Windows keeps some names for devices, with any ending and in any case."""
    assert is_device(name) is device


@given(st.text(max_size=120))
def test_any_text_has_a_safe_slug(text: str) -> None:
    """Any text has a short slug of letters, digits, marks and single hyphens, in NFC, that is its own slug."""
    slug = slugify(text)
    assert slug
    assert len(slug) <= LONGEST + 2
    assert len(slug.encode()) <= LONGEST_BYTES + 2
    assert all(char == "-" or char.isalnum() or unicodedata.category(char)[0] == "M" for char in slug)
    assert slug == slug.strip("-")
    assert "--" not in slug
    assert not is_device(slug)
    assert unicodedata.is_normalized("NFC", slug)
    assert slugify(slug) == slug
