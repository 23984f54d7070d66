"""`new site` writes a site that builds at once and in which nothing is wrong, whole or not at all."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.check import check
from site_builder.checking.built.served import EXAMPLE
from site_builder.cli import main
from site_builder.engine.workers import Workers
from site_builder.project import load_project
from site_builder.reading.html_links import Links
from site_builder.reading.posting import ReadingSettings, read
from site_builder.starting.asking import answers_of, zone_of_machine
from site_builder.starting.new_site import Answers, address_on_pages, new_site, themes
from site_builder.starting.writing import NewError, write_all
from tests.builds.mill import run

ANSWERS = Answers(name="Example Ltd", apply="jobs@example.com")
ASKED = {"name": "Example Ltd", "apply": "jobs@example.com"}


@pytest.mark.parametrize(
    "answers",
    [
        ANSWERS,
        Answers(
            name='Müller & "Söhne" \\ #1 [Ltd] {x} | *y* <z>',
            apply="https://apply.mueller.org/form?a=b&c",
            address="https://mueller.org/jobs/",
            theme="studio",
            timezone="America/New_York",
            language="de",
        ),
        Answers(name="«name» @@x@@ ${x} エンジニア", apply="a@mill.org", address="https://mill.github.io/careers"),
    ],
    ids=["usual", "hard to quote", "looks like a placeholder"],
)
def test_it_builds_and_nothing_is_wrong(tmp_path: Path, today: date, answers: Answers) -> None:
    """A new site is built at once, and the check finds nothing, whatever the organization is called."""
    site = tmp_path / "site"
    new_site(site, answers, today)
    report = run(site, today)
    assert (report.published, report.open, report.pages, report.problems) == (True, 3, 1, ())
    project, problems = load_project(site)
    assert project is not None, problems
    assert project.config.organization is not None
    assert project.config.organization.name == answers.name
    assert (project.config.theme, project.config.timezone) == (answers.theme, answers.timezone)
    with Workers(1) as workers:
        assert check(project, today, workers).problems == ()


@pytest.mark.parametrize("theme", themes())
def test_every_look_builds(tmp_path: Path, today: date, theme: str) -> None:
    """Every built-in theme can be chosen."""
    new_site(tmp_path / "site", Answers(name="Mill", apply="a@example.com", theme=theme), today)
    assert run(tmp_path / "site", today).published


def test_the_examples_end_by_themselves(tmp_path: Path, today: date) -> None:
    """An example that was forgotten is not open for ever, and says what it is."""
    new_site(tmp_path / "site", ANSWERS, today)
    assert run(tmp_path / "site", today + timedelta(days=61)).open == 0
    for file in (tmp_path / "site/content/examples").iterdir():
        assert EXAMPLE in file.read_text("utf-8")


def test_the_readme_shows_a_posting_that_is_right(tmp_path: Path, today: date) -> None:
    """The posting in the recruiters' README is read without a problem."""
    new_site(tmp_path / "site", ANSWERS, today)
    (posting,) = re.findall(r"```markdown\n(.*?)```", (tmp_path / "site/README.md").read_text("utf-8"), re.DOTALL)
    project, _ = load_project(tmp_path / "site")
    assert project is not None
    settings: ReadingSettings = project.reading
    assert read("content/a.md", posting.encode(), settings).facts.problems == ()
    assert isinstance(settings.links, Links)


def test_the_readme_names_files_that_are_there(tmp_path: Path, today: date) -> None:
    """Links in the README and in site.toml lead to files of the site."""
    paths = new_site(tmp_path / "site", ANSWERS, today)
    assert {"README.md", "REFERENCE.md", "site.toml", ".gitignore", ".gitattributes", "requirements.txt"} <= set(paths)
    for target in re.findall(r"\]\(([\w./-]+)\)", (tmp_path / "site/README.md").read_text("utf-8")):
        assert target in paths
    schema = re.match(r"#:schema \./(\S+)", (tmp_path / "site/site.toml").read_text("utf-8"))
    assert schema is not None
    assert schema[1] in paths


def test_it_leaves_nothing_beside_itself(tmp_path: Path, today: date) -> None:
    """What it returns is what is there, in a new folder as in one that holds other things, which stay."""
    paths = new_site(tmp_path / "new", ANSWERS, today)
    assert files_of(tmp_path / "new") == sorted(paths)
    (tmp_path / "old/.git").mkdir(parents=True)
    (tmp_path / "old/LICENSE").write_text("mine")
    (tmp_path / "old/content").mkdir()
    new_site(tmp_path / "old", ANSWERS, today)
    assert files_of(tmp_path / "old") == sorted([*paths, "LICENSE"])
    assert (tmp_path / "old/LICENSE").read_text() == "mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["new", "old"]


def files_of(folder: Path) -> list[str]:
    """Return the paths of all files below a folder, those with a dot too."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    "name", ["site.toml", "README.md", "readme.MD", "content/pages", ".github", ".vscode/settings.json"]
)
def test_what_is_in_the_way_is_named(tmp_path: Path, today: date, name: str) -> None:
    """A folder that holds one of the files, or a file where a folder shall be, is left as it is, and the file named."""
    file = tmp_path / "site" / name
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    with pytest.raises(NewError, match=re.escape(name)):
        new_site(tmp_path / "site", ANSWERS, today)
    assert files_of(tmp_path) == [f"site/{name}"]
    assert file.read_text() == "mine"


def test_a_file_or_a_lost_link_is_no_place(tmp_path: Path, today: date) -> None:
    """A file of the folder's name, or a link that leads nowhere, is in the way."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for name in ("file", "link"):
        with pytest.raises(NewError, match=name):
            new_site(tmp_path / name, ANSWERS, today)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "link"]


