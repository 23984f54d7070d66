"""Jinja made cheap for thousands of pages of one theme: the same templates give the same text in less than half the time.

Each part leaves out what Jinja does for needs that themes do not have. What each bought stands in docs/benchmarks.md.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any, cast

from jinja2 import Environment, Template
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_builder.theming.compiling import ThemeCompiler


class ThemeEnvironment(Environment):
    """The templates of one theme, compiled when they are first used.

    `lasting` names the globals that mean the same on every page: values, and functions of their arguments alone.
    """

    def __init__(self, lasting: Mapping[str, Any], **options: Any) -> None:
        """Make an environment with Jinja's options; the lasting names are added to its globals."""
        super().__init__(**options)
        self.lasting = lasting
        self.globals |= lasting
        self.printed = printed
        self.context_class = _Context
        self.code_generator_class = ThemeCompiler
        self._templates: dict[str | Template, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja's name
    ) -> Template:
        """Return a template of the theme. A page asks for eight, which Jinja's cache for changing files makes dear."""
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = super().get_template(name, parent, globals)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals that all templates share: Jinja's chain of mappings, for globals of a single one, is slow."""
        return self.globals if d is None else super().make_globals(d)


def printed(value: Any) -> str:
    """Return a value as HTML. Most are texts without markup, which `escape` would copy and wrap to say that they are."""
    kind, text = type(value), cast("str", value)
    if kind is Markup:
        return text
    if kind is str and not ("&" in text or "<" in text or ">" in text or '"' in text or "'" in text):
        return text
    return escape(value)


class _Context(Context):
    """The names that a template sees."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Any],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002  # Jinja's name
    ) -> None:
        # Without the globals' names, which Jinja compares at every import: all templates have the same.
        super().__init__(environment, parent, name, blocks)

    def derived(self, locals: dict[str, Any] | None = None) -> "_Context":  # noqa: A002  # Jinja's name
        # The context of a block in a loop: the loop's names before all others. It shares what nothing adds to once a page has begun.
        context: _Context = _Context.__new__(_Context)
        context.__dict__.update(self.__dict__)
        context.exported_vars = set()
        context.vars = self.vars.copy()
        for name, value in (locals or {}).items():
            if value is not missing:
                context.vars[name] = value
        return context
