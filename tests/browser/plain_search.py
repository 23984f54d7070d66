"""What the search shall find, by a definition so plain that it can be read: every job is looked at, every word compared in the textbook's way."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from babel import Locale

from site_builder.model.posting import JobPosting
from site_builder.model.site import Site

# A shorter word is neither mistyped nor looked for within others.
LONG = 4
# Scripts without spaces between words, as the names of their letters begin.
UNSPACED = ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "THAI")
# Marks that are letters to their readers; all others are left out.
VOWELS_AND_VOICING = ("THAI", "COMBINING KATAKANA-HIRAGANA", "DEVANAGARI")
ALIKE = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ς": "σ",
    "ى": "ي",
    "ة": "ه",
}


class Asked(NamedTuple):
    """What somebody asks for: `chosen` are slugs of terms by facet, `minute` is now, counted from 1970."""

    query: str = ""
    chosen: dict[str, list[str]] = {}
    sort: str = ""
    minute: int = 0


class Found(NamedTuple):
    """The slugs of the jobs found, best first, and by facet and slug how many jobs each term would give."""

    slugs: list[str]
    counts: dict[str, dict[str, int]]


class Job(NamedTuple):
    """A job, its words and its terms by facet, as slugs."""

    posting: JobPosting
    title: set[str]
    elsewhere: set[str]
    terms: dict[str, set[str]]


def find(site: Site, asked: Asked, *, within: bool, ignored: frozenset[str] = frozenset()) -> Found:
    """Look for jobs. `within`: words may stand within others, as in languages that write several as one."""
    jobs = [_job(site, posting) for posting in site.open]
    all_words = {word for job in jobs for word in job.title | job.elsewhere}
    typed = words_of(asked.query)
    typed = [word for word in typed if word not in ignored] or typed
    scores = dict.fromkeys(range(len(jobs)), 0)
    for at, word in enumerate(typed):
        neighbours = ["".join(pair) for pair in pairwise(typed)][max(0, at - 1) : at + 1]
        wholes, is_mistyped = [word, *neighbours], False
        if not any(likeness(one, known, within=within) for one in wholes for known in all_words):
            wholes, is_mistyped = [word], True
        for number in list(scores):
            job = jobs[number]
            best = max(
                (
                    alike + (3 if known in job.title else 0)
                    for known in job.title | job.elsewhere
                    for one in wholes
                    if (alike := typo(one, known) if is_mistyped else likeness(one, known, within=within))
                ),
                default=0,
            )
            if best:
                scores[number] += best
            else:
                del scores[number]
    open_still = [number for number in scores if _end(jobs[number].posting) >= asked.minute]
    rows = [number for number in open_still if _fits(jobs[number], asked.chosen)]
    if asked.sort == "closing":
        rows.sort(key=lambda number: _end(jobs[number].posting))
    elif typed and not asked.sort:
        rows.sort(key=lambda number: -scores[number])
    counts = {
        name: {
            slug: sum(
                slug in jobs[number].terms[name]
                and _fits(jobs[number], {other: slugs for other, slugs in asked.chosen.items() if other != name})
                for number in open_still
            )
            for slug in {slug for job in jobs for slug in job.terms[name]}
        }
        for name in FACETS
    }
    return Found([jobs[number].posting.slug for number in rows], counts)


FACETS = ("departments", "locations", "employment-types", "tags", "remote")


def words_of(text: str) -> list[str]:
    """Return a text's words as they are compared: in lower case, without accents, `c++` whole."""
    folded = "".join(
        ALIKE.get(char, char)
        for char in unicodedata.normalize("NFKD", text.lower())
        if char != "ـ" and (unicodedata.category(char)[0] != "M" or _name(char).startswith(VOWELS_AND_VOICING))
    )
    words: list[str] = []
    before = ""
    for char in folded:
        kind = _kind(char)
        if kind == "sign" and before in {"letter", "sign"}:
            words[-1] += char
        elif kind == "mark" and before in {"letter", "unspaced"}:
            words[-1] += char
            kind = before
        elif kind in {"letter", "unspaced"} and kind == before:
            words[-1] += char
        elif kind in {"letter", "unspaced"}:
            words.append(char)
        else:
            kind = ""
        before = kind
    return words


def likeness(typed: str, word: str, *, within: bool) -> int:
    """Say how well a word answers what was typed: 3 it is that, 2 it begins so, 1 it holds it."""
    if word == typed:
        return 3
    if word.startswith(typed) or (_kind(typed[0]) == "unspaced" and typed in word):
        return 2
    return int(within and len(typed) >= LONG and _kind(typed[0]) != "unspaced" and typed in word)


def typo(typed: str, word: str) -> int:
    """Say whether a word begins with what was typed but for one edit: a letter wrong, missing, too many, or two swapped."""
    if len(typed) < LONG or _kind(typed[0]) == "unspaced":
        return 0
    return int(any(distance(typed, word[:length]) <= 1 for length in range(len(word) + 1)))


def distance(one: str, other: str) -> int:
    """Return the Damerau-Levenshtein distance of two words, in which no part is edited twice (optimal string alignment)."""
    rows = [[max(i, j) if not (i and j) else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def _kind(char: str) -> str:
    if char in "+#":
        return "sign"
    category = unicodedata.category(char)[0]
    if category == "M":
        return "unspaced" if _name(char).startswith("THAI") else "mark"
    return ("unspaced" if _name(char).startswith(UNSPACED) else "letter") if category in "LN" else ""


def _name(char: str) -> str:
    return unicodedata.name(char, "")


def _job(site: Site, posting: JobPosting) -> Job:
    texts: list[str] = []
    terms: dict[str, set[str]] = {name: set() for name in FACETS}
    for listing in site.listings:
        for term in listing.terms:
            if posting in term.postings:
                terms[listing.name].add(term.path.split("/")[1])
                texts.append(term.name)
    countries = Locale.parse(site.config.language).territories
    texts += [countries[place.country] for place in posting.locations if place.country and place.locality]
    if posting.remote:
        terms["remote"].add(posting.remote)
        texts.append(site.look.words[f"remote.{posting.remote}"])
    if posting.location_text and not posting.locations:
        texts.append(posting.location_text)
    if posting.employment_text and not posting.employment_types:
        texts.append(posting.employment_text)
    if site.config.organization is None or posting.organization.name != site.config.organization.name:
        texts.append(posting.organization.name)
    return Job(
        posting, set(_with_joined(posting.title)), {word for text in texts for word in _with_joined(text)}, terms
    )


def _with_joined(text: str) -> Iterator[str]:
    """Give a text's words, and neighbours as if the space between them were forgotten."""
    words = words_of(text)
    yield from words
    yield from ("".join(pair) for pair in pairwise(words))


def _fits(job: Job, chosen: dict[str, list[str]]) -> bool:
    """Say whether a job has one of the chosen terms in every facet in which some are chosen."""
    return all(job.terms[name] & set(slugs) for name, slugs in chosen.items())


def _end(posting: JobPosting) -> float:
    """Return the last minute of a posting, counted from 1970."""
    return posting.valid_through.timestamp() // 60 if posting.valid_through else float("inf")