@pytest.mark.parametrize("there", [False, True])
def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, *, there: bool) -> None:
    """When one file cannot be written, none is: in a new folder, and in one that is there."""
    folder = tmp_path / "site"
    if there:
        folder.mkdir()
    with pytest.raises(NewError, match="cannot be written"):
        write_all(folder, {"a/b.md": "x", "c/" + "n" * 300: "y", "site.toml": "z"})
    assert list(tmp_path.rglob("*")) == ([folder] if there else [])


def test_a_move_that_fails_is_taken_back(tmp_path: Path) -> None:
    """What was put into place already is taken away again, and folders of somebody else's stay."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "content").symlink_to("/proc")  # a folder in which nobody can make another
    with pytest.raises(NewError, match="cannot be written"):
        write_all(folder, {"a/b.md": "x", "content/a/b.md": "y", "site.toml": "z"})
    assert list(folder.iterdir()) == [folder / "content"]


def test_nobody_to_ask(tmp_path: Path) -> None:
    """Without a terminal, what is missing is named by its option, and nothing is written; with the options it is."""
    runner = CliRunner()
    done = runner.invoke(main, ["new", "site", str(tmp_path / "a")])
    assert done.exit_code == 1
    assert "--name and --apply" in done.stderr
    done = runner.invoke(main, ["new", "site", str(tmp_path / "a"), "--name", "Mill", "--apply", "a@example.com"])
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "a/site.toml").is_file()


def test_it_says_where_and_what_is_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is named as one types it, with the way into it; the one that one is in needs neither."""
    monkeypatch.chdir(tmp_path)
    options = ["--name", "Mill", "--apply", "a@example.com"]
    there = CliRunner().invoke(main, ["new", "site", "a", *options]).stdout
    assert re.match(r"\d+ files in a\. Next:\n    cd a && site-builder serve ", there)
    here = CliRunner().invoke(main, ["new", "site", ".", *options]).stdout
    assert re.match(r"\d+ files in this folder\. Next:\n    site-builder serve ", here)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("name", " "),
        ("apply", "somewhere"),
        ("address", "example"),
        ("theme", "none"),
        ("timezone", "Mars"),
        ("language", "x y"),
    ],
)
def test_a_wrong_answer_is_named(tmp_path: Path, option: str, value: str) -> None:
    """A wrong option is named with what to write instead, and nothing is written."""
    given = ASKED | {option: value}
    options = [part for name, one in given.items() for part in (f"--{name}", one)]
    done = CliRunner().invoke(main, ["new", "site", str(tmp_path / "a"), *options])
    assert done.exit_code == 1
    assert f"`{option}`" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_person_is_asked_until_it_is_right(tmp_path: Path) -> None:
    """A question is asked again after a wrong answer, with the reason; Enter takes the answer that is offered."""
    written = iter(["Mill Ltd", "nowhere", "jobs@mill.example", "", "no such look", "studio"])
    noted: list[str] = []
    asked: list[str] = []

    def ask(question: str, default: str) -> str:
        asked.append(question)
        return next(written) or default

    answers = answers_of(tmp_path, {}, ask, noted.append)
    assert (answers.name, answers.apply, answers.theme) == ("Mill Ltd", "jobs@mill.example", "studio")
    assert answers.address == "https://example.com/careers/"
    assert len(asked) == 6
    assert len(noted) == 2
    assert "no such look" in noted[1]


def test_the_address_is_that_of_the_repository(tmp_path: Path) -> None:
    """In a clone of a repository on GitHub, the address that is offered is the one that GitHub Pages will give it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text(
        '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:Mill/Jobs.git\n'
    )
    assert answers_of(tmp_path, ASKED, None, print).address == "https://mill.github.io/Jobs/"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:org/repo.git", "https://org.github.io/repo/"),
        ("https://github.com/Org/Repo", "https://org.github.io/Repo/"),
        ("https://user:token@github.com/org/org.github.io.git", "https://org.github.io/"),
        ("https://gitlab.com/org/repo.git", None),
        ("https://github.com.evil.example/org/repo", None),
        ("/srv/git/repo.git", None),
        ("git@github.com:org/a/b.git", None),
    ],
)
def test_addresses_on_pages(remote: str, address: str | None) -> None:
    """The address of a repository's site follows from its remote address, and that of others is not guessed."""
    assert address_on_pages(remote) == address


def test_the_machines_time_zone(tmp_path: Path) -> None:
    """The time zone is that which the machine's link names; without one, or with another file, it is UTC."""
    (tmp_path / "zone").symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    (tmp_path / "other").symlink_to(tmp_path / "nowhere")
    assert zone_of_machine(tmp_path / "zone") == "Europe/Berlin"
    assert zone_of_machine(tmp_path / "other") == "UTC"
    assert zone_of_machine(tmp_path / "none") == "UTC"
