"""The keys of a mapping in front matter (an address, a salary, an organization), by all the names they go by."""

from collections.abc import Mapping
from typing import Any

from site_builder.reading.names import normal
from site_builder.reading.wrong import Wrong, did_you_mean, shown


def read_keys(value: Mapping[object, object], names: Mapping[str, str], what: str) -> dict[str, object]:
    """Return a mapping's values under their canonical names, without those that are empty.

    `names` leads from each key as `plain_key` writes it to its canonical name; `what` names the mapping for the author
    ("a place"). Keys of JSON-LD that begin with `@` are left out. Raises Wrong for a key that is not known and for two
    keys that mean the same.
    """
    read: dict[str, object] = {}
    for key, inner in value.items():
        if isinstance(key, str) and key.startswith("@"):
            continue
        name = names.get(plain_key(key)) if isinstance(key, str) else None
        if name is None:
            raise Wrong(f"{what} has no {shown(key)}", _known(str(key) if isinstance(key, str) else "", names, what))
        if inner is None or inner == "":
            continue
        if name in read:
            raise Wrong(f"{what} says its {name} twice", f"Keep one of the keys that mean {name}.")
        read[name] = inner
    return read


def plain_key(key: str) -> str:
    """Return a key without what its spellings differ by: `streetAddress`, `street_address`, `Street address`."""
    return key[:40].casefold().replace("_", "").replace("-", "").replace(" ", "")


def look_up(values: Mapping[str, Any], dotted: str) -> tuple[str, Any] | None:
    """Find a value by a name that may be dotted for nested keys; return its name as the file writes it."""
    whole = _key(values, dotted)
    if whole is not None:
        return whole, values[whole]
    current: Any = values
    written = []
    for part in dotted.split("."):
        key = _key(current, part) if isinstance(current, Mapping) else None
        if key is None:
            return None
        written.append(key)
        current = current[key]
    return ".".join(written), current


def without(value: dict[str, Any], parts: list[str]) -> dict[str, Any]:
    """Return a value without the part that a dotted name leads to."""
    first, *others = parts
    if others and isinstance(value.get(first), dict):
        return {**value, first: without(value[first], others)}
    return {key: inner for key, inner in value.items() if key != first}


def _known(key: str, names: Mapping[str, str], what: str) -> str:
    canonical = list(dict.fromkeys(names.values()))
    return did_you_mean(key, [*canonical, *names], f"{what[0].upper()}{what[1:]} knows {', '.join(canonical)}.")


def _key(values: Mapping[str, Any], name: str) -> str | None:
    """Return the key that a name means: itself, or one that differs by case and separators alone."""
    if name in values:
        return name
    return next((key for key in values if normal(key) == normal(name)), None)
