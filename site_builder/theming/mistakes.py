"""What went wrong in a template, for whoever wrote it: the file, the line, and the name that was probably meant."""

import traceback
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from msgspec import Struct, structs

from site_builder.model.listing import flatten
from site_builder.model.problem import Problem
from site_builder.theming.chain import BUILT_IN
from site_builder.theming.formats import MissingWordsError
from site_builder.theming.theme import Theme

_OF_JINJA = "Correct the name, or leave it out: jinja.palletsprojects.com/templates/ lists all filters and tests."
_SYNTAX = "Close each `{%` with `%}`, each `{{` with `}}`, and each block with `{% endblock %}`: jinja.palletsprojects.com/templates/."
_LISTED = "docs/theming.md lists what a template may use."


class _Place(NamedTuple):
    """A line of a template's file."""

    file: str
    line: int


def template_problem(template: str, error: Exception, theme: Theme, site: Path) -> Problem | None:
    """Explain an error that was met while a template was rendered for the site in the folder `site`.

    A syntax error knows where it is; of others the traceback does, in which Jinja names templates' files and lines. None:
    no template had a part in it, so the mistake is our own.
    """
    files = frozenset(theme.templates.values())
    places = [
        _Place(frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in files
    ]
    if not places and not isinstance(error, TemplateError):
        return None
    place = places[-1] if places else _Place(theme.templates.get(template, ""), 0)
    if isinstance(error, RecursionError):
        return _circle(places, theme, site)
    if isinstance(error, TemplateSyntaxError):
        place = _Place(error.filename or place.file, error.lineno)
    if isinstance(error, TemplateNotFound) and not places:
        return _missing_template(template, theme)
    message, mend = _said(error, theme)
    shown = _shown(place.file, site) if place.file else f"templates/{template}"
    return Problem(shown, place.line, "template-error", message, mend)


def missing_name(owner: object, name: str) -> str:
    """Return what to say when a template asks a value of the site for a name that it does not have."""
    what = owner_name(owner)
    has = f"`{what}` has" if what else "the value has" if owner is not None else "`none` has"
    meant = nearest(name, _names(owner))
    return f"{has} no `{name}`; did you mean `{meant}`?" if meant else f"{has} no `{name}`"


def owner_name(owner: object) -> str | None:
    """Return what templates call a value that they see, as docs/theming.md does: `page`, `posting`; None for others."""
    kind = type(owner).__name__
    return OWNERS.get(kind) or ("page" if kind.endswith("Page") else None)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like another, if any is."""
    return next(iter(get_close_matches(name[:_LONGEST], known, n=1, cutoff=0.75)), None)


# difflib takes time by the square of a name's length.
_LONGEST = 60

# What templates call the values that they see.
OWNERS = {
    "Config": "config",
    "JobPosting": "posting",
    "JobSummary": "job",
    "Link": "link",
    "Organization": "organization",
}


def _names(owner: object) -> Iterable[str]:
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    fields = [field.name for field in structs.fields(owner)] if isinstance(owner, Struct) else []
    properties = [
        name for kind in type(owner).__mro__ for name, value in vars(kind).items() if isinstance(value, property)
    ]
    return [*fields, *properties]


def _said(error: Exception, theme: Theme) -> tuple[str, str]:
    """Return what an error says, and what to do."""
    if isinstance(error, TemplateNotFound):
        mend = "Correct the name in `extends`, `include` or `import`."
        return f'there is no template "{error.name}"', _question(str(error.name), theme.templates) + mend
    if isinstance(error, MissingWordsError):
        words = {key for strings in theme.strings.values() for key, _ in flatten(strings)}
        mend = "Write them into strings/en.toml, or correct the name."
        return f'there are no words "{error.key}" in strings/', _question(error.key, sorted(words)) + mend
    said = str(error.args[0]) if error.args else str(error)
    if isinstance(error, TemplateSyntaxError):
        return said, _OF_JINJA if said.startswith(("No filter", "No test")) else _SYNTAX
    return said, _LISTED


def _missing_template(template: str, theme: Theme) -> Problem:
    """Explain that a theme has no template for a kind of page, nor has any that it extends."""
    message = f'neither the theme "{theme.name}" nor one that it extends has a template "{template}"'
    mend = f'Write `extends = "base"` above all tables, so that base\'s stand in; or write templates/{template}.'
    return Problem(f"themes/{theme.name}/theme.toml", 0, "template-error", message, mend)


def _question(name: str, known: Iterable[str]) -> str:
    meant = nearest(name, known)
    return f"Did you mean {meant}? " if meant else ""


def _circle(places: list[_Place], theme: Theme, site: Path) -> Problem:
    """Explain templates that lead to each other without end: those whose lines come again and again."""
    counted = Counter(places)
    often = max(counted.values(), default=0)
    circle = sorted(place for place, count in counted.items() if count > often // 2)
    # Of several the one that its author can mend: what came with the program is right.
    place = next((one for one in circle if not _is_built_in(one.file)), circle[0] if circle else _Place("", 0))
    lines = Path(place.file).read_text(encoding="utf-8").splitlines() if place.file else []
    extends = "extends" in "".join(lines[place.line - 1 : place.line])
    message, mend = (
        "the template comes to itself again without end",
        "Take the `include` or the call out that leads back.",
    )
    if extends:
        names = [name for name, file in theme.templates.items() if file == place.file]
        parents = (
            name
            for name, file in theme.templates.items()
            if file != place.file and any(name.endswith(f"/{own}") for own in names)
        )
        parent = next(parents, None)
        message = "the template extends itself" if len(circle) == 1 else "the templates extend each other in a circle"
        mend = f'Write {{% extends "{parent}" %}}.' if parent else "Take its `extends` out."
    return Problem(_shown(place.file, site), place.line, "template-error", message, mend)


def _is_built_in(file: str) -> bool:
    return Path(file).is_relative_to(BUILT_IN)


def _shown(file: str, site: Path) -> str:
    """Return a template's file as people name it: relative to the site, or to where the program's themes lie."""
    root = next((root for root in (site, BUILT_IN.parent) if Path(file).is_relative_to(root)), None)
    return Path(file).relative_to(root).as_posix() if root else file
