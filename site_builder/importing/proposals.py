"""What a text most likely says: what reading proposes for any text, and what only a text without fields has to be asked for.

Who hires and which job it is stands in fields or headings elsewhere; here it is looked for in sentences.
"""

import re
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from site_builder.importing.found import likely
from site_builder.importing.labels import can_be, label_of, question_about
from site_builder.importing.yaml_values import in_line
from site_builder.reading.board_tags import without_board_tags
from site_builder.reading.proposals import Proposal, proposals
from site_builder.reading.wrong import quotable


def find(text: str, zone: ZoneInfo) -> list[Proposal]:
    """Return what a text's words propose, in the order of its lines, from 1 on: of a field each value once. Days to apply end in `zone`.

    What reading finds on the line of a label goes before the label's own words, as it knows more answers.
    """
    lines = [line[:_LONGEST_LINE] for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]]
    read = [*_of_reading(lines, zone)]
    places = {(one.field, one.line) for one in read}
    labels = [one for one in _labels(lines, zone) if (one.field, one.line) not in places]
    found = [*read, *labels, *(one for finder in _FINDERS for one in finder(lines))]
    unique: dict[tuple[str, str], Proposal] = {}
    for one in sorted(found, key=lambda one: not one.certain):
        unique.setdefault((one.field, one.value), one)
    return sorted(unique.values(), key=lambda one: (one.line, one.column))


Finder = Callable[[list[str]], Iterator[Proposal]]
_MOST_LINES = 2_000
_LONGEST_LINE = 2_000
_ROLE = r"(?P<title>[A-Z][\w+#.&/()*:-]*(?:[ ,]+(?:of|for|and|&|[-–/]|[A-Z(][\w+#.&/()*:-]*)){0,8})"
_NAME = r"(?P<name>[A-ZÀ-Þ][\w.&-]*(?: (?:of|for|and|the|&|[A-ZÀ-Þ][\w.&-]*)){0,4})"
_TITLES = (
    rf"[Tt]he (?:role|position|job) of (?:an? |the )?{_ROLE} (?:at|with|for) {_NAME}",
    rf"\b(?:looking for|seeking|searching for|hiring|recruiting) (?:an? |the |our (?:next |first )?)(?:\w+,? (?:and |\w+ )?)??{_ROLE}(?= (?:to|who|with|in|for|at|that|based)\b|[.,!]|$)",
    rf"\b(?:suchen|sucht) (?:(?:wir|ab sofort|zum nächstmöglichen Zeitpunkt|für unser\w* \w+) )*(?:eine?n? ){_ROLE}",
    r"\b(?:recherche(?:ns|nt)?|recrute(?:ns|nt)?) (?:un ou une |une ou un |un[·.(]?e?\)? |une )(?P<title>[\w’'·.()/ -]{4,70}?)(?= (?:pour|afin|à|au|qui|en (?:CDI|CDD))\b|[.,!:]|$)",
)  # fmt: skip


def _titles(lines: list[str]) -> Iterator[Proposal]:
    """Propose a title from the first sentences: "The role of a Sales Director at Example"."""
    for number, line in enumerate(lines[:_BEGINNING], start=1):
        for pattern in _TITLES:
            found = re.search(pattern, line)
            if found:
                title = found["title"].strip(" ,.-–:")
                if _is_title(title):
                    yield _said("title", in_line(title), number, found)
                    return


_BEGINNING = 30
_PEOPLE = frozenset("people person someone somebody you colleagues talent candidates team personnes".split())


def _is_title(words: str) -> bool:
    return len(words) >= len("Cook") and not _PEOPLE & set(words.casefold().split())


_EMPLOYERS = (
    rf"^{_NAME} is (?:an )?equal[- ]opportunit\w+ employer",
    r"^(?:About|Über|À propos de|Who is|Why (?:join )?)\s*(?P<name>[A-ZÀ-Þ][\w.&-]*(?: [A-ZÀ-Þ&][\w.&-]*){0,4}):?$",
    rf"[Tt]he (?:role|position|job) of .{{3,80}}? at {_NAME}",
    rf"^{_NAME} (?:is|are) (?:looking for|seeking|hiring|recruiting)\b",
    rf"^{_NAME} (?:sucht|recherche|recrute) ",
)
_NO_NAMES = frozenset(
    "on nous je ich us our uns we wir this the you nous team role job position company it they he she who what the company our company".split()
)


