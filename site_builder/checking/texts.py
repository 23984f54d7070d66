"""Rules about the text: whole, in its language, and written once by a person for a person."""

from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.speech import speech_of
from site_builder.checking.spots import line_of, row_of

FEWEST_WORDS = 60
"""Words below which no text holds duties, qualifications and conditions: the shortest complete one of 300 real postings has about a hundred."""
FEWEST_CHARACTERS = 250
"""The same for languages that put no spaces between words."""
BOARDS_LEAST = 100
"""Characters below which LinkedIn and Adzuna refuse a text (rule text-refused)."""


@rule("text-short", Group.CONTENT)
def text_short(subject: Subject, _: date) -> Iterator[Found]:
    """The text is shorter than a job needs.

    Google asks for a complete description with duties, qualifications, skills, hours, education and experience, and calls an incomplete one
    a violation of its policies. A few lines leave applicants guessing. Describe the job: what to do, what to bring, what is offered, how to
    apply.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: complete; incomplete job descriptions)
    Wrong:
        We are looking for a baker who joins our team of five people. The bakery lies in the middle of the town. Write to us if you want to know more.
    Right:
        You bake bread and rolls in our bakery in the middle of the town, five mornings a week from four o'clock, with four colleagues. You have learned the trade or have baked for two years, you can work with sourdough, and you like to explain to apprentices how it is done. We pay by the collective agreement with thirty days of holiday, a season ticket for the bus and bread for the family. Send us a few lines about yourself, no letter is needed; we answer within a week.
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
    """The text repeats the title and says nothing more.

    Google does not show postings whose description is the title again. Write a text that says more than the title.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: not the title)
    Wrong:
        title: Baker

        Baker
    Right:
        title: Baker

        You bake bread and rolls, five mornings a week.
    """
    if _is_title(subject):
        yield Found(
            row_of(subject, subject.words),
            "the text repeats the title and says nothing more",
            "Write what there is to do, what one has to bring, what is offered, and how to apply.",
        )


@rule("text-repeated", Group.CONTENT)
def text_repeated(subject: Subject, _: date) -> Iterator[Found]:
    """A paragraph stands in the text twice.

    A paragraph that stands twice was pasted twice. Readers stop where they have read it before. Say everything once.

    Wrong:
        Our gauges measure the level of rivers all over the country, day and night, and warn the towns below before a flood comes.

        Our gauges measure the level of rivers all over the country, day and night, and warn the towns below before a flood comes.
    Right:
        Our gauges measure the level of rivers all over the country, day and night, and warn the towns below before a flood comes.
    """
    long = [words for words in subject.words.split("\n") if len(words) >= _LONG_PARAGRAPH]
    twice = [words for place, words in enumerate(long) if words in long[:place]] if len(set(long)) < len(long) else []
    if twice:
        line = row_of(subject, twice[0], row_of(subject, twice[0]))
        more = f", and {len(twice) - 1} more" if len(twice) > 1 else ""
        start = " ".join(twice[0].split()[:6])
        yield Found(line, f'the paragraph "{start} …"{more} stands in the text twice', "Delete one of the two.")


@rule("text-capitals", Group.CONTENT)
def text_capitals(subject: Subject, _: date) -> Iterator[Found]:
    """A sentence of the text is written in capitals.

    Whole sentences in capitals are slow to read and look like shouting, and Indeed hides postings for them. For what matters, `**bold**` is
    there. Write sentences in ordinary letters, not in CAPITALS.

    Source: https://www.indeed.com/hire/resources/howtohub/indeed-rules-and-policies-for-employers
    Wrong:
        APPLY WITH YOUR CERTIFICATES BEFORE THE END OF THE MONTH, LATER ONES ARE NOT READ.
    Right:
        Apply with your certificates before the end of the month; later ones are not read.
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
    """The text is one long paragraph.

    Google asks for at least breaks between paragraphs; on a telephone a page without them is a wall. Part the text into paragraphs and
    lists.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (description: at the minimum, paragraph breaks)
    """
    words = subject.words
    if len(words) >= _WALL and "\n" not in words.strip() and speech_of(subject).language not in _WITHOUT_SPACES:
        yield Found(
            row_of(subject, words),
            f"the text is one paragraph of {len(words.split())} words",
            "Put an empty line between paragraphs, `- ` before each item of a list, and `## ` before headings.",
        )


@rule("text-language", Group.CONTENT)
def text_language(subject: Subject, _: date) -> Iterator[Found]:
    """The text is in another language than the page says.

    The page's language decides how screen readers pronounce it, how browsers break words and offer translations, and for whom search
    engines show it. A posting in another language than the site's needs a line that says so. Say in which language the text is.

    Source: https://www.w3.org/TR/WCAG22/#language-of-page
    Wrong:
        language: en

        Wir suchen für unsere Werkstatt eine Person, die mit uns Pegel baut und die sich auf das Löten freut, auch bei kleinen Teilen.
    Right:
        language: de

        Wir suchen für unsere Werkstatt eine Person, die mit uns Pegel baut und die sich auf das Löten freut, auch bei kleinen Teilen.
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
    words, title = subject.words, subject.posting.title
    return len(words) <= len(title) + _MOST_SIGNS and words.casefold().strip(" .!") == title.casefold().strip(" .!")


_MOST_SIGNS = 4  # by which title and text may differ and be the same words
_LONGEST_SHORT = 1_000  # characters: longer than sixty words can be
_WITHOUT_SPACES = frozenset({"ja", "zh", "th", "lo", "km", "my"})
_LONG_PARAGRAPH = 100
_LONG_SENTENCE = 40
_WALL = 1_200
_LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pt": "Portuguese", "pl": "Polish",
    "sv": "Swedish", "da": "Danish", "ja": "Japanese", "ko": "Korean",
}  # fmt: skip

RULES: tuple[Rule, ...] = (
    text_short, text_is_title, text_repeated, text_capitals, text_language,
)  # fmt: skip
