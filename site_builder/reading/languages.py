"""Languages by their BCP 47 tags, with the question to ask where an author writes a language's name."""

import re
from functools import lru_cache

from site_builder.reading.wrong import Wrong, did_you_mean, shown

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)",
    re.IGNORECASE,
)
_FREQUENT = ("en-GB", "en-US", "pt-BR", "zh-Hans", "zh-Hant")
_OWN_NAMES = {
    "deutsch": "de",
    "français": "fr",
    "español": "es",
    "português": "pt",
    "italiano": "it",
    "nederlands": "nl",
    "čeština": "cs",
    "polski": "pl",
    "svenska": "sv",
    "dansk": "da",
    "norsk": "nb",
    "suomi": "fi",
    "türkçe": "tr",
    "日本語": "ja",
    "中文": "zh",
    "한국어": "ko",
}
_EXAMPLE = "Write a BCP 47 tag: en, de-AT or pt-BR."


@lru_cache(maxsize=256)
def language_tag(text: str) -> str:
    """Return a language tag in the case that RFC 5646, section 2.1.1, recommends; `_` counts as `-`.

    Raises Wrong for what is none and for languages that CLDR does not know.
    """
    from babel import Locale

    names = {str(tag): str(name) for tag, name in Locale("en").languages.items()}
    found = _TAG.fullmatch(text.replace("_", "-")) if text.isascii() else None
    if found is not None and found["language"].lower() in names:
        parts = (found["language"].lower(), (found["script"] or "").title(), (found["region"] or "").upper())
        return "-".join(filter(None, parts)) + found["variants"].lower()
    tags = {name.casefold(): tag for tag, name in names.items()} | _OWN_NAMES
    tag = tags.get(text.casefold())
    raise Wrong(
        f"{shown(text)} is not a language tag",
        did_you_mean(text, _FREQUENT, _EXAMPLE) if tag is None else f"Did you mean {tag.replace('_', '-')}? {_EXAMPLE}",
    )
