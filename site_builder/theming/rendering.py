"""What an output renders with: the theme's templates, the functions they see, the texts and assets."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from jinja2.utils import missing
from markupsafe import Markup

from site_builder.model.posting import Place, Salary
from site_builder.model.site import Config
from site_builder.theming import formats
from site_builder.theming.assets import asset_bytes
from site_builder.theming.mistakes import missing_name, nearest
from site_builder.theming.theme import Theme


class ThemeRendering:
    """The `Rendering` of a site: its settings, its theme, and how to get at a text's HTML by its digest."""

    def __init__(
        self, config: Config, theme: Theme, environment: Environment, description: Callable[[str], str]
    ) -> None:
        """Render with an environment made by `environment_of` for the same settings and theme."""
        self.config = config
        self.description = description
        self._assets = {asset.name: asset for asset in theme.assets}
        self._templates = environment

    def html(self, template: str, **context: Any) -> bytes:
        """Render a template to UTF-8."""
        return self._templates.get_template(template).render(context).encode()

    def file(self, source: str) -> bytes:
        """Return the bytes of an asset, by its name."""
        return asset_bytes(Path(self._assets[source].file), source, self._assets)


class _Loader(BaseLoader):
    """Templates by the names that the theme's look-up found."""

    def __init__(self, templates: dict[str, str]) -> None:
        self._files = templates

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._files:
            raise TemplateNotFound(template)
        file = self._files[template]
        return Path(file).read_text(encoding="utf-8"), file, lambda: True


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


def environment_of(config: Config, theme: Theme) -> Environment:
    """Return the environment of a theme's templates, with all that they see; each is compiled when it is first used."""
    assets = {asset.name: asset for asset in theme.assets}
    environment = Environment(
        loader=_Loader(theme.templates),
        autoescape=True,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    words = formats.Words(theme.strings, config.language)
    zone = config.zone

    # What many pages show is made once in a process: a date, an address, a job's card in nine lists.
    @cache
    def asset(name: str) -> str:
        if name not in assets:
            meant = nearest(name, assets)
            raise LookupError(f'there is no asset "{name}"' + (f'; did you mean "{meant}"?' if meant else ""))
        return config.url(assets[name].path)

    @cache
    def url(path: str) -> str:
        # A path of the site, with the slash before it that people are used to or without.
        return path if path.startswith(("https://", "http://", "mailto:")) else config.url(path.removeprefix("/"))

    @cache
    def format_date(value: Any, language: str | None = None) -> str:
        return formats.format_date(value, language or config.language, zone)

    @cache
    def format_salary(salary: Salary, language: str | None = None) -> str:
        return formats.format_salary(salary, language or config.language, words)

    @cache
    def format_place(place: Place) -> str:
        return formats.format_place(place, config.language)

    @cache
    def language_name(tag: str) -> str:
        return formats.language_name(tag, config.language)

    @cache
    def iso_date(value: date) -> str:
        return formats.iso_date(value, zone)

    @cache
    def fragment(template: str, **values: Any) -> Markup:
        return Markup(environment.get_template(template).render(values))  # noqa: S704  # escaped by its template

    environment.globals = {
        **{
            name: environment.globals[name]
            for name in ("range", "dict", "namespace", "cycler", "joiner")
            if name in environment.globals
        },
        "config": config,
        "theme": {"name": theme.name, "settings": theme.settings},
        "url": url,
        "absolute_url": lambda path: config.absolute_url(path.removeprefix("/")),
        "asset": asset,
        "format_date": format_date,
        "iso_date": iso_date,
        "fragment": fragment,
        "format_salary": format_salary,
        "format_place": format_place,
        "language_name": language_name,
        "text": words.text,
    }
    return environment
