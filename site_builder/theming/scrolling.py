"""What is wider than a telephone scrolls by itself, so that the page need not, and a keyboard can scroll it in every browser."""

import re

from markupsafe import Markup


def with_scrolling_tables(html: Markup, label: str) -> Markup:
    """Return a text whose tables lie each in a box that scrolls and can have the focus; tables within tables stay as they are.

    Chromium and Firefox give the focus to whatever scrolls; Safari needs `tabindex` (axe-core, "scrollable-region-focusable"). A group is no landmark,
    so that a text with five tables does not have five more of these. `label` is what a screen reader calls it.
    """
    if "<table" not in html:
        return html
    start = str(Markup('<div class="scroll" role="group" tabindex="0" aria-label="{}">').format(label))
    pieces: list[str] = []
    depth = done = 0
    for tag in _TABLE.finditer(html):
        opens = tag[0][1] != "/"
        if opens and not depth:
            pieces += [html[done : tag.start()], start]
            done = tag.start()
        depth += 1 if opens else -1
        if not depth:
            pieces += [html[done : tag.end()], "</div>"]
            done = tag.end()
    return Markup("".join((*pieces, html[done:])))  # noqa: S704  # sanitised, and our own element around it


_TABLE = re.compile(r"</?table\b[^>]*>")
