"""Old options of commands go on working, also in workflows."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import main
from site_builder.commands.kinds import Command
from site_builder.model.deprecated import Kind
from tests.deprecated.old_names import checked, put, row
from tests.site_checks import write_files
from tests.sites import write_site


def test_an_old_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old option, with its value behind a space or an equals sign, does what the new one does, and says so."""
    put(
        monkeypatch,
        row(Kind.OPTION, "build --day", "build --as-of"),
        row(Kind.OPTION, "build --verbose", mend="Leave it out."),
    )
    site = write_site(tmp_path, 1)
    for words in (["--day", "2026-11-21"], ["--day=2026-11-21"]):
        done = CliRunner().invoke(main, ["build", "--site", str(site), *words])
        assert done.exit_code == 0
        assert done.output.startswith(
            "--day: warning: `build --day` is now called `build --as-of`; version 2.0.0 will not know the old name any more [option-deprecated]\n"
            "    Write `build --as-of`.\n"
        )
        assert "2026-11-21: 1 open posting" in done.output
    assert "nothing takes its place" in CliRunner().invoke(main, ["build", "--site", str(site), "--verbose"]).output
    assert CliRunner().invoke(main, ["check", "--site", str(site), "--day", "2026-11-21"]).exit_code == 2


def test_an_old_option_in_a_workflow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` names the line of a workflow on which an old option stands, in a call of its command alone."""
    put(monkeypatch, row(Kind.OPTION, "build --day", "build --as-of"))
    site = write_site(tmp_path, 1)
    text = "jobs:\n  - run: site-builder build --clean --day 2026-11-21\n  - run: |\n      site-builder build \\\n        --day=x\n  - run: site-builder check --day x; other --day\n  - run: site-builder build --days\n"
    write_files(site, {".github/workflows/pages.yml": text})
    assert [(one.place, one.column, one.code) for one in checked(site)] == [
        (".github/workflows/pages.yml:2", 37, "option-deprecated"),
        (".github/workflows/pages.yml:5", 9, "option-deprecated"),
    ]


def test_every_command_takes_old_options() -> None:
    """No command is of another kind than the one that knows old options."""
    commands = [main]
    for one in commands:
        commands += getattr(one, "commands", {}).values()
    assert all(isinstance(one, Command) for one in commands if not hasattr(one, "commands"))