def _organizations(lines: list[str]) -> Iterator[Proposal]:
    """Propose who hires; where two kinds of sentence agree on one name ("About Example", "Example is an equal opportunity employer") it is certain."""
    seen: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for pattern in _EMPLOYERS:
        for number, line in enumerate(lines, start=1):
            found = re.search(pattern, line)
            if (
                found
                and found["name"].casefold() not in _NO_NAMES
                and not found["name"].startswith(("The ", "Our ", "This "))
            ):
                seen.setdefault(found["name"], []).append((number, found))
                break
    for name, places in seen.items():
        number, found = min(places, key=lambda place: place[0])
        proposal = _said("organization", in_line(name), number, found)
        if len(places) > 1 and len(seen) == 1:
            others = " and ".join(f"“{quotable(match[0])}”" for _, match in sorted(places, key=lambda place: place[0]))
            proposal = replace(proposal, certain=True, reason=others)
        yield proposal


def _board_tags(lines: list[str]) -> Iterator[Proposal]:
    """Take `#LI-Remote` and its like at their word: they have one meaning."""
    text = "\n".join(lines)
    cleaned, rule = without_board_tags(text)
    if rule is None:
        return
    number, was, now = next(
        (number, was, now)
        for number, (was, now) in enumerate(zip(lines, cleaned.split("\n"), strict=False), start=1)
        if was.strip() != now.strip()
    )
    kept = now.split()
    gone = [word for word in re.finditer(r"\S+", was) if word[0] not in kept]
    start, end = (gone[0].start(), gone[-1].end()) if gone else (0, len(was))
    words = was[start:end]
    reason = f"“{quotable(words)}” is a tag for job boards"
    yield replace(likely("remote", str(rule), reason, number, start + 1, end - start), certain=True)


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}")
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ication)|send|CV|resume|résumé|bewerb\w*|candidature|postul\w+|cv)\b", re.IGNORECASE
)


def _addresses(lines: list[str]) -> Iterator[Proposal]:
    """Propose the one mail address of a text as the way to apply, where its line or the one before speaks of applying."""
    found = [(number, match) for number, line in enumerate(lines, start=1) for match in _EMAIL.finditer(line)]
    if len({match[0].lower() for _, match in found}) != 1:
        return
    number, match = found[0]
    if _APPLYING.search("\n".join(lines[max(0, number - 2) : number])):
        yield _said("apply_email", match[0], number, match)


def _labels(lines: list[str], zone: ZoneInfo) -> Iterator[Proposal]:
    for number, line in enumerate(lines, start=1):
        label = label_of(line) if ":" in line or "：" in line else None
        question = question_about(*label, zone) if label else None
        if label and question:
            yield likely(label[0], in_line(label[1]), question, number, 1, len(line))
        if label and can_be(*label, zone):
            yield likely(label[0], in_line(label[1]), f"“{quotable(line)}”", number, 1, len(line))


def _said(field: str, value: str, number: int, found: re.Match[str]) -> Proposal:
    return likely(field, value, f"“{quotable(found[0])}”", number, found.start() + 1, len(found[0]))


def _of_reading(lines: list[str], zone: ZoneInfo) -> Iterator[Proposal]:
    """Propose what reading finds in running text, each with its other possible answers. None is certain: a sentence may be about something else."""
    for one in proposals("\n".join(lines), 1, zone):
        reason = _WORDS.sub(r"“\1”", one.reason)
        if one.alternatives:
            reason += f"; if not, write {' or '.join(one.alternatives)}"
        yield likely(one.field, one.value, reason, one.line, one.column, one.length)


_WORDS = re.compile(r'^the (?:text|line) says "([^"]*)"')

_FINDERS: tuple[Finder, ...] = (_titles, _organizations, _board_tags, _addresses)
