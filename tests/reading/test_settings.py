"""`site.toml`: every setting read, every slip named with its line."""

from pathlib import Path
from typing import Any

import pytest

from site_builder.model.config import Config, Jobs, Markdown
from site_builder.model.posting import Organization
from site_builder.model.tree import MenuItem
from site_builder.reading.settings import read_base_url, read_settings
from site_builder.reading.wrong import Wrong

SITE = '[site]\ntitle = "Jobs"\nbase_url = "https://example.com/"\n'


def test_everything() -> None:
    """Every section and setting ends up in the Config."""
    config, lines, problems = read_settings(
        b"""[site]
title = "Jobs"
base_url = "https://org.github.io/repo"
language = "de-at"
timezone = "Europe/Vienna"
description = "Come."
per_page = 20
feed_items = 10
[organization]
name = "Example"
[theme]
name = "studio"
[theme.settings]
accent = "red"
[markdown]
engine = "python-markdown"
extensions = ["extra"]
[jobs]
closed_days = 30
closing_soon_days = 0
[fields]
"position.name" = "jobTitle"
category = "extra"
[defaults]
industry = "Water"
[defaults."/content/a/"]
department = "A"
[redirects]
"/old" = "/new/"
"/older/" = "https://example.com/"
[[navigation]]
title = "Us"
url = "/us/"
"""
    )
    assert problems == []
    assert config == Config(
        title="Jobs",
        base_url="https://org.github.io/repo/",
        language="de-AT",
        timezone="Europe/Vienna",
        description="Come.",
        per_page=20,
        feed_items=10,
        jobs=Jobs(closed_days=30, closing_soon_days=0),
        organization=Organization("Example"),
        theme="studio",
        theme_settings={"accent": "red"},
        markdown=Markdown("python-markdown", ("extra",)),
        fields={"position.name": "title", "category": "extra"},
        defaults={"": {"industry": "Water"}, "a/": {"department": "A"}},
        redirects={"/old": "/new/", "/older/": "https://example.com/"},
        navigation=(MenuItem("Us", "/us/"),),
    )
    assert (lines["theme.settings.accent"], lines["navigation.0.url"]) == (14, 33)


def test_the_least() -> None:
    """Title and address are enough."""
    config, _, problems = read_settings(SITE.encode())
    assert (config, problems) == (Config("Jobs", "https://example.com/"), [])


