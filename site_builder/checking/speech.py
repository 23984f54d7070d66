"""What a text is made of, for the rules about words: its words, each once, and the language that it is in beyond doubt."""

import re
from typing import NamedTuple

from site_builder.checking.rule import Subject


class Speech(NamedTuple):
    """The words of a text and of its title, folded, each once; signs part words ("and/or" is two).

    `language` is the primary subtag (`de`) of the language that the text is in, or of the one that the posting states where the words do
    not tell; `certain` says which it is.
    """

    words: frozenset[str]
    language: str
    certain: bool


def speech_of(subject: Subject) -> Speech:
    """Return what a posting's text and title are made of. Rules ask one after another of the same posting, so the last answer is kept."""
    global _last  # noqa: PLW0603  # one value, replaced as a whole; a subject never changes
    kept = _last
    if kept is None or kept[0] is not subject:
        kept = _last = subject, _speech(subject)
    return kept[1]


_last: tuple[Subject, Speech] | None = None


def _speech(subject: Subject) -> Speech:
    words = _words_of(f"{subject.posting.title} {subject.words}")
    stated = subject.posting.language.partition("-")[0].lower()
    spoken = _language_of(words, subject.words, stated)
    return Speech(words, spoken or stated, spoken is not None)


def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text. A table of bytes parts them in half the time of a regular expression."""
    folded = text.casefold()
    if not folded.isascii():
        for sign in _SIGNS_BEYOND_ASCII:
            folded = folded.replace(sign, " ")
    parted = folded.encode("utf-8", "surrogatepass").translate(_PARTED).decode("utf-8", "surrogatepass")
    return frozenset(parted.split())


_SIGNS_BEYOND_ASCII = "’‘“”„«»–—…•·\u00a0"
_PARTED = bytes(byte if chr(byte).isalnum() or byte >= 0x80 else ord(" ") for byte in range(256))  # noqa: PLR2004  # not ASCII


def _language_of(words: frozenset[str], text: str, stated: str) -> str | None:
    """Return the language that a text is in, where its commonest words leave no doubt; the stated one, as soon as that may be."""
    if len(_COMMON.get(stated, frozenset()) & words) >= _ENOUGH:
        return stated
    if not text.isascii():
        for language, letters in _SCRIPTS.items():
            if len(letters.findall(text[:_READ])) > _MOST_FOREIGN:
                return language
    counts = sorted((len(common & words), language) for language, common in _COMMON.items())
    (second, _), (first, language) = counts[-2:]
    return language if first >= _ENOUGH and second * 2 < first else None


_READ = 4_000
_MOST_FOREIGN = 30
_ENOUGH = 8
_SCRIPTS = {"ja": re.compile(r"[\u3041-\u30ff]"), "ko": re.compile(r"[\uac00-\ud7a3]")}
_COMMON = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and with for you our are this that from your have will who they which we be as of to is on at by can about",
        "de": "und der die das mit für ist wir nicht eine einen auf bei zu sich oder auch unser unsere deine ihre von dem den im zur",
        "fr": "le la les des et vous nous pour dans avec une est sur votre vos aux ce cette qui que du au par sont nos être",
        "es": "el los las y para con una por del que nuestro nuestra tu más sus como en al equipo trabajo empresa",
        "it": "il di che per con una della gli sono nel nella del alla più delle anche nostro azienda lavoro",
        "nl": "het een en van voor met je wij zijn ons ook naar bij niet dat als jij onze jouw aan door",
        "pt": "os uma com não para em você da do das dos na no nossa nosso mais são pela ao",
        "pl": "oraz na się jest dla pracy w z do nie jako przez naszym praca oferujemy lub",
        "sv": "och att som för med är vi du på ett till av inte vår våra din kommer eller",
        "da": "og at som for med er vi du på et til af ikke vores din kommer eller dig",
    }.items()
}
"""The commonest words of each language; between near languages the number of those that a text holds decides."""
