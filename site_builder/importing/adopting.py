"""One source becomes canonical postings: read by its kind, decided field by field, written as files' texts."""

from hashlib import blake2b
from pathlib import PurePosixPath

from msgspec import Struct

from site_builder.importing.addresses import Addresses
from site_builder.importing.canonical_file import MARK, write_posting
from site_builder.importing.deciding import Fact, decide
from site_builder.importing.found import Found
from site_builder.importing.markdown_source import read_markdown
from site_builder.importing.page_source import read_html
from site_builder.importing.plain_source import read_plain
from site_builder.importing.proposals import find
from site_builder.importing.recognising import Kind, kind_of, text_of_bytes
from site_builder.importing.records_source import read_records
from site_builder.importing.slips import slips_in
from site_builder.importing.sources import STANDARD_INPUT, Source
from site_builder.model.config import Config
from site_builder.model.problem import Problem
from site_builder.model.slug import slugify
from site_builder.model.source_files import CONTENT
from site_builder.reading.board_tags import without_board_tags
from site_builder.reading.document import parse, refuse_misplaced
from site_builder.reading.fields import defaults_for
from site_builder.reading.file_names import name_parts, stem_and_ending
from site_builder.reading.heading import heading_of
from site_builder.reading.names import normal
from site_builder.reading.rules import POSTING, by_name
from site_builder.reading.source_text import LARGEST_FILE, too_large
from site_builder.reading.wrong import Unreadable


class Adopted(Struct, frozen=True):
    """A posting to write: its file (relative to the site's folder) with its text, what is to be known of it, and how many values are in it.

    `mark` is the line by which a file that was made of the same bytes is known.
    """

    path: str
    text: str
    mark: str
    notes: tuple[Problem, ...] = ()
    facts: int = 0
    proposals: int = 0
    questions: int = 0


def adopt(
    source: Source, config: Config, addresses: Addresses, folder: str = "", *, drafts: bool = True
) -> list[Adopted]:
    """Return the postings of one source for a folder below `content/`.

    With `drafts`, all of them are drafts; without, those whose title or organization is not certain. What `import` wrote is taken as it is.
    Raises Unreadable where the source holds no posting.
    """
    text = text_of_bytes(source.name, source.data)
    kind = kind_of(source.name, text, MARK)
    if kind is Kind.IMPORTED:
        return [Adopted(_path_of(source, folder, None), text, text.lstrip().split("\n", 2)[1])]
    found = _read(source.name, text, kind, config)
    adopted: list[Adopted] = []
    for number, one in enumerate(found, start=1):
        title = next((str(said.value) for said in one.said if _field_of(said.name, config) == "title"), "")
        path = _path_of(source, folder, title if len(found) > 1 else None)
        if any(path == other.path for other in adopted):
            path = f"{path.removesuffix('.md')}-{number}.md"
        adopted.append(_adopted(source, one, config, addresses, path, drafts=drafts))
    return adopted


def _read(name: str, text: str, kind: Kind, config: Config) -> list[Found]:
    match kind:
        case Kind.HTML:
            return read_html(text)
        case Kind.RECORDS:
            return read_records(text)
        case Kind.PLAIN:
            _refuse_mail(text)
            return [read_plain(text, config.zone)]
        case _:
            document = parse(text)
            titles = [value for field, value in document.values.items() if _field_of(field, config) == "title"]
            return [read_markdown(name, document, next((title for title in titles if isinstance(title, str)), None))]


def _field_of(name: str, config: Config) -> str | None:
    own = next((field for own, field in config.fields.items() if normal(own) == normal(name)), None)
    rule = by_name(POSTING).get(normal(own or name))
    return rule.name if rule else None


def _refuse_mail(text: str) -> None:
    """Raise Unreadable for what begins like an e-mail. That labels stand above a text is no mistake here."""
    try:
        refuse_misplaced(parse(text), {})
    except Unreadable as error:
        if error.code == "text-is-email":
            raise


def _adopted(source: Source, found: Found, config: Config, addresses: Addresses, path: str, *, drafts: bool) -> Adopted:
    decided = decide(found, find(found.prose, config.zone), config, path, name_parts(source.name)[1])
    slug = addresses.free(path) if "slug" not in decided.facts else None
    if slug is not None:
        decided.facts["slug"] = Fact(slug, "another posting has the address that the file's name would give")
    title = decided.facts["title"].value if "title" in decided.facts else ""
    slips = [*slips_in(found.prose, found.prose_line)]
    words = without_board_tags(found.text)[0] if "remote" in decided.facts else found.text
    words = heading_of(words, 1, title).body if title else words
    says_who = "organization" in decided.facts
    needs = (
        not says_who
        and config.organization is None
        and "organization" not in defaults_for(path, config.defaults, config.zone)
    )
    draft = drafts or needs or "title" not in decided.facts
    mark = f"{MARK}{_file_name(source)} ({blake2b(source.data, digest_size=4).hexdigest()}). Lines that begin with # are not read."
    text = write_posting(decided, words.strip("\n"), mark, slips, draft=draft, needs_organization=needs)
    if len(text.encode()) > LARGEST_FILE:
        raise too_large(len(text.encode()))
    addresses.take(path, text)
    return Adopted(
        path,
        text,
        mark,
        tuple(note.problem(source.name) for note in [*found.notes, *slips]),
        len(decided.facts),
        len(decided.proposals),
        len(decided.questions),
    )


def _file_name(source: Source) -> str:
    return PurePosixPath(source.name).name


def _path_of(source: Source, folder: str, title: str | None) -> str:
    """Return where a posting belongs: by its source's name, with the day in it; with its title where a source holds several."""
    name = "posting.md" if source.name == STANDARD_INPUT else _file_name(source)
    rest, day = name_parts(name)
    words = [
        day.isoformat() if day else "",
        slugify(rest if day else stem_and_ending(name)[0]),
        slugify(title) if title else "",
    ]
    folders = [*PurePosixPath(folder).parts, *map(slugify, PurePosixPath(source.folder).parts)]
    return "/".join([CONTENT, *folders, "-".join(filter(None, words)) + ".md"])
