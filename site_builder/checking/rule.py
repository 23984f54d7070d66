"""A rule: what it looks for and how much that matters. Its page in docs/rules/ is made of its docstring."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from site_builder.model.config import Config
from site_builder.model.posting import JobPosting
from site_builder.model.problem import Severity
from site_builder.model.value import Value


class Group(StrEnum):
    """What a rule is about."""

    CONTENT = "content"  # missing, contradictory, suspicious
    GOOGLE = "google"  # whether Google for Jobs may show the posting
    BOARDS = "boards"  # what job boards would refuse
    PAY = "pay"  # what the law asks of a posting where the applicant may live
    WORDING = "wording"  # age, gender, origin
    LINKS = "links"  # of the built site
    PAGES = "pages"  # what a theme owes to readers
    HOSTING = "hosting"  # whether the built site can be served as it is


class Subject(Value, frozen=True):
    """One posting as a rule sees it.

    `rows` are the lines of its file, the first at 0. `lines` gives the line of each field that the file states, by canonical and dotted
    names (`salary`, `locations.0.country`), from 1 on. `body_line` is the line on which the text below the fields begins; `words` is that
    text as a page shows it, in lines, without markup. `config` are the site's settings.
    """

    posting: JobPosting
    rows: tuple[str, ...]
    lines: dict[str, int]
    body_line: int
    words: str
    config: Config


class Found(NamedTuple):
    """What a rule found: where, what is wrong, and what to write instead.

    `line` counts from 1; `column` too, in characters, and is 0 where the whole line is meant; `length` is in characters.
    """

    line: int
    message: str
    mend: str
    column: int = 0
    length: int = 0


Finder = Callable[[Subject, date], Iterator[Found]]
"""What looks at a posting, on a day of the site's time zone. Only a rule `by_day` may look at the day; it is asked anew every day without the file being read, so its subject has no `rows` and no `words`."""


class Rule(NamedTuple):
    """One rule.

    `code` is stable and in kebab case, and begins with the name of what it is about (`title-capitals`). `explanation` is the docstring: first one
    sentence, then why; lines that begin with `Source:`, `Wrong:` and `Right:` are shown as such. A rule that has to be `asked` for is off
    until site.toml turns it on.
    """

    code: str
    group: Group
    severity: Severity
    finder: Finder
    explanation: str
    asked: bool = False
    by_day: bool = False


def rule(
    code: str, group: Group, severity: Severity = Severity.WARNING, *, asked: bool = False, by_day: bool = False
) -> Callable[[Finder], Rule]:
    """Make a rule of a function that yields what it finds; its docstring explains the rule."""

    def made(finder: Finder) -> Rule:
        return Rule(code, group, severity, finder, finder.__doc__ or "", asked, by_day)

    return made
