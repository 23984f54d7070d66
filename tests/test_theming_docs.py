"""docs/theming.md is the contract of a theme: it names every template, block, variable, function, token, attribute and setting, and none that is not there."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from site_builder.model.config import Config
from site_builder.model.output import Link
from site_builder.model.posting import JobPosting
from site_builder.outputs.feeds import FeedLink
from site_builder.outputs.html_page import HtmlPage
from site_builder.outputs.job_pages import JobPage
from site_builder.outputs.job_summary import JobSummary
from site_builder.outputs.list_page import ListPage, TermLink, TermsPage
from site_builder.outputs.redirects import Redirect
from site_builder.outputs.similar_jobs import SimilarJob
from site_builder.outputs.standalone import StandalonePage
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.rendering import environment_of
from site_builder.theming.theme import load_theme

DOCS = Path(__file__).parent.parent / "docs"
# Without its examples, in which a `#` begins a comment.
TEXT = re.sub(r"^```.*?^```$", "", (DOCS / "theming.md").read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
THEMES = {folder.name: folder for folder in sorted(BUILT_IN.iterdir())}
TEMPLATES = {
    f"{name}/{file.name}": Environment(autoescape=True).parse(file.read_text("utf-8"))
    for name, folder in THEMES.items()
    for file in sorted((folder / "templates").iterdir())
}
# What a page is made of inside, and templates have no use for.
INSIDE = frozenset({"path", "origin", "frame", "tree", "versions", "listed", "equal_opportunity", "file_links"})


def section(title: str) -> str:
    """Return what stands below a heading, up to the next of its level or above."""
    found = re.search(rf"^(#+) {re.escape(title)}$", TEXT, re.MULTILINE)
    assert found, f"docs/theming.md has no heading “{title}”"
    rest = TEXT[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def first_cells(title: str) -> Iterator[str]:
    """Yield what is written as code in the first cell of each row of a section's tables."""
    for row in re.findall(r"^\| (`.*?) \|", section(title), re.MULTILINE):
        yield from re.findall(r"`([^`]+)`", row)


def is_written(name: str, text: str = TEXT) -> bool:
    """Tell whether a name stands in the documentation as code, after a point or by itself."""
    return re.search(rf"`(?:[\w.]*\.)?{re.escape(name)}(?:\.[\w.]+|\([^`]*\))?`", text) is not None


def used(variable: str) -> set[str]:
    """Return the attributes of a variable that the built-in themes use."""
    return {
        one.attr
        for template in TEMPLATES.values()
        for one in template.find_all(nodes.Getattr)
        if isinstance(one.node, nodes.Name) and one.node.name == variable
    }


def test_every_template() -> None:
    """The table has each template of base, and no other; studio has none that base has not."""
    names = {name.partition("/")[2] for name in TEMPLATES}
    assert set(first_cells("Templates")) & {one for one in first_cells("Templates") if one.endswith(".html")} == names


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("base/")])
def test_every_block(name: str) -> None:
    """A template's row has its blocks, as Jinja finds them in it, in their order."""
    blocks = [block.name for block in TEMPLATES[name].find_all(nodes.Block)]
    rows = dict(re.findall(r"^\| `([\w.]+)` \| (`.*) \|$", section("Blocks"), re.MULTILINE))
    written = re.findall(r"`(\w+)`", rows.get(name.removeprefix("base/"), ""))
    assert sorted(written) == sorted(blocks)


def test_studio_adds_no_block() -> None:
    """Blocks of studio are those of base, so what fits base fits studio."""
    own = {
        block.name
        for name, one in TEMPLATES.items()
        if name.startswith("studio/")
        for block in one.find_all(nodes.Block)
    }
    assert own <= {
        block.name for name, one in TEMPLATES.items() if name.startswith("base/") for block in one.find_all(nodes.Block)
    }


def test_every_macro() -> None:
    """Each macro that templates can import is named, with its parameters."""
    for template in TEMPLATES.values():
        for macro in template.find_all(nodes.Macro):
            assert f"`{macro.name}({', '.join(argument.name for argument in macro.args)})`" in TEXT


@cache
def functions() -> frozenset[str]:
    """Return the names of the functions that templates see."""
    theme, _ = load_theme("base", {}, Path("/nowhere"), {})
    assert theme is not None
    environment = environment_of(Config("Jobs", "https://example.com/"), theme)
    return frozenset(name for name, one in environment.globals.items() if callable(one)) - {
        "range", "dict", "namespace", "cycler", "joiner",
    }  # fmt: skip


def test_every_function() -> None:
    """The table has each function that a template can call, and no other."""
    assert {name.partition("(")[0] for name in first_cells("Functions")} == functions()


OF_PAGES = {
    "On every page": HtmlPage,
    "`listing.html`": ListPage,
    "`terms.html`": TermsPage,
    "`job.html`": JobPage,
    "`page.html` and `redirect.html`": StandalonePage,
}


@pytest.mark.parametrize("title", OF_PAGES)
def test_every_field_of_a_page(title: str) -> None:
    """What a kind of page has beyond what every page has stands in its section."""
    kind = OF_PAGES[title]
    shared = set() if kind is HtmlPage else fields_of(HtmlPage)
    missing = {name for name in fields_of(kind) - shared - INSIDE if not is_written(f"page.{name}", section(title))}
    assert missing == set()