def test_the_example_site() -> None:
    """The example site's own settings are right."""
    assert read_settings((Path(__file__).parents[2] / "site.toml").read_bytes())[2] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["0 file-empty"]),
        ("# nothing", ["1 setting-missing base_url", "1 setting-missing title"]),
        ('title = "Jobs"\n[site]', ["1 setting-unknown below [site]", "2 setting-missing base_url", "2 setting-missing title"]),
        ("site = 5", ["1 setting-wrong [site]"]),
        (SITE + "per_pag = 5", ["4 setting-unknown `per_page`"]),
        (SITE + "engine = 5", ["4 setting-unknown below [markdown]"]),
        (SITE + "per_page = 0", ["4 setting-wrong such as 50"]),
        (SITE + "per_page = true", ["4 setting-wrong such as 50"]),
        (SITE + 'timezone = "../../etc/passwd"', ["4 setting-wrong Europe/Berlin"]),
        (SITE + 'timezone = "/etc/localtime"', ["4 setting-wrong Europe/Berlin"]),
        (SITE + 'timezone = "localtime"', ["4 setting-wrong Europe/Berlin"]),
        (SITE + 'timezone = "Europe"', ["4 setting-wrong Write a continent"]),
        (SITE + 'timezone = "Berlin"', ["4 setting-wrong mean Europe/Berlin"]),
        (SITE + 'timezone = "new york"', ["4 setting-wrong mean America/New_York"]),
        (SITE + 'timezone = "Europe/Berlni"', ["4 setting-wrong mean Europe/Berlin"]),
        (SITE + "language = 5", ["4 setting-wrong BCP 47"]),
        (SITE + "[Sites]", ["4 setting-unknown mean [site]"]),
        (SITE + "[menu]\na = 1", ["4 setting-unknown sections are"]),
        (SITE + '[organization]\nurl = "x"', ["4 setting-wrong name"]),
        (SITE + '[organization]\nname = "x"\nlogo = "http://[x"\n', ["6 setting-wrong"]),
        (SITE + '[theme]\nname = 5\ncolour = "red"', ["6 setting-unknown `settings`"]),
        (SITE + "[theme]\nsettings = 5", ["5 setting-wrong [theme.settings]"]),
        (SITE + '[markdown]\nengine = "commonmark"\nextensions = "extra"', ["5 setting-wrong gfm", "6 setting-wrong list"]),
        (SITE + '[markdown]\nengine = ["gfm"]', ["5 setting-wrong gfm"]),
        (SITE + '[markdown]\nengine = "python-markdown"\nextensions = ["extra", "nothing"]', ["6 setting-wrong install"]),
        (SITE + '[jobs]\nclosed_days = -1\nclosing_soon_days = "7"', ["5 setting-wrong such as 60", "6 setting-wrong such as 60"]),
        (SITE + "[jobs]\nclosed_day = 30", ["5 setting-unknown `closed_days`"]),
        (SITE + '[fields]\na = "titel"\nb = 5\n', ["5 setting-wrong `title`", "6 setting-wrong left"]),
        (SITE + "[defaults]\nsalry = 5\n[defaults.eng]\nx = 1", ["5 setting-unknown `salary`", '6 setting-wrong "eng/"']),
        (SITE + '[defaults."eng/"]\ndate = "soon"\ntitle = "x"\n', ["5 setting-wrong year-month-day", "6 setting-wrong posting itself"]),
        (SITE + '[redirects]\n"/../a" = "/b"\n"/c" = "//d"\n"/e" = 5', ["5 setting-wrong root", "6 setting-wrong whole", "7 setting-wrong"]),
        (SITE + '[[navigation]]\ntitle = "x"\n[[navigation]]\nurl = "x"\nweight = 1\n', ["4 setting-wrong", "6 setting-wrong", "7 setting-wrong", "8 setting-wrong"]),
        (SITE + "[[navigtion]]\na = 1", ["4 setting-unknown Did you mean [[navigation]]?"]),
        (SITE + '[redirects]\n"/c" = "jobs/welder/"', ["5 setting-wrong Begin it with a slash: `/jobs/welder/`."]),
        (SITE + '[redirects]\n"/c" = "example.com/welder/"', ["5 setting-wrong whole address"]),
        (SITE + '[fields]\n"a\u202eb" = "nothing"\n', ['5 setting-wrong "a[U+202E]b" = "title"']),
        (SITE + "[navigation]\na = 1", ["4 setting-wrong [[navigation]]"]),
        (SITE + "title = 'again'", ["4 field-repeated Keep one"]),
        ("[site]\ntitle = Jobs", ["2 toml-syntax quotes"]),
        ("[site\n", ["1 toml-syntax"]),
        ("x = " + "[" * 100_000, ["1 front-matter-too-complex"]),
        ("x = " + "9" * 5_000, ["1 toml-syntax"]),
    ],
    ids=lambda value: repr(value)[-40:] if isinstance(value, str) else "",
)  # fmt: skip
def test_slips(text: str, expected: list[str]) -> None:
    """A wrong setting is a problem on its line, with what to write instead."""
    config, _, problems = read_settings(text.encode())
    assert config is None
    assert len(problems) == len(expected), problems
    for problem, (line, code, *says) in zip(problems, (one.split(" ", 2) for one in expected), strict=True):
        assert (problem.line, problem.code) == (int(line), code)
        assert "".join(says) in problem.message + problem.mend


@pytest.mark.parametrize(
    "section",
    [
        "site",
        "organization",
        "theme",
        "markdown",
        "jobs",
        "content_security_policy",
        "fields",
        "defaults",
        "redirects",
        "navigation",
    ],
)
@pytest.mark.parametrize("value", ["5", '"x"', "true", "[]", "[1]", "2026-11-21", "07:00:00", "nan", "{}", "[{}]"])
def test_wrong_kinds(section: str, value: str) -> None:
    """Whatever stands where a section belongs is read or refused, never a traceback."""
    config, _, problems = read_settings(f"{section} = {value}\n{SITE if section != 'site' else ''}".encode())
    assert (config is None) == bool(problems)
    if section != "navigation" and "{" not in value:
        assert [problem.line for problem in problems][:1] == [1]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://example.com", "https://example.com/"),
        ("https://Example.COM/Repo", "https://example.com/Repo/"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("https://münchen.example/jobs/ä", "https://xn--mnchen-3ya.example/jobs/%C3%A4/"),
        ("https://example.com//", "https://example.com/"),
        ("https://example.com/a%20b/", "https://example.com/a%20b/"),
    ],
)
def test_base_urls(written: str, read: str) -> None:
    """The address of the site is absolute, in ASCII, and ends with a slash."""
    assert read_base_url(written) == read


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("org.github.io/repo", "https://org.github.io/repo/"),
        ("localhost:8000", "http://localhost:8000/"),
        ("/repo/", "whole address"),
        ("ftp://example.com/", "Write the whole address: https://example.com/jobs/."),
        ("https://example.com/?a=b", "address alone"),
        ("https://example.com/?", "address alone"),
        ("https://example.com/#", "address alone"),
        ("https://example.com/../a/", "address alone"),
        ("https://example.com/a//b/", "address alone"),
        ("https://example.com/index.html", "folder"),
        ("https://user:secret@example.com/", "Delete"),
        ("https://straße.example/", "Punycode"),
        ("https://", "whole address"),
        (5, "whole address"),
    ],
)
def test_wrong_base_urls(written: Any, mend: str) -> None:
    """An address that could mean something else is refused, with what was probably meant."""
    with pytest.raises(Wrong) as wrong:
        read_base_url(written)
    assert mend in wrong.value.mend
