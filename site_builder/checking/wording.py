"""The rules of the group "wording": words that keep people from applying by age, gender or origin. Off until site.toml asks for them.

Words are judged by their use in postings, not by taste; each rule says whom a word keeps away, and what to write instead.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from site_builder.checking import wording_words as words
from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_text, in_title


@rule("wording-age", Group.WORDING, asked=True)
def wording_age(subject: Subject, _: date) -> Iterator[Found]:
    """The posting speaks of age.

    "Young", "digital native" and "recent graduate" tell older people not to apply. Courts have taken them for discrimination: "digital
    native" in Germany in 2024; France forbids age limits in postings. Ask for what somebody can do, not for an age.

    Source: https://www.ihk.de/koblenz/unternehmensservice/recht/aktuelles/aktuelle-informationen-aus-recht-und-steuern/-agg-falle-bei-stellenausschreibungen-6577976
    Source: https://french-business-law.com/rench-legislation-art/article-l5331-2-of-the-french-labour-code
    Wrong:
        You are a digital native.
    Right:
        You know how videos for social media are made.
    """
    yield from _words_of(subject, _AGE, "speaks of age")


@rule("wording-origin", Group.WORDING, asked=True)
def wording_origin(subject: Subject, _: date) -> Iterator[Found]:
    """The posting asks for native speakers.

    "Native speaker" shuts out people who speak a language as well and were born elsewhere. Levels (A1 to C2) say what is needed. Ask how
    well somebody knows a language, not where it was learned.

    Source: https://www.coe.int/en/web/common-european-framework-reference-languages/level-descriptions
    Wrong:
        You are a native English speaker.
    Right:
        You speak English fluently (C1).
    """
    yield from _words_of(subject, _ORIGIN, "asks where somebody comes from")


@rule("wording-gender", Group.WORDING, asked=True)
def wording_gender(subject: Subject, _: date) -> Iterator[Found]:
    """The posting speaks of one gender, or of two.

    "Salesman" and "he" make women apply less. English has neutral words for all jobs; "you" needs no gender. Speak to people of every
    gender.

    Source: https://www.eeoc.gov/prohibited-employment-policiespractices (job advertisements)
    Wrong:
        A good salesman knows his customers, and he writes down what they need.
    Right:
        You know your customers, and write down what they need.
    """
    yield from _words_of(subject, _GENDER, "speaks of one gender or two")


@rule("wording-title-gender", Group.WORDING, asked=True)
def wording_title_gender(subject: Subject, _: date) -> Iterator[Found]:
    """The title speaks of one gender.

    German law wants neutral titles: "(m/w/d)", "Entwickler:in", or a word without gender, such as "Pflegekraft". In France, "H/F" or both
    forms are usual. Give the title a form for people of every gender.

    Source: https://www.gesetze-im-internet.de/agg/__11.html
    Source: https://talentplug.com/publication-de-vos-offres-attention-a-la-discrimination/
    Wrong:
        language: de
        title: Softwareentwickler

        Wir suchen eine Person, die mit uns Pegel baut, in der Werkstatt und im Büro. Du schreibst auf, wie sie funktionieren, und zeigst es dem Team.
    Right:
        language: de
        title: Softwareentwickler (m/w/d)

        Wir suchen eine Person, die mit uns Pegel baut, in der Werkstatt und im Büro. Du schreibst auf, wie sie funktionieren, und zeigst es dem Team.
    """
    title, language = subject.posting.title, speech_of(subject).language
    found = _GENDERED[language].search(title) if language in _GENDERED else None
    if found and not (language in _NEUTRAL and _NEUTRAL[language].search(title)):
        yield in_title(subject, *found.span()).found(
            f'"{found[0]}" in the title speaks of one gender', f"Write {_FORMS[language]}."
        )


@rule("wording-culture", Group.WORDING, asked=True)
def wording_culture(subject: Subject, _: date) -> Iterator[Found]:
    """The posting paints one kind of person.

    "Rock star", "ninja" and "work hard, play hard" make many good people think that they are not meant, and say nothing about the work. Say
    what the job is, in words that do not paint one kind of person.

    Source: https://github.com/rowanmanning/joblint
    Wrong:
        We are looking for a JavaScript ninja.
    Right:
        You know JavaScript well.
    """
    yield from _words_of(subject, _CULTURE, "paints one kind of person")


class _List:
    """The words of one list in one language: one expression to find any of them, and what to write instead of each."""

    def __init__(self, rows: Sequence[words.Row]) -> None:
        self._rows = [(re.compile(row.pattern, re.IGNORECASE), row.instead) for row in rows]
        self.first = frozenset(" ".join(row.first for row in rows).split())
        self.any = re.compile(rf"(?<![\w-])(?:{'|'.join(row.pattern for row in rows)})(?![\w-]|['’]s\b)", re.IGNORECASE)

    def says(self, found: str, what: str) -> tuple[str, str]:
        """Return what to tell of words that `any` found."""
        instead = next(instead for pattern, instead in self._rows if pattern.search(found))
        return f'"{found}" {what}', f"Say instead: {instead}."


def _words_of(subject: Subject, lists: Mapping[str, _List], what: str) -> Iterator[Found]:
    speech = speech_of(subject)
    listed = lists.get(speech.language)
    if listed is None or listed.first.isdisjoint(speech.words):
        return
    for found in listed.any.finditer(subject.posting.title):
        yield in_title(subject, *found.span()).found(*listed.says(found[0], what))
    for spot in in_text(subject, listed.any):
        row = subject.rows[spot.line - 1]
        if not _NOT_MEANT.search(row, 0, spot.column - 1) and not _WELCOME.search(row):
            yield spot.found(*listed.says(spot.words, what))


_NOT_MEANT = re.compile(
    r"(?:\b(?:not|no|nor|without|rather than|instead of|kein\w*|nicht|statt|pas|sans)\b|n['’]t\b)[^.!?]{0,80}$",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"\b(?:consider|welcome|also open to|including|regardless of|willkommen|bienvenue?s?|acceptée?s?)\b", re.IGNORECASE
)
"""Who shuts nobody out: "we consider fresh graduates", "native speakers are welcome too"."""
_AGE, _ORIGIN, _GENDER, _CULTURE = (
    {language: _List(rows) for language, rows in table.items()}
    for table in (words.AGE, words.ORIGIN, words.GENDER, words.CULTURE)
)
_GENDERED = {
    language: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for language, pattern in words.TITLES_OF_ONE_GENDER.items()
}
_NEUTRAL = {language: re.compile(pattern) for language, pattern in words.NEUTRAL.items()}
_FORMS = {
    "en": 'a neutral word, such as "salesperson", "server" or "technician"',
    "de": '"(m/w/d)" after it, the form with ":in", or a word without gender such as "Fachkraft"',
    "fr": 'both forms ("développeuse ou développeur"), "développeur·se", or "H/F" after it',
}

RULES: tuple[Rule, ...] = (wording_age, wording_origin, wording_gender, wording_title_gender, wording_culture)
