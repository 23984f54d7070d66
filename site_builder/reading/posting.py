"""One source file becomes a posting or a page, its HTML and its problems. Validation sits here and nowhere else."""

from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.file_links import FileLink
from site_builder.model.fingerprint import fingerprint
from site_builder.model.posting import Facts, JobPosting, Organization, Page, RemoteRule
from site_builder.model.problem import Problem, Severity
from site_builder.model.slug import slugify
from site_builder.model.source_files import PAGES
from site_builder.reading.blocks import take_blocks
from site_builder.reading.board_tags import labels_in, lost_labels, with_label, without_board_tags
from site_builder.reading.check_off import Comments, with_off, without_comments
from site_builder.reading.columns import with_columns
from site_builder.reading.document import Document, decode, parse, refuse_misplaced
from site_builder.reading.fields import Sorted, defaults_for, read_fields
from site_builder.reading.file_names import name_parts, stem_and_ending
from site_builder.reading.heading import heading_of, title_problems
from site_builder.reading.logos import without_missing_logos
from site_builder.reading.markdown import Html, Markup, markup_of, to_html
from site_builder.reading.reading_settings import ReadingSettings
from site_builder.reading.rules import PAGE, POSTING, by_name
from site_builder.reading.sanitiser import TooComplex
from site_builder.reading.span_rules import problems_of, remote_problems, sample_problems
from site_builder.reading.translations import language_of_name, translation_of
from site_builder.reading.wrong import Unreadable

__all__ = ["Reading", "ReadingSettings", "name_parts", "read"]


class Reading(Struct, frozen=True):
    """The facts of a file and its sanitised HTML, kept under the digest that the facts name.

    `document` and `given` are what they were made of; a file that cannot be read as a whole has none.
    """

    facts: Facts
    html: str = ""
    document: Document | None = None
    given: Sorted | None = None


def read(path: str, data: bytes, settings: ReadingSettings) -> Reading:
    """Read a file's bytes; `path` is relative to the site's folder. Whatever is wrong comes back as problems, never as an exception."""
    try:
        source = decode(data)
        document = parse(source)
        refuse_misplaced(document, by_name(PAGE if path.startswith(PAGES) else POSTING))
        document, comments = without_comments(document)
        reading = (_read_page if path.startswith(PAGES) else _read_posting)(path, document, comments, settings)
        if not reading.facts.problems:
            return reading
        problems = tuple(sorted(with_columns(reading.facts.problems, source)))
        return replace(reading, facts=replace(reading.facts, problems=problems))
    except Unreadable as error:
        return Reading(Facts(problems=(Problem(path, error.line, error.code, error.message, error.mend),)))


def _read_posting(path: str, document: Document, comments: Comments, settings: ReadingSettings) -> Reading:
    zone = ZoneInfo(settings.timezone)
    deadlines = ZoneInfo(settings.deadlines) if settings.deadlines else None
    given = read_fields(path, document, POSTING, settings.fields, zone, deadlines)
    stem, day = name_parts(path)
    stem, language, language_problems = language_of_name(path, stem, given, settings)
    heading = heading_of(document.body, document.body_line, given.values.get("title"))
    body, remote = without_board_tags(heading.body)
    # What the posting itself says, be it in its file's name or its text, goes before what holds for its folder.
    said = {"date_posted": day, "remote": remote, "language": language}
    values = (
        defaults_for(path, settings.defaults, zone, deadlines)
        | {name: value for name, value in said.items() if value is not None}
        | given.values
    )
    values, logo_problems = without_missing_logos(path, values, settings.links.assets, document, given)
    title = given.values.get("title") or heading.title
    html, notes = _html(path, body, heading.body_line, settings)
    problems = [*given.problems, *notes, *logo_problems, *language_problems]
    problems += title_problems(path, title, given, heading, "posting")
    organization = _organization(values, settings)
    if organization is None and "organization" not in given.wrong:
        problems.append(
            Problem(
                path,
                1,
                "organization-missing",
                "the posting does not say who hires",
                "Write `organization: Example Ltd`; or name it once for all postings, in site.toml under [organization].",
            )
        )
    facts = _posting_fields(values)
    found = labels_in(document, zone)
    problems += problems_of(path, facts, given, html.text, zone)
    problems = [*(with_label(problem, found) for problem in problems), *lost_labels(path, found, values)]
    problems += sample_problems(path, document, values)
    problems += remote_problems(path, values, given.lines)
    posting = None
    if title and organization:
        posting = JobPosting(
            source=path,
            slug=values.get("slug") or slugify(stem),
            title=title,
            organization=organization,
            description=fingerprint(html.html),
            summary=values.get("summary") or html.text,
            language=values.get("language") or settings.language,
            extra=given.extra,
            translation_of=translation_of(given),
            file_links=html.file_links,
            **facts,
        )
    facts_of_file = Facts(posting=posting, problems=tuple(sorted(problems)))
    return _reading(with_off(facts_of_file, document, given, comments), html, document, given)


