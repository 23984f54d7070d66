"""`[languages.TAG]` in site.toml."""

import pytest

from site_builder.model.config import Config
from site_builder.model.tree import MenuItem, Tree
from site_builder.reading.settings import read_settings

SITE = '[site]\ntitle = "Jobs"\nbase_url = "https://mill.example/"\nlanguage = "en-GB"\n'


def read(text: str) -> Config:
    """Read settings that are right."""
    config, _, problems = read_settings((SITE + text).encode())
    assert config is not None, problems
    return config


def wrong(text: str) -> list[tuple[int, str, str]]:
    """Return line, code and mend of what is wrong."""
    config, _, problems = read_settings((SITE + text).encode())
    assert config is None
    return [(one.line, one.code, one.mend) for one in problems]


def test_one_language() -> None:
    """A site that names no other language has no trees."""
    assert (read("").trees, read("").tree_settings) == ((), {})


def test_all_that_can_be_said() -> None:
    """The site's own language comes first, the others in the order of the file; a tree's folder is its tag in small letters."""
    config = read("""
[languages.pt_br]
[languages.de]
title = "Stellen"
description = "Wir mahlen."
path = "deutsch"
[[languages.de.navigation]]
title = "Wir"
url = "/deutsch/wir/"
[languages.de.theme.settings]
accent = "red"
""")
    assert config.trees == (
        Tree("en-GB"),
        Tree("pt-BR", "pt-br/"),
        Tree("de", "deutsch/", "Stellen", "Wir mahlen.", (MenuItem("Wir", "/deutsch/wir/"),)),
    )
    assert config.tree_settings == {"de": {"accent": "red"}}
    german = config.in_tree(config.trees[2])
    assert (german.language, german.title, german.description) == ("de", "Stellen", "Wir mahlen.")
    brazilian = config.in_tree(config.trees[1])
    assert (brazilian.title, brazilian.description, brazilian.navigation) == ("Jobs", "", ())


@pytest.mark.parametrize(
    ("text", "line", "code", "mend"),
    [
        ("[languages.deutsch]", 5, "setting-wrong", "Did you mean de?"),
        ("[languages]\nde = 'German'", 6, "setting-wrong", "Write [languages.de] on a line of its own"),
        ("languages = 3", 5, "setting-unknown", ""),
        ("[languages.en-GB]", 5, "setting-wrong", "Take [languages.en-GB] out"),
        ("[languages.de]\ntitel = 'x'", 6, "setting-unknown", "Did you mean `title`?"),
        ("[languages.de]\ntimezone = 'UTC'", 6, "setting-unknown", "all else is the whole site's"),
        ("[languages.de]\npath = 'a/b'", 6, "setting-wrong", "one name of letters"),
        ("[languages.de]\npath = 'jobs'", 6, "setting-wrong", "Write another"),
        ("[languages.de]\npath = 'tags'", 6, "setting-wrong", "Write another"),
        ("[languages.de]\n[languages.fr]\npath = 'de'", 7, "setting-wrong", "Write another `path` under [languages.fr]."),
        ("[languages.pt-BR]\n[languages.pt_br]", 6, "setting-wrong", "Take one of the two out."),
        ("[languages.de]\nnavigation = 'x'", 6, "setting-wrong", "Write [[navigation]]"),
        ("[[languages.de.navigation]]\ntitle = 'x'", 5, "setting-wrong", "Write [[navigation]]"),
        ("[languages.de.theme]\nname = 'studio'", 5, "setting-wrong", "The theme is the same in all languages."),
    ],
)  # fmt: skip
def test_what_is_wrong(text: str, line: int, code: str, mend: str) -> None:
    """Each mistake is one problem on its line, which says what to write."""
    found = wrong(text)
    assert [one[:2] for one in found] == [(line, code)]
    assert mend in found[0][2]
