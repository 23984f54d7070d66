"""Whatever a file holds, reading it gives facts or problems, never an exception, and the same ones every time."""

import json
from typing import Any

import msgspec
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.config import Markdown
from site_builder.model.posting import Facts
from site_builder.model.problem import Severity
from site_builder.reading.html_links import Links
from site_builder.reading.posting import Reading, ReadingSettings, read
from site_builder.reading.rules import POSTING
from site_builder.reading.settings import SETTINGS, read_settings

SETTINGS_OF_READING = ReadingSettings(
    "en",
    "Europe/Berlin",
    None,
    Markdown(),
    {"position.name": "title"},
    {"": {"industry": "Water"}},
    Links("https://example.com"),
)
NAMES = [name for rule in POSTING for name in (rule.name, *rule.others)]

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        [rule.right.partition(": ")[2] for rule in POSTING]
        + ["12/11/2026", "60k", "Remote", "a@b", "//x", "../x", "no"]
    ),
)
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["name", "url", "min", "country", "@type"]) | texts, inner, max_size=4)
    ),
    max_leaves=12,
)
front_matters = st.dictionaries(st.sampled_from(NAMES) | texts, values, max_size=8)
syntax = st.text(st.sampled_from("-+{}[]:,\"'#&*!|>%@` \n\t=.~<abT0\\ué𝟘\u2028\ufeff"), max_size=60)


def check(path: str, data: bytes) -> Reading:
    """Read a file twice: equal, an error if refused, and the same after its way through the ledger."""
    reading = read(path, data, SETTINGS_OF_READING)
    assert reading == read(path, data, SETTINGS_OF_READING)
    facts = reading.facts
    errors = [problem for problem in facts.problems if problem.severity is Severity.ERROR]
    assert bool(errors) == (facts.posting is None and facts.page is None)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(0 <= problem.line <= lines for problem in facts.problems)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(facts), type=Facts) == facts
    return reading


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(data: bytes) -> None:
    """Any bytes are read, or refused with an error."""
    check("content/a.md", data)


@given(st.sampled_from(["---", "+++", "{"]), syntax, st.sampled_from(["\n---\n", "\n+++\n", "\n}\n", ""]), syntax)
def test_any_syntax(start: str, matter: str, end: str, body: str) -> None:
    """Any signs of YAML, TOML and JSON are read, or refused with an error."""
    check("content/pages/a.md", f"{start}\n{matter}{end}{body}".encode())


@given(front_matters, texts)
def test_any_front_matter(values: dict[str, Any], body: str) -> None:
    """Any values under any names are read, or refused with an error, in YAML and in JSON."""
    written = yaml.safe_dump(values, allow_unicode=True)
    check("content/2026-11-02-a.md", f"---\n{written}\n---\n{body}".encode())
    check("content/a.html", f"{json.dumps(values, indent=1)}\n{body}".encode())


@given(
    st.sampled_from(["site", "organization", "theme", "markdown", "fields", "defaults", "redirects", "navigation"]),
    front_matters,
)
def test_any_settings(section: str, values: dict[str, Any]) -> None:
    """Any values under any names of settings are read, or refused with an error."""
    names = [setting.name for setting in SETTINGS]
    table = "\n".join(f"{json.dumps(name)} = {_toml(value)}" for name, value in values.items())
    odd = "\n".join(f"{name} = {_toml(value)}" for name, value in zip(names, values.values(), strict=False))
    for text in (
        f"[{section}]\n{table}",
        f"[[{section}]]\n{table}",
        f"[site]\n{odd}",
        f"{section} = {_toml(list(values.values()))}",
    ):
        config, _, problems = read_settings(text.encode())
        assert (config is None) == bool(problems)


def _toml(value: Any) -> str:
    """Write a value as TOML, which has no null; JSON's texts are TOML's but for what it escapes."""
    match value:
        case None:
            return '""'
        case bool():
            return str(value).lower()
        case float() | int():
            return repr(value)
        case str():
            return json.dumps(value.replace("\x7f", ""), ensure_ascii=False)
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return "{" + ", ".join(f"{_toml(name)} = {_toml(item)}" for name, item in value.items()) + "}"
