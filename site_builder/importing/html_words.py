"""The words of HTML elements as Markdown: emphasis, code, links and line breaks, by markdownify."""

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import Tag
from bs4.element import NavigableString, PageElement
from markdownify import MarkdownConverter

from site_builder.importing import markdown_words


class Words(MarkdownConverter):
    """Writes runs of inline elements as Markdown on one line; a line break (`<br>`) is a line end.

    `address` is that of the page, by which its links are made whole. `left_out` takes down what had to go: pictures, and links that lead
    nowhere outside of their page.
    """

    def __init__(self, address: str) -> None:
        """Begin for one page."""
        super().__init__(strong_em_symbol="*")
        self._address = address
        self.left_out: list[str] = []

    def of(self, elements: list[PageElement], *, in_table: bool = False) -> str:
        """Return the words of a run of elements, without emphasis on nothing, their white space as one space each."""
        parents = {"td"} if in_table else {"_inline"}
        text = "".join(self._one(element, parents) for element in elements)
        lines = [re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n")]
        paragraph = markdown_words.with_lone_star("\n".join(lines))
        return re.sub(r"\*\*(\s*)\*\*|(?<![*\\])\*(\s+)\*(?!\*)", r"\1\2", paragraph).strip("\n")

    def _one(self, element: PageElement, parents: set[str]) -> str:
        if isinstance(element, Tag):
            return str(self.process_tag(element, parents))  # type: ignore[attr-defined]  # its stub knows an older version
        return self._text(element, parents) if isinstance(element, NavigableString) else ""

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """Return a text, escaped; what stands before a link must not make a picture of it."""
        return self._text(el, parent_tags or set())

    def _text(self, element: NavigableString, parents: set[str]) -> str:
        text = re.sub(r"\s+", " ", str(element).translate(_UNSEEN))
        if parents & {"code", "pre", "kbd", "samp"}:
            return text
        written = markdown_words.inline(text, in_table="td" in parents)
        following = element.next_sibling
        before_link = written.endswith("!") and isinstance(following, Tag) and following.name == "a"
        return written[:-1] + "\\!" if before_link else written

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - markdownify gives it by name
        """Return a link made whole; of one that leads nowhere the words."""
        target = str(el.get("href", "")).strip()
        words = text.strip()
        try:
            whole = urljoin(self._address, target) if target else ""
            parts = urlsplit(whole)
        except ValueError:
            return str(text)
        to_itself = target.startswith("#") or ("#" in whole and whole.partition("#")[0] == self._address)
        is_whole = (parts.scheme in ("http", "https") and bool(parts.netloc)) or (
            parts.scheme == "mailto" and "@" in whole
        )
        if words and is_whole and not to_itself:
            before, after = " " * (text != text.lstrip()), " " * (text != text.rstrip())
            return before + markdown_words.link(" ".join(words.split()), whole) + after
        if words and target and not to_itself and not target.lower().startswith(("javascript:", "tel:")):
            self.left_out.append(f"the address “{target}” behind “{words}”: it is no whole address")
        return str(text)

    def convert_img(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - (the same)
        """Leave a picture out: it lies on another host, or was left behind when the page was saved."""
        words = " ".join(str(el.get("alt", "")).split())
        if words:
            self.left_out.append(f"the picture “{words}”")
        return ""

    def convert_br(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - (the same)
        """Return a line end."""
        return "\n"

    def _emphasised(self, text: str, mark: str, parents: Any) -> str:
        """Return words with their emphasis line by line, without the spaces and marks at their ends."""
        if {"code", "pre"} & set(parents or ()) or (set(parents or ()) & _SAME[mark]):
            return text
        lines = []
        for line in text.split("\n"):
            words = line.strip()
            inner = words.strip("*") if mark == "**" and words.startswith("**") and words.endswith("**") else words
            before, after = " " * (line != line.lstrip()), " " * (line != line.rstrip())
            lines.append(before + mark + inner + mark + after if re.search(r"\w", inner) else line)
        return "\n".join(lines)

    def convert_strong(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - (the same)
        """Return bold words."""
        return self._emphasised(text, "**", parent_tags)

    def convert_em(self, el: Tag, text: str, parent_tags: Any) -> str:  # noqa: ARG002 - (the same)
        """Return stressed words."""
        return self._emphasised(text, "*", parent_tags)

    convert_b = convert_strong
    convert_i = convert_em
    convert_cite = convert_em


_SAME = {"**": {"strong", "b"}, "*": {"em", "i", "cite"}}
_UNSEEN = {0xA0: " ", 0x202F: "\u202f", 0x200B: "", 0xFEFF: "", 0xAD: ""}
"""No-break spaces from editors are spaces; those of French typography (narrow) stay. What nobody sees goes."""
