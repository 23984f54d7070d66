"""The rule about words that lost an apostrophe, a slash or a bracket: "weve", "andor", "aujourdhui"."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import in_text, in_title


@rule("text-lost-signs", Group.CONTENT)
def text_lost_signs(subject: Subject, _: date) -> Iterator[Found]:
    """A word lost its apostrophe or slash.

    Programs that allow nothing but letters turn "we've" into "weve" and "and/or" into "andor". Where some are gone, look at percentages,
    amounts and addresses too: "50%" may have become "50". Give words back the signs that they lost on their way through other programs.

    Wrong:
        At our bakery weve been baking since 1904.
    Right:
        At our bakery we've been baking since 1904.
    """
    speech = speech_of(subject)
    right = _RIGHT.get(speech.language)
    if not right or right.keys().isdisjoint(speech.words):
        return
    pattern = _PATTERNS[speech.language]
    for found in pattern.finditer(subject.posting.title):
        yield in_title(subject, *found.span()).found(*_says(found[0], right))
    for spot in in_text(subject, pattern):
        yield spot.found(*_says(spot.words, right))


def _says(word: str, right: dict[str, str]) -> tuple[str, str]:
    written = right[word.casefold()]
    if word[0].isupper():
        written = written[0].upper() + written[1:]
    return f'"{word}" lost a sign', f'Write "{written}".'


_APOSTROPHES = """
ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't won't wouldn't
we've we'd you'll you're you've you'd they'll they're they've they'd I've there's that's here's what's who's it'll that'll
""".split()
# "wed", "whos", "id" and the like are words or names themselves; so are these without their apostrophe in some text or other.
_WORDS_THEMSELVES = {"wed", "whos", "youd", "aint"}
_RIGHT: dict[str, dict[str, str]] = {
    "en": {
        lost: word for word in _APOSTROPHES if (lost := word.replace("'", "").casefold()) not in _WORDS_THEMSELVES
    }
    | {"andor": "and/or", "heshe": "he/she", "hisher": "his/her", "himher": "him/her", "sthe": "s/he"},
    "de": {"undoder": "und/oder", "mwd": "m/w/d", "mwdx": "m/w/d/x", "gehts": "geht's", "gibts": "gibt's"},
    "fr": {
        "aujourdhui": "aujourd'hui", "cest": "c'est", "jai": "j'ai", "quil": "qu'il", "quils": "qu'ils", "quun": "qu'un", "quune": "qu'une",
        "etou": "et/ou", "lentreprise": "l'entreprise", "léquipe": "l'équipe", "lequipe": "l'équipe", "lensemble": "l'ensemble", "dexpérience": "d'expérience",
        "daccompagner": "d'accompagner", "dassurer": "d'assurer", "jusquà": "jusqu'à", "nhésitez": "n'hésitez", "sinscrit": "s'inscrit", "lutilisation": "l'utilisation",
    },
}  # fmt: skip
"""By language: words that are none, and what they were."""
_PATTERNS = {
    language: re.compile(
        rf"(?<![\w'’.-])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![\w'’-])", re.IGNORECASE
    )
    for language, words in _RIGHT.items()
}

RULES: tuple[Rule, ...] = (text_lost_signs,)
