"""Texts of site.toml that stand on many pages, as safe HTML."""

from typing import NamedTuple

from site_builder.model.problem import Problem, Severity
from site_builder.project import Project
from site_builder.reading.markdown import Markup, to_html
from site_builder.reading.sanitiser import TooComplex
from site_builder.reading.settings import FILE


class SiteTexts(NamedTuple):
    """What `[jobs]` says of equal opportunity as sanitised HTML (empty: nothing), and what its author should know."""

    equal_opportunity: str = ""
    problems: tuple[Problem, ...] = ()


def site_texts(project: Project) -> SiteTexts:
    """Read the texts of a project's settings as Markdown, by the engine of its postings."""
    config = project.config
    text = config.jobs.equal_opportunity
    if not text:
        return SiteTexts()
    section = f"languages.{config.language}" if config.prefix else "jobs"
    line = project.lines.get(f"{section}.equal_opportunity", 1)
    try:
        html = to_html(text, Markup.MARKDOWN, config.markdown, project.reading.links)
    except TooComplex as error:
        return SiteTexts(problems=(Problem(FILE, line, "text-too-complex", error.message, error.mend),))
    notes = (Problem(FILE, line, note.code, note.message, note.mend, Severity.WARNING) for note in html.notes)
    return SiteTexts(html.html, tuple(notes))
