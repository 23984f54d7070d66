"""Names that were replaced, or will go: the one table of them, and what is said where one is still used.

A name in the table goes on working: it is read as the one that takes its place. `check` says where it stands and what to write, `build` says it once for
all files. docs/stability.md has the table for people, which is made from this one.

Loaded by every command, so it needs no other module. The form of a row follows ESLint's `DeprecatedInfo` (eslint.org/docs/latest/extend/rule-deprecation): since when, until when, what instead.
"""

from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Kind(StrEnum):
    """Where a name stands, and how it is written in the table."""

    FIELD = "front matter"  # of postings and pages: its canonical name
    SETTING = "site.toml"  # dotted, with its sections: `site.per_page`; `*` is any one part: `languages.*.path`
    THEME = "theme.toml"  # dotted: `choices`
    THEME_SETTING = (
        "setting of a theme"  # as it stands under [theme.settings] in site.toml, and [settings] in theme.toml
    )
    VARIABLE = "variable or function of templates"  # `format_date`, `description`, or with its owner: `page.address`
    BLOCK = "block of templates"
    TEMPLATE = "template"  # a file's name: `job_card.html`
    HOOK = "attribute for scripts"  # `data-closes`
    TOKEN = "token of style sheets"  # `--accent`
    OPTION = "option of a command"  # `build --base-url`


class Deprecated(NamedTuple):
    """A name that was replaced or will go.

    `since` is the version that says so first, `until` the one that will not know the name any more; `instead` is the name that takes its place, of the
    same kind and written in the same way. Where none does, the name itself stays until then, and `mend` says what to do, in a sentence.
    """

    kind: Kind
    name: str
    since: str
    until: str
    instead: str = ""
    mend: str = ""

    @property
    def code(self) -> str:
        """The code of the problem where the name is used."""
        return _CODES.get(self.kind, "theme-deprecated")

    @property
    def message(self) -> str:
        """What is wrong, the same wherever the name stands."""
        name, new = self._short(self.name), self._short(self.instead)
        if not new:
            return f"`{name}` will go, and nothing takes its place; version {self.until} will not know it any more"
        return f"`{name}` is now called `{new}`; version {self.until} will not know the old name any more"

    @property
    def what_to_write(self) -> str:
        """What to do where it stands."""
        return self.mend or f"Write `{self._short(self.instead)}`."

    def _short(self, name: str) -> str:
        """Return a name as it is written in its place: without its section where the other one has the same."""
        if self.kind not in (Kind.SETTING, Kind.THEME) or self._section(self.name) != self._section(
            self.instead or name
        ):
            return name
        return name.rpartition(".")[2]

    @staticmethod
    def _section(name: str) -> str:
        return name.rpartition(".")[0]


_CODES = {
    Kind.FIELD: "field-deprecated",
    Kind.SETTING: "setting-deprecated",
    Kind.OPTION: "option-deprecated",
}

NAMES: tuple[Deprecated, ...] = ()
"""All names that were replaced or will go. A row stays until the version that it names; the tests fail when that one comes."""


def of_kinds(*kinds: Kind) -> tuple[Deprecated, ...]:
    """Return the rows of some kinds."""
    return _of_kinds(NAMES, kinds) if NAMES else ()


@cache
def _of_kinds(names: tuple[Deprecated, ...], kinds: tuple[Kind, ...]) -> tuple[Deprecated, ...]:
    return tuple(one for one in names if one.kind in kinds)
