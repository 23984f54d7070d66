"""Rules about what programs and templates leave in a text."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import Spot, in_text, row_of


@rule("text-remark", Group.CONTENT)
def text_remark(subject: Subject, _: date) -> Iterator[Found]:
    """Something of a template or a remark for the author is left in the text.

    "[Company]", "TODO" or "Lorem ipsum" tells every reader that nobody looked at the posting before it went online. Take out what was only
    meant for the author: gaps of a template, remarks, sample text.

    Source: https://www.indeed.com/hire/resources/howtohub/indeed-rules-and-policies-for-employers
    Wrong:
        [Company name] is looking for a gardener.
    Right:
        Rillmark is looking for a gardener.
    """
    words = subject.words
    if not ("[" in words or "{{" in words or "____" in words or "<%" in words) and _REMARK_WORDS.isdisjoint(
        speech_of(subject).words
    ):
        return
    for spot in _once(in_text(subject, _REMARK)):
        yield spot.found(f'"{spot.words}" is left of a template or a remark', "Write what belongs there, or delete it.")


@rule("text-garbled", Group.CONTENT)
def text_garbled(subject: Subject, _: date) -> Iterator[Found]:
    """Letters were read in the wrong encoding.

    "â€™" was an apostrophe and "Ã¼" an ü: the file was once UTF-8, read as something else and saved. Search finds such words no more.
    Repair letters that were read in the wrong encoding.

    Source: https://www.w3.org/International/questions/qa-what-is-encoding
    Wrong:
        Weâ€™re looking for a gardener.
    Right:
        We're looking for a gardener.
    """
    words = subject.words
    if words.isascii() or not any(map(words.__contains__, _GARBLED_SIGNS)):
        return
    for spot in _once(in_text(subject, _GARBLED)):
        right = _repaired(spot.words)
        yield spot.found(
            f'"{spot.words}" was read in the wrong encoding',
            f'Write "{right}" instead.' if right else "Write the letters that stood there.",
        )


@rule("text-entities", Group.CONTENT)
def text_entities(subject: Subject, _: date) -> Iterator[Found]:
    """Readers see HTML in the text.

    "&nbsp;" or "&lt;br&gt;" on the page means that HTML was escaped once too often, as exports of boards do. Take out HTML that readers
    would see.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: HTML)
    Wrong:
        Bread &amp;amp; rolls
    Right:
        Bread & rolls
    """
    if "&" not in subject.words and "</" not in subject.words:
        return
    shown = _ENTITY.search(subject.words)
    if shown:
        row = shown[0].replace("&", "&amp;", 1)
        line = next(
            (n for n in (row_of(subject, row), row_of(subject, shown[0])) if n > subject.body_line), subject.body_line
        )
        yield Found(
            line, f'readers see "{shown[0]}", which is HTML', f"Write {_MEANING.get(shown[0], 'the words alone')}."
        )


def _once(spots: Iterator[Spot]) -> Iterator[Spot]:
    """Give each word once: what stands in a text ten times is mended by one replacement."""
    seen: set[str] = set()
    for spot in spots:
        if spot.words not in seen:
            seen.add(spot.words)
            yield spot


def _repaired(garbled: str) -> str:
    """Return what was meant, where decoding it anew gives it."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return garbled.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""


_REMARK_WORDS = frozenset("lorem todo tbd tbc fixme xxx xxxx insert".split())
_REMARK = re.compile(
    r"\{\{\s*[\w .-]{1,40}\s*\}\}|<%=?\s*[\w .]{1,40}%>|_{4,}|(?i:\blorem ipsum\b)|\b(?:TODO|TBD|TBC|FIXME|XXXX*)\b"
    r"|\bINSERT [A-Z]+(?: [A-Z]+)? HERE\b|(?i:\binsert (?:\w+ ){1,4}here\b)"
    r"|\[(?i:insert|add|enter|your|company|organi[sz]ation|employer|name|job|title|position|role|city|location|salary|amount|date|number|team|department|manager|x+|tbd|tbc|todo"
    r"|firma|unternehmen|ort|stadt|gehalt|betrag|datum|abteilung|stelle|entreprise|société|nom|ville|lieu|salaire|montant|poste|équipe)\b[^\[\]\n]{0,40}\](?![(\[:])"
)
_GARBLED_SIGNS = ("â€", "Ã", "Â", "\ufffd", "ï»¿")
_GARBLED = re.compile(
    r"â€[\u0080-\u00bf™œ\u0153\u201a-\u2026\u0160\u0161\u2039\u203a\u20ac\u009d]?|Ã[\u0080-\u00bfŸœŒŠšŽž€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›]|Â[\u00a0-\u00bf]|\ufffd+|ï»¿"
)
_ENTITY = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr]squo|[lr]dquo|[nm]dash|bull|hellip|euro|#\d{2,5}|#x[0-9a-fA-F]{2,4});|</?(?:br|p|li|ul|ol|strong|b|em|i|div|span|h[1-6])\b[^<>]{0,200}>"
)
_MEANING = {
    "&nbsp;": "a space",
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": 'a "',
    "&apos;": "an apostrophe",
    "&rsquo;": "an apostrophe",
}

RULES: tuple[Rule, ...] = (
    text_remark, text_garbled, text_entities,
)  # fmt: skip
