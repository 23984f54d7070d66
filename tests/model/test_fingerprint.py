import sys
from collections.abc import Iterator

import pytest

from site_builder.model.fingerprint import Keys
from site_builder.model.value import Shared, Value


class Part(Shared, frozen=True):
    """A part of several wholes."""

    name: str
    parts: tuple["Part", ...] = ()


class OtherPart(Shared, frozen=True):
    """A part of another kind with the same fields."""

    name: str
    parts: tuple[Part, ...] = ()


class Whole(Value, frozen=True):
    """A whole with one part and several."""

    name: str
    one: Shared
    several: tuple[Part, ...] = ()


def test_equal_values_have_equal_keys() -> None:
    """Wholes of equal but not the same parts have one key, in one run of keys or in two."""
    first = Whole("a", Part("b", (Part("c"),)), (Part("d"), Part("e")))
    second = Whole("a", Part("b", (Part("c"),)), (Part("d"), Part("e")))
    keys = Keys()
    assert keys.of(first, "more") == keys.of(first, "more") == keys.of(second, "more") == Keys().of(first, "more")


@pytest.mark.parametrize(
    "other",
    [
        Whole("x", Part("b", (Part("c"),)), (Part("d"), Part("e"))),
        Whole("a", Part("x", (Part("c"),)), (Part("d"), Part("e"))),
        Whole("a", Part("b", (Part("x"),)), (Part("d"), Part("e"))),
        Whole("a", Part("b", ()), (Part("d"), Part("e"))),
        Whole("a", OtherPart("b", (Part("c"),)), (Part("d"), Part("e"))),
        Whole("a", Part("b", (Part("c"),)), (Part("d"), Part("x"))),
        Whole("a", Part("b", (Part("c"),)), (Part("e"), Part("d"))),
        Whole("a", Part("b", (Part("c"),)), (Part("d"), Part("d"), Part("e"))),
        Whole("a", Part("b", (Part("c"),))),
    ],
)
def test_any_difference_makes_another_key(other: Whole) -> None:
    """A difference in any part, its kind, number or order, or in the texts beside it makes another key."""
    value = Whole("a", Part("b", (Part("c"),)), (Part("d"), Part("e")))
    keys = Keys()
    assert keys.of(value) != keys.of(other)
    assert keys.of(value, "more") != keys.of(value, "x")
    assert keys.of(value, "mo", "re") != keys.of(value, "more")


@pytest.fixture
def digests() -> Iterator[list[str]]:
    """The functions of the module that are called from now on."""
    seen: list[str] = []
    sys.setprofile(lambda frame, event, _: seen.append(frame.f_code.co_name) if event == "call" else None)
    yield seen
    sys.setprofile(None)


def test_a_shared_part_is_looked_through_once(digests: list[str]) -> None:
    """Of a hundred wholes with one part each is encoded, and the part once."""
    part = Part("b", (Part("c"),))
    keys = Keys()
    for number in range(100):
        keys.of(Whole(str(number), part, (part,)))
    assert digests.count("_encoded") == 100 + 2
