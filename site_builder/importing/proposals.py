"""What a text most likely says: a first simple finder, behind the shape that any finder of proposals has.

`find` gives proposals for a text in its own lines, from 1 on. A better finder of the same shape takes the place of one row in `_FINDERS`.
"""

import re
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from site_builder.importing.found import Proposal, likely
from site_builder.importing.labels import can_be, label_of, question_about
from site_builder.importing.yaml_values import in_line
from site_builder.model.posting import Salary
from site_builder.reading.board_tags import without_board_tags
from site_builder.reading.countries import find_country, find_region
from site_builder.reading.salaries import read_salary
from site_builder.reading.wrong import Wrong, quotable


def find(text: str) -> list[Proposal]:
    """Return what a text's words propose, at most one of a field and value, in the order of the lines."""
    lines = [line[:_LONGEST_LINE] for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]]
    found = [proposal for finder in _FINDERS for proposal in finder(lines)]
    unique = {(one.field, one.value): one for one in reversed(found)}
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
            proposal = proposal._replace(certain=True, reason=others)
        yield proposal


_OPTIONAL = re.compile(
    r".{0,20}\b(?:accept|bienvenu|envisag|erwünscht|if you|less|not\b|ok\b|optional|possib|possible|welcome|wenn|ou\b|or\b|oder\b)",
    re.IGNORECASE,
)
"""What leaves open what stands before it: "part-time possible"."""
_REMOTE = re.compile(
    r"\b(?:fully remote|100 ?% remote|remote[- ]only|based remotely|(?:fully|entirely|completely|100 ?%) remotely|(?:is|as) an? remote (?:position|role|job)|vollständig remote|100 ?% (?:Home ?office|télétravail))\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\b(?:hybrid (?:work\w*|role|position|model)|(?:\d|one|two|three|four) days? (?:a|per) week (?:in|at|from) (?:the |our )?(?:office|home)|télétravail partiel)\b",
    re.IGNORECASE,
)


def _remote(lines: list[str]) -> Iterator[Proposal]:
    text = "\n".join(lines)
    cleaned, rule = without_board_tags(text)
    if rule is not None:
        number, tag = next(
            (number, was)
            for number, (was, now) in enumerate(zip(lines, cleaned.split("\n"), strict=False), start=1)
            if was.strip() != now.strip()
        )
        words = tag.split()[-1]
        reason = f"“{quotable(words)}” is a tag for job boards"
        yield likely("remote", str(rule), reason, number, tag.rfind(words) + 1, len(words))._replace(certain=True)
        return
    for value, pattern in (("hybrid", _HYBRID), ("full", _REMOTE)):
        for number, line in enumerate(lines, start=1):
            found = pattern.search(line)
            if found and not _OPTIONAL.match(line, found.end()):
                yield _said("remote", value, number, found)
                return


_REGION = re.compile(
    r"\b[Rr]emote(?:ly)?\b[^.;\n]{0,30}?(?:\(|\b(?:in|within|from|across|anywhere in)\b\s*)(?:the )?(?P<where>[A-Z][\w.-]*(?: (?:and |& )?[A-Z][\w.-]*){0,3})\)?"
    r"|\b(?:located|based|reside|residing|live|living) in (?:the )?(?P<there>[A-Z][\w.-]*(?: (?:and |& )?[A-Z][\w.-]*){0,3})"
)


def _applicant_locations(lines: list[str]) -> Iterator[Proposal]:
    """Propose where applicants may live; a region is a question with the countries that are meant by it for certain."""
    if not any(re.search("remote", line, re.IGNORECASE) for line in lines):
        return
    for number, line in enumerate(lines, start=1):
        for found in _REGION.finditer(line):
            where = (found["where"] or found["there"]).rstrip(".")
            region, country = find_region(where), find_country(where)
            if region is not None:
                offered = in_line([*region[1]]) if region[1] else ""
                asks = (
                    "a region, and Google takes countries only; keep those that are meant"
                    if offered
                    else "a region; list its countries that are meant, such as [DE, AT]"
                )
                yield _said("applicant_locations", offered, number, found)._replace(
                    reason=f"“{quotable(found[0])}” names {asks}"
                )
                return
            if country is not None:
                yield _said("applicant_locations", in_line([country]), number, found)
                return


_AMOUNT = r"\d[\d.,'’\u00a0\u202f ]{0,12}\d?\s?[kK]?"
_CURRENCY = r"(?:(?:US|CA|AU|NZ)?\$|[€£₹]|zł|\b[A-Z]{3}\b)"
_PAY = re.compile(
    rf"(?<![\d.,'’–-])(?<!\d )(?:{_CURRENCY}\s?)?{_AMOUNT}(?:\s?{_CURRENCY})?(?:\s?(?:-|–|—|to|bis|à)\s?(?:{_CURRENCY}\s?)?{_AMOUNT}(?:\s?{_CURRENCY})?)?"
    r"\s?(?:/|per |a |an |pro |par )\s?(?:year|annum|month|week|day|hour|hr|h|Jahr|Monat|Stunde|an|mois|heure)\b"
)
_NO_PAY = re.compile(
    r"budget|allowance|stipend|bonus|401|training|learning|development|conference|equity|revenue|funding|turnover|reimburse|commission|OTE|on[- ]target|"
    r"relocation|insurance|Weiterbildung|Zuschuss|Budget|prime\b|formation",
    re.IGNORECASE,
)


def _salaries(lines: list[str]) -> Iterator[Proposal]:
    """Propose pay where amount, currency and unit of time stand together, and the line speaks of no other money."""
    for number, line in enumerate(lines, start=1):
        found = _PAY.search(line)
        if not found or _NO_PAY.search(line) or not re.search(_CURRENCY, found[0]):
            continue
        try:
            read = read_salary(" ".join(found[0].split()))
        except Wrong:
            continue
        if isinstance(read, Salary):
            yield _said("salary", in_line(" ".join(found[0].split())), number, found)
            return


_EMPLOYMENT = re.compile(
    r"\b(?P<FULL_TIME>full[- ]time|Vollzeit|temps plein|temps complet)\b|\b(?P<PART_TIME>part[- ]time|Teilzeit|temps partiel)\b"
    r"|\b(?P<INTERN>internship|Praktikum)\b",
    re.IGNORECASE,
)


def _employment(lines: list[str]) -> Iterator[Proposal]:
    kinds: dict[str, tuple[int, re.Match[str]]] = {}
    for number, line in enumerate(lines, start=1):
        for found in _EMPLOYMENT.finditer(line):
            kinds.setdefault(str(found.lastgroup), (number, found))
    if len(kinds) == 1:
        ((kind, (number, found)),) = kinds.items()
        if _OPTIONAL.match(lines[number - 1], found.end()):
            return
        yield _said("employment_type", kind, number, found)


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


def _labels(lines: list[str]) -> Iterator[Proposal]:
    zone = ZoneInfo("UTC")
    for number, line in enumerate(lines, start=1):
        label = label_of(line) if ":" in line or "：" in line else None
        question = question_about(*label, zone) if label else None
        if label and question:
            yield likely(label[0], in_line(label[1]), question, number, 1, len(line))
        if label and can_be(*label, zone):
            yield likely(label[0], in_line(label[1]), f"“{quotable(line)}”", number, 1, len(line))


def _said(field: str, value: str, number: int, found: re.Match[str]) -> Proposal:
    return likely(field, value, f"“{quotable(found[0])}”", number, found.start() + 1, len(found[0]))


_FINDERS: tuple[Finder, ...] = (
    _labels, _titles, _organizations, _remote, _applicant_locations, _salaries, _employment, _addresses,
)  # fmt: skip
