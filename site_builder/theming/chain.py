"""A theme and its parents: where they lie, and what their theme.toml say."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from os.path import isdir, isfile
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.deprecated import Kind, of_kinds
from site_builder.model.deprecated_uses import use_of
from site_builder.model.old_names import renewed
from site_builder.model.problem import Problem, Severity
from site_builder.model.toml_lines import lines_of
from site_builder.theming.files import Place, link_problems, read_toml
from site_builder.theming.theme_settings import KINDS, written

# In the wheel the built-in themes lie inside the package, in the source tree beside it.
_PACKAGE = Path(__file__).parent.parent
BUILT_IN = next(folder for folder in (_PACKAGE / "themes", _PACKAGE.parent / "themes") if folder.is_dir())

FILE = "theme.toml"


class Manifest(Struct, frozen=True):
    """A theme's place, and its theme.toml: the values, and the text in which they stand."""

    place: Place
    table: dict[str, Any]
    text: str

    @property
    def shown(self) -> str:
        """The name of theme.toml for people."""
        return self.place.shown(FILE)

    def table_of(self, section: str) -> dict[str, Any]:
        """Return one of the tables; empty where the file has none."""
        return dict(self.table.get(section, {}))

    def line_of(self, *names: str) -> int:
        """Return the line of a name, or of the nearest above it that has one; 1 where none has."""
        lines = lines_of(self.text)
        above = (".".join(names[:end]) for end in range(len(names), 0, -1))
        return next((lines[dotted] for dotted in above if dotted in lines), 1)

    def line_of_setting(self, name: str) -> int:
        """Return the line on which a setting, its choices or its kind stand; 0 where none does."""
        lines = lines_of(self.text)
        places = (f"{section}.{name}" for section in ("settings", "choices", "kinds"))
        return next((lines[dotted] for dotted in places if dotted in lines), 0)


def chain_of(name: str, site: Path, line_of: Mapping[str, int]) -> tuple[list[Manifest], list[Problem]]:
    """Return the theme that a site asks for, and its parents after it. Without a chain the problems say why; with one they are warnings.

    `line_of` gives the line of `theme.name` in site.toml.
    """
    chain: list[Manifest] = []
    warnings: list[Problem] = []
    wanted: object = name
    asked_in, line = "site.toml", line_of.get("theme.name", 1)
    while wanted:
        place = _place_of(wanted, site)
        if place is None:
            return [], [_missing(wanted, site, asked_in, line)]
        file = place.shown(FILE)
        if any(place == seen.place for seen in chain):
            mend = "Take `extends` out of one of the themes."
            return [], [Problem(file, chain[-1].line_of("extends"), "theme-circle", "the theme extends itself", mend)]
        if problems := list(link_problems(place, FILE)):
            return [], problems
        table, text, problems = read_toml(place.folder / FILE, file)
        theme = Manifest(place, table, text)
        if problems or (problems := list(_shape_problems(theme))):
            return [], problems
        theme, old = _with_new_names(theme)
        warnings += [*old, *_unknown_names(theme)]
        chain.append(theme)
        wanted, asked_in, line = theme.table.get("extends"), file, theme.line_of("extends")
    return chain, warnings


def _missing(wanted: object, site: Path, asked_in: str, line: int) -> Problem:
    names = sorted({one.parent.name for place in (site / "themes", BUILT_IN) for one in place.glob(f"*/{FILE}")})
    message = f"there is no theme {written(wanted)}"
    if isinstance(wanted, str) and re.fullmatch(r"[\w-]+", wanted) and isdir(site / "themes" / wanted):  # noqa: PTH112
        mend = f'Write the file themes/{wanted}/{FILE}, with `name = "{wanted}"` and `extends = "base"`.'
        return Problem(asked_in, line, "theme-missing", f"{message}: themes/{wanted}/ has no {FILE}", mend)
    return Problem(asked_in, line, "theme-missing", message, f"Choose one of: {', '.join(names)}.")


def _with_new_names(theme: Manifest) -> tuple[Manifest, list[Problem]]:
    """Read names that were replaced as the new ones."""
    olds = of_kinds(Kind.THEME)
    if not olds:
        return theme, []
    table, lines, found = renewed(theme.table, lines_of(theme.text), olds)
    return replace(theme, table=table), [use_of(old, theme.shown, lines.get(name, 1)) for old, name in found]


_KNOWN = ("name", "description", "extends", "settings", "choices", "kinds")


def _unknown_names(theme: Manifest) -> Iterator[Problem]:
    """Say which names are probably slips for ours; others are the theme's own business."""
    for name in theme.table.keys() - set(_KNOWN):
        for near in get_close_matches(name[:60], _KNOWN, n=1, cutoff=0.75):
            message, mend = f"{FILE} has no `{name}`, so nothing comes of it", f"Did you mean `{near}`?"
            yield Problem(theme.shown, theme.line_of(name), "theme-wrong", message, mend, Severity.WARNING)


def _shape_problems(theme: Manifest) -> Iterator[Problem]:
    """Refuse a theme.toml whose tables are none, or whose choices are no lists."""
    for section in ("settings", "choices", "kinds"):
        if not isinstance(theme.table.get(section, {}), dict):
            mend = f"Write [{section}] on a line of its own, and `name = …` below it."
            yield Problem(theme.shown, theme.line_of(section), "theme-wrong", f"`{section}` is no table", mend)
            return
    for name, choice in theme.table_of("choices").items():
        if not isinstance(choice, list):
            mend = f'Write a list of values: `{name} = ["one", "two"]`.'
            message = f"the choices of `{name}` are no list"
            yield Problem(theme.shown, theme.line_of("choices", name), "theme-wrong", message, mend)
    for name, kind in theme.table_of("kinds").items():
        if not isinstance(kind, str) or kind not in KINDS:
            mend = f"Write one of: {', '.join(map(written, KINDS))}."
            message = f"`{name}` cannot be of the kind {written(kind)}"
            yield Problem(theme.shown, theme.line_of("kinds", name), "theme-wrong", message, mend)


def _place_of(theme: object, site: Path) -> Place | None:
    """Return where a theme lies: in the site, or among those that came with the program."""
    if not isinstance(theme, str) or not re.fullmatch(r"[\w-]+", theme):
        return None
    own = Place(site, f"themes/{theme}", trusted=site == BUILT_IN.parent)
    ours = Place(BUILT_IN.parent, f"{BUILT_IN.name}/{theme}", trusted=True)
    # `os.path` takes a name that is too long, or a folder that is closed to us, for one that is not there; `pathlib` raises.
    return next((place for place in (own, ours) if isfile(place.folder / FILE)), None)  # noqa: PTH113
