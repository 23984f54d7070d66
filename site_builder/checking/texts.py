"""Rules about the text: whole, in its language, and written once by a person for a person."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import Spot, in_text, line_of, row_of

FEWEST_WORDS = 60
"""Words below which no text holds duties, qualifications and conditions: the shortest complete one of 300 real postings has about a hundred."""
FEWEST_CHARACTERS = 250
"""The same for languages that put no spaces between words."""
BOARDS_LEAST = 100
"""Characters below which LinkedIn and Adzuna refuse a text (rule text-refused)."""


@rule("text-short", Group.CONTENT)
def text_short(subject: Subject, _: date) -> Iterator[Found]:
    """Describe the job: what to do, what to bring, what is offered, how to apply.

    Google asks for a complete description with duties, qualifications, skills, hours, education and experience, and calls an incomplete one a
    violation of its policies. A few lines leave applicants guessing.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: complete; incomplete job descriptions)
    Wrong: text “We are looking for a baker who joins our team of five people. The bakery lies in the middle of the town. Write to us if you want to know more.”
    Right: text “You bake bread and rolls in our bakery in the middle of the town, five mornings a week from four o'clock, with four colleagues. You have learned the trade or have baked for two years, you can work with sourdough, and you like to explain to apprentices how it is done. We pay by the collective agreement with thirty days of holiday, a season ticket for the bus and bread for the family. Send us a few lines about yourself, no letter is needed; we answer within a week.”
    """
    words = subject.words
    if not BOARDS_LEAST <= len(words) <= _LONGEST_SHORT or _is_title(subject):
        return
    if speech_of(subject).language in _WITHOUT_SPACES:
        if len(words) >= FEWEST_CHARACTERS:
            return
        size = f"{len(words)} characters"
    else:
        if len(words.split()) >= FEWEST_WORDS:
            return
        size = f"{len(words.split())} words"
    yield Found(
        row_of(subject, words.split("\n", 1)[0]),
        f"the text has only {size}: less than a job needs",
        "Write what there is to do, what one has to bring, what is offered, and how to apply.",
    )


@rule("text-is-title", Group.CONTENT)
def text_is_title(subject: Subject, _: date) -> Iterator[Found]:
    """Write a text that says more than the title.

    Google does not show postings whose description is the title again.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: not the title)
    Wrong: `title: Baker`, text “Baker”
    Right: `title: Baker`, text “You bake bread and rolls, five mornings a week.”
    """
    if _is_title(subject):
        yield Found(
            row_of(subject, subject.words),
            "the text repeats the title and says nothing more",
            "Write what there is to do, what one has to bring, what is offered, and how to apply.",
        )


@rule("text-repeated", Group.CONTENT)
def text_repeated(subject: Subject, _: date) -> Iterator[Found]:
    """Say everything once.

    A paragraph that stands twice was pasted twice. Readers stop where they have read it before.

    Wrong: text “Our gauges measure the level of rivers all over the country and warn of floods.↵↵Our gauges measure the level of rivers all over the country and warn of floods.”
    Right: text “Our gauges measure the level of rivers all over the country and warn of floods.”
    """
    seen: set[str] = set()
    for words in subject.words.split("\n"):
        if len(words) >= _LONG_PARAGRAPH:
            if words in seen:
                line = row_of(subject, words, row_of(subject, words))
                start = " ".join(words.split()[:6])
                yield Found(line, f'the paragraph "{start} …" stands in the text twice', "Delete one of the two.")
            seen.add(words)


@rule("text-capitals", Group.CONTENT)
def text_capitals(subject: Subject, _: date) -> Iterator[Found]:
    """Write sentences in ordinary letters, not in CAPITALS.

    Whole sentences in capitals are slow to read and look like shouting, and Indeed hides postings for them. For what matters, `**bold**` is there.

    Source: https://www.indeed.com/hire/resources/howtohub/indeed-rules-and-policies-for-employers
    Wrong: text “APPLY WITH YOUR CERTIFICATES BEFORE THE END OF THE MONTH, LATER ONES ARE NOT READ.”
    Right: text “Apply with your certificates before the end of the month; later ones are not read.”
    """
    for words in subject.words.split("\n"):
        if len(words) >= _LONG_SENTENCE and words.isupper() and len(words.split()) >= 6:  # noqa: PLR2004  # a sentence
            yield Found(
                row_of(subject, words),
                f'the sentence "{words[:40].strip()}…" is written in capitals',
                "Write it in ordinary letters; `**bold**` makes words stand out.",
            )


@rule("text-unbroken", Group.GOOGLE)
def text_unbroken(subject: Subject, _: date) -> Iterator[Found]:
    """Part the text into paragraphs and lists.

    Google asks for at least breaks between paragraphs; on a telephone a page without them is a wall.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: at the minimum, paragraph breaks)
    """
    words = subject.words
    if len(words) >= _WALL and "\n" not in words.strip() and speech_of(subject).language not in _WITHOUT_SPACES:
        yield Found(
            row_of(subject, words),
            f"the text is one paragraph of {len(words.split())} words",
            "Put an empty line between paragraphs, `- ` before each item of a list, and `## ` before headings.",
        )


@rule("text-remark", Group.CONTENT)
def text_remark(subject: Subject, _: date) -> Iterator[Found]:
    """Take out what was only meant for the author: gaps of a template, remarks, sample text.

    "[Company]", "TODO" or "Lorem ipsum" tells every reader that nobody looked at the posting before it went online.

    Source: https://www.indeed.com/hire/resources/howtohub/indeed-rules-and-policies-for-employers
    Wrong: text “[Company name] is looking for a gardener.”
    Right: text “Rillmark is looking for a gardener.”
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
    """Repair letters that were read in the wrong encoding.

    "â€™" was an apostrophe and "Ã¼" an ü: the file was once UTF-8, read as something else and saved. Search finds such words no more.

    Source: https://www.w3.org/International/questions/qa-what-is-encoding
    Wrong: text “Weâ€™re looking for a gardener.”
    Right: text “We're looking for a gardener.”
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
    """Take out HTML that readers would see.

    "&nbsp;" or "&lt;br&gt;" on the page means that HTML was escaped once too often, as exports of boards do.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: HTML)
    Wrong: text “Bread &amp;amp; rolls”
    Right: text “Bread & rolls”
    """
    if "&" not in subject.words and "</" not in subject.words:
        return
    shown = _ENTITY.search(subject.words)
    if shown:
        row = shown[0].replace("&", "&amp;", 1)
        line = next((n for n in (row_of(subject, row), row_of(subject, shown[0])) if n > subject.body_line), subject.body_line)
        yield Found(line, f'readers see "{shown[0]}", which is HTML', f"Write {_MEANING.get(shown[0], 'the words alone')}.")


@rule("text-language", Group.CONTENT)
def text_language(subject: Subject, _: date) -> Iterator[Found]:
    """Say in which language the text is.

    The page's language decides how screen readers pronounce it, how browsers break words and offer translations, and for whom search engines
    show it. A posting in another language than the site's needs a line that says so.

    Source: https://www.w3.org/TR/WCAG22/#language-of-page
    Wrong: `language: en`, text “Wir suchen für unsere Werkstatt eine Person, die mit uns Pegel baut und die sich auf das Löten freut, auch bei kleinen Teilen.”
    Right: `language: de`, text “Wir suchen für unsere Werkstatt eine Person, die mit uns Pegel baut und die sich auf das Löten freut, auch bei kleinen Teilen.”
    """
    speech, stated = speech_of(subject), subject.posting.language
    if speech.certain and speech.language != stated.partition("-")[0].lower():
        spoken = _LANGUAGES[speech.language]
        yield Found(
            line_of(subject, "language"),
            f"the text is in {spoken}, but the page says `{stated}`",
            f"Write `language: {speech.language}` among the fields.",
        )


def _is_title(subject: Subject) -> bool:
    return subject.words.casefold().strip(" .!") == subject.posting.title.casefold().strip(" .!")


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


_LONGEST_SHORT = 1_000  # characters: longer than sixty words can be
_WITHOUT_SPACES = frozenset({"ja", "zh", "th", "lo", "km", "my"})
_LONG_PARAGRAPH = 60
_LONG_SENTENCE = 40
_WALL = 1_200
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
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|[lr]squo|[lr]dquo|[nm]dash|bull|hellip|euro|#\d{2,5}|#x[0-9a-fA-F]{2,4});|</?(?:br|p|li|ul|ol|strong|b|em|i|div|span|h[1-6])\b[^<>]{0,200}>")
_MEANING = {"&nbsp;": "a space", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": 'a "', "&apos;": "an apostrophe", "&rsquo;": "an apostrophe"}
_LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pt": "Portuguese", "pl": "Polish",
    "sv": "Swedish", "da": "Danish", "ja": "Japanese", "ko": "Korean",
}  # fmt: skip

RULES: tuple[Rule, ...] = (
    text_short, text_is_title, text_repeated, text_capitals, text_unbroken, text_remark, text_garbled, text_entities, text_language,
)  # fmt: skip
