"""The section [check] of site.toml: which problems are not reported where, which are asked for, and how much each matters."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from msgspec.structs import replace

from site_builder.model.check import Check
from site_builder.model.problem import Severity
from site_builder.model.source_files import below_content
from site_builder.reading.codes import read_codes
from site_builder.reading.names import meant
from site_builder.reading.wrong import Wrong, shown

SETTINGS = ("off", "ask")
_SEVERITY = "severity"
_OLDEST = "oldest_days"


class Notes(Protocol):
    """Where problems are noted (see sections.Notes)."""

    def add(self, name: str, message: str, mend: str, code: str = ...) -> None:
        """Note a problem of a setting."""

    def read(self, name: str, read: Callable[[Any], Any], value: Any) -> Any:
        """Return what a reader makes of a value; None, and a note, if it is wrong."""


def read_check(value: Any, notes: Notes) -> dict[str, Any]:
    """Split `[check]` into what holds for all files, and tables for folders, whose names end with `/`. Raises Wrong."""
    if not isinstance(value, dict):
        raise Wrong(f"{shown(value)} is no section", 'Write [check] on a line of its own, and below it off = ["…"].')
    found: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in SETTINGS}
    for name, one in value.items():
        if isinstance(one, dict) and name.endswith("/"):
            folder = below_content(name.removeprefix("/"))
            for setting, codes in one.items():
                _add(found, folder, f"check.{name}", setting, codes, notes)
        elif name not in (_SEVERITY, _OLDEST):
            _add(found, "", "check", name, one, notes)
    check = Check(off=found["off"], ask=found["ask"], severity=_severities(value.get(_SEVERITY, {}), notes))
    oldest = notes.read(f"check.{_OLDEST}", _days, value[_OLDEST]) if _OLDEST in value else None
    return {"check": check if oldest is None else replace(check, oldest_days=oldest)}


def _add(
    found: Mapping[str, dict[str, tuple[str, ...]]], folder: str, section: str, name: str, value: Any, notes: Notes
) -> None:  # where it stands, and what
    dotted = f"{section}.{name}"
    if name in found:
        codes = notes.read(dotted, _codes, value)
        if codes:
            found[name][folder] = (*found[name].get(folder, ()), *codes)
        return
    known = SETTINGS if folder else (*SETTINGS, _SEVERITY, _OLDEST)
    near = meant(name, known)
    mend = (
        f"Did you mean `{near}`?"
        if near
        else f'Write a folder with a slash at its end: [check."{name}/"].'
        if isinstance(value, dict)
        else f"[check] has {', '.join(f'`{one}`' for one in known)}, and tables for folders."
    )
    notes.add(dotted, f"[check] has no setting {shown(name)}", mend, "setting-unknown")


def _codes(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Wrong(f"{shown(value)} is no list of codes", 'Write a list: off = ["apply-missing"].')
    return read_codes(value)


def _days(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Wrong(f"{shown(value)} is no number of days", f"Write a whole number: {_OLDEST} = 120.")
    return value


def _severities(value: Any, notes: Notes) -> dict[str, Severity]:
    if not isinstance(value, dict):
        notes.add("check.severity", f"{shown(value)} is no table", 'Write [check.severity], and below it "apply-missing" = "error".', "setting-wrong")  # fmt: skip
        return {}
    read = {code: notes.read(f"check.severity.{code}", partial(_severity, code), one) for code, one in value.items()}
    return {code: severity for code, severity in read.items() if severity is not None}


def _severity(code: str, value: Any) -> Severity:
    if value not in tuple(Severity):
        raise Wrong(f"{shown(value)} is no severity", f'Write {code} = "error", "warning" or "note".')
    return Severity(value)
