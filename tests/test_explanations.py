"""Every code that the program knows is explained, and the explanations hold: in the terminal, and as the pages of docs/rules/."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.explanations.catalogue import explanations
from site_builder.explanations.explanation import GROUPS, Explanation
from site_builder.explanations.pages import pages
from site_builder.model.config import Markdown
from site_builder.model.posting import Organization
from site_builder.reading.html_links import Links
from site_builder.reading.posting import ReadingSettings, read
from site_builder.reading.rules import PAGE
from site_builder.reading.settings import read_settings
from tests.test_cases import cases

ROOT = Path(__file__).parent.parent
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")

# Words with hyphens in the program's source that are no codes of problems.
OTHER_WORDS = frozenset(
    "python-markdown on-site site-builder employment-types stand-alone page-main no-store not-found all-jobs x-default aria-label http-equiv aria-hidden high-school "
    "apple-touch-icon configure-pages deploy-pages download-artifact from-form setup-python upload-artifact upload-pages-artifact".split()
)

# Names of CSS, HTML and Content Security Policy.
OF_STANDARDS = frozenset(
    "apple-touch-icon aria-labelledby background-color background-image base-uri border-box box-sizing "
    "clip-path color-mix color-scheme connect-src default-src dns-prefetch font-size font-src font-weight "
    "form-action frame-ancestors frame-src img-src light-dark manifest-src media-src outline-style outline-width report-uri "
    "script-src style-src worker-src".split()
)


def words_with_hyphens() -> Iterator[tuple[str, str]]:
    """Give every text of the program's source that could be a code, with its file; the explanations themselves left out."""
    for file in sorted((ROOT / "site_builder").rglob("*.py")):
        if "explanations" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                yield node.value, file.name


def test_every_code_in_the_source_is_explained() -> None:
    """A text like `title-missing` in the program's source has an explanation, or is listed as something else."""
    assert (
        sorted(
            {
                (word, file)
                for word, file in words_with_hyphens()
                if word not in explanations().keys() | OTHER_WORDS | OF_STANDARDS
            }
        )
        == []
    )


def test_every_code_that_the_cases_raise_is_explained() -> None:
    """The codes in the case files, those that are put together among them, have explanations."""
    raised = {code for _, text in cases() for code in re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]$", text, re.MULTILINE)}
    assert len(raised) > 40
    assert raised - explanations().keys() == set()


def test_other_words_are_still_there() -> None:
    """The list of words that are no codes holds none that is gone, nor a code."""
    assert {word for word, _ in words_with_hyphens()} >= OTHER_WORDS | OF_STANDARDS
    assert not (OTHER_WORDS | OF_STANDARDS) & explanations().keys()


@pytest.mark.parametrize("one", explanations().values(), ids=lambda one: one.code)
def test_explanations_have_what_they_need(one: Explanation) -> None:
    """A code in kebab case, a group that is there, one sentence that says what is wrong, and why that matters."""
    assert CODE.fullmatch(one.code)
    assert one.group in GROUPS
    assert re.fullmatch(r"[A-Z“`].*\.", one.says), one.says
    assert "\n" not in one.says
    assert one.why


OF_READING = {
    code: one
    for code, one in explanations().items()
    if not one.own and one.group in ("fields", "values", "text") and (one.wrong or one.right)
}


@pytest.mark.parametrize("code", OF_READING)
def test_examples_of_reading_are_what_they_say(code: str) -> None:
    """Reading finds the problem in the wrong example, and does not in the right one."""
    one = OF_READING[code]
    if one.wrong:
        assert code in codes_in(one, one.wrong)
    if one.right:
        assert code not in codes_in(one, one.right)


@pytest.mark.parametrize(
    "code", [code for code, one in explanations().items() if one.group == "settings" and one.wrong]
)
def test_examples_of_settings_are_what_they_say(code: str) -> None:
    """Settings like the wrong example have the problem, those like the right one have none."""
    one = explanations()[code]
    assert code in {problem.code for problem in read_settings(one.wrong.encode())[2]}
    assert read_settings(one.right.encode())[2] == []


def codes_in(one: Explanation, example: str) -> set[str]:
    """Return the codes of the problems in a file that is or holds an example."""
    is_page = one.code.removesuffix("-wrong").replace("-", "_") in {rule.name for rule in PAGE} - {"title", "draft"}
    path = "content/pages/a.md" if is_page and one.group == "values" else "content/a.md"
    company = None if one.code.startswith("organization") else Organization("Example Ltd")
    settings = ReadingSettings("en", "UTC", company, Markdown(), {}, {}, Links("https://example.com"))
    text = example
    if not example.startswith(("---", "+++", "{")):
        fields, body = ("", example) if one.group == "text" else (example, "We look for you.")
        has_title = (
            re.search(r"^title:", fields, re.MULTILINE) or one.code == "title-missing" or fields.startswith("- ")
        )
        title = "" if has_title else "title: Data Engineer\n"
        head = f"---\n{title}{fields}\n---\n" if fields or one.code != "text-is-email" else ""
        text = f"{head}{body}\n"
    return {problem.code for problem in read(path, text.encode(), settings).facts.problems}


def test_pages_are_those_of_the_explanations(request: pytest.FixtureRequest) -> None:
    """docs/rules/ has a page for each code and an index, as they are made from the explanations; `--update-docs` writes them anew."""
    folder = ROOT / "docs/rules"
    wanted = dict(pages())
    if request.config.getoption("--update-docs"):
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.md"):
            old.unlink()
        for name, text in wanted.items():
            (folder / name).write_text(text, "utf-8")
    there = {file.name: file.read_text("utf-8") for file in folder.glob("*.md")}
    assert there == wanted, "run pytest tests/test_explanations.py --update-docs"
