"""What is wrong with the words that turn problems off: codes that do not exist, errors that stay, and what finds nothing any more."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from site_builder.engine.regular_file import read_start
from site_builder.explanations.catalogue import codes_in, explanations, nearest, unknown
from site_builder.model.check import Check, Off
from site_builder.model.problem import Problem, Severity
from site_builder.project import Project
from site_builder.reading.settings import FILE, read_settings
from site_builder.reading.source_text import LARGEST_FILE

_LISTED = "`site-builder check --explain all` lists them."


def problems_of_files(
    off: Mapping[str, Iterable[Off]],
    found: Collection[tuple[str, str]],
    looked_for: Collection[str],
    refused: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with what files turn off.

    `found` are the codes that were found, with their files; `looked_for` those that would have been found in any posting that reading does not
    refuse. Of the rules' codes, nothing is said in files that are `refused`, since no rule looked at them.
    """
    known = explanations()
    for path, some in off.items():
        for one in some:
            codes = codes_in([one.code])
            if unknown([one.code]):
                yield Problem(path, one.line, "check-code-unknown", *_unknown(one.code), Severity.WARNING)
            elif codes and not any(known[code].can_be_off for code in codes):
                yield Problem(path, one.line, "check-off-error", *_error(one.code), Severity.WARNING)
            elif not any((path, code) in found or code not in looked_for for code in codes) and not (
                path in refused and any(known[code].own for code in codes)
            ):
                message = f"`{one.code}` is turned off here, but nothing of it is found"
                yield Problem(path, one.line, "check-off-unused", message, f"Take `{one.code}` out.", Severity.WARNING)


def problems_of_settings(project: Project) -> Iterator[Problem]:
    """Yield what is wrong with the codes in [check]."""
    check = project.config.check
    named = list(_named(check))
    wrong = [(place, code) for place, code in named if unknown([code])]
    vain = [
        (place, code)
        for place, code in named
        if ".ask" not in place
        and (codes := codes_in([code]))
        and not any(explanations()[one].can_be_off for one in codes)
    ]
    if not wrong and not vain:
        return
    data, _ = read_start(project.root / FILE, LARGEST_FILE + 1)
    _, lines, _ = read_settings(data)
    for place, code in wrong:
        yield Problem(FILE, _line(lines, place), "check-code-unknown", *_unknown(code))
    for place, code in vain:
        yield Problem(FILE, _line(lines, place), "check-off-error", *_error(code), Severity.WARNING)


def _named(check: Check) -> Iterator[tuple[str, str]]:
    for setting, by_folder in (("off", check.off), ("ask", check.ask)):
        for folder, codes in by_folder.items():
            yield from ((f"check.{folder}.{setting}" if folder else f"check.{setting}", code) for code in codes)
    yield from ((f"check.severity.{code}", code) for code in check.severity)


def _line(lines: Mapping[str, int], place: str) -> int:
    """Return the line of a setting; a folder may be written with `content/` or a slash before it."""
    first, _, rest = place.partition(".")
    for name in (place, f"{first}.content/{rest}", f"{first}./{rest}", f"{first}./content/{rest}", first):
        if name in lines:
            return lines[name]
    return 1


def _unknown(code: str) -> tuple[str, str]:
    near = nearest(code)
    return f"there is no code or group `{code}`", f"Did you mean `{near}`? {_LISTED}" if near else _LISTED


def _error(code: str) -> tuple[str, str]:
    message = f"`{code}` cannot be turned off: with such an error, nothing is published"
    return message, f"Mend what it names, and take `{code}` out here."
