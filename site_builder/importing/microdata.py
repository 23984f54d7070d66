"""A JobPosting in a page's microdata (https://html.spec.whatwg.org/#microdata), as the same object that JSON-LD would hold."""

from typing import Any

from bs4 import Tag

_LONGEST = 200_000
_DEEPEST = 20


def microdata_of(root: Tag) -> list[dict[str, Any]]:
    """Return the page's JobPosting items, their properties by name; the description is HTML."""
    items = root.select("[itemtype]")
    jobs = [item for item in items if str(item["itemtype"]).rpartition("/")[2] == "JobPosting"]
    return [_item(job, 0) for job in jobs]


def _item(scope: Tag, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": str(scope.get("itemtype", "")).rpartition("/")[2]}
    pending = _children(scope)
    while pending:
        tag = pending.pop()
        names = str(tag.get("itemprop", "")).split()
        if names:
            value = _item(tag, depth + 1) if tag.has_attr("itemscope") and depth < _DEEPEST else _value(tag, names)
            for name in names:
                found[name] = [*_as_list(found[name]), value] if name in found else value
        if not tag.has_attr("itemscope"):
            pending += _children(tag)
    return found


def _children(tag: Tag) -> list[Tag]:
    """Return the elements in one, the last first."""
    return [child for child in reversed([*tag.children]) if isinstance(child, Tag)]


def _value(tag: Tag, names: list[str]) -> str:
    for attribute in ("content", "href", "src", "datetime"):
        if tag.has_attr(attribute) and not (attribute == "href" and "description" in names):
            return str(tag[attribute])
    if "description" in names:
        return tag.decode_contents()[:_LONGEST]
    return " ".join(tag.get_text(" ").split())


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
