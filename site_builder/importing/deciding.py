"""What of a source is certain, what is likely and what has to be asked, field by field."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_builder.importing.asking import questions
from site_builder.importing.canonical_values import canonical
from site_builder.importing.found import Found, Said
from site_builder.importing.yaml_values import in_line
from site_builder.model.config import Config
from site_builder.reading.document import parse
from site_builder.reading.fields import defaults_for
from site_builder.reading.mappings import look_up
from site_builder.reading.names import meant, normal
from site_builder.reading.plain_values import without_dates
from site_builder.reading.proposals import Proposal
from site_builder.reading.rules import EXTRA, POSTING, Rule, by_name
from site_builder.reading.wrong import Wrong, quotable


class Fact(Struct, frozen=True):
    """A certain value, and what people should know of where it comes from (empty where the source says it in so many words)."""

    value: Any
    why: str = ""


class Decided(Struct, frozen=True):
    """The facts by canonical name; proposals (YAML, empty where only the question is known, and the reason); questions; what is none of ours."""

    facts: dict[str, Fact]
    proposals: tuple[tuple[str, str, str], ...]
    questions: tuple[tuple[str, str], ...]
    extra: dict[str, Any]


def decide(found: Found, proposals: list[Proposal], config: Config, path: str, day: date | None) -> Decided:
    """Sort what a source says. `proposals` are those of its text; `path` is the file to be, `day` the date in the source's name."""
    sorting = _Sorting(config.zone)
    for said in found.said:
        sorting.take(said, config.fields)
    if day is not None:
        sorting.facts.setdefault("date_posted", Fact(day, "in the file's name"))
    # What is certain goes before what is likely, wherever it stands.
    for proposal in sorted([*_agreeing(found.likely, proposals), *proposals], key=lambda one: not one.certain):
        sorting.propose(proposal, found.prose_line)
    defaults = defaults_for(path, config.defaults, config.zone)
    by_site = {"organization"} if config.organization else set[str]()
    known = {*sorting.facts, *(name for name, _, _ in sorting.proposals), *defaults, *by_site}
    sorting.facts = {
        name: fact for name, fact in sorting.facts.items() if not (name == "language" and fact.value == config.language)
    }
    return Decided(
        {rule.name: sorting.facts[rule.name] for rule in POSTING if rule.name in sorting.facts},
        tuple(
            (rule.name, value, why) for rule in POSTING for name, value, why in sorting.proposals if name == rule.name
        ),
        tuple(questions({name: fact.value for name, fact in sorting.facts.items()}, known, config.zone)),
        sorting.extra,
    )


def _agreeing(of_form: Iterable[Proposal], of_text: list[Proposal]) -> Iterator[Proposal]:
    """Give the proposals of a source's form; certain is what a sentence of the text proposes too, in the same words."""
    for one in of_form:
        same = [
            other for other in of_text if (other.field, other.value.casefold()) == (one.field, one.value.casefold())
        ]
        yield replace(one, certain=True, reason=f"{one.reason}, and the text says {same[0].reason}") if same else one


