"""What a posting lacks, contradicts or says in a suspicious way."""

from collections.abc import Iterator
from datetime import date

from site_builder.checking.rule import Found, Group, Rule, Subject, rule

_FEWEST_LETTERS = 8
"""Letters from which a title in capitals is no abbreviation: "SRE", "QA (m/f)"."""


@rule("title-capitals", Group.CONTENT)
def title_capitals(subject: Subject, _day: date) -> Iterator[Found]:
    """The title is written in capitals.

    Words in capitals are read more slowly, since they all have the same outline, and in a list of jobs they look like shouting.

    Wrong: title: SENIOR DATA ENGINEER
    Right: title: Senior Data Engineer
    """
    title = subject.posting.title
    letters = [char for char in title if char.isalpha()]
    # Scripts without capitals are neither upper nor lower.
    if len(letters) >= _FEWEST_LETTERS and title.isupper() and " " in title:
        line = subject.lines.get("title", subject.body_line)
        mend = f"Write it with small letters: `title: {title.title()}`."
        yield Found(line, f'the title "{title}" is written in capitals', mend)


RULES: tuple[Rule, ...] = (title_capitals,)
