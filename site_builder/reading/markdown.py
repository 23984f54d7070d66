"""A posting's text as safe HTML: Markdown by either engine, plain text and HTML."""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from html import unescape
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.config import Markdown
from site_builder.model.file_links import FileLink
from site_builder.reading import plain_text
from site_builder.reading.html import finish
from site_builder.reading.html_links import Links, Note
from site_builder.reading.html_text import beginning
from site_builder.reading.ordinary_html import sanitised_ordinary
from site_builder.reading.removed import removed, unsafe_addresses
from site_builder.reading.sanitiser import TooComplex, sanitise, sanitise_well_formed


class Markup(StrEnum):
    """How a text is written."""

    MARKDOWN = "markdown"
    HTML = "html"
    PLAIN = "plain"


class Html(Struct, frozen=True):
    """A text's HTML, its beginning as plain text of at most 200 characters, what its author should know, and its links to source files.

    Lines count from the text's first, which is 1.
    """

    html: str
    text: str
    notes: tuple[Note, ...]
    file_links: tuple[FileLink, ...] = ()


def to_html(text: str, markup: Markup, settings: Markdown, links: Links) -> Html:
    """Return a text as HTML for a page whose title is its only h1. The same text gives the same HTML.

    `<!--more-->` ends the beginning that lists show; it leaves no trace.

    Raises:
        TooComplex: the text is made so that reading it would take too long (hundreds of nested quotes, vast tables).

    """
    if markup is Markup.HTML:
        raw = text
    else:
        raw = _ENGINES[settings.engine](plain_text.to_markdown(text) if markup is Markup.PLAIN else text, settings)
    well_formed = settings.engine == "gfm" and markup is not Markup.HTML and "<" not in text
    safe, taken_out = _sanitised(raw, is_well_formed=well_formed)
    finished = finish(safe, links)
    more = _MORE.search(raw) if "<!--" in raw else None
    shown = _sanitised(raw[: more.start()])[0] if more else ""
    if len(finished.html) > _LONGEST_HTML:
        raise TooComplex(
            f"the text grows to {len(finished.html) / 1e6:.0f} MB of HTML",
            "Take out what repeats, such as footnotes used many times.",
        )
    found = [*taken_out, *finished.notes][:_MOST_NOTES]
    lowered = text.lower() if found or finished.files else ""
    notes = tuple(replace(note, line_hint=_line_of(note.written, lowered) or note.line_hint) for note in found)
    file_links = tuple(FileLink(one.target, one.written, _line_of(one.written, lowered) or 1) for one in finished.files)
    return Html(finished.html, (shown and beginning(shown)) or beginning(finished.html), notes, file_links)


def markup_of(path_suffix: str, body: str) -> Markup:
    """Say how a file's text is written, by the ending of its name (`.md`) and by what is in it.

    Job boards keep Markdown in `.html` files: HTML is what begins more lines with tags of blocks than with Markdown's
    signs. Markdown without a single sign of it is plain text; a `.txt` file with a heading marked by `#` is Markdown.
    """
    suffix = path_suffix.lower()
    if suffix in {".html", ".htm"} and len(_HTML_BLOCK.findall(body)) > len(_MARKDOWN_BLOCK.findall(body)):
        return Markup.HTML
    if suffix == ".txt":
        return Markup.MARKDOWN if _MARKDOWN_HEADING.search(body) else Markup.PLAIN
    return Markup.MARKDOWN if _MARKDOWN_BLOCK.search(body) or _MARKDOWN_INLINE.search(body) else Markup.PLAIN


def unknown_extensions(settings: Markdown) -> list[str]:
    """Return the names among the settings' extensions that Python-Markdown cannot load."""
    if settings.engine != "python-markdown":
        return []
    return [name for name in settings.extensions if not _can_load(name)]


def gfm(text: str) -> str:
    """Return Markdown as HTML by GitHub's rules.

    CommonMark 0.31.2 with tables, strikethrough, autolinks, task lists, footnotes and alerts.

    HTML within is passed on: the result is not safe.

    Raises: TooComplex: quotes nested in hundreds, or a table of more than half a million cells.
    """
    return _checkboxes(_comrak()(text))


