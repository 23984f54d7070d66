"""A style sheet taken apart: its rules with what they hold under, and how much each of their selectors weighs.

CSS Syntax Level 3 as far as style sheets of themes go; rules within rules (`&:hover { … }`) are passed over.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Rule(NamedTuple):
    """A rule: what it stands within (`@media (…)`), its selectors, and its declarations, the last of each name."""

    conditions: tuple[str, ...]
    selectors: tuple[str, ...]
    declarations: dict[str, str]


def rules(css: str) -> list[Rule]:
    """Return the rules of a style sheet, in their order."""
    return list(_rules(css))


def holds(condition: str, *, width: int, dark: bool) -> bool:
    """Say whether what stands before a group of rules holds on a screen of a width in CSS pixels, in a scheme.

    `@media` with widths and schemes, `@supports` and `@layer` are known; all else is taken not to hold.
    """
    name, _, text = condition.partition(" ")
    if name in ("@supports", "@layer"):
        return True
    if name != "@media":
        return False
    return any(
        all(_feature(part.strip(), width, dark) for part in one.split(" and ")) for one in text.lower().split(",")
    )


def weight(selector: str) -> tuple[int, int, int]:
    """Return a selector's specificity: ids, classes with attributes and pseudo-classes, elements (Selectors 4, section 17)."""
    own = _OUTER.sub(" ", selector)
    ids, classes, elements = (
        len(_ID.findall(own)),
        len(_CLASS.findall(own)),
        len(_ELEMENT.findall(_NO_ELEMENT.sub(" ", own))),
    )
    for found in _FUNCTION.finditer(selector):
        if found["name"] != "where":
            best = max((weight(one) for one in split(found["inner"])), default=(0, 0, 0))
            ids, classes, elements = ids + best[0], classes + best[1], elements + best[2]
    return ids, classes, elements


def split(selectors: str) -> list[str]:
    """Split a list of selectors at its outer commas."""
    parts, depth, start = [], 0, 0
    for at, character in enumerate(selectors):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            parts.append(selectors[start:at].strip())
            start = at + 1
    return [*parts, selectors[start:].strip()]


_TOKEN = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\([^)]*\)|[{};]|[^{};\"'u]+|.", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_GROUPS = ("@media", "@supports", "@layer", "@container")


def _rules(css: str) -> Iterator[Rule]:
    preludes: list[str] = []
    texts = [""]
    declarations: list[dict[str, str]] = [{}]
    for token in _TOKEN.findall(_COMMENT.sub(" ", css)):
        if token == "{":
            preludes.append(" ".join(texts[-1].split()))
            texts[-1] = ""
            texts.append("")
            declarations.append({})
        elif token == "}":
            if not preludes:
                continue
            _declare(texts.pop(), declarations[-1])
            prelude, found = preludes.pop(), declarations.pop()
            if found and not prelude.startswith("@") and all(one.startswith(_GROUPS) for one in preludes):
                yield Rule(tuple(preludes), tuple(split(prelude)), found)
        elif token == ";":
            _declare(texts[-1], declarations[-1])
            texts[-1] = ""
        else:
            texts[-1] += token


def _declare(text: str, declarations: dict[str, str]) -> None:
    name, colon, value = text.partition(":")
    name = name.strip()
    if colon and name and not name.startswith("@") and " " not in name:
        own = name if name.startswith("--") else name.lower()
        # A later declaration that browsers of old do not know stands after one for them; what is important stays.
        if "!important" not in declarations.get(own, "") or "!important" in value:
            declarations[own] = value.strip()


_LENGTH = re.compile(r"([\d.]+)(px|em|rem)")
_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0}


def _feature(text: str, width: int, dark: bool) -> bool:  # noqa: FBT001  # a parameter
    if text in ("screen", "all", "only screen", "(scripting: enabled)", "(hover: hover)", "(hover)"):
        return True
    if text == f"(prefers-color-scheme: {'dark' if dark else 'light'})":
        return True
    found = re.fullmatch(r"\((?:(min|max)-width\s*:|width\s*(<=?|>=?))\s*([\d.]+)(px|em|rem)\s*\)", text)
    if not found:
        return False
    limit = float(found[3]) * _PIXELS[found[4]]
    return width >= limit if (found[1] == "min" or (found[2] or "").startswith(">")) else width <= limit


def pixels(value: str) -> float | None:
    """Return a length in CSS pixels with letters of their usual size, None where it is none or depends on more."""
    found = _LENGTH.fullmatch(value.strip())
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0 if value.strip() == "0" else None


_FUNCTION = re.compile(r":(?P<name>is|where|not|has)\((?P<inner>(?:[^()]|\([^()]*\))*)\)")
_OUTER = re.compile(r":(?:is|where|not|has)\((?:[^()]|\([^()]*\))*\)")
_ID = re.compile(r"#[\w-]+")
_CLASS = re.compile(r"\.[\w-]+|\[[^\]]*\]|(?<!:):(?!:)[\w-]+")
_NO_ELEMENT = re.compile(r"[#.:]+[\w-]+(?:\([^)]*\))?|\[[^\]]*\]")
_ELEMENT = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
