"""The section [check] of site.toml."""

from site_builder.model.check import Check
from site_builder.model.problem import Severity
from site_builder.reading.settings import read_settings

SITE = '[site]\ntitle = "Jobs"\nbase_url = "https://mill.example/"\n'


def test_codes_by_folder_and_severities() -> None:
    """What holds for all stands under "", what holds for a folder under its name below `content/`."""
    config, _, problems = read_settings(
        f"""{SITE}[check]
off = ["apply-missing"]
ask = ["wording"]
[check."content/us/"]
off = ["pay"]
[check.severity]
"text-missing" = "error"
""".encode()
    )
    assert problems == []
    assert config is not None
    assert config.check == Check(
        off={"": ("apply-missing",), "us/": ("pay",)}, ask={"": ("wording",)}, severity={"text-missing": Severity.ERROR}
    )


def wrong(section: str) -> list[tuple[int, str, str]]:
    """Return line, code and mend of each problem of a section."""
    _, _, problems = read_settings(f"{SITE}{section}".encode())
    return [(problem.line, problem.code, problem.mend) for problem in problems]


def test_wrong_settings_are_named_with_their_lines() -> None:
    """A slip, a folder without its slash, a value of another kind and a severity that is none are errors that say what to write."""
    assert wrong('[check]\nof = ["a"]\n')[0][:2] == (5, "setting-unknown")
    assert wrong('[check]\n"us" = {off = ["a"]}\n') == [
        (5, "setting-unknown", 'Write a folder with a slash at its end: [check."us/"].')
    ]
    assert wrong('[check]\noff = "apply-missing"\n') == [(5, "setting-wrong", 'Write a list: off = ["apply-missing"].')]
    assert wrong('[check."us/"]\nseverity = {}\n')[0][:2] == (5, "setting-unknown")
    assert wrong('[check.severity]\n"text-missing" = "bad"\n') == [
        (5, "setting-wrong", 'Write text-missing = "error", "warning" or "note".')
    ]
    assert wrong("check = 1\n")[0][1] == "setting-unknown"  # it stands under [site]