class _Sorting:
    """What is sorted so far."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.facts: dict[str, Fact] = {}
        self.proposals: list[tuple[str, str, str]] = []
        self.extra: dict[str, Any] = {}
        self._names = [other for rule in POSTING for other in (rule.name, *rule.others)]

    def take(self, said: Said, own_names: Mapping[str, str]) -> None:
        """Sort one value that the source states."""
        if said.value in (None, "", [], {}) or (isinstance(said.value, str) and not said.value.strip()):
            return
        for own, field in own_names.items():
            found = look_up({said.name: said.value}, own)
            if found is not None and field != EXTRA:
                self._fact(field, found[1], said)
                if "." not in own:
                    return
            elif found is not None:
                self.extra[said.name] = said.value
                return
        rule = by_name(POSTING).get(normal(said.name))
        if rule is not None:
            self._fact(rule.name, said.value, said)
            return
        likely = _LIKELY.get(normal(said.name)) or self._misspelt(said.name)
        words = _quoted(said, said.value)
        for field in likely or ():
            title = field == "title" and isinstance(said.value, str)
            self._propose(field, _ARTICLE.sub("", said.value) if title else said.value, words)
        if not likely or (normal(said.name) not in _UNPUBLISHABLE and not self._misspelt(said.name)):
            self.extra[said.name] = said.value

    def _misspelt(self, name: str) -> tuple[str, ...]:
        near = meant(name, self._names)
        return (by_name(POSTING)[normal(near)].name,) if near else ()

    def _fact(self, field: str, value: Any, said: Said) -> None:
        rule = by_name(POSTING)[normal(field)]
        words = _quoted(said, value)
        board = _BOARD.match(value) if rule.name == "organization" and isinstance(value, str) else None
        if board:
            self._propose(rule.name, board["name"], f"{words}, which is a board's title")
            return
        if rule.name == "draft":
            return
        if rule.name == "organization_url" and isinstance(value, str) and _BOARD_HOST.search(value):
            self._propose(rule.name, value, f"{words}, which is a job board's address")
            return
        try:
            written = canonical(rule, value, self.zone)
        except Wrong as wrong:
            self.proposals.append(
                (rule.name, in_line(without_dates(value)), f"{said.where}: {wrong.message}. {wrong.mend}")
            )
            return
        if rule.joins and rule.name in self.facts:
            written = [*dict.fromkeys([*self.facts[rule.name].value, *written])]
        elif rule.name in self.facts and self.facts[rule.name].value != written:
            if normal(said.name) == normal(rule.name):  # the field's own name goes before others
                before = self.facts[rule.name].value
                self.facts[rule.name] = Fact(written)
                written = before
            self._propose(rule.name, written, words)
            return
        self.facts[rule.name] = Fact(written, words if said.words else "")

    def propose(self, proposal: Proposal, first_line: int) -> None:
        """Sort a proposal of the text, whose first line is the source's `first_line` (0: it has none)."""
        field = proposal.field
        same = {"apply_email", "apply_url"} if field.startswith("apply_") else {field}
        if same & self.facts.keys() or (field == "locations" and proposal.value.strip('"').casefold() == "remote"):
            return
        reason = _with_place(proposal, first_line)
        rule = by_name(POSTING)[normal(field)]
        proposal = replace(proposal, value=_plainest(rule, proposal.value, self.zone))
        if proposal.certain and not any(name == field for name, _, _ in self.proposals):
            value = _read_yaml(proposal.value)
            try:
                rule.read(value, self.zone)
            except Wrong:
                return
            self.facts[field] = Fact(value, reason)
        elif not any(name == field and value == proposal.value for name, value, _ in self.proposals):
            self.proposals.append((field, proposal.value, reason))

    def _propose(self, field: str, value: Any, why: str) -> None:
        rule = by_name(POSTING)[normal(field)]
        try:
            written = in_line(canonical(rule, value, self.zone))
        except Wrong as wrong:
            why, written = f"{why}: {wrong.message}. {wrong.mend}", in_line(without_dates(value))
        if (field, written) not in [(name, other) for name, other, _ in self.proposals]:
            self.proposals.append((field, written, why))


_BOARD = re.compile(
    r"(?:current |open |all )?(?:job openings|openings|jobs|job board|careers|positions|vacancies) (?:at|with|@) (?P<name>.+)",
    re.IGNORECASE,
)
_BOARD_HOST = re.compile(
    r"//(?:[\w-]+\.)*(?:greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|smartrecruiters\.com|recruitee\.com|personio\.\w+|breezy\.hr|bamboohr\.com|teamtailor\.com"
    r"|myworkdayjobs\.com|jobvite\.com|icims\.com|join\.com|linkedin\.com|indeed\.\w+|stepstone\.\w+|welcometothejungle\.com)(?:/|$)"
)
_LIKELY = {
    "role": ("title",), "roles": ("title",), "jobname": ("title",), "headline": ("title",), "name": ("title",),
    "externalurl": ("apply_url",), "link": ("apply_url",), "applicationlink": ("apply_url",),
    "city": ("locations",), "region": ("locations",), "country": ("locations",), "workplace": ("locations",),
    "email": ("apply_email", "contact"), "mail": ("apply_email", "contact"), "emailaddress": ("apply_email", "contact"),
    "startup": ("department",), "unit": ("department",), "division": ("department",),
    "wage": ("salary",), "remuneration": ("salary",), "end": ("valid_through",), "enddate": ("valid_through",), "until": ("valid_through",),
}  # fmt: skip
"""Names that most likely mean a field, and do not in every vocabulary."""
_ARTICLE = re.compile(r"^(?:(?:un|une|un[·.(-]e\)?)(?: ?(?:ou|/) ?(?:un|une))?|an?|eine?n?|des) (?=\S)", re.IGNORECASE)
"""An article before a title that was written for a sentence: "un·e développeur·se"."""
_UNPUBLISHABLE = frozenset({"email", "mail", "emailaddress"})
"""Names that a posting may not have (`field-unclear`)."""


def _with_place(proposal: Proposal, first_line: int) -> str:
    """Return a proposal's reason with the line of its words: `line 12 says “…”`."""
    if not proposal.line:
        return proposal.reason
    place = f"line {first_line + proposal.line - 1}" if first_line else "the text"
    return f"{place} says {proposal.reason}" if proposal.reason.endswith("”") else f"{place}: {proposal.reason}"


def _quoted(said: Said, value: Any) -> str:
    """Return where a source says a value, and its words: `line 3 says roles: cook`."""
    return (
        f"{said.where} says “{said.words}”"
        if said.words
        else f"{said.where} says {quotable(f'{said.name}: {_shown(value)}')}"
    )


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else in_line(without_dates(value))


def _plainest(rule: Rule, written: str, zone: ZoneInfo) -> str:
    """Return a value's YAML in the form in which people write it; as it is, where it asks a question."""
    try:
        return in_line(canonical(rule, _read_yaml(written), zone)) if written else ""
    except Wrong:
        return written


def _read_yaml(written: str) -> Any:
    return parse(f"---\nvalue: {written}\n---\n").values.get("value")
