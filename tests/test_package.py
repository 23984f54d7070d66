"""The package as people get it: a wheel, installed where the work tree is not."""

import re
from importlib import metadata
from pathlib import Path

import pytest

from tests.site_checks import tree, write_files
from tests.wheel import install_wheel, run

ROOT = Path(__file__).parent.parent
SITE = {
    "site.toml": '[site]\ntitle = "Jobs"\nbase_url = "https://mill.example/"\n[theme]\nname = "studio"\n',
    "content/baker.md": "---\ntitle: Baker\norganization: Mill Ltd\n---\n\nWe bake.\n",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a new environment that holds the wheel."""
    return install_wheel(tmp_path_factory.mktemp("package"))


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    """The program is imported from the new environment, not from the work tree."""
    done = run(installed / "python", "-c", "import site_builder; print(site_builder.__file__)", cwd=tmp_path)
    assert Path(done.stdout.strip()).is_relative_to(installed.parent), done.stderr


def test_it_builds_a_site(installed: Path, tmp_path: Path) -> None:
    """From any folder it builds a site with a theme that came in the wheel, with the parent of that theme."""
    write_files(tmp_path, SITE)
    done = run(installed / "python", "-m", "site_builder", "build", "--as-of", "2026-11-21", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2026-11-21: 1 open posting; 0 pages\n")
    built = tree(tmp_path / "output")
    assert b"We bake." in built["jobs/baker/index.html"]
    assert len([path for path in built if path.startswith("assets/") and path.endswith(".css")]) == 2


def test_it_holds_what_it_needs_and_no_more(installed: Path) -> None:
    """The package and the built-in themes are in it; neither the example nor the tests are."""
    (packages,) = installed.parent.glob("lib/python*/site-packages")
    (metadata,) = packages.glob("site_builder-*.dist-info")
    record = (metadata / "RECORD").read_text().splitlines()
    files = {line.split(",")[0] for line in record if "__pycache__" not in line and ".dist-info/" not in line}
    sources = {
        f"site_builder/{file.relative_to(ROOT / 'site_builder').as_posix()}"
        for file in (ROOT / "site_builder").rglob("*.py")
    }
    themes = {
        f"site_builder/{file.relative_to(ROOT).as_posix()}" for file in (ROOT / "themes").rglob("*") if file.is_file()
    }
    begun_with = {
        f"site_builder/{file.relative_to(ROOT / 'site_builder').as_posix()}"
        for file in (ROOT / "site_builder/starting/files").rglob("*")
        if file.is_file()
    }
    assert len(begun_with) > 10
    assert sources | themes | begun_with <= files
    assert {
        path for path in files if not path.startswith("site_builder/") and not path.endswith("bin/site-builder")
    } == set()
    assert (metadata / "entry_points.txt").read_text().split() == [
        "[console_scripts]",
        "site-builder",
        "=",
        "site_builder.cli:run",
    ]


def test_it_names_what_it_needs(installed: Path, tmp_path: Path) -> None:
    """Every distribution of which a build imports a module is required by the wheel, or by what it requires."""
    write_files(tmp_path, SITE)
    program = (
        "import atexit, sys; from site_builder.cli import main\n"
        "atexit.register(lambda: print(*{name.partition('.')[0] for name in sys.modules}))\n"
        "main(['build', '--as-of', '2026-11-21'], standalone_mode=False)\n"
    )
    done = run(installed / "python", "-c", program, cwd=tmp_path)
    assert "1 open posting" in done.stdout, done.stderr
    modules = set(done.stdout.splitlines()[-1].split())
    assert {"click", "jinja2", "nh3", "yaml"} <= modules
    owners = metadata.packages_distributions()
    used = {canonical(owner) for module in modules for owner in owners.get(module, ())} - {"site-builder"}
    (wheel,) = installed.parent.glob("lib/python*/site-packages/site_builder-*.dist-info")
    required, waiting = set(), requirements(metadata.PathDistribution(wheel))
    while waiting:
        name = waiting.pop()
        if name not in required:
            required.add(name)
            waiting |= requirements(metadata.distribution(name))
    # What the environment's own start-up files import is none of a build's doing.
    assert used - required - {"setuptools"} == set()


def requirements(distribution: metadata.Distribution) -> set[str]:
    """Return the names of what a distribution requires without any of its extras, as far as it is installed here."""
    named = {canonical(re.split(r"[^\w.-]", one)[0]) for one in distribution.requires or () if "extra ==" not in one}
    return named & {canonical(name) for names in metadata.packages_distributions().values() for name in names}


def canonical(name: str) -> str:
    """Return a distribution's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()
