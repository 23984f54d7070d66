"""The documentation says what the code does: its tables are made from the code's, its examples are read without a problem."""

import re
import tomllib
from pathlib import Path

import pytest

from site_builder.model.config import Markdown
from site_builder.model.deprecated import NAMES
from site_builder.model.posting import Organization
from site_builder.reading.html_links import Links
from site_builder.reading.posting import ReadingSettings, read
from site_builder.reading.rules import PAGE, POSTING, Rule, Wanted
from site_builder.reading.sections import CLOSED
from site_builder.reading.settings import SECTIONS, SETTINGS, read_settings

DOCS = Path(__file__).parent.parent / "docs"
_MARKS = {Wanted.REQUIRED: " (**required**)", Wanted.RECOMMENDED: " (*recommended*)", Wanted.OPTIONAL: ""}


def fields_table(rules: tuple[Rule, ...]) -> str:
    """Make the table of a posting's or a page's fields."""
    rows = ["| field | what it says | example | other names |", "|---|---|---|---|"]
    for rule in rules:
        others = ", ".join(f"`{name}`" for name in rule.others)
        rows.append(f"| `{rule.name}`{_MARKS[rule.wanted]} | {_cell(rule.says)} | `{_cell(rule.right)}` | {others} |")
    return "\n".join(rows)


def settings_table() -> str:
    """Make the table of the settings of [site]."""
    rows = ["| setting | what it says | example |", "|---|---|---|"]
    for setting in SETTINGS:
        required = " (**required**)" if setting.required else ""
        rows.append(f"| `{setting.name}`{required} | {_cell(setting.says)} | `{_cell(setting.right)}` |")
    return "\n".join(rows)


def old_names_table() -> str:
    """Make the table of the names that were replaced or will go."""
    rows = ["| where | name | write instead | since | until |", "|---|---|---|---|---|"]
    for one in NAMES:
        instead = f"`{one.instead}`" if one.instead else _cell(one.mend)
        rows.append(f"| {one.kind} | `{one.name}` | {instead} | {one.since} | {one.until} |")
    return "\n".join(rows) if NAMES else "None at present."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


TABLES = {
    ("writing-postings.md", "posting fields"): fields_table(POSTING),
    ("writing-postings.md", "page fields"): fields_table(PAGE),
    ("settings.md", "settings"): settings_table(),
    ("stability.md", "names that go"): old_names_table(),
}


@pytest.mark.parametrize(("file", "name"), TABLES)
def test_tables_are_those_of_the_code(file: str, name: str, request: pytest.FixtureRequest) -> None:
    """A table in the documentation says what the code's table says; `--update-docs` rewrites it."""
    path = DOCS / file
    text = path.read_text("utf-8")
    block = re.compile(rf"(?<=<!-- {name}: made from )(\S+ -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)
    wanted = block.sub(lambda found: f"{found[1]}\n{TABLES[file, name]}\n\n", text)
    assert block.search(text), f"docs/{file} has no place for the table of {name}"
    if request.config.getoption("--update-docs"):
        path.write_text(wanted, "utf-8")
        return
    assert text == wanted, "run pytest tests/test_docs.py --update-docs"


def test_every_section_and_setting_is_explained() -> None:
    """docs/settings.md has a heading for every section of site.toml, and names all settings of those that are closed."""
    text = (DOCS / "settings.md").read_text("utf-8")
    headings = "\n".join(re.findall(r"^## .*$", text, re.MULTILINE))
    assert [name for name in ("site", *SECTIONS) if f"[{name}]" not in headings] == []
    assert [name for names in CLOSED.values() for name in names if not re.search(rf"\b{name}\b", text)] == []


def test_examples_of_settings_are_right() -> None:
    """Every TOML example in docs/settings.md is read without a problem."""
    for block in re.findall(r"```toml\n(.*?)```", (DOCS / "settings.md").read_text("utf-8"), re.DOTALL):
        site = "" if "[site]" in block else '[site]\ntitle = "Jobs"\nbase_url = "https://example.com/"\n'
        assert tomllib.loads(site + block)
        _, _, problems = read_settings((site + block).encode())
        assert problems == []


def test_examples_of_settings_lines_are_right() -> None:
    """The right line that each setting gives as its example is right."""
    lines = "\n".join(setting.right for setting in SETTINGS)
    _, _, problems = read_settings(f"[site]\n{lines}".encode())
    assert problems == []


RULES = {f"posting: {rule.name}": rule for rule in POSTING} | {f"page: {rule.name}": rule for rule in PAGE}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_examples_of_fields_are_right(rule: Rule) -> None:
    """The right line that each field gives as its example is read without an error or a warning about it."""
    path = "content/pages/a.md" if rule in PAGE else "content/a.md"
    title = "" if rule.name == "title" else "title: Engineer\n"
    facts = read(path, f"---\n{title}{rule.right}\n---\nText.\n".encode(), _reading()).facts
    about = rule.name.replace("_", "-")
    assert [
        str(problem)
        for problem in facts.problems
        if problem.code.startswith((about, "field", "yaml")) and "missing" not in problem.code
    ] == []
    assert facts.posting or facts.page or rule.name == "organization"


def test_the_example_posting_is_right() -> None:
    """The posting with which docs/writing-postings.md begins is read without a problem."""
    text = (DOCS / "writing-postings.md").read_text("utf-8")
    example = re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)[0]
    facts = read("content/data-engineer.md", example.encode(), _reading()).facts
    assert facts.problems == ()
    assert facts.posting is not None


def test_yaml_examples_are_right() -> None:
    """Every YAML example in docs/writing-postings.md is read without an error."""
    text = (DOCS / "writing-postings.md").read_text("utf-8")
    blocks = re.findall(r"^( *)```yaml\n(.*?)```", text, re.DOTALL | re.MULTILINE)
    assert blocks
    for indent, block in blocks:
        fields = re.sub(f"^{indent}", "", block, flags=re.MULTILINE).rstrip(" ")
        facts = read("content/a.md", f"---\ntitle: Engineer\n{fields}---\nText.\n".encode(), _reading()).facts
        assert facts.posting is not None, facts.problems


def test_links_lead_somewhere() -> None:
    """Links from one of these documents to another lead to a file, and to a heading in it."""
    for file in ("writing-postings.md", "settings.md"):
        for target, anchor in re.findall(r"\]\((\w[\w-]*\.md)?(#[\w-]+)?\)", (DOCS / file).read_text("utf-8")):
            text = (DOCS / (target or file)).read_text("utf-8")
            headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
            anchors = {"#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert not anchor or anchor in anchors


def test_the_architecture_names_every_module() -> None:
    """The tree in docs/architecture.md has every module of the package, and none that is not there."""
    tree = (DOCS / "architecture.md").read_text("utf-8").split("```")[3]
    modules = {file.name for file in (DOCS.parent / "site_builder").rglob("*.py")} - {"__init__.py"}
    assert set(re.findall(r"\b\w+\.py\b", tree)) == modules


def test_the_architecture_draws_the_layers() -> None:
    """The layers drawn in docs/architecture.md are those that import-linter checks, from the commands down."""
    drawn = (DOCS / "architecture.md").read_text("utf-8").split("```")[5].strip().splitlines()
    settings = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    checked = [[name for name in re.findall(r"[\w()]+", layer) if "(" not in name] for layer in layers]
    assert [re.findall(r"\w+", re.split(r" {3,}", line.lstrip(" └─"))[0]) for line in drawn] == checked[1:]


def _reading() -> ReadingSettings:
    return ReadingSettings("en", "UTC", Organization("Example Ltd"), Markdown(), {}, {}, Links("https://example.com"))
