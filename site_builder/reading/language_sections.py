"""`[languages.TAG]` in `site.toml`: a tree of pages for each further language of the site."""

import re
from functools import partial
from typing import Any

from site_builder.model.slug import is_device
from site_builder.model.terms import LISTINGS
from site_builder.model.tree import Tree
from site_builder.reading.names import meant
from site_builder.reading.sections import Notes, read_navigation, read_passage, read_section
from site_builder.reading.values import read_language, read_text
from site_builder.reading.wrong import Wrong, shown

_KNOWN = ("title", "description", "path", "navigation", "equal_opportunity", "theme")
_RIGHT = "Write [languages.de] on a line of its own, and below it what is another there: `title`, `description`, `path`, `navigation`, `equal_opportunity`."


def read_languages(value: Any, notes: Notes) -> dict[str, Any]:
    """Read all languages but the site's own: the trees in their order, and the theme's settings in each, by the language's tag."""
    trees: list[Tree] = []
    settings: dict[str, dict[str, Any]] = {}
    for tag, table in read_section("languages", value, "[languages.de].").items():
        name = f"languages.{tag}"
        language = notes.read(name, read_language, tag)
        if not isinstance(table, dict):
            notes.add(name, f"{shown(tag)} is no section", _RIGHT)
        elif language is not None:
            if any(tree.language == language for tree in trees):
                notes.add(name, f"{language} is there twice", "Take one of the two out.")
            trees.append(_tree(name, language, table, notes))
            if "theme" in table:
                settings[language] = notes.read(f"{name}.theme", partial(_settings, name), table["theme"]) or {}
    _refuse_shared_paths(trees, notes)
    return {"trees": tuple(trees), "tree_settings": {tag: one for tag, one in settings.items() if one}}


def with_main_tree(config: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """Put the site's own language before all others, if there are others."""
    trees: tuple[Tree, ...] = config.get("trees", ())
    if not trees:
        return config
    main = Tree(config.get("language") or "en")
    for tree in trees:
        if tree.language == main.language:
            name = f"languages.{tree.language}"
            notes.add(
                name,
                f"{tree.language} is the site's own language, which lies at its root",
                f"Take [{name}] out, or name another `language` under [site].",
            )
    return {**config, "trees": (main, *trees)}


def _tree(name: str, language: str, table: dict[str, Any], notes: Notes) -> Tree:
    for unknown in table:
        if unknown not in _KNOWN:
            near = meant(unknown, _KNOWN)
            names = ", ".join(f"`{known}`" for known in _KNOWN)
            mend = f"Did you mean `{near}`?" if near else f"[{name}] has {names}; all else is the whole site's."
            notes.add(f"{name}.{unknown}", f"[{name}] has no setting {shown(unknown)}", mend, "setting-unknown")
    texts: dict[str, Any] = {
        key: notes.read(f"{name}.{key}", read_text, table[key]) for key in ("title", "description") if key in table
    }
    if "equal_opportunity" in table:
        passage = f"{name}.equal_opportunity"
        texts["equal_opportunity"] = notes.read(passage, read_passage, table["equal_opportunity"])
    path = notes.read(f"{name}.path", _path, table.get("path", language.lower()))
    links = (
        notes.read(
            f"{name}.navigation", lambda one: read_navigation(f"{name}.navigation", one, notes), table["navigation"]
        )
        if "navigation" in table
        else ()
    )
    return Tree(
        language,
        f"{path}/",
        title=texts.get("title") or "",
        description=texts.get("description") or "",
        equal_opportunity=texts.get("equal_opportunity") or "",
        navigation=links or (),
    )


def _settings(name: str, value: Any) -> dict[str, Any]:
    """Read the theme's settings of a language."""
    right = f"Write [{name}.theme.settings] on a line of its own, and the settings below it. The theme is the same in all languages."
    if not isinstance(value, dict) or set(value) != {"settings"} or not isinstance(value["settings"], dict):
        raise Wrong(f"{shown(value)} are no settings of a theme", right)
    return value["settings"]


_OWN = frozenset({"assets", "jobs", "search", "page", *(row.name for row in LISTINGS)})


def _path(value: Any) -> str:
    """Read the folder of a tree: one name, which is none of the site's own folders."""
    text = read_text(value).strip("/")
    if not re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", text) or is_device(text):
        raise Wrong(
            f"{shown(value)} cannot be the folder of a language",
            'Write one name of letters a to z, digits and hyphens: `path = "de"`.',
        )
    if text in _OWN:
        raise Wrong(f"{shown(text)} is a folder that the site itself needs", 'Write another: `path = "de"`.')
    return text


def _refuse_shared_paths(trees: list[Tree], notes: Notes) -> None:
    seen: dict[str, str] = {}
    for tree in trees:
        first = seen.setdefault(tree.prefix, tree.language)
        if first != tree.language:
            name = f"languages.{tree.language}"
            notes.add(
                f"{name}.path",
                f"/{tree.prefix} is the folder of {first} already",
                f"Write another `path` under [{name}].",
            )