def python_markdown(text: str, extensions: tuple[str, ...]) -> str:
    """Return Markdown as HTML by Python-Markdown with some extensions.

    HTML within is passed on: the result is not safe.

    Raises: TooComplex: quotes nested in hundreds, or so many brackets in one paragraph that reading them would take
    minutes.
    """
    if len(text) > _LONGEST_FOR_PYTHON:
        raise TooComplex(
            f"the text has {len(text)} characters, more than the engine python-markdown reads in reasonable time",
            'Shorten it, or set `engine = "gfm"` under [markdown] in site.toml.',
        )
    _refuse_brackets(text)
    engine = _python_markdown(extensions)
    try:
        return str(engine.reset().convert(text))
    except RecursionError:
        _python_markdown.cache_clear()  # the engine stopped halfway and cannot be used again
        raise TooComplex(_NESTED, _FEWER) from None


_MORE = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_HTML_BLOCK = re.compile(
    r"^[ \t]*</?(?:address|article|aside|blockquote|body|center|d[dlt]|details|div|figure|footer|form|h[1-6r]|head|header|html|li|main|nav|ol|p"
    r"|pre|section|table|t(?:body|d|foot|h|head|r)|ul)(?:[\s/>]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_MARKDOWN_BLOCK = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|>|```|~~~|\|.*\||\[[^\]\n]+\]:|:?-{3,}|={3,}|\*{3,})",
    re.MULTILINE,
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_MARKDOWN_INLINE = re.compile(
    r"\*\*\S|__\S|(?<![\w*])\*[^\s*][^*\n]*\*|(?<!\w)_[^\s_][^_\n]*_(?!\w)|\]\(|`[^`\n]+`|</?[A-Za-z!][^<>\n]*>|\[[^\[\]\n]+\]\[|~~\S|\\[*_#\[]"
)
_BARE_ADDRESS = re.compile(r'://(?<!="https://)(?<!="http://)')
_BARE_HOST = re.compile(r'www\.(?<!="https://www\.)(?<!="http://www\.)')
"""With `@`, the signs without which the engine finds no address (GFM specification, section 6.9), but for links' own addresses: texts
have `&quot;` for `"`. Apart, the two are found by their letters alone, five times as fast as by one pattern."""
_NESTED = "the text nests quotes or lists hundreds deep"
_FEWER = "Put fewer quotes or lists into each other."
_DEEPEST_QUOTE = 200
_DEEPEST_INDENT = 400
_MOST_CELLS = 500_000
_DELIMITERS = frozenset("-|: \t>")
_MOST_NOTES = 50
_LONGEST_HTML = 1_000_000
_LONGEST_FOR_PYTHON = 60_000
_MOST_STEPS = 5_000_000
"""Python-Markdown looks for the end of every `[`, `<` and `` ` `` to the end of its paragraph: 10,000 of them take minutes."""

_ENGINES: dict[str, Callable[[str, Markdown], str]] = {
    "gfm": lambda text, _: gfm(text),
    "python-markdown": lambda text, settings: python_markdown(text, settings.extensions),
}


@cache
def _comrak() -> Callable[[str], str]:
    """Return the engine with its options, which take longer to set than a short text to read.

    Looking for bare addresses doubles its time, so it looks for them only where a first reading leaves what may be one.
    """
    import comrak  # only sites that use this engine pay for it

    parsing = comrak.ParseOptions()
    rendering = comrak.RenderOptions()
    rendering.unsafe_ = True
    rendering.tasklist_classes = True

    def with_extensions(*, autolink: bool) -> Callable[[str], str]:
        extensions = comrak.ExtensionOptions()
        extensions.table = extensions.strikethrough = extensions.tasklist = True
        extensions.footnotes = extensions.alerts = True
        extensions.autolink = autolink
        return lambda text: str(comrak.render_markdown(text, extensions, parsing, rendering))

    fully, quickly = with_extensions(autolink=True), with_extensions(autolink=False)

    def render(text: str) -> str:
        _refuse_quotes(text)
        _refuse_tables(text)
        if "@" in text:
            return fully(text)
        html = quickly(text)
        return fully(text) if "@" in html or _BARE_ADDRESS.search(html) or _BARE_HOST.search(html) else html

    return render


@cache
def _python_markdown(extensions: tuple[str, ...]) -> Any:
    """Return the engine with its extensions: one for all texts, since making it takes longer than a text."""
    import markdown  # only sites that use this engine pay for it

    align: dict[str, Any] = {"use_align_attribute": True}
    settings: dict[str, dict[str, Any]] = {
        "tables": align,
        "markdown.extensions.tables": align,
        "extra": {"tables": align},
        "markdown.extensions.extra": {"tables": align},
    }
    return markdown.Markdown(extensions=list(extensions), extension_configs=settings)


def _can_load(name: str) -> bool:
    import markdown

    try:
        markdown.Markdown(extensions=[name])
    except Exception:  # noqa: BLE001  (an extension is anybody's code: whatever it raises, it cannot be used)
        return False
    return True


def _sanitised(raw: str, *, is_well_formed: bool = False) -> tuple[str, list[Note]]:
    """Return an engine's HTML sanitised, and what an author should know of what that took out."""
    ordinary = sanitised_ordinary(raw)
    if ordinary is not None:
        return ordinary, unsafe_addresses(raw)
    return sanitise_well_formed(raw) if is_well_formed else sanitise(raw), removed(raw)


def _checkboxes(html: str) -> str:
    """Show a task list's boxes as signs.

    Nobody can tick them, and a box without a label is nothing to a screen reader.
    """
    if "checkbox" not in html:
        return html
    return re.sub(
        r'<input type="checkbox"( class="[^"]*")?( checked="")? disabled="" />',
        lambda box: "☑" if box[2] else "☐",
        html,
    )


def _refuse_quotes(text: str) -> None:
    """Refuse deep quotes: the engine takes time by the square of the depth (100,000 quotes: 4.5 seconds)."""
    if text.count(">") > _DEEPEST_QUOTE and ">" * _DEEPEST_QUOTE in re.sub(r"[ \t]", "", text):
        raise TooComplex(_NESTED, _FEWER)


def _refuse_tables(text: str) -> None:
    """Refuse vast tables.

    Rows are filled up to its width, so that a short text can make gigabytes of cells; GitHub's own limit holds here.
    """
    if "|" not in text:
        return
    rows = (line for line in text.splitlines() if "|" in line and set(line) <= _DELIMITERS)
    columns = max((row.count("|") for row in rows), default=0)
    if columns * columns * text.count("\n") > _MOST_CELLS * 100 or columns * text.count("\n") > _MOST_CELLS:
        raise TooComplex(
            f"a table has {columns} columns in a text of {text.count(chr(10))} lines", "Make smaller tables."
        )


def _refuse_brackets(text: str) -> None:
    """Refuse what Python-Markdown takes too long for."""
    _refuse_quotes(text)
    _refuse_tables(text)
    if f"\n{' ' * _DEEPEST_INDENT}" in text:  # lists indented ever further: 2,000 of them take half a minute
        raise TooComplex(_NESTED, _FEWER)
    blocks = [block for block in re.split(r"\n[ \t]*\n", text) if len(block) > 2000]  # noqa: PLR2004  (a shorter one takes no time)
    steps = sum(sum(map(block.count, "[<`")) * len(block) for block in blocks)
    if steps > _MOST_STEPS:
        raise TooComplex(
            "a paragraph holds thousands of brackets",
            "Write `\\[` for a bracket that begins no link, or divide the paragraph.",
        )


def _line_of(written: str, lowered: str) -> int:
    """Return the line of a text, in lower case, on which what is meant first stands; 0 where it does not."""
    written = written.lower()
    places = (lowered.find(sought) for sought in (written, unescape(written)) if sought)
    found = max(places, default=-1)
    return lowered.count("\n", 0, found) + 1 if found >= 0 else 0
