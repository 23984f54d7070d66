"""What an output renders with: the theme's templates, the functions they see, the texts and assets."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from jinja2.utils import missing
from markupsafe import Markup
from msgspec import json

from site_builder.model.config import Config
from site_builder.model.posting import EmploymentType, Salary
from site_builder.theming import formats
from site_builder.theming.assets import asset_bytes
from site_builder.theming.environment import ThemeEnvironment
from site_builder.theming.fragments import Fragments
from site_builder.theming.mistakes import missing_name, nearest
from site_builder.theming.old_names import rewritten
from site_builder.theming.old_variables import environment_class, with_old_settings, with_old_variables
from site_builder.theming.policy import PagePolicy, with_embedded
from site_builder.theming.scrolling import with_scrolling_tables
from site_builder.theming.theme import Theme


class ThemeRendering:
    """The `Rendering` of a site: its settings, its theme, and how to get at a text's HTML by its digest."""

    def __init__(self, config: Config, theme: Theme, templates: "Templates", description: Callable[[str], str]) -> None:
        """Render with templates made by `templates_of` for the same settings and theme."""
        self.config = config
        self.description = description
        self._theme = theme
        self._templates = templates

    def html(self, template: str, **context: Any) -> bytes:
        """Render a template to UTF-8, with the page's policy in its head."""
        html = self._templates.environment.get_template(template).render(with_old_variables(context))
        return self._templates.policy.put_into(html).encode()

    def file(self, source: str) -> bytes:
        """Return the bytes of an asset, by its name."""
        return _file(self._theme, source)


def _file(theme: Theme, source: str) -> bytes:
    if source in theme.generated:
        return theme.generated[source].encode()
    assets = {asset.name: asset for asset in theme.assets}
    return asset_bytes(Path(assets[source].file), source, assets)


class Templates(NamedTuple):
    """What a theme's pages are made with: its templates, and the policy that is put into each page."""

    environment: ThemeEnvironment
    policy: PagePolicy


def templates_of(config: Config, theme: Theme) -> Templates:
    """Return a theme's templates for a site's settings."""
    sheets = (_file(theme, asset.name) for asset in theme.assets if asset.name.endswith(".css"))
    sources = (Path(file).read_text(encoding="utf-8") for file in theme.templates.values())
    policy = PagePolicy(with_embedded(config.content_security_policy, sheets), sources)
    return Templates(environment_of(config, theme), policy)


class _Loader(BaseLoader):
    """Templates by the names that the theme's look-up found."""

    def __init__(self, templates: dict[str, str]) -> None:
        self._files = templates

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._files:
            raise TemplateNotFound(template)
        file = self._files[template]
        return rewritten(Path(file).read_text(encoding="utf-8"), is_template=True), file, lambda: True


class _Missing(StrictUndefined):
    """A name that does not exist, which says so in the words of templates instead of Python's."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"there is no `{self._undefined_name}` here"
        return missing_name(self._undefined_obj, str(self._undefined_name))


def environment_of(config: Config, theme: Theme) -> ThemeEnvironment:
    """Return the environment of a theme's templates, with all that they see; each is compiled when it is first used."""
    seen = {"name": theme.name, "settings": with_old_settings(theme.settings), "style_sheets": tuple(theme.generated)}
    environment = environment_class()(
        lasting=with_old_variables({"config": config, "theme": seen, **_functions(config, theme)}),
        loader=_Loader(theme.templates),
        autoescape=True,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    def render(template: str, **values: Any) -> str:
        return environment.get_template(template).render(with_old_variables(values))

    for name in environment.globals.keys() - environment.lasting.keys() - _OF_JINJA:
        del environment.globals[name]
    environment.globals |= with_old_variables({"fragment": Fragments(render).of})
    return environment


def prepare(environment: ThemeEnvironment, theme: Theme) -> None:
    """Compile all templates of a theme at once, for the processes that are to be forked."""
    # A file has several names, of which templates use the shortest: `job.html` of the theme in use, `base/job.html` of its parent.
    names = {file: name for name, file in sorted(theme.templates.items(), key=lambda one: len(one[0]), reverse=True)}
    for name in names.values():
        with suppress(Exception):  # told where a page needs the template
            environment.get_template(name)


# What Jinja gives to templates and ours keep; without its text for trying things out.
_OF_JINJA = frozenset({"range", "dict", "namespace", "cycler", "joiner"})

# What many pages show is made once in a process: a date, an address. The number bounds the memory, at a megabyte or two.
_once = lru_cache(maxsize=10_000)


def _functions(config: Config, theme: Theme) -> dict[str, Callable[..., Any]]:  # noqa: C901  # a function each
    """Return the functions that templates see, each of its arguments alone."""
    assets = {asset.name: asset for asset in theme.assets}
    interface = formats.Words(theme.strings, config.language)

    def _zone_of(value: Any) -> ZoneInfo:
        # Of all that is shown only the moment of closing has a time.
        return config.zone_of(value) if isinstance(value, datetime) else config.zone

    @_once
    def asset(name: str) -> str:
        if name not in assets:
            meant = nearest(name, assets)
            raise LookupError(f'there is no asset "{name}"' + (f'; did you mean "{meant}"?' if meant else ""))
        return config.url(config.path_to("", assets[name].path))

    @_once
    def url(path: str) -> str:
        # A path of the site, with the slash before it that people are used to or without.
        return path if path.startswith(("https://", "http://", "mailto:")) else config.url(path.removeprefix("/"))

    @_once
    def format_date(value: Any, language: str | None = None) -> str:
        return formats.format_date(value, language or config.language, _zone_of(value))

    @_once
    def format_moment(value: Any, language: str | None = None) -> str:
        return formats.format_moment(value, language or config.language, _zone_of(value))

    @_once
    def format_salary(salary: Salary, language: str | None = None) -> str:
        return formats.format_salary(salary, language or config.language, interface)

    @_once
    def employment(types: tuple[EmploymentType, ...], words: str | None) -> str | None:
        return formats.employment(types, words, interface)

    @_once
    def in_language(language: str) -> Markup:
        if language == config.language:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(language, formats.direction(language))

    return {
        "url": url,
        "absolute_url": lambda path: config.absolute_url(path.removeprefix("/")),
        "asset": asset,
        "text": interface.text,
        "plural_words": _once(lambda key: json.encode(interface.forms(key)).decode()),
        "words": _once(interface.table),
        "format_date": format_date,
        "format_moment": format_moment,
        "iso_date": _once(lambda value: formats.iso_date(value, _zone_of(value))),
        "format_salary": format_salary,
        "format_place": _once(lambda place: formats.format_place(place, config.language)),
        "short_place": _once(lambda place: formats.short_place(place, config.language)),
        "rest_of_address": _once(lambda place: formats.rest_of_address(place, config.language)),
        "employment": lambda types, words: employment(tuple(types), words),
        "language_name": _once(lambda tag, language=None: formats.language_name(tag, language or config.language)),
        "direction": _once(formats.direction),
        "in_language": in_language,
        "with_scrolling_tables": lambda html: with_scrolling_tables(html, interface.text("table")),
    }
