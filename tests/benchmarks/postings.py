"""Makes N realistic postings for the benchmark: the same ones each time, from a seed, without a network."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from tests.benchmarks import vocabulary

SEED = 3
# The size of a posting's Markdown, without its front matter, in bytes.
SMALLEST, LARGEST = 3_000, 6_000
# A tag's weight is 1 / rank (Zipf's law with exponent 1).
_TAG_WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(vocabulary.TAGS) + 1)))
_FIRST_DAY = date(2025, 1, 1)


@dataclass(frozen=True)
class Posting:
    """One posting, in no tool's vocabulary: each peer writes its own front matter from it."""

    slug: str
    title: str
    department: str
    town: str
    country: str
    country_code: str
    employment_type: str
    employment_words: str
    date_posted: date
    valid_through: date
    currency: str
    lowest_pay: int
    highest_pay: int
    tags: tuple[str, ...]
    apply_url: str
    identifier: str
    text: str

    @property
    def place(self) -> str:
        """The place as written on pages: `Delft, Netherlands`."""
        return f"{self.town}, {self.country}"


def make_postings(count: int, seed: int = SEED) -> Iterator[Posting]:
    """The first `count` postings of a seed; more postings begin with the same ones."""
    return (make_posting(number, seed) for number in range(count))


def make_posting(number: int, seed: int = SEED) -> Posting:
    """The posting with this number: it depends on number and seed alone."""
    random = Random(f"{seed}/{number}")  # noqa: S311 - chance here makes variety, no secrets
    department = random.choice(list(vocabulary.DEPARTMENTS))
    role = random.choice(vocabulary.DEPARTMENTS[department])
    field = random.choice(vocabulary.FIELDS)
    town, country, country_code, currency = random.choice(vocabulary.PLACES)
    weights = [share for _, _, share in vocabulary.EMPLOYMENT]
    employment_type, employment_words, _ = random.choices(vocabulary.EMPLOYMENT, weights)[0]
    posted = _FIRST_DAY + timedelta(days=random.randrange(500))
    lowest = round(random.randrange(30, 80) * vocabulary.PAY_FACTORS[currency]) * 1000
    title = f"{random.choice(vocabulary.GRADES)} {role}, {field}".strip()
    return Posting(
        slug=f"{title.lower().replace(',', '').replace(' ', '-')}-{number}",
        title=title,
        department=department,
        town=town,
        country=country,
        country_code=country_code,
        employment_type=employment_type,
        employment_words=employment_words,
        date_posted=posted,
        # So far ahead that the benchmark can be run for years with every job open.
        valid_through=posted + timedelta(days=3650 + random.randrange(300)),
        currency=currency,
        lowest_pay=lowest,
        highest_pay=lowest + random.randrange(4, 30) * 1000,
        tags=_tags(random),
        apply_url=f"https://apply.example.org/{number}",
        identifier=f"TF-{number:06}",
        text=_text(random, title, department, town),
    )


def _tags(random: Random) -> tuple[str, ...]:
    wanted = random.randint(3, 6)
    tags: dict[str, None] = {}
    while len(tags) < wanted:
        tags[random.choices(vocabulary.TAGS, cum_weights=_TAG_WEIGHTS)[0]] = None
    return tuple(tags)


def _text(random: Random, title: str, department: str, town: str) -> str:
    parts = [
        f"As **{title}** in {department} you join a team in {town}. {_sentences(random, 3)}",
        f"{_sentences(random, 4)} More about us: [our works](https://www.example.org/works/{town.lower()}/).",
        _heading(random, "tasks"),
        _list(_sentence(random) for _ in range(random.randint(6, 9))),
        _heading(random, "skills"),
        _list(
            f"**{_capital(skill)}**, {random.choice(vocabulary.WHY)}." for skill in random.sample(vocabulary.SKILLS, 6)
        ),
    ]
    if random.random() < 0.3:
        parts += [_heading(random, "table"), _table(random)]
    parts += [
        _heading(random, "offers"),
        _list(f"{_capital(offer)}; see [how it works](https://www.example.org/people/{number}/)."
              for number, offer in enumerate(random.sample(vocabulary.OFFERS, 5))),
        _heading(random, "apply"),
        "\n".join(f"{step}. {_sentence(random)}" for step in range(1, 4)),
    ]  # fmt: skip
    wanted = random.randint(SMALLEST + 50, LARGEST - 900)
    while len("\n\n".join(parts)) < wanted:
        # More to say about the tasks, behind their list.
        parts.insert(4, f"{_sentences(random, 3)} *{_sentence(random)}* {_sentences(random, 2)}")
    return "\n\n".join(parts) + "\n"


def _heading(random: Random, of: str) -> str:
    return f"## {random.choice(vocabulary.HEADINGS[of])}"


def _list(items: Iterator[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(random: Random) -> str:
    rows = [
        f"| {random.randint(5, 22):02}:00 | {random.choice(vocabulary.THINGS)} | {random.randint(1, 9)} % |"
        for _ in range(4)
    ]
    return "\n".join(["| From | With | More pay |", "|---|---|--:|", *rows])


def _sentences(random: Random, count: int) -> str:
    return " ".join(_sentence(random) for _ in range(count))


def _sentence(random: Random) -> str:
    choice = random.choice
    words = f"{choice(vocabulary.VERBS)} {choice(vocabulary.ADJECTIVES)} {choice(vocabulary.THINGS)} {choice(vocabulary.WHERE)}"
    match random.randrange(3):
        case 0:
            return f"{_capital(choice(vocabulary.WHEN))}, {choice(vocabulary.WHO)} {words}."
        case 1:
            return f"{_capital(choice(vocabulary.WHO))} {words}, {choice(vocabulary.WHY)}."
        case _:
            return f"{_capital(words)} {choice(vocabulary.WHEN)}."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
