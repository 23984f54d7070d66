"""`new site`: a whole careers site to start from, which builds at once."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

from site_builder import __version__
from site_builder.checking.built.served import EXAMPLE
from site_builder.model.value import Value
from site_builder.reading.base_url import read_base_url
from site_builder.reading.rules import POSTING
from site_builder.reading.settings import SETTINGS
from site_builder.reading.values import is_email, read_email, read_text, read_url
from site_builder.reading.wrong import Wrong
from site_builder.starting.editor_schemas import SCHEMAS
from site_builder.starting.issue_form import form
from site_builder.starting.pinned_actions import PINNED, pinned
from site_builder.starting.reference import reference
from site_builder.starting.writing import NewError, write_all
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.files import read_toml

SAMPLE_ADDRESS = "https://example.com/careers/"
"""The address of a site that has none yet: a name kept for samples (RFC 2606)."""
_OPEN_FOR = timedelta(days=60)
_FILES = Path(__file__).parent / "files"


class Answers(Value, frozen=True):
    """What is asked of whoever begins a site.

    `apply` is an e-mail address or an address on the web, `theme` the name of a built-in theme, `timezone` an IANA name, `language` a BCP 47 tag.
    """

    name: str
    apply: str
    address: str = SAMPLE_ADDRESS
    theme: str = "base"
    timezone: str = "UTC"
    language: str = "en"


def themes() -> dict[str, str]:
    """Return the built-in themes' names, `base` first, each with its description."""
    found = {}
    for file in sorted(BUILT_IN.glob("*/theme.toml")):
        table, _, _ = read_toml(file, file.name)
        found[file.parent.name] = str(table.get("description", ""))
    return dict(sorted(found.items(), key=lambda one: one[0] != "base"))


def read_apply(value: str) -> str:
    """Return where to apply, an e-mail address or a web address. Raises Wrong."""
    return read_email(value) if "@" in value and "/" not in value else read_url(value)


def read_theme(value: str) -> str:
    """Return the name of a built-in theme. Raises Wrong."""
    known = themes()
    if value not in known:
        raise Wrong(f'there is no theme "{value}"', f"Choose one of: {', '.join(known)}.")
    return value


READERS = {
    "name": read_text,
    "apply": read_apply,
    "address": read_base_url,
    "theme": read_theme,
    **{setting.name: setting.read for setting in SETTINGS if setting.name in ("timezone", "language")},
}
"""What reads each answer: it returns the answer as it is kept, or raises Wrong."""


def new_site(folder: Path, answers: Answers, today: date) -> tuple[str, ...]:
    """Write a site into a folder that is empty or not there, and return the paths of its files. Raises NewError.

    It is there as a whole or not at all: see `writing`.
    """
    values: dict[str, Any] = {}
    for name, read in READERS.items():
        try:
            values[name] = read(getattr(answers, name))
        except Wrong as wrong:
            raise NewError(f"`{name}`: {wrong.message}", wrong.mend) from wrong
    files = site_files(Answers(**values), today)
    write_all(folder, files)
    return tuple(files)


def site_files(answers: Answers, today: date) -> dict[str, str]:
    """Return the texts of all files of a new site by their paths."""
    values = _values(answers, today)
    files = {
        _place(file): _filled(file.read_text("utf-8"), values) for file in sorted(_FILES.rglob("*")) if file.is_file()
    }
    files |= dict(_made())
    return dict(sorted(files.items()))


def _values(answers: Answers, today: date) -> dict[str, str]:
    title = f"Jobs at {answers.name}"
    given = {
        "title": _toml(title),
        "plain_title": re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", title),
        "name": _toml(answers.name),
        "address": _toml(answers.address),
        "language": _toml(answers.language),
        "language_of_examples": "" if answers.language.partition("-")[0] == "en" else "language: en\n",
        "timezone": _toml(answers.timezone),
        "theme": _toml(answers.theme),
        "themes": ", ".join(_toml(name) for name in themes()),
        "apply_field": "apply_email" if is_email(answers.apply) else "apply_url",
        "apply": _toml(answers.apply),
        "today": today.isoformat(),
        "later": (today + _OPEN_FOR).isoformat(),
        "example": EXAMPLE,
        "version": __version__,
        # Not all sites at one time; the same for one site always, and never on the full hour.
        "minute": str(crc32(answers.name.encode()) % 58 + 1),
    }
    return given | {action: pinned(action) for action in PINNED}


def _toml(text: str) -> str:
    """Return a text as TOML's basic string: JSON's, but for the one control character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


_PLACEHOLDER = re.compile(r"«([\w-]+)»")


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda found: values[found[1]], text)


_DOTTED = frozenset({"gitignore", "gitattributes", "github", "vscode"})


def _place(file: Path) -> str:
    """Return where a file of ours comes to lie: names that begin with a dot have none here, so that tools pass them over."""
    first, *others = file.relative_to(_FILES).parts
    return "/".join([f".{first}" if first in _DOTTED else first, *others])


def _made() -> Iterator[tuple[str, str]]:
    """Yield the files that are made from tables."""
    for name, schema in SCHEMAS.items():
        yield f".vscode/{name}.schema.json", json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    yield ".vscode/site-builder.code-snippets", json.dumps(_snippets(), indent=2, ensure_ascii=False) + "\n"
    yield ".github/ISSUE_TEMPLATE/new-job.yml", form()
    yield "REFERENCE.md", reference()


_IN_A_SNIPPET = ("title", "locations", "remote", "employment_type", "salary", "date_posted", "valid_through", "tags")


def _snippets() -> dict[str, Any]:
    """Return VS Code's snippets for Markdown: a posting, and each field with its example."""
    rules = {rule.name: rule for rule in POSTING}
    rows = []
    for number, name in enumerate(_IN_A_SNIPPET, 1):
        field, _, example = rules[name].right.partition(": ")
        today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE" if name == "date_posted" else _escaped(example)
        rows.append(f"{field}: ${{{number}:{today}}}")
    posting = {
        "scope": "markdown",
        "prefix": "job",
        "description": "A job posting",
        "body": ["---", *rows, "---", "", "$0"],
    }
    fields = {
        f"Field {rule.name}": {
            "scope": "markdown",
            "prefix": rule.name,
            "description": rule.says,
            "body": [f"{rule.name}: ${{1:{_escaped(rule.right.partition(': ')[2])}}}"],
        }
        for rule in POSTING
    }
    return {"A job posting": posting, **fields}


def _escaped(text: str) -> str:
    return re.sub(r"([\\$}])", r"\\\1", text)


def address_on_pages(remote: str) -> str | None:
    """Return the address on GitHub Pages of the repository at a remote address of git, None where it is none of GitHub's.

    `git@github.com:org/repo.git` and `https://github.com/org/repo` -> `https://org.github.io/repo/`; `org/org.github.io` lies at the root.
    """
    path = remote.removeprefix("git@github.com:") if remote.startswith("git@") else urlsplit(remote).path.lstrip("/")
    host = "github.com" if remote.startswith("git@github.com:") else urlsplit(remote).hostname
    owner, _, name = path.removesuffix("/").removesuffix(".git").partition("/")
    if host != "github.com" or not owner or not name or "/" in name:
        return None
    home = f"{owner.lower()}.github.io"
    return f"https://{home}/" if name.lower() == home else f"https://{home}/{name}/"
