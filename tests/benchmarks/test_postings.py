"""The postings of the benchmark are the same each time, and as varied as is said of them."""

import subprocess
import sys
from collections import Counter
from hashlib import sha256

import pytest

from tests.benchmarks import vocabulary
from tests.benchmarks.postings import LARGEST, SMALLEST, Posting, make_posting, make_postings

_MANY = 1_500
_DIGEST = """
from hashlib import sha256
from tests.benchmarks.postings import make_postings
print(sha256(repr(list(make_postings(20))).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def postings() -> list[Posting]:
    """Enough postings to see how things are distributed."""
    return list(make_postings(_MANY))


def test_another_process_makes_the_same(pytestconfig: pytest.Config) -> None:
    """Nothing but number and seed decides what a posting is: not the process, not the order of a set."""
    here = sha256(repr(list(make_postings(20))).encode()).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", _DIGEST],
        env={"PYTHONHASHSEED": "77"},
        cwd=pytestconfig.rootpath,
        check=True,
        capture_output=True,
        text=True,
    )
    assert there.stdout.strip() == here


def test_more_postings_begin_with_the_same(postings: list[Posting]) -> None:
    """A larger site holds the smaller one, and another seed makes other postings."""
    assert list(make_postings(5)) == postings[:5]
    assert make_posting(3) == postings[3]
    assert make_posting(3, seed=8) != postings[3]


def test_sizes(postings: list[Posting]) -> None:
    """A posting's Markdown has 3 to 6 KB, four to five on the average."""
    sizes = [len(posting.text.encode()) for posting in postings]
    assert min(sizes) >= SMALLEST
    assert max(sizes) <= LARGEST
    assert 4_000 < sum(sizes) / len(sizes) < 5_000


def test_variety(postings: list[Posting]) -> None:
    """Ten departments and forty places all occur, no two postings share an address, some have a table and most have none."""
    assert len({posting.department for posting in postings}) == 10
    assert len({posting.place for posting in postings}) == 40
    assert len({posting.slug for posting in postings}) == _MANY
    assert len({posting.text for posting in postings}) == _MANY
    assert 0.2 < sum("|---|" in posting.text for posting in postings) / _MANY < 0.4


def test_tags(postings: list[Posting]) -> None:
    """A posting has three to six different tags of two hundred, and how often each occurs falls as Zipf's law has it."""
    assert len(set(vocabulary.TAGS)) == 200
    assert {len(posting.tags) for posting in postings} == {3, 4, 5, 6}
    assert all(len(set(posting.tags)) == len(posting.tags) for posting in postings)
    counts = Counter(tag for posting in postings for tag in posting.tags)
    first, tenth, hundredth = (counts[vocabulary.TAGS[rank - 1]] for rank in (1, 10, 100))
    # A posting has a tag once, so the first ones lose what they would draw twice.
    assert 4 < first / tenth < 11
    assert 6 < tenth / hundredth < 16


def test_pay(postings: list[Posting]) -> None:
    """The pay is a range in the currency of the place."""
    currencies = {country: currency for _, country, _, currency in vocabulary.PLACES}
    for posting in postings:
        assert 0 < posting.lowest_pay < posting.highest_pay
        assert posting.currency == currencies[posting.country]
