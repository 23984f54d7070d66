"""Explanations written out: for the terminal, as pages of docs/rules/, and their index."""

from collections.abc import Collection, Iterator

from site_builder.explanations.catalogue import explanations
from site_builder.explanations.explanation import GROUPS, Explanation


def plain(one: Explanation) -> str:
    """Return an explanation as plain text, for a terminal."""
    parts = [f"{one.code} ({one.severity}, group {one.group})", one.says, one.why]
    parts += [f"{mark}:\n{_indented(example)}" for mark, example in _examples(one)]
    parts += [f"Source: {one.source}" if one.source else "", _how_to_turn(one).replace("`", "")]
    return "\n\n".join(filter(None, parts))


def listed(codes: Collection[str]) -> Iterator[str]:
    """Yield some codes with their first sentences, a line each, below the names of their groups."""
    widest = max(map(len, codes), default=0)
    for name, about in GROUPS.items():
        members = [one for one in explanations().values() if one.group == name and one.code in codes]
        if members:
            yield f"{name}: {about}"
            yield from (f"    {one.code:<{widest}}  {one.says}" for one in members)


def markdown(one: Explanation, *, heading: bool = True) -> str:
    """Return an explanation as Markdown."""
    parts = [f"# `{one.code}`" if heading else "", one.says, one.why]
    parts += [f"{mark}:\n\n```{_language(example)}\n{example}\n```" for mark, example in _examples(one)]
    parts += [f"Source: {one.source}" if one.source else "", _how_to_turn(one)]
    parts[1:1] = [f"*{str(one.severity).capitalize()}, group [{one.group}](README.md#{one.group})*"] if heading else []
    return "\n\n".join(filter(None, parts)) + "\n"


def pages() -> Iterator[tuple[str, str]]:
    """Yield the pages of docs/rules/ with their names: one for each code, and the index."""
    yield "README.md", _index()
    for code, one in explanations().items():
        yield f"{code}.md", markdown(one)


def _index() -> str:
    head = (
        "# Codes\n\n"
        "What each code means that stands in brackets at a problem's end; `site-builder check --explain CODE` shows the same. An **error** keeps a\n"
        "posting, or the site, from being published. [Checking](../checking.md) says how to turn a warning off.\n"
    )
    return head + "".join(_group(name, about) for name, about in GROUPS.items())


def _group(name: str, about: str) -> str:
    members = [one for one in explanations().values() if one.group == name]
    if not members:
        return ""
    rows = "\n".join(
        f"| [`{one.code}`]({one.code}.md) | {one.severity}{', when asked for' if one.asked else ''} | {one.says.replace('|', chr(92) + '|')} |"
        for one in members
    )
    return f"\n## {name}\n\n{about}.\n\n| code | severity | what it says |\n|---|---|---|\n{rows}\n"


def _examples(one: Explanation) -> Iterator[tuple[str, str]]:
    if one.wrong:
        yield "Wrong", one.wrong
    if one.right:
        yield "Right", one.right


def _language(example: str) -> str:
    return "toml" if example.startswith(("[site]", "+++")) else "markdown" if "\n\n" in example else "yaml"


def _indented(text: str) -> str:
    return "\n".join(f"    {row}" if row else "" for row in text.split("\n"))


def _how_to_turn(one: Explanation) -> str:
    if one.group == "import":
        return "`import` reports it, and nothing else does: there is nothing to turn off."
    if one.asked:
        return f'It is looked for only where `site.toml` asks for it: `ask = ["{one.code}"]` under `[check]`.'
    if one.can_be_off:
        return f'To turn it off: `check_off: [{one.code}]` in the file, or `off = ["{one.code}"]` under `[check]` in `site.toml`.'
    return "It cannot be turned off."
