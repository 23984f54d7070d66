"""Old names of what templates see: looked up where a template asks for one, and found as the new."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Undefined

from site_builder.model.deprecated import Kind, of_kinds
from site_builder.theming.environment import ThemeEnvironment
from site_builder.theming.mistakes import owner_name


def with_old_variables(values: dict[str, Any]) -> dict[str, Any]:
    """Return variables and functions with the old names of those that are there."""
    olds = of_kinds(Kind.VARIABLE)
    return {one.name: values[one.instead] for one in olds if one.instead in values} | values if olds else values


def with_old_settings(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a theme's settings with the old names of those that are there."""
    olds = of_kinds(Kind.THEME_SETTING)
    return (
        {one.name: settings[one.instead] for one in olds if one.instead in settings} | dict(settings)
        if olds
        else settings
    )


def environment_class() -> type[ThemeEnvironment]:
    """Return the class of environments: one that knows old names of attributes, where there are any."""
    return _OldAttributes if any("." in one.name for one in of_kinds(Kind.VARIABLE)) else ThemeEnvironment


class _OldAttributes(ThemeEnvironment):
    """Looks an attribute that is not there up by its new name, whatever the template calls the value: `{% set one = page %}{{ one.old }}`."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        value = super().getattr(obj, attribute)
        new = _new_name(obj, attribute) if isinstance(value, Undefined) else ""
        return super().getattr(obj, new) if new else value

    def getitem(self, obj: Any, argument: Any) -> Any:
        value = super().getitem(obj, argument)
        new = _new_name(obj, argument) if isinstance(value, Undefined) else ""
        return super().getitem(obj, new) if new else value


def _new_name(owner: object, name: object) -> str:
    """Return the new name of an attribute, empty where the table has none."""
    dotted = f"{owner_name(owner)}.{name}"
    return next((one.instead.rpartition(".")[2] for one in of_kinds(Kind.VARIABLE) if one.name == dotted), "")
