"""The beginning of a text in plain words, for lists, feeds and search results."""

import re
import unicodedata

from site_builder.reading.html import text_of

LONGEST = 200
"""Characters of a summary, the sign for what is left out included."""

_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(.*?)</p>", re.DOTALL)
_HEADING = re.compile(r"<h([2-6])(?: [^>]*)?>.*?</h\1>", re.DOTALL)
_NOT_TOLD = re.compile(
    r"<sup class=\"footnote-ref\">.*?</sup>|<p class=\"(?:markdown-alert|admonition)-title\">.*?</p>", re.DOTALL
)
_BETWEEN_BLOCKS = re.compile(r"(</(?:li|p|t[dh]|dt|dd|div|h[2-6]|pre)>|<br>)")
_ENDS_OF_BLOCKS = re.compile(r"</(?:li|p|t[dh]|dt|dd|div|h[2-6]|pre|blockquote)>|<br>|<[uo]l[ >]")
_ENOUGH = 120
"""Characters after which no further paragraph is taken: a short first one (“We are hiring!”) says too little."""
_READ = 20_000


def beginning(html: str) -> str:
    """Return the first paragraphs of sanitised HTML as plain text of at most `LONGEST` characters, cut between words with `…`.

    A text without paragraphs gives its lists and tables, one of headings alone its headings.
    """
    read = html[:_READ]
    if 'class="' in read:
        read = _NOT_TOLD.sub("", read)
    told = ""
    for paragraph in _PARAGRAPH.finditer(read):
        told = f"{told} {_words(paragraph[1])}".strip()
        if len(told) >= _ENOUGH:
            break
    return cut(told or _words(_HEADING.sub("", read)) or _words(read))


def lines_of(html: str) -> str:
    """Return all words of sanitised HTML: a line for each heading, paragraph, item and cell."""
    return "\n".join(filter(None, map(text_of, _ENDS_OF_BLOCKS.split(html))))


def cut(text: str) -> str:
    """Return a text of at most `LONGEST` characters, cut between words, or between letters where words have no spaces."""
    if len(text) <= LONGEST:
        return text
    end = LONGEST - 1
    space = text.rfind(" ", end * 3 // 4, end + 1)
    if space > 0:
        return text[:space].rstrip(" ,;:–-") + "…"
    while end > 1 and (unicodedata.combining(text[end]) or text[end] in _JOINING or text[end - 1] == _JOINER):
        end -= 1
    return text[:end] + "…"


_JOINER = "\u200d"
_JOINING = frozenset("\u200d\ufe0e\ufe0f") | frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def _words(html: str) -> str:
    return text_of(_BETWEEN_BLOCKS.sub(r"\1 ", html))
