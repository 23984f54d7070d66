"""What a new site's answers are: given as options, asked of a person, or found out."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from site_builder.reading.wrong import Wrong
from site_builder.starting.new_site import READERS, SAMPLE_ADDRESS, Answers, address_on_pages, themes
from site_builder.starting.writing import NewError

Ask = Callable[[str, str], str]
"""Asks a person a question, with an answer that Enter takes (empty: there is none), and returns what they wrote."""
_LARGEST = 100_000


def answers_of(folder: Path, given: Mapping[str, str | None], ask: Ask | None, note: Callable[[str], None]) -> Answers:
    """Return the answers. `given` are the options by name; `ask` is None where no person is there; `note` says why an answer is asked again.

    Raises NewError where an option is missing or wrong.
    """
    known = {name: value for name, value in given.items() if value is not None}
    defaults = {
        "address": _address_of(folder) or SAMPLE_ADDRESS,
        "theme": "base",
        "timezone": zone_of_machine(Path("/etc/localtime")),
        "language": "en",
    }
    if ask is None:
        missing = [f"--{name}" for name in _QUESTIONS if name not in known | defaults]
        if missing:
            raise NewError(
                f"nobody is there to ask for {' and '.join(missing)}",
                'Write for example: --name "Example Ltd" --apply jobs@example.com',
            )
        return Answers(**(defaults | known))
    for name, question in _QUESTIONS.items():
        if name not in known:
            known[name] = _asked(name, question(), defaults.get(name, ""), ask, note)
    return Answers(**(defaults | known))


def _look() -> str:
    described = "".join(f"\n  {name}: {says}" for name, says in themes().items())
    return f"Which look?{described}\nLook:"


_QUESTIONS: Mapping[str, Callable[[], str]] = {
    "name": lambda: "What is your organization called?",
    "apply": lambda: "Where do people apply? An e-mail address or a link:",
    "address": lambda: "Where will the site be? (Enter if you do not know: GitHub Pages finds out by itself)",
    "theme": _look,
}


def _asked(name: str, question: str, default: str, ask: Ask, note: Callable[[str], None]) -> str:
    """Ask until the answer can be taken."""
    while True:
        answer = ask(question, default)
        try:
            READERS[name](answer)
        except Wrong as wrong:
            note(f"{wrong.message}. {wrong.mend}")
        else:
            return answer


_REMOTE = re.compile(r'^\[remote "origin"\][^\[]*?^\s*url\s*=\s*(\S+)', re.MULTILINE)


def _address_of(folder: Path) -> str | None:
    """Return the address on GitHub Pages of the repository in a folder, if it is one of GitHub's."""
    file = folder / ".git" / "config"
    if not file.is_file() or file.stat().st_size > _LARGEST:
        return None
    found = _REMOTE.search(file.read_text("utf-8", "replace"))
    return address_on_pages(found[1]) if found else None


def zone_of_machine(link: Path) -> str:
    """Return the IANA name of the machine's time zone, by the link that names it; UTC where there is none."""
    name = link.resolve().as_posix().partition("/zoneinfo/")[2] if link.is_symlink() else ""
    try:
        READERS["timezone"](name)
    except Wrong:
        return "UTC"
    return name