def _read_page(path: str, document: Document, comments: Comments, settings: ReadingSettings) -> Reading:
    given = read_fields(path, document, PAGE, {}, ZoneInfo(settings.timezone))
    values = given.values
    heading = heading_of(document.body, document.body_line, values.get("title"))
    title = values.get("title") or heading.title
    stem, language, language_problems = language_of_name(path, PurePosixPath(path).stem, given, settings)
    found: list[Problem] = []
    file_links: list[FileLink] = []

    def render(text: str, line: int) -> str:
        part, part_notes = _rendered(path, text, Markup.MARKDOWN, line, settings)
        found.extend(part_notes)
        file_links.extend(part.file_links)
        return part.html

    taken = take_blocks(path, heading.body, heading.body_line, render)
    html, notes = _rendered(path, taken.body, _markup(path, heading.body), heading.body_line, settings)
    html = replace(html, html=taken.placed(html.html), text=taken.without_marks(html.text))
    wrong = (*taken.problems, *taken.misplaced(path, html.html))
    problems = [
        *given.problems,
        *notes,
        *found,
        *wrong,
        *language_problems,
        *title_problems(path, title, given, heading, "page"),
    ]
    page = None
    if title:
        folders = PurePosixPath(path).relative_to(PAGES).parent.parts
        page = Page(
            source=path,
            path="/".join([*map(slugify, folders), values.get("slug") or slugify(stem)]) + "/",
            title=title,
            description=fingerprint(html.html),
            summary=values.get("summary") or html.text,
            language=values.get("language") or language or settings.language,
            weight=values.get("weight", 0),
            navigation=values.get("navigation", True),
            draft=values.get("draft", False),
            aliases=values.get("aliases", ()),
            extra=given.extra,
            translation_of=translation_of(given),
            blocks=taken.blocks,
            file_links=(*html.file_links, *file_links),
        )
    facts_of_file = Facts(page=page, problems=tuple(sorted(problems)))
    return _reading(with_off(facts_of_file, document, given, comments), html, document, given)


def _reading(facts: Facts, html: Html, document: Document, given: Sorted) -> Reading:
    """Keep facts and HTML of a good file; of a refused one the problems alone."""
    if facts.refused:
        return Reading(Facts(problems=facts.problems, off=facts.off), "", document, given)
    return Reading(facts, html.html, document, given)


def _html(path: str, body: str, body_line: int, settings: ReadingSettings) -> tuple[Html, list[Problem]]:
    return _rendered(path, body, _markup(path, body), body_line, settings)


def _markup(path: str, body: str) -> Markup:
    return markup_of(stem_and_ending(path)[1].lower(), body)


def _rendered(
    path: str, body: str, markup: Markup, body_line: int, settings: ReadingSettings
) -> tuple[Html, list[Problem]]:
    try:
        html = to_html(body, markup, settings.markdown, replace(settings.links, source=path))
    except TooComplex as error:
        problem = Problem(path, body_line, "text-too-complex", error.message, error.mend)
        return Html("", "", ()), [problem]
    if html.file_links:
        in_file = tuple(replace(one, line=body_line + one.line - 1) for one in html.file_links)
        html = replace(html, file_links=in_file)
    return html, [
        Problem(
            path,
            body_line + note.line_hint - 1 if note.line_hint else body_line,
            note.code,
            note.message,
            note.mend,
            Severity.WARNING,
        )
        for note in html.notes
    ]


def _organization(values: dict[str, Any], settings: ReadingSettings) -> Organization | None:
    """Return who hires: the posting's own organization, or the site's. The site's address and logo go with its own name only."""
    site = settings.organization
    own: Organization | None = values.get("organization") or site
    if own is None:
        return None
    if site is not None and own.name.casefold() == site.name.casefold():
        own = replace(
            site,
            name=own.name,
            url=own.url or site.url,
            logo=own.logo or site.logo,
            same_as=own.same_as or site.same_as,
        )
    return replace(own, url=values.get("organization_url") or own.url, logo=values.get("organization_logo") or own.logo)


_SAME_NAME = (
    "applicant_locations", "department", "industry", "date_posted", "date_modified", "valid_through", "opens_on", "open", "tags", "apply_url",
    "apply_email", "direct_apply", "contact", "url", "identifier", "work_hours", "benefits", "aliases", "draft",
)  # fmt: skip


def _posting_fields(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a JobPosting that follow from the values read."""
    facts = {name: values[name] for name in _SAME_NAME if name in values}
    remote: RemoteRule | None = values.get("remote")
    if "locations" in values:
        read_places = values["locations"]
        facts["locations"] = read_places.places
        facts["location_text"] = read_places.region
        facts.setdefault("applicant_locations", read_places.applicants)
        remote = remote or read_places.remote
    facts["remote"] = remote
    if "employment_type" in values:
        facts["employment_types"], facts["employment_text"] = values["employment_type"]
    if "education" in values:
        education = values["education"]
        facts["education"], facts["education_text"] = education.levels, education.text
        facts["experience_in_place_of_education"] = education.experience_instead
    if "experience" in values:
        facts["experience_months"], facts["experience_text"] = values["experience"].months, values["experience"].text
    if "experience_in_place_of_education" in values:
        facts["experience_in_place_of_education"] = values["experience_in_place_of_education"]
    if "salary" in values:
        facts["salary"], facts["salary_text"] = values["salary"].salary, values["salary"].text
    return facts
