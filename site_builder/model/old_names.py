"""Old names in the tables of a TOML file: read as the new ones, and written as these where that changes nothing else."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from site_builder.model.deprecated import Deprecated
from site_builder.model.toml_lines import names_in

Path = tuple[str | int, ...]


class Renewed(NamedTuple):
    """Tables under their new names; the lines of all names, old and new; the old ones that were there, each dotted as it was written."""

    table: dict[str, Any]
    lines: dict[str, int]
    found: list[tuple[Deprecated, str]]


def renewed(table: dict[str, Any], lines: dict[str, int], olds: Iterable[Deprecated]) -> Renewed:
    """Read old names as new ones. Where a file has both, the new one counts."""
    new, new_lines = deepcopy(table), dict(lines)
    found: list[tuple[Deprecated, str]] = []
    for one in olds:
        parts = one.name.split(".")
        for written in list(_written(new, parts)):
            dotted = _dotted(written)
            found.append((one, dotted))
            if one.instead:
                target = _target(one, parts, written)
                _move(new, written, target)
                for name, line in lines.items():
                    if f"{name}.".startswith(f"{dotted}."):
                        new_lines.setdefault(_dotted(target) + name[len(dotted) :], line)
    return Renewed(new, new_lines, found)


def with_new_names(text: str, table: dict[str, Any], olds: Iterable[Deprecated]) -> tuple[str, list[str]]:
    """Return a TOML text whose values are `table`, with new names in the place of old ones, and what was done, in words.

    Comments and layout stay. Left alone is what moves to another section, and what is there under both names.
    """
    names = list(names_in(text))
    there = {name.dotted for name in names}
    edits: list[tuple[int, int, str]] = []
    done = []
    for one in olds:
        if not one.instead or one.name.rpartition(".")[0] != one.instead.rpartition(".")[0]:
            continue
        parts, new = one.name.split("."), one.instead.rpartition(".")[2]
        for written in _written(table, parts):
            dotted = _dotted(written)
            if _dotted((*written[:-1], new)) in there:
                continue
            places = [name for name in names if name.dotted == dotted]
            edits += [(name.start, name.end, new) for name in places]
            done += [f"`{parts[-1]}` is now `{new}`"] if places else []
    for start, end, new in sorted(set(edits), reverse=True):
        quote = text[start] if text[start] in "\"'" else ""
        text = f"{text[:start]}{quote}{new}{quote}{text[end:]}"
    return text, list(dict.fromkeys(done))


def _written(value: Any, parts: list[str], before: Path = ()) -> Iterator[Path]:
    """Yield where a dotted name is in nested tables and lists; `*` is any key or number."""
    if not parts:
        yield before
        return
    part, *rest = parts
    inner: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inner = [(key, one) for key, one in value.items() if part in ("*", key)]
    elif isinstance(value, list) and part == "*":
        inner = list(enumerate(value))
    for key, one in inner:
        yield from _written(one, rest, (*before, key))


def _target(one: Deprecated, parts: list[str], written: Path) -> Path:
    """Return where a value belongs; its `*` are those of the old name, in their order."""
    stars = iter(key for part, key in zip(parts, written, strict=True) if part == "*")
    return tuple(next(stars) if part == "*" else part for part in one.instead.split("."))


def _move(table: dict[str, Any], written: Path, target: Path) -> None:
    value = _container(table, written).pop(written[-1])
    container = _container(table, target)
    if not isinstance(container, dict):
        return  # what stands there is no table, which is said of it
    there = container.get(target[-1])
    if isinstance(there, dict) and isinstance(value, dict):
        container[target[-1]] = value | there
    else:
        container.setdefault(target[-1], value)


def _container(table: dict[str, Any], path: Path) -> Any:
    current: Any = table
    for key in path[:-1]:
        if isinstance(current, dict):
            current = current.setdefault(key, {})
        elif isinstance(current, list) and isinstance(key, int):
            current = current[key]
        else:
            return None
    return current


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))
