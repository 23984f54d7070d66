"""Parts of pages are rendered once for equal values, however many there are."""

from collections import Counter
from datetime import date

import pytest

from site_builder.model.value import Shared
from site_builder.theming import fragments
from site_builder.theming.fragments import Fragments


class Card(Shared, frozen=True):
    """What a part shows."""

    title: str
    day: date = date(2026, 11, 22)


class Ticket(Card, frozen=True):
    """Another kind of value with the same fields."""


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each part was rendered, where three are kept by value and two more by digest."""
    monkeypatch.setattr(fragments, "MOST_BY_VALUE", 3)
    monkeypatch.setattr(fragments, "MOST_BY_DIGEST", 2)
    return Counter()


def parts(rendered: Counter[str]) -> Fragments:
    """Return parts that count how often each is rendered."""

    def render(template: str, **values: object) -> str:
        html = f"{template} {values}"
        rendered[html] += 1
        return html

    return Fragments(render)


def test_the_first_are_rendered_once(rendered: Counter[str]) -> None:
    """Equal values need not be the same objects; what finds no room is rendered each time, and what was kept stays."""
    made = parts(rendered)
    for _ in range(3):
        for number in range(7):
            assert made.of("card", job=Card(f"job {number}")) == f"card {{'job': {Card(f'job {number}')}}}"
    assert [rendered[f"card {{'job': {Card(f'job {number}')}}}"] for number in range(7)] == [1, 1, 1, 1, 1, 3, 3]


def test_other_templates_names_and_kinds_of_values_are_other_parts(rendered: Counter[str]) -> None:
    """Also where the values are known by their digest."""
    made = parts(rendered)
    for number in range(3):
        made.of("card", job=number)
    same = [
        made.of("card", job=Card("a")),
        made.of("card", job=Ticket("a")),
        made.of("card", one=Card("a")),
        made.of("row", job=Card("a")),
        made.of("card", job=Card("a", date(2026, 1, 1))),
    ]
    assert len(set(same)) == 5


def test_values_of_unknown_parts_are_not_known_by_their_digest(rendered: Counter[str]) -> None:
    """A day and its text have the same MessagePack."""
    made = parts(rendered)
    for number in range(3):
        made.of("card", job=number)
    days = [made.of("days", of=(day,)) for day in (date(2026, 11, 22), "2026-11-22")]
    assert days[0] != days[1]
    made.of("days", of=("2026-11-22",))
    assert rendered[days[1]] == 2