def fields_of(kind: type) -> set[str]:
    """Return the fields and properties of a struct, its parents' too."""
    properties = {name for one in kind.__mro__ for name, value in vars(one).items() if isinstance(value, property)}
    return {name for name in (*kind.__struct_fields__, *properties) if not name.startswith("_")}  # type: ignore[attr-defined]  # msgspec's own


def test_every_field_of_what_pages_hold() -> None:
    """The jobs of a list, similar jobs, links, feeds and moved pages."""
    listing, job, pages = section("`listing.html`"), section("`job.html`"), section("On every page")
    assert {name for name in JobSummary.__struct_fields__ if not is_written(name, listing)} == set()
    assert {name for name in SimilarJob.__struct_fields__ if not is_written(name, job)} == set()
    assert {
        name for name in (*Link.__struct_fields__, *FeedLink.__struct_fields__) if not is_written(name, pages)
    } == set()
    assert {name for name in TermLink.__struct_fields__ if not is_written(name, section("`terms.html`"))} == set()
    moved = section("`page.html` and `redirect.html`")
    assert {name for name in set(Redirect.__struct_fields__) - INSIDE if not is_written(f"page.{name}", moved)} == set()


def test_every_setting_that_templates_use() -> None:
    """What the built-in themes read of `config` is documented, and is there."""
    assert {name for name in used("config") if not is_written(f"config.{name}")} == set()
    named = set(re.findall(r"`config\.(\w+)", TEXT))
    assert named - set(dir(Config)) == set()


def test_every_field_of_a_posting_that_templates_use() -> None:
    """What the built-in themes read of a posting is a field that docs/writing-postings.md lists."""
    listed = (DOCS / "writing-postings.md").read_text("utf-8")
    assert {name for name in used("posting") if name not in JobPosting.__struct_fields__} == set()
    known_by_another_name = {"employment_types": "employment_type", "applicant_locations": "applicant_locations"}
    texts = {"employment_text", "education_text", "experience_text", "location_text", "salary_text"}
    others = {
        "education": "education",
        "experience_months": "experience",
        "experience_in_place_of_education": "experience",
    }
    for name in used("posting") - texts:
        written = others.get(name, known_by_another_name.get(name, name))
        assert re.search(rf"`{written}\w*`", listed), name


def test_every_token() -> None:
    """The variables at the top of base's style sheet are those of the table, and each is used."""
    sheet = (THEMES["base"] / "assets/site.css").read_text("utf-8")
    tokens = set(re.findall(r"^  (--[\w-]+):", sheet[: sheet.index("}")], re.MULTILINE))
    assert set(re.findall(r"`(--[\w-]+)`", section("Make a theme"))) == tokens
    both = sheet + (THEMES["studio"] / "assets/studio.css").read_text("utf-8")
    assert {token for token in tokens if f"var({token})" not in both} == set()


def attributes() -> set[str]:
    """Return the `data-` attributes that templates write and scripts read or write."""
    found: set[str] = set()
    for folder in THEMES.values():
        for file in (*folder.glob("templates/*.html"), *folder.glob("assets/*.js")):
            text = file.read_text("utf-8")
            found |= set(re.findall(r"(?<![\w-])data-[a-z]+(?:-[a-z]+)*", text))
            for name in re.findall(r"dataset\.(\w+)", text):
                found.add("data-" + re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name))
    return found


def test_every_attribute_of_scripts() -> None:
    """Each `data-` attribute between templates and scripts is in a table, and none that is gone."""
    tables = [*first_cells("What the script reads"), *first_cells("The search")]
    written = {name.partition("=")[0] for name in tables if name.startswith("data-")}
    assert written == attributes()


def test_every_setting_of_themes() -> None:
    """The table has each setting of the built-in themes, with the choices and the default that theme.toml gives."""
    rows = [
        (name, theme, values, default)
        for names, theme, values, default in re.findall(
            r"^\| (`\w+`(?:, `\w+`)*) \| (\w+) \| (.*?) \| (.*?) \|",
            section("Choose a theme and its settings"),
            re.MULTILINE,
        )
        for name in re.findall(r"\w+", names)
    ]
    toml = {name: tomllib.loads((folder / "theme.toml").read_text("utf-8")) for name, folder in THEMES.items()}
    base, studio = toml["base"]["settings"], toml["studio"]["settings"]
    assert {(name, theme) for name, theme, _, _ in rows} == {(name, "base") for name in base} | {
        (name, "studio") for name in studio.keys() - base.keys()
    }
    for name, theme, values, default in rows:
        choices = [one for one in toml["base"].get("choices", {}).get(name, ()) if one]
        assert not choices or re.findall(r'`"(\w+)"`', values) == choices, name
        # What is empty is described: "none", "the theme's".
        given = toml[theme]["settings"][name]
        assert given == "" or f"`{in_toml(given)}`" in default, name
        if theme == "base" and studio.get(name):
            assert f"studio: `{in_toml(studio[name])}`" in default, name


def in_toml(value: object) -> str:
    """Write a setting's value as TOML has it."""
    if isinstance(value, list):
        return f"[{', '.join(map(in_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def test_links_lead_somewhere() -> None:
    """Links to headings of this document and of others lead to a heading."""
    for target, anchor in re.findall(r"\]\((\w[\w-]*\.md)?(#[\w-]+)\)", TEXT):
        text = (DOCS / target).read_text("utf-8") if target else TEXT
        headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        anchors = {"#" + re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert anchor in anchors, (target, anchor)
