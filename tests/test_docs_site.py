"""The documentation as a site: built as the workflow builds it, with every document in it, and nothing wrong with it."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from bs4 import BeautifulSoup

from site_builder.check import check
from site_builder.engine.workers import Workers
from tests.site_checks import attribute
from tests.sites import TODAY, load, published

ROOT = Path(__file__).parents[1]
ADDRESS = "https://org.github.io/site-builder"
REPOSITORY = "https://github.com/org/site-builder"
DOCUMENTS = sorted(
    [
        "README.md",
        "CHANGELOG.md",
        *(f"docs/{file.relative_to(ROOT / 'docs')}" for file in (ROOT / "docs").rglob("*.md")),
    ]
)


def assembler() -> ModuleType:
    """Return docs/site/assemble.py, which is in no package."""
    spec = importlib.util.spec_from_file_location("assemble", ROOT / "docs/site/assemble.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository after the steps of the job `build` in the workflow."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("docs", "content", "assets", "themes", "output"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("[!.]*") if name == "output" else None
        )
    for name in ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml", "site.toml", "published.txt"):
        shutil.copyfile(ROOT / name, folder / name)
    programs = folder / ".venv/bin"
    programs.mkdir(parents=True)
    for name, command in (("python", ""), ("site-builder", "-m site_builder ")):
        (programs / name).write_text(f'#!/bin/sh\nexec {sys.executable} {command}"$@"\n', "utf-8")
        (programs / name).chmod(0o755)
    (folder / ".venv/installed-runtime").touch()
    values = {
        "steps.pages.outputs.base_url": ADDRESS,
        "github.server_url": "https://github.com",
        "github.repository": "org/site-builder",
    }
    for one in yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text("utf-8"))["jobs"]["build"]["steps"]:
        if "run" in one:
            given = (
                {
                    name: re.sub(r"\$\{\{ (.*?) \}\}", lambda found: values[found[1]], value)
                    for name, value in one["env"].items()
                }
                if "env" in one
                else {}
            )
            done = subprocess.run(
                ["bash", "-e", "-c", one["run"]], cwd=folder, env={**os.environ, **given, "PYTHONPATH": str(ROOT)},
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


def page(checkout: Path, path: str) -> BeautifulSoup:
    """Return a published page."""
    return BeautifulSoup((checkout / "published" / path / "index.html").read_text("utf-8"), "lxml")


def test_the_workflow_publishes_both(checkout: Path) -> None:
    """The documentation lies at the root, the example below it, and each leads to its own; nothing hidden is published."""
    start = page(checkout, ".")
    assert [one.get_text() for one in start.select("h1")] == ["Job postings in, a careers site out"]
    assert f"{ADDRESS}/example/" in {attribute(one, "href") for one in start.select("nav a")}
    assert "open jobs" in page(checkout, "example").get_text()
    assert attribute(page(checkout, "example").select("nav a")[0], "href") == "/site-builder/example/"
    assert not list((checkout / "published").rglob(".*"))


@pytest.mark.parametrize("path", DOCUMENTS)
def test_every_document_is_in_it(checkout: Path, path: str) -> None:
    """Each has its page with its own heading, which is not left out for its links or its code."""
    place = assembler().pages()[path].removeprefix("content/pages/").removesuffix(".md")
    shown = page(checkout, "." if place == "index" else place)
    text = (ROOT / path).read_text("utf-8")
    heading = re.findall(r"^## (.*)$", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    assert len(shown.select("main h2:not(.contents h2)")) == len(heading)
    assert not [one for one in shown.select("main a") if not one.has_attr("href")]


def test_every_document_can_be_found(checkout: Path) -> None:
    """From the start page, links lead to every page of the documentation."""
    waiting, seen = ["/site-builder/"], set[str]()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        links = {
            attribute(one, "href").partition("#")[0]
            for one in page(checkout, address.removeprefix("/site-builder/")).select("a[href]")
        }
        waiting += [link for link in links if link.startswith("/site-builder/") and link.endswith("/")]
    there = {f"/site-builder/{place}/" for path in DOCUMENTS if (place := assembler().pages()[path][14:-3]) != "index"}
    assert there - seen == set()


def test_the_check_finds_nothing(tmp_path: Path) -> None:
    """No dead link or anchor, nothing that shuts anybody out: not one problem. The pages speak of no open jobs, and have no search."""
    assembler().assemble(tmp_path)
    assert published(tmp_path).pages == len(DOCUMENTS)
    with Workers(1) as workers:
        assert check(load(tmp_path), TODAY, workers).problems == ()
    files = {file.name for file in (tmp_path / "output").rglob("*") if file.is_file()}
    assert not files & {"feed.xml", "feed.json", "index.json"}
    assert not BeautifulSoup((tmp_path / "output/index.html").read_text("utf-8"), "lxml").select("form, .empty, .jobs")


def test_what_the_site_has_not_leads_to_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link to another file of the repository leads there, or is its words; code is left as it is; what is linked to below docs/ is published."""
    made = assembler()
    (tmp_path / "docs/images").mkdir(parents=True)
    (tmp_path / "docs/site").mkdir()
    shutil.copyfile(ROOT / "docs/site/site.toml", tmp_path / "docs/site/site.toml")
    (tmp_path / "docs/images/a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (tmp_path / "docs/rules").mkdir()
    text = "# {}\n\n[`x`](../Makefile), `[y](../Makefile)`, ![z](images/a.svg), [u](rules/README.md#v), [w](https://a.example)\n\n```\n[y](b.md)\n```\n"
    for name in ("README.md", "CHANGELOG.md", "docs/rules/README.md"):
        (tmp_path / name).write_text(f"# {name}\n", "utf-8")
    (tmp_path / "docs/one.md").write_text(text, "utf-8")
    monkeypatch.setattr(made, "ROOT", tmp_path)
    made.assemble(tmp_path / "out", REPOSITORY)
    mended = (tmp_path / "out/content/pages/one.md").read_text("utf-8")
    assert (
        f"[`x`]({REPOSITORY}/blob/main/Makefile), `[y](../Makefile)`, ![z](../../assets/images/a.svg), [u](rules.md#v), [w](https://a.example)"
        in mended
    )
    assert "```\n[y](b.md)\n```" in mended
    assert (tmp_path / "out/assets/images/a.svg").exists()
    made.assemble(tmp_path / "out")
    assert "\n`x`, `[y](../Makefile)`" in (tmp_path / "out/content/pages/one.md").read_text("utf-8")
