"""The editors' schemas take what reading takes, and refuse what is wrong at a glance."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.reading.rules import POSTING
from site_builder.starting.editor_schemas import SCHEMAS, page_schema, posting_schema, site_schema
from tests.test_cases import _BLOCK, _read, cases

ROOT = Path(__file__).parents[2]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: days are texts, as JSON has none, and `NO` is Norway."""


Loader.yaml_implicit_resolvers = {
    letter: [
        (tag, pattern) for tag, pattern in pairs if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
    ]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def fields_of(text: str) -> Any:
    """Return the front matter of a Markdown file as an editor sees it."""
    return yaml.load(text.split("\n---", 1)[0].removeprefix("---"), Loader)  # noqa: S506 - a safe loader


def right_cases() -> dict[str, str]:
    """Return the case files in YAML that become a posting without a problem."""
    found = {}
    for title, text in cases():
        blocks = list(_BLOCK.finditer(text))
        kinds = {block["kind"]: block["text"] for block in blocks[1:]}
        source = blocks[0]["text"]
        if blocks[0]["kind"] != "yaml" or "problems" in kinds or "settings" in kinds or title.endswith("(escapes)"):
            continue
        # An explicit `!!timestamp` is a day for YAML, and nothing that an editor's schema can name.
        if (
            "!!" not in source
            and source.startswith("---\n")
            and _read(blocks[0]["name"] or "content/a.md", source, "").posting is not None
        ):
            found[title] = source
    return found


RIGHT = right_cases()


def test_there_are_cases() -> None:
    """Enough cases are compared to mean something."""
    assert len(RIGHT) > 15


@pytest.mark.parametrize("title", RIGHT)
def test_what_reading_takes_is_taken(title: str) -> None:
    """Front matter that is read without a problem is right for an editor, too."""
    jsonschema.validate(fields_of(RIGHT[title]), posting_schema())


@pytest.mark.parametrize("rule", POSTING, ids=lambda rule: rule.name)
def test_examples_are_taken(rule: Any) -> None:
    """The right line of every field in the table is right for an editor, under all names of the field."""
    value = yaml.load(rule.right, Loader)[rule.name]  # noqa: S506 - a safe loader
    for name in (rule.name, *rule.others):
        jsonschema.validate({"title": "Baker", name: value}, posting_schema())
        assert name in posting_schema()["properties"]


def test_the_example_site_is_taken() -> None:
    """All postings and pages of the example site, and its settings, are right for an editor."""
    for file in (ROOT / "content").rglob("*.md"):
        text = file.read_text("utf-8")
        if text.startswith("---\n"):
            jsonschema.validate(fields_of(text), page_schema() if "pages" in file.parts else posting_schema())
    jsonschema.validate(tomllib.loads((ROOT / "site.toml").read_text("utf-8")), site_schema())


@pytest.mark.parametrize(
    "fields",
    [
        {"salary": 60000},
        {"salary": [60000, 75000]},
        {"title": ["Baker"]},
        {"remote": {"days": 2}},
        {"draft": ["yes"]},
        {"tags": {"python": True}},
        {"locations": True},
    ],
    ids=str,
)
def test_values_of_a_wrong_kind_are_refused(fields: dict[str, Any]) -> None:
    """What no reader takes is marked while somebody types it."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fields, posting_schema())


@pytest.mark.parametrize(
    "settings",
    [
        '[site]\ntitle = "Jobs"',
        '[site]\ntitle = "Jobs"\nbase_url = "https://example.com/"\nper_page = "50"',
        '[site]\ntitle = "Jobs"\nbase_url = "https://example.com/"\ncolour = "red"',
        '[site]\ntitle = "Jobs"\nbase_url = "https://example.com/"\n[them]\nname = "base"',
        '[site]\ntitle = "Jobs"\nbase_url = "https://example.com/"\n[markdown]\nengine = "pandoc"',
    ],
)
def test_wrong_settings_are_refused(settings: str) -> None:
    """A setting that is missing, misspelt or of a wrong kind is marked."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(settings), site_schema())


@pytest.mark.parametrize("name", SCHEMAS)
def test_they_are_printed(name: str) -> None:
    """`schema NAME` prints a schema that is one."""
    done = CliRunner().invoke(main, ["schema", name])
    schema = json.loads(done.stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema == json.loads(json.dumps(SCHEMAS[name]()))
