"""A report with one problem of each kind, over files that are there."""

from pathlib import Path

from site_builder.model.problem import Problem, Severity
from site_builder.reporting.report import CheckReport
from tests.site_checks import write_files
from tests.sites import TODAY

FILES = {
    "content/a.md": "---\ntitle: BAKER OF BREAD\nlocation: Berlin\n---\nWe bake.\n",
    "content/日本 語.md": "---\ntitle: Bäcker\nremote: maybe\n---\n日本語の文章 (x) ../rel\n",
}
PROBLEMS = (
    Problem(
        "content/a.md",
        1,
        "apply-missing",
        "the posting does not say how to apply",
        "Add `apply_url: https://…`.",
        Severity.WARNING,
    ),
    Problem(
        "content/a.md",
        2,
        "title-capitals",
        'the title "BAKER OF BREAD" is written in capitals',
        "Write small.",
        Severity.WARNING,
        8,
        14,
    ),
    Problem(
        "content/日本 語.md", 3, "remote-wrong", '`remote`: "maybe" does not say, 100%: where', "Write remote: full."
    ),
    Problem("content/日本 語.md", 5, "relative-link", '"../rel" is no address', "Begin it with `/`.", Severity.WARNING),
    Problem("gone.md", 0, "file-empty", "the file is empty", "Write its text,\nor delete it."),
)


def report(folder: Path, problems: tuple[Problem, ...] = PROBLEMS, **more: object) -> CheckReport:
    """Return a report on files that are written into a folder."""
    write_files(folder, FILES)
    return CheckReport(folder, TODAY, problems, 2, **more)  # type: ignore[arg-type]
