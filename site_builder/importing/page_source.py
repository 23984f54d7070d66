"""A saved HTML page: its JobPosting where it publishes one, else its main text."""

import re
from typing import Any

from site_builder.importing.blocks import Block, ordered, words_of, written
from site_builder.importing.found import Found, Note, Said, likely
from site_builder.importing.html_blocks import blocks_of
from site_builder.importing.html_page import HtmlPage, read_page
from site_builder.importing.html_words import Words
from site_builder.importing.main_text import find_main_text
from site_builder.importing.markdown_source import html_content, left_out_note
from site_builder.importing.microdata import microdata_of
from site_builder.importing.schema_org import job_postings, published
from site_builder.importing.yaml_values import in_line
from site_builder.reading.proposals import Proposal
from site_builder.reading.wrong import quotable


def read_html(text: str) -> list[Found]:
    """Read a page: one job for each JobPosting that it publishes, or one for its main text. Raises Unreadable."""
    page = read_page(text)
    jobs = [(job, "the page's JSON-LD") for job in job_postings(page.json_ld)]
    jobs = jobs or [(job, "the page's microdata") for job in microdata_of(page.elements) if len(job) > 1]
    if not jobs:
        return [_of_text(page)]
    return [_of_job(page, job, where, alone=len(jobs) == 1) for job, where in jobs]


def read_job(job: dict[str, Any], where: str) -> Found:
    """Read one JobPosting object that stands alone; `where` says for people where ("line 1")."""
    stated = published(job, where)
    blocks, notes = html_content(stated.description, "")
    return _found([*stated.said], blocks, [*notes], [], stated.sections)


def _of_job(page: HtmlPage, job: dict[str, Any], where: str, *, alone: bool) -> Found:
    stated = published(job, where)
    said = [*stated.said]
    title = next((str(one.value) for one in said if one.name == "title"), "")
    blocks, notes = html_content(stated.description, page.address)
    if alone and len(words_of(blocks)) < _SHORTEST:
        of_page = _of_text(page, said, title)
        if not blocks or len(of_page.text) > max(3 * len(words_of(blocks)), 2 * _SHORTEST):
            return of_page
    return _found(_with_address(said, page) if alone else said, blocks, notes, [], stated.sections)


def _of_text(page: HtmlPage, said: list[Said] | None = None, title: str = "") -> Found:
    main = find_main_text(page)
    words = Words(page.address)
    blocks = blocks_of(main.element, words)
    notes = [left_out_note(what) for what in words.left_out]
    if main.left_out:
        pieces = "; ".join(f"“{piece}”" for piece in main.left_out)
        notes.append(left_out_note(f"what stands around the text: {pieces}"))
    stated = _with_address(said or [], page)
    guesses: list[Proposal] = []
    if not title:
        blocks, title_said, guesses = _title_of(page, blocks)
        stated += title_said
    if page.site_name:
        reason = f"the page calls its site “{quotable(page.site_name)}”"
        guesses.append(likely("organization", in_line(page.site_name), reason))
    return _found(stated, blocks, notes, guesses, ())


def _title_of(page: HtmlPage, blocks: list[Block]) -> tuple[list[Block], list[Said], list[Proposal]]:
    """Find the title: certain is a heading with which the text begins where the page has no title of its own, or says the same in it."""
    headings = [block for block in blocks if block.kind == "heading"]
    first = headings[0] if headings and headings[0] is blocks[0] else None
    top = next((block for block in headings if block.level == 1), first)
    if top is None:
        title = re.split(r" [|–—-] | at | bei ", page.title)[0].strip()
        if not title:
            return blocks, [], []
        reason = f"the page's title is “{quotable(page.title)}”"
        return blocks, [], [likely("title", in_line(title), reason)]
    words = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", top.text)
    same = words.casefold() in page.title.casefold()
    if (same or page.is_fragment) and top is (first or top) and words.casefold() not in _GENERAL:
        return [block for block in blocks if block is not top], [Said("title", words, "the page's first heading")], []
    return blocks, [], [likely("title", in_line(words), "the page's first heading")]


_SHORTEST = 300
"""Characters below which a JobPosting's description may be the beginning of the page's text alone."""
_GENERAL = frozenset(
    "careers|jobs|karriere|stellenangebote|stellenanzeige|join us|vacancies|job description|open positions|current openings|emploi|recrutement".split(
        "|"
    )
)
"""Headings of pages that are no job's title."""


def _with_address(said: list[Said], page: HtmlPage) -> list[Said]:
    """Add the page's own address and language, where its head states them and its JobPosting does not."""
    names = {one.name for one in said}
    if page.address and "url" not in names:
        said = [*said, Said("url", page.address, "the page's own address")]
    if page.language and not {"inLanguage", "language"} & names:
        said = [*said, Said("language", page.language, "the page's language")]
    return said


def _found(
    said: list[Said],
    blocks: list[Block],
    notes: list[Note],
    guesses: list[Proposal],
    sections: tuple[tuple[str, str], ...],
) -> Found:
    """Put together what was found; sections that the text does not hold already are added to it."""
    title = next((str(one.value) for one in said if one.name == "title"), "")
    if title and blocks and blocks[0].kind == "heading" and blocks[0].text.casefold() == title.casefold():
        blocks = blocks[1:]
    text = words_of(blocks)
    blocks = ordered(blocks)
    for heading, html in sections:
        inner, more = html_content(html.replace("\n", "<br>"), "")
        known = " ".join(text.split())
        if " ".join(words_of(inner).split()) not in known:
            blocks = [*blocks, Block("heading", heading, level=_level(blocks)), *inner]
            notes = [*notes, *more]
    blocks = ordered(blocks)
    return Found(tuple(said), written(blocks), words_of(blocks), 0, tuple(guesses), tuple(notes))


def _level(blocks: list[Block]) -> int:
    """Return the level of a text's uppermost headings."""
    return min((block.level for block in blocks if block.kind == "heading"), default=2)
